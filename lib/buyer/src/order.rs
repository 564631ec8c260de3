//! The purchase order and what became of each attempt to send it.

use crate::{DocumentId, Line, Status};
use jiff::Timestamp;
use rust_decimal::Decimal;
use std::time::Duration;

/// `OrderRequestHeader@type`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OrderKind {
    /// A new order.
    New,
    /// Changes the order sent earlier under this payloadID.
    Update(String),
    /// Cancels the order sent earlier under this payloadID.
    Delete(String),
}

impl OrderKind {
    /// The word on the wire.
    #[must_use]
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Update(_) => "update",
            Self::Delete(_) => "delete",
        }
    }

    /// The earlier document's payloadID.
    #[must_use]
    pub fn earlier(&self) -> Option<&str> {
        match self {
            Self::New => None,
            Self::Update(payload_id) | Self::Delete(payload_id) => Some(payload_id),
        }
    }
}

/// Where the order stands with the marketplace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Delivery {
    /// Not sent yet.
    Ready,
    /// Answered with Status 2xx.
    Accepted,
    /// Answered with a Status that is never repeated; the words shown to the buyer.
    Refused(String),
    /// Failed for now; will be sent again, unchanged, at this time.
    Waiting {
        /// When it is due.
        due: Timestamp,
        /// The words shown to the buyer.
        because: String,
    },
    /// Failed for good after the last repeat.
    GivenUp(String),
}

impl Delivery {
    /// A word for people.
    #[must_use]
    pub fn label(&self) -> &'static str {
        match self {
            Self::Ready => "Ready to send",
            Self::Accepted => "Accepted",
            Self::Refused(_) => "Refused",
            Self::Waiting { .. } => "Will be sent again",
            Self::GivenUp(_) => "Failed",
        }
    }

    /// Why, where there is a why.
    #[must_use]
    pub fn reason(&self) -> Option<&str> {
        match self {
            Self::Ready | Self::Accepted => None,
            Self::Refused(because) | Self::GivenUp(because) | Self::Waiting { because, .. } => Some(because),
        }
    }
}

/// The answer to one attempt to send an order.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The order's number.
    pub order: String,
    /// payloadID as sent: the same each time.
    pub payload_id: String,
    /// When it was sent.
    pub at: Timestamp,
    /// HTTP status of the answer, if there was one.
    pub http_status: Option<u16>,
    /// Status in the answer's body, if there was one.
    pub status: Option<Status>,
    /// What the system makes of it.
    pub delivery: Delivery,
    /// From sending to the last byte of the answer.
    pub elapsed: Duration,
    /// The order among [`crate::Buyer::documents`].
    pub sent: DocumentId,
    /// The answer among [`crate::Buyer::documents`].
    pub received: Option<DocumentId>,
}

impl Answer {
    /// The Status code in the answer's body.
    #[must_use]
    pub fn code(&self) -> Option<u16> {
        self.status.as_ref().map(|status| status.code)
    }
}

/// A purchase order.
#[derive(Clone, Debug)]
pub struct PurchaseOrder {
    /// `orderID`, e.g. `PO-4500001`.
    pub number: String,
    /// `orderVersion`.
    pub version: u32,
    /// New, update or delete.
    pub kind: OrderKind,
    /// The requisition it came from.
    pub requisition: u32,
    /// `UniqueName` of the requester.
    pub requester: String,
    /// What is ordered.
    pub lines: Vec<Line>,
    /// ISO 4217 code of all lines.
    pub currency: String,
    /// The same in every repeat (R34).
    pub payload_id: String,
    /// `orderDate` and the document's timestamp; the same in every repeat.
    pub dated: Timestamp,
    /// Where it stands.
    pub delivery: Delivery,
    /// Every attempt, oldest first.
    pub answers: Vec<Answer>,
    /// Scheduled repeats made so far.
    pub repeats: u32,
}

impl PurchaseOrder {
    /// The sum of the lines.
    #[must_use]
    pub fn total(&self) -> Decimal {
        crate::requisition::sum(&self.lines)
    }
}
