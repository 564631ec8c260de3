//! Jobs: what follows from a decision and is done afterwards — mail and invoices.
//!
//! A job is written in the transaction that causes it, under an id that follows from its cause, so
//! that the same cause cannot make two. A worker leases it, does it, and says how it went. The
//! lease saves work and no more: a job may be done twice, and the result is the same.

mod errand;
mod schedule;

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

pub use errand::Errand;
pub use schedule::{MAX_ATTEMPTS, MAX_LEASES, pause_after};

use crate::confirmation::Confirmation;
use crate::event::Event;
use crate::id::{AgreementId, ConnectionId, RequisitionId};
use crate::money::Money;
use crate::requisition::{MAX_TIMELINE, Requisition, Status};
use crate::trouble::Trouble;

/// How long a worker has before another one may take the job.
pub const LEASE: SignedDuration = SignedDuration::from_mins(2);

/// Something to be done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Job {
    /// Follows from the cause.
    pub id: String,
    /// Counts the changes, for optimistic locking.
    pub version: u64,
    /// What is to be done.
    pub task: Task,
    /// How far it has come.
    pub state: JobState,
    /// How often it was tried.
    pub attempts: u32,
    /// How many of these tries may have taken effect although nobody knows: the answer was lost, or the worker ended.
    /// A mail of a job that is done may have been sent once more for each.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub uncertain: u32,
    /// When it was written.
    pub created: Timestamp,
}

/// What is to be done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "task", rename_all = "snake_case")]
pub enum Task {
    /// Tell the account and the requester that the subscription exists (R44).
    SubscribedMail {
        /// The requisition item, under which the agreement is kept.
        requisition: RequisitionId,
        /// The agreement.
        agreement: AgreementId,
    },
    /// Tell the requester that a purchase order was refused (R37, R40).
    RefusedMail {
        /// The requisition item.
        requisition: RequisitionId,
        /// The purchase order's number.
        order_id: String,
        /// Why, in words.
        reason: String,
    },
    /// Tell the requester that the offer of a request is about to expire.
    OfferExpiringMail {
        /// The requisition item.
        requisition: RequisitionId,
    },
    /// Tell the requester that a request is about to expire (R41).
    RequestExpiringMail {
        /// The requisition item.
        requisition: RequisitionId,
    },
    /// Close a request for which no purchase order came (R41).
    ExpireRequest {
        /// The requisition item.
        requisition: RequisitionId,
    },
    /// Remind that a connection is still in test mode (R10).
    TestModeMail {
        /// The connection.
        connection: ConnectionId,
        /// Who is told where the connection names nobody.
        otherwise: String,
    },
    /// Tell that something could not be delivered to the procurement system.
    FailingMail {
        /// The connection.
        connection: ConnectionId,
        /// Who is told where the connection names nobody.
        otherwise: String,
        /// What, and why.
        reason: String,
    },
    /// Make the invoice of one instalment and deliver it (R46).
    Invoice {
        /// The requisition item, under which the agreement is kept.
        requisition: RequisitionId,
        /// Which part of the schedule, from 0.
        instalment: usize,
    },
    /// Ask the procurement system to forget an invoice.
    WithdrawInvoice {
        /// The requisition item.
        requisition: RequisitionId,
        /// Which part of the schedule, from 0.
        instalment: usize,
    },
    /// Deliver the credit that takes an invoice back.
    CreditNote {
        /// The requisition item.
        requisition: RequisitionId,
        /// Which part of the schedule, from 0.
        instalment: usize,
    },
    /// Tell the procurement system what became of an order's lines (R43).
    Confirm {
        /// What is told.
        confirmation: Box<Confirmation>,
    },
    /// Tell other systems what happened.
    PublishEvents {
        /// What.
        events: Vec<Event>,
    },
    /// Tell the account and the requester that a subscription was ended.
    EndedMail {
        /// The requisition item, under which the agreement is kept.
        requisition: RequisitionId,
        /// The agreement.
        agreement: AgreementId,
    },
    /// Tell the account and the requester what was changed about a subscription.
    AmendedMail {
        /// The requisition item, under which the agreement is kept.
        requisition: RequisitionId,
        /// What, and why, in words.
        change: String,
    },
    /// Tell that usage has passed what the purchase order commits to (R17).
    OverrunMail {
        /// The requisition item.
        requisition: RequisitionId,
        /// What usage had come to.
        used: Money,
    },
    /// State what a month's usage comes to (R47).
    Statement {
        /// The requisition item, under which the agreement is kept.
        requisition: RequisitionId,
        /// The month, as `2026-11`.
        month: String,
    },
    /// Send the statement of a month.
    StatementMail {
        /// The requisition item, under which the agreement is kept.
        requisition: RequisitionId,
        /// The month, as `2026-11`.
        month: String,
    },
}

