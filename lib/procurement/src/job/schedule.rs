//! When a job is tried again: a pure function of what it is and of how often it was tried.

use jiff::SignedDuration;

use super::{Task, Worker};

/// How often a job is tried before it needs a person (R48: ten times).
pub const MAX_ATTEMPTS: u32 = 10;
/// How often a worker may take a job at all. A job that ends its worker each time, so that no try is ever seen through,
/// needs a person too.
pub const MAX_LEASES: u32 = 2 * MAX_ATTEMPTS;

/// The receiver is somebody else's, and is told by the guide to expect us hourly (R48).
const DELIVERY: SignedDuration = SignedDuration::from_hours(1);
/// What keeps mail from being handed over is mostly over soon; it is somebody's first word about what they bought.
const MAIL: [SignedDuration; 4] = [
    SignedDuration::from_mins(1),
    SignedDuration::from_mins(5),
    SignedDuration::from_mins(15),
    SignedDuration::from_hours(1),
];

/// How long to wait after so many tries; nothing when it is enough.
pub fn pause_after(task: &Task, tries: u32) -> Option<SignedDuration> {
    if tries >= MAX_ATTEMPTS {
        return None;
    }
    Some(match task.worker() {
        Worker::InvoicePush => DELIVERY,
        Worker::Notify => {
            let position = usize::try_from(tries.saturating_sub(1)).unwrap_or(usize::MAX);
            MAIL[position.min(MAIL.len() - 1)]
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::{AgreementId, RequisitionId};
    use uuid::Uuid;

    fn pauses(task: &Task) -> Vec<i64> {
        (1..).map_while(|tries| pause_after(task, tries)).map(|pause| pause.as_mins()).collect()
    }

    #[test]
    fn a_delivery_is_tried_hourly_ten_times() {
        let task = Task::Invoice { requisition: RequisitionId::new(Uuid::nil()), instalment: 0 };
        assert_eq!(pauses(&task), [60; 9]);
    }

    #[test]
    fn mail_is_tried_again_soon_at_first_and_hourly_later() {
        let (requisition, agreement) = (RequisitionId::new(Uuid::nil()), AgreementId::new(Uuid::nil()));
        let pauses = pauses(&Task::SubscribedMail { requisition, agreement });
        assert_eq!(pauses, [1, 5, 15, 60, 60, 60, 60, 60, 60]);
    }
}
