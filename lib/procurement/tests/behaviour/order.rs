//! Purchase orders: `order::read` and `order::decide`.

mod accepted;
mod approved;
mod blanket;
mod changes;
mod follow_up;
mod lines;
mod offers;
mod properties;
mod reading;
mod repeated;
mod test_mode;

use procurement::job::{Job, Task};
use procurement::order::{Acceptance, Outcome, RefusedOrder, TestOrder};

fn accepted(outcome: Outcome) -> Acceptance {
    match outcome {
        Outcome::Accepted(acceptance) => acceptance,
        other => panic!("not accepted, but {}: {}", other.label(), other.answer().text),
    }
}

fn refused(outcome: Outcome) -> RefusedOrder {
    match outcome {
        Outcome::Refused(refused) => refused,
        other => panic!("not refused, but {}: {}", other.label(), other.answer().text),
    }
}

fn test_completed(outcome: Outcome) -> TestOrder {
    match outcome {
        Outcome::TestCompleted(test) => test,
        other => panic!("no test, but {}: {}", other.label(), other.answer().text),
    }
}

/// The jobs that are mail: what others are told of is another matter.
pub(crate) fn mails(jobs: &[Job]) -> Vec<&Job> {
    jobs.iter().filter(|job| !matches!(job.task, Task::PublishEvents { .. })).collect()
}

fn cancelled(outcome: Outcome) -> TestOrder {
    match outcome {
        Outcome::Cancelled(cancelled) => cancelled,
        other => panic!("not cancelled, but {}: {}", other.label(), other.answer().text),
    }
}
