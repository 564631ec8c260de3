//! An agreement that the operator ends: what a purchase order cannot do any more (R39).

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Agreement;
use crate::catalogue::date_of;
use crate::event;
use crate::job::{Job, Task};
use crate::money::{Money, MoneyError};
use crate::requisition::{Happened, MAX_ENTRY, Requisition};

/// That an agreement was ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ending {
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: String,
    /// Why.
    pub reason: String,
}

/// What is written when an agreement is changed, in one transaction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// The agreement, one version on.
    pub agreement: Agreement,
    /// Its request, with what happened.
    pub requisition: Requisition,
    /// Parts of the schedule that must have no invoice when this is written.
    pub uninvoiced: Vec<usize>,
    /// Mail, and what others are told.
    pub jobs: Vec<Job>,
}

/// Why an agreement is not changed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CannotChange {
    /// It is over.
    #[error("the subscription ended on {0}; nothing about it can be changed")]
    Over(Date),
    /// Nothing was said.
    #[error("say why, in 1 to {most} characters: the requester reads it", most = MAX_ENTRY / 2)]
    Reason,
    /// It has no last day that could be moved.
    #[error("the subscription has no last day: it goes on until it is ended")]
    NoEnd,
    /// That day is over.
    #[error("{0} is not after today; to stop the subscription now, end it")]
    Past(Date),
    /// Everything is as it was.
    #[error("nothing would be another: enter another last day, or another amount that is not invoiced yet")]
    Nothing,
    /// A charge that is not there.
    #[error("the subscription has no charge {0}")]
    NoCharge(usize),
    /// A charge that is invoiced.
    #[error("charge {0} is invoiced: take its invoice back instead")]
    Invoiced(usize),
    /// No amount of money.
    #[error(
        "charge {0} is no amount of {1}: it must not be negative, and have no more decimal places than that"
    )]
    Amount(usize, &'static str),
    /// More than was ordered.
    #[error(
        "the charges would come to {charged}, more than the {ordered} that the purchase order commits to; what is \
         needed beyond that is requested anew"
    )]
    Beyond {
        /// What they would come to.
        charged: String,
        /// What was ordered.
        ordered: String,
    },
    /// It was changed too often.
    #[error("the subscription was changed {0} times, which is the most; end it, and have it requested anew")]
    TooOften(usize),
    /// The amounts do not reckon.
    #[error("the amounts cannot be reckoned: {0}")]
    Money(#[from] MoneyError),
}

/// Ends an agreement now: what is not due yet is not invoiced any more.
pub fn end(
    agreement: &Agreement,
    requisition: Requisition,
    by: &str,
    reason: &str,
    now: Timestamp,
) -> Result<Changed, CannotChange> {
    let reason = reason_of(agreement, reason, now)?;
    let mut agreement = agreement.clone();
    agreement.version += 1;
    agreement.ended = Some(Ending { at: now, by: by.to_owned(), reason: reason.to_owned() });
    let told = Happened::Ended { reason: reason.to_owned() };
    let (id, request) = (agreement.id, agreement.requisition);
    let mail = Task::EndedMail { requisition: request, agreement: id };
    let jobs =
        vec![Job::new(format!("mail-ended-{id}"), mail, now, now), event::ended(&agreement, reason, now)];
    Ok(Changed { agreement, requisition: requisition.noted(told, now), uninvoiced: Vec::new(), jobs })
}

pub(super) fn reason_of<'a>(
    agreement: &Agreement,
    reason: &'a str,
    now: Timestamp,
) -> Result<&'a str, CannotChange> {
    if let Some(over) = agreement.is_over(now) {
        return Err(CannotChange::Over(over));
    }
    let reason = reason.trim();
    let fits = !reason.is_empty() && reason.chars().count() <= MAX_ENTRY / 2;
    fits.then_some(reason).ok_or(CannotChange::Reason)
}

// === impl Agreement ===

impl Agreement {
    /// The day on which it came to its end, if that day is past or it was ended.
    pub fn is_over(&self, now: Timestamp) -> Option<Date> {
        let ended = self.ended.as_ref().map(|ending| date_of(ending.at));
        ended.or(self.end.filter(|last| *last < date_of(now)))
    }

    /// Whether an amendment explains that it comes to less than was ordered (R50).
    pub fn was_lowered_from(&self, ordered: Money) -> bool {
        let total = self.quote.total;
        total.currency == ordered.currency
            && total.amount < ordered.amount
            && self.amended.iter().any(|one| one.total == Some(total))
    }

    /// Whether a part of the schedule is still to be invoiced: what falls due after the end is not.
    pub fn owes(&self, date: Date) -> bool {
        self.ended.as_ref().is_none_or(|ending| date <= date_of(ending.at))
    }
}