/// Who does a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Worker {
    /// Sends mail.
    Notify,
    /// Delivers invoices.
    InvoicePush,
}

/// How far a job has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum JobState {
    /// To be done, or tried again, at this time or later.
    Due {
        /// When.
        at: Timestamp,
    },
    /// A worker is at it until then at most.
    Leased {
        /// When another one may take it.
        until: Timestamp,
    },
    /// Done.
    Done {
        /// When.
        at: Timestamp,
    },
    /// Needs a person.
    Parked {
        /// When it was given up.
        at: Timestamp,
        /// Why, in words.
        reason: String,
        /// The same by its cause; records from before it was kept have none.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        cause: Option<Trouble>,
    },
}

/// How a try went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Attempt {
    /// It is done.
    Done,
    /// It may go better later.
    Retry {
        /// What was in the way.
        reason: Trouble,
    },
    /// It may have taken effect, but nobody knows. It is tried once more and no further: at worst it is done twice (R44).
    Uncertain {
        /// What was in the way of knowing.
        reason: Trouble,
    },
    /// It will not go better by itself.
    Park {
        /// Why.
        reason: Trouble,
    },
}

// === impl Job ===

impl Job {
    /// A job to be done at `due`.
    pub fn new(id: String, task: Task, due: Timestamp, now: Timestamp) -> Self {
        Self {
            id,
            version: 1,
            task,
            state: JobState::Due { at: due },
            attempts: 0,
            uncertain: 0,
            created: now,
        }
    }

    /// When it should next be looked at, if ever.
    pub fn due(&self) -> Option<Timestamp> {
        match self.state {
            JobState::Due { at } => Some(at),
            JobState::Leased { until } => Some(until),
            JobState::Done { .. } | JobState::Parked { .. } => None,
        }
    }

    /// Whether a worker may take it at `now`.
    pub fn is_due(&self, now: Timestamp) -> bool {
        self.due().is_some_and(|due| due <= now)
    }

    /// The job as a worker takes it: the try counts from here on, also if the worker dies.
    #[must_use]
    pub fn leased(mut self, now: Timestamp) -> Self {
        // Whoever had it before did not say how it went.
        self.uncertain += u32::from(matches!(self.state, JobState::Leased { .. }));
        self.version += 1;
        self.attempts += 1;
        self.state = JobState::Leased { until: now.saturating_add(LEASE).unwrap_or(Timestamp::MAX) };
        self
    }

    /// The job after a try. What may go better later is tried again after a pause, and parked when that is enough
    /// ([`pause_after`]).
    #[must_use]
    pub fn after(mut self, attempt: Attempt, now: Timestamp) -> Self {
        self.version += 1;
        self.uncertain += u32::from(matches!(attempt, Attempt::Uncertain { .. }));
        self.state = match attempt {
            Attempt::Uncertain { reason } if self.uncertain > 1 => {
                JobState::parked(now, Trouble::Doubtful { because: Box::new(reason) })
            }
            Attempt::Done => JobState::Done { at: now },
            Attempt::Park { reason } => JobState::parked(now, reason),
            Attempt::Retry { reason } | Attempt::Uncertain { reason } => {
                match pause_after(&self.task, self.attempts) {
                    Some(pause) => JobState::Due { at: now.saturating_add(pause).unwrap_or(Timestamp::MAX) },
                    None => {
                        let because = Box::new(reason);
                        JobState::parked(now, Trouble::GivenUp { tries: self.attempts, because })
                    }
                }
            }
        };
        self
    }

    /// Whether it was taken so often without an end that it must not be taken again.
    pub fn is_worn_out(&self) -> bool {
        self.attempts > MAX_LEASES
    }
}

// `serde` hands a reference.
#[allow(clippy::trivially_copy_pass_by_ref)]
fn is_zero(count: &u32) -> bool {
    *count == 0
}

// === impl JobState ===

impl JobState {
    fn parked(at: Timestamp, why: Trouble) -> Self {
        Self::Parked { at, reason: why.to_string(), cause: Some(why) }
    }
}

// === impl Task ===

impl Task {
    /// Whether it is passed over where things have moved on.
    pub const fn is_reminder(&self) -> bool {
        matches!(
            self,
            Self::OfferExpiringMail { .. } | Self::RequestExpiringMail { .. } | Self::TestModeMail { .. }
        )
    }

