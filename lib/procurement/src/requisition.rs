//! Requisition items: what a requester asked to buy. An item outlives the shopping session (R36).

mod happened;
mod line;

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use url::Url;

use crate::account::{Account, AccountId};
use crate::catalogue::{Choice, Offer, Product, ProductType, Quote};
use crate::connection::{Connection, Mode};
use crate::id::{AgreementId, ConnectionId, ProductId, RequisitionId};
use crate::session::Requester;

pub use happened::Happened;
pub use line::{CartLine, LineForm};

/// How long a request waits for its purchase order (R41).
pub const LIFE: SignedDuration = SignedDuration::from_hours(24 * 30);
/// The most entries of a timeline; later ones are dropped, since a peer can cause them.
pub const MAX_TIMELINE: usize = 60;

/// The most characters of one entry.
pub const MAX_ENTRY: usize = 1_500;

/// What a requester asked to buy, with everything as it was when asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Requisition {
    /// Its id.
    pub id: RequisitionId,
    /// Counts the changes, for optimistic locking.
    pub version: u64,
    /// The connection that it came over.
    pub connection: ConnectionId,
    /// Whether it was asked for in test mode; it stays what it was (R9).
    pub mode: Mode,
    /// Who asked.
    pub requester: Requester,
    /// The account to subscribe (R30).
    pub account: AccountId,
    /// The address of that account; the mail about the subscription goes there (R44).
    pub account_email: String,
    /// The product, as it was.
    pub product: RequestedProduct,
    /// The offer, as it was; the purchase order is checked against it (R37).
    pub offer: Offer,
    /// What the requester chose.
    pub choice: Choice,
    /// What that comes to.
    pub quote: Quote,
    /// How it is written as a line (R19).
    #[serde(default)]
    pub line_form: LineForm,
    /// How far it has come.
    pub status: Status,
    /// What happened, in order (R58).
    pub timeline: Vec<Entry>,
    /// When it was asked for.
    pub created: Timestamp,
    /// When it expires unless a purchase order came (R41).
    pub expires: Timestamp,
}

/// The product of a requisition item, as it was when asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequestedProduct {
    /// Its id.
    pub id: ProductId,
    /// Its name.
    pub name: String,
    /// One sentence about it.
    pub summary: String,
    /// Its type.
    pub product_type: ProductType,
    /// Who sells it.
    pub seller: String,
    /// Where a new subscriber sets it up.
    pub setup_url: Url,
}

/// How far a requisition item has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "status", rename_all = "snake_case")]
pub enum Status {
    /// In the cart of an open session.
    InCart,
    /// On its way to, or in, the procurement system.
    SentForApproval,
    /// A purchase order came and the agreement exists.
    Subscribed {
        /// The agreement.
        agreement: AgreementId,
        /// The purchase order's number.
        order_id: String,
    },
    /// A purchase order came in test mode; nothing was bought (R9).
    TestCompleted {
        /// The purchase order's number.
        order_id: String,
    },
    /// The offer no longer is what was asked for (R37).
    Stale {
        /// Why, in words.
        reason: String,
    },
    /// A purchase order came and was refused.
    Refused {
        /// Why, in words.
        reason: String,
    },
    /// Taken out of the cart, or the purchase order was taken back.
    Cancelled {
        /// By what.
        reason: String,
    },
}

/// Something that happened to a requisition item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// When.
    pub at: Timestamp,
    /// What, in words.
    pub text: String,
    /// The same by its cause, where that is known: other languages are made of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub happened: Option<Happened>,
    /// Whether it tells of a document that named the other of test and production than the connection's mode (R20).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub marked: bool,
}

/// What a new requisition item is made of.
#[derive(Clone, Debug)]
pub struct Request<'a> {
    /// Its id.
    pub id: RequisitionId,
    /// The connection.
    pub connection: &'a Connection,
    /// Who asks.
    pub requester: &'a Requester,
    /// The account to subscribe.
    pub account: &'a Account,
    /// The product.
    pub product: &'a Product,
    /// The offer.
    pub offer: &'a Offer,
    /// What was chosen.
    pub choice: Choice,
    /// What that comes to.
    pub quote: Quote,
}

// === impl Requisition ===

impl Requisition {
    /// A new item in the cart.
    pub fn new(request: Request<'_>, now: Timestamp) -> Self {
        let Request { id, connection, requester, account, product, offer, choice, quote } = request;
        let asked = Happened::Asked {
            who: requester.name.clone(),
            product: product.name.clone(),
            price: quote.total,
        };
        Self {
            id,
            version: 1,
            connection: connection.id,
            mode: connection.mode,
            requester: requester.clone(),
            account: account.id,
            account_email: account.email.clone(),
            product: RequestedProduct::from(product),
            offer: offer.clone(),
            choice,
            line_form: LineForm::of(connection.settings.line_rule, &offer.pricing, &quote),
            quote,
            status: Status::InCart,
            timeline: vec![Entry::new(asked, false, now)],
            created: now,
            expires: now.saturating_add(LIFE).unwrap_or(Timestamp::MAX),
        }
    }

    /// This item with another status and what happened, one version on.
    #[must_use]
    pub fn with(mut self, status: Status, happened: Happened, now: Timestamp) -> Self {
        self.status = status;
        self.noted(happened, now)
    }

    /// This item with one more entry in its timeline, one version on.
    #[must_use]
    pub fn noted(mut self, happened: Happened, now: Timestamp) -> Self {
        self.version += 1;
        self.remarked(happened, now)
    }

    /// This item with one more entry that goes with a change that is to be written anyway.
    #[must_use]
    pub(crate) fn remarked(self, happened: Happened, now: Timestamp) -> Self {
        self.with_entry(happened, false, now)
    }

    /// The same with the mark of a document (R20).
    #[must_use]
    pub(crate) fn marked(self, happened: Happened, now: Timestamp) -> Self {
        self.with_entry(happened, true, now)
    }

    fn with_entry(mut self, happened: Happened, marked: bool, now: Timestamp) -> Self {
        if self.timeline.len() < MAX_TIMELINE {
            self.timeline.push(Entry::new(happened, marked, now));
        }
        self
    }

    /// Whether a purchase order may still fulfil it.
    pub fn is_open(&self) -> bool {
        matches!(self.status, Status::SentForApproval | Status::Stale { .. } | Status::Refused { .. })
    }

    /// Whether it was asked for in test mode (R9).
    pub fn is_test(&self) -> bool {
        self.mode == Mode::Test
    }
}

impl From<&Product> for RequestedProduct {
    fn from(product: &Product) -> Self {
        Self {
            id: product.id.clone(),
            name: product.name.clone(),
            summary: product.summary.clone(),
            product_type: product.product_type,
            seller: product.seller.name.clone(),
            setup_url: product.setup_url.clone(),
        }
    }
}

// === impl Status ===

impl Status {
    /// The status as people read it.
    pub const fn label(&self) -> &'static str {
        match self {
            Self::InCart => "In cart",
            Self::SentForApproval => "Waiting for approval",
            Self::Subscribed { .. } => "Subscribed",
            Self::TestCompleted { .. } => "Test completed, nothing bought",
            Self::Stale { .. } => "Stale",
            Self::Refused { .. } => "Refused",
            Self::Cancelled { .. } => "Cancelled",
        }
    }

    /// Why it is so, where a reason belongs to it (R40).
    pub fn reason(&self) -> Option<&str> {
        match self {
            Self::Stale { reason } | Self::Refused { reason } | Self::Cancelled { reason } => Some(reason),
            _ => None,
        }
    }
}
