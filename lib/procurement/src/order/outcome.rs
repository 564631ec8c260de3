//! What comes of a purchase order. A test order has no variant that holds an agreement (R9).

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::agreement::Agreement;
use crate::connection::Identity;
use crate::deployment::Mark;
use crate::id::{ConnectionId, RequisitionId};
use crate::job::Job;
use crate::refusal::Refusal;
use crate::requisition::{Happened, Requisition};

/// What names a purchase order (R35): who sent it, its number, and its version. A connection is
/// known by its buyer identity, which belongs to no other one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderKey {
    /// The buyer, as the connection knows it.
    pub buyer: Identity,
    /// `orderID`.
    pub order_id: String,
    /// `orderVersion`, 1 where none is given.
    pub order_version: u32,
}

/// What is remembered of a purchase order, so that it is answered the same again (R34).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderRecord {
    /// Counts the changes, for optimistic locking.
    pub version: u64,
    /// What names it.
    pub key: OrderKey,
    /// The connection that it came over.
    pub connection: ConnectionId,
    /// SHA-256 of what it says, in hexadecimal; the envelope does not count.
    pub digest: String,
    /// The payloadID that it came with first.
    pub payload_id: String,
    /// When it came.
    pub received: Timestamp,
    /// What came of it.
    pub result: OrderResult,
    /// What was answered.
    pub answer: Answer,
    /// The requisition items that it names.
    pub requisitions: Vec<RequisitionId>,
}

/// What came of a purchase order, in a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OrderResult {
    /// Agreements exist.
    Accepted,
    /// Checked and answered; nothing was bought (R9).
    TestCompleted,
    /// Nothing was bought.
    Refused,
    /// The buyer took it back before anything was bought (R39).
    Cancelled,
}

/// The answer to a document, complete, so that it can be given again to the letter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// The answer's own payloadID.
    pub payload_id: String,
    /// When it was given first.
    pub at: Timestamp,
    /// The Status code.
    pub code: u16,
    /// The Status' content: what happened, in words.
    pub text: String,
}

/// What comes of a purchase order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Agreements, to be written with everything that follows from them.
    Accepted(Acceptance),
    /// A test order: checked, remembered, answered 200; there is no agreement in it (R9).
    TestCompleted(TestOrder),
    /// Taken back by the buyer before anything was bought (R39).
    Cancelled(TestOrder),
    /// Refused; what is written shows why.
    Refused(RefusedOrder),
    /// It was answered before; nothing is written.
    AlreadyAnswered(Answer),
}

/// A purchase order that buys something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Acceptance {
    /// What is remembered of the order.
    pub record: OrderRecord,
    /// One per line.
    pub lines: Vec<Fulfilment>,
    /// What follows for the whole order: others are told, and the procurement system where it wants to be.
    pub jobs: Vec<Job>,
}

/// What one line of a purchase order brings about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fulfilment {
    /// The requisition item, subscribed.
    pub requisition: Requisition,
    /// Its agreement.
    pub agreement: Agreement,
    /// What follows: mail and invoices.
    pub jobs: Vec<Job>,
}

/// A purchase order that buys nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TestOrder {
    /// What is remembered of the order.
    pub record: OrderRecord,
    /// The requisition items with what happened to them.
    pub requisitions: Vec<Requisition>,
}

/// A purchase order that is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefusedOrder {
    /// Why.
    pub refusal: Refusal,
    /// What is answered.
    pub answer: Answer,
    /// What is remembered of it; nothing where another order holds the place.
    pub record: Option<OrderRecord>,
    /// The buyer's own requisition items, with the reason (R40).
    pub requisitions: Vec<Requisition>,
    /// Mail to the requesters (R37); others are told as well.
    pub jobs: Vec<Job>,
}

// === impl Outcome ===

impl Outcome {
    /// What is answered.
    pub fn answer(&self) -> &Answer {
        match self {
            Self::Accepted(Acceptance { record, .. })
            | Self::TestCompleted(TestOrder { record, .. })
            | Self::Cancelled(TestOrder { record, .. }) => &record.answer,
            Self::Refused(refused) => &refused.answer,
            Self::AlreadyAnswered(answer) => answer,
        }
    }

    /// The outcome of an order that named another account than the connection's mode: what was taken says so, in its answer and
    /// in the timeline of each request (R20). What was refused, or answered before, needs no mark.
    #[must_use]
    pub fn marked(mut self, mark: &Mark, now: Timestamp) -> Self {
        let remarked = |requisition: &mut Requisition| {
            *requisition = requisition.clone().marked(Happened::OrderMarked { mark: mark.clone() }, now);
        };
        let record = match &mut self {
            Self::Accepted(acceptance) => {
                acceptance.lines.iter_mut().for_each(|line| remarked(&mut line.requisition));
                &mut acceptance.record
            }
            Self::TestCompleted(test) => {
                test.requisitions.iter_mut().for_each(remarked);
                &mut test.record
            }
            Self::Cancelled(_) | Self::Refused(_) | Self::AlreadyAnswered(_) => return self,
        };
        record.answer.text = format!("{} {mark}", record.answer.text);
        self
    }

    /// The outcome in a word, for logs.
    pub const fn label(&self) -> &'static str {
        match self {
            Self::Accepted(_) => "accepted",
            Self::TestCompleted(_) => "test_completed",
            Self::Cancelled(_) => "cancelled",
            Self::Refused(_) => "refused",
            Self::AlreadyAnswered(_) => "already_answered",
        }
    }
}