    /// Who does it.
    pub const fn worker(&self) -> Worker {
        match self {
            Self::SubscribedMail { .. }
            | Self::RefusedMail { .. }
            | Self::OfferExpiringMail { .. }
            | Self::RequestExpiringMail { .. }
            | Self::ExpireRequest { .. }
            | Self::TestModeMail { .. }
            | Self::FailingMail { .. }
            | Self::EndedMail { .. }
            | Self::AmendedMail { .. }
            | Self::OverrunMail { .. }
            | Self::Statement { .. }
            | Self::StatementMail { .. }
            | Self::PublishEvents { .. } => Worker::Notify,
            Self::Invoice { .. }
            | Self::WithdrawInvoice { .. }
            | Self::CreditNote { .. }
            | Self::Confirm { .. } => Worker::InvoicePush,
        }
    }
}

/// The ids of the jobs that a request may have, those of its invoices left out: an id follows from its cause.
pub fn known_of(requisition: &Requisition) -> Vec<String> {
    let id = requisition.id;
    let mut known: Vec<String> = ["mail-request-expiring", "mail-offer-expiring", "expire-request"]
        .map(|name| format!("{name}-{id}"))
        .into();
    if let Status::Subscribed { agreement, .. } = &requisition.status {
        known.extend(["subscribed", "ended", "overrun"].map(|name| format!("mail-{name}-{agreement}")));
    }
    // A refusal is mailed under the version of the request that it was noted on.
    let refusals = 1..=requisition.version.min(MAX_TIMELINE as u64);
    known.extend(refusals.map(|version| format!("mail-refused-{id}-{version}")));
    known
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn busy() -> Trouble {
        Trouble::answered(500, "busy")
    }

    fn job() -> Job {
        let task = Task::Invoice { requisition: RequisitionId::new(Uuid::nil()), instalment: 0 };
        Job::new("invoice-1".into(), task, Timestamp::UNIX_EPOCH, Timestamp::UNIX_EPOCH)
    }

    #[test]
    fn a_delivery_is_tried_hourly_ten_times_and_then_needs_a_person() {
        let mut job = job();
        let mut now = Timestamp::UNIX_EPOCH;
        let hour = SignedDuration::from_hours(1);
        for _ in 0..9 {
            assert!(job.is_due(now));
            job = job.leased(now).after(Attempt::Retry { reason: busy() }, now);
            assert_eq!(job.due(), Some(now + hour));
            now += hour;
        }
        job = job.leased(now).after(Attempt::Retry { reason: busy() }, now);
        let JobState::Parked { reason, .. } = &job.state else { panic!("{:?}", job.state) };
        assert_eq!(reason, "given up after 10 tries: 500 busy");
        assert_eq!(job.due(), None);
    }

    #[test]
    fn what_may_have_taken_effect_is_tried_once_more_and_then_needs_a_person() {
        let now = Timestamp::UNIX_EPOCH;
        let uncertain = || Attempt::Uncertain { reason: Trouble::Silent };
        let job = job().leased(now).after(uncertain(), now);
        assert_eq!(job.due(), Some(now + SignedDuration::from_hours(1)));
        let job = job.leased(now).after(uncertain(), now);
        let JobState::Parked { reason, .. } = &job.state else { panic!("{:?}", job.state) };
        assert!(reason.contains("once or twice"), "{reason}");
    }

    #[test]
    fn a_job_whose_worker_died_is_due_again_after_its_lease() {
        let now = Timestamp::UNIX_EPOCH;
        let job = job().leased(now);
        assert!(!job.is_due(now));
        assert!(job.is_due(now + LEASE));
    }
    #[test]
    fn tries_of_which_nobody_knows_are_counted() {
        let now = Timestamp::UNIX_EPOCH;
        let lost = Attempt::Uncertain { reason: Trouble::Silent };
        let job = job().leased(now).after(lost, now);
        assert_eq!(job.uncertain, 1);
        let known = job.leased(now).after(Attempt::Retry { reason: busy() }, now);
        assert_eq!(known.uncertain, 1);
        let orphaned = known.leased(now).leased(now + LEASE);
        assert_eq!(orphaned.uncertain, 2, "its worker ended without a word");
    }

    #[test]
    fn a_job_that_no_worker_ever_sees_through_is_worn_out() {
        let mut job = job();
        for _ in 0..MAX_LEASES {
            job = job.leased(Timestamp::UNIX_EPOCH);
        }
        assert!(!job.is_worn_out());
        assert!(job.leased(Timestamp::UNIX_EPOCH).is_worn_out());
    }
}
