//! A shopping session: what a punch-out opened, and the cart that is being filled in it.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use url::Url;

use crate::account::AccountId;
use crate::connection::{SecretKey, hash_secret};
use crate::deployment::Mark;
use crate::direct::DirectVisitor;
use crate::id::{ConnectionId, ProductId, RequisitionId};

/// How long a StartPage URL can be opened (R21).
pub const START_PAGE_LIFE: SignedDuration = SignedDuration::from_mins(5);
/// How long a session lasts without a page being opened (R25).
pub const IDLE_LIFE: SignedDuration = SignedDuration::from_mins(60);
/// The most items in a cart.
pub const MAX_CART: usize = 10;

/// A shopping session. Its key is a secret and travels in the path of its pages; the store knows only
/// the key's digest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Session {
    /// Counts the changes, for optimistic locking.
    pub version: u64,
    /// The connection that was punched out from; for a direct visit what stands for the organisation itself.
    pub connection: ConnectionId,
    /// What the procurement system wants (R21).
    pub operation: Operation,
    /// Who shops.
    pub requester: Requester,
    /// Given back unchanged (R28): the content of `BuyerCookie`, as it came.
    pub buyer_cookie: String,
    /// Where the cart goes.
    pub form_post: Url,
    /// The payloadID of the PunchOutSetupRequest.
    pub setup_payload_id: String,
    /// The product that the procurement system selected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub selected: Option<SelectedProduct>,
    /// What is in the cart.
    pub cart: Vec<RequisitionId>,
    /// What the former cart held that was opened again (R21).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub former: Vec<RequisitionId>,
    /// The buyer's page through which the browser goes first (R26).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sign_on: Option<Url>,
    /// Who visits without a punch-out (R11); such a session has no procurement system to go back to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub direct: Option<DirectVisitor>,
    /// How far the session has come.
    pub state: SessionState,
    /// That the punch-out named another account than the connection's mode (R20).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mark: Option<Mark>,
    /// When it was opened.
    pub created: Timestamp,
    /// When it ends unless a page is opened before.
    pub expires: Timestamp,
}

/// What the procurement system wants of a punch-out (R21).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Operation {
    /// A new cart.
    Create,
    /// A former cart, to be changed.
    Edit,
    /// A former cart, to be looked at.
    Inspect,
}

/// What a SelectedItem came to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SelectedProduct {
    /// A product of this id, if the catalogue has it.
    Product(ProductId),
    /// Something that cannot be one of ours; the words are searched for.
    Unknown(String),
}

/// How far a session has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum SessionState {
    /// The StartPage was given out and not opened yet.
    Offered,
    /// Somebody shops.
    Shopping,
    /// The cart, or the word that there is none, is on its way back; the document is always the
    /// same (R28).
    Returned {
        /// The PunchOutOrderMessage as it was first made.
        document: String,
    },
}

/// Who shops, as the procurement system tells.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Requester {
    /// What names the person at the buyer; two requesters of a connection differ in it.
    pub key: String,
    /// The person's name, or what stands for it.
    pub name: String,
    /// The person's mail address, if told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// The person's language, as a tag such as `de-DE`, if told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// The account chosen last (R30).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account: Option<AccountId>,
}

/// The key of the session that a StartPage's token opens. Who reads the token in a log later cannot
/// make the key of it.
pub fn key_of(token: &str, key: &SecretKey) -> String {
    URL_SAFE_NO_PAD.encode(hash_secret(key, &format!("session {token}")))
}

// === impl Requester ===

impl Requester {
    /// What a document of this person is found by.
    pub fn names(&self) -> Vec<String> {
        let mut names = vec![self.name.clone()];
        names.extend(self.email.clone());
        if !names.contains(&self.key) {
            names.push(self.key.clone());
        }
        names
    }
}

// === impl Session ===

impl Session {
    /// Whether the session is over at `now` because nobody used it (R25).
    pub fn is_over(&self, now: Timestamp) -> bool {
        self.expires <= now
    }

    /// The session after somebody used it at `now`: it lasts for another while (R25).
    #[must_use]
    pub fn used(mut self, now: Timestamp) -> Self {
        self.version += 1;
        self.expires = now.saturating_add(IDLE_LIFE).unwrap_or(Timestamp::MAX);
        self
    }

    /// The session once its StartPage was opened, which can be done once (R21).
    #[must_use]
    pub fn started(self, now: Timestamp) -> Self {
        let mut session = self.used(now);
        session.state = SessionState::Shopping;
        session
    }

    /// Whether the cart may be changed.
    pub fn is_read_only(&self) -> bool {
        self.operation == Operation::Inspect
    }
}
