//! A punch-out session, from the setup request to the cart that comes back.

use crate::{DocumentId, Status};
use jiff::Timestamp;
use std::time::Duration;
use url::Url;

/// What the requester means to do at the marketplace.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operation {
    /// Shop for something new.
    Create,
    /// Change lines that were returned before.
    Edit,
    /// Look at lines that were returned before.
    Inspect,
    /// Ask for quotes; the marketplace answers 450.
    Source,
}

impl Operation {
    /// The word on the wire.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Create => "create",
            Self::Edit => "edit",
            Self::Inspect => "inspect",
            Self::Source => "source",
        }
    }
}

/// Lines of a requisition that a session was opened for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reopened {
    /// The requisition's number.
    pub requisition: u32,
    /// Line numbers in it.
    pub lines: Vec<u32>,
}

/// How far a session has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stage {
    /// The setup request is under way or was refused.
    Opening,
    /// The requester is at the marketplace.
    Shopping,
    /// A cart came back; this is its text, for recognising an identical repeat.
    Returned {
        /// The document that came back.
        poom: String,
        /// What became of it.
        checkout: Checkout,
    },
}

/// What became of a cart that was posted here and accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Checkout {
    /// Lines are in this requisition now.
    Cart {
        /// The requisition's number.
        requisition: u32,
        /// The identical document had been received before; nothing changed.
        repeated: bool,
    },
    /// The session ended and nothing changed (Status 204, an inspection, or an empty new cart).
    Unchanged,
    /// The edited lines were deleted at the marketplace.
    Emptied {
        /// The requisition they were in.
        requisition: u32,
    },
}

/// One punch-out.
#[derive(Clone, Debug)]
pub struct Session {
    /// `N` in `checkout?id=N`.
    pub number: u32,
    /// `UniqueName` of the requester.
    pub requester: String,
    /// What it is for.
    pub operation: Operation,
    /// Sent with the setup request and expected back unchanged.
    pub buyer_cookie: String,
    /// The setup request's payloadID.
    pub payload_id: String,
    /// Shown in a frame of this system's own page.
    pub framed: bool,
    /// For edit and inspect: the lines sent along.
    pub reopened: Option<Reopened>,
    /// How far it has come.
    pub stage: Stage,
    /// Where the marketplace let the browser in.
    pub start_page: Option<Url>,
    /// Why a setup or a returned cart was last refused, as shown to the requester.
    pub refusal: Option<String>,
    /// When the setup request was sent.
    pub opened: Timestamp,
}

/// What came of a setup request.
#[derive(Clone, Debug)]
pub struct SetupAnswer {
    /// The session's number, for [`crate::Buyer::receive_cart`].
    pub session: u32,
    /// Sent with the request.
    pub buyer_cookie: String,
    /// The request's payloadID.
    pub payload_id: String,
    /// BrowserFormPost as sent.
    pub form_post_url: String,
    /// HTTP status of the answer, if there was one.
    pub http_status: Option<u16>,
    /// Status in the answer's body, if there was one.
    pub status: Option<Status>,
    /// Where the browser goes next.
    pub start_page: Option<Url>,
    /// What the requester is shown instead, e.g. "No status element in setup response".
    pub refusal: Option<String>,
    /// From sending to the last byte of the answer.
    pub elapsed: Duration,
    /// The request among [`crate::Buyer::documents`].
    pub sent: DocumentId,
    /// The answer among [`crate::Buyer::documents`].
    pub received: Option<DocumentId>,
}

impl SetupAnswer {
    /// The Status code in the answer's body.
    #[must_use]
    pub fn code(&self) -> Option<u16> {
        self.status.as_ref().map(|status| status.code)
    }
}
