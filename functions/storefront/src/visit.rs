//! A page view within a session: whose it is, whether it still lasts, and that it lasts on (R25).

use jiff::{SignedDuration, Timestamp};
use platform::table::CommitError;
use procurement::account::AccountId;
use procurement::approved_products::{ApprovedProducts, approval};
use procurement::connection::Connection;
use procurement::direct::own_connection;
use procurement::id::{ConnectionId, OfferId, ProductId};
use procurement::mail::Language;
use procurement::reason::Reason;
use procurement::session::{IDLE_LIFE, Operation, Session, SessionState};

use crate::Storefront;
use crate::chrome::{Chrome, Place, Shopping};
use crate::failure::Failure;
use crate::language::Browser;
use crate::notice::Notice;
use crate::texts::Texts;
use crate::way::Direct;

/// Longer texts are no key of ours.
const LONGEST_KEY: usize = 100;
/// A session in use is written again after this long, not at every page.
const EXTENDED_EVERY: SignedDuration = SignedDuration::from_mins(1);

/// A page view within a session.
#[derive(Clone, Debug)]
pub struct Visit {
    pub key: String,
    pub session: Session,
    pub connection: Connection,
    /// What the organisation approves, if it has a list (R23).
    pub approved: Option<ApprovedProducts>,
    /// What a visit without a punch-out depends on besides (R11).
    pub direct: Option<Direct>,
    pub now: Timestamp,
    chrome: Chrome,
}

impl Storefront {
    /// The session of a page that is looked at; it lasts on.
    pub async fn visit(&self, key: &str, browser: Browser) -> Result<Visit, Failure> {
        let mut visit = self.visit_to_change(key, browser).await?;
        if may_be_extended(&visit.session, visit.now) {
            self.extend(&mut visit).await;
        }
        Ok(visit)
    }

    /// The session of a request that is about to write it, and so to extend it, itself.
    pub async fn visit_to_change(&self, key: &str, browser: Browser) -> Result<Visit, Failure> {
        let visit = self.load_visit(key, browser).await?;
        match visit.ended() {
            None => Ok(visit),
            Some(notice) => Err(Failure::from(notice).within(|| visit.chrome(Place::Elsewhere))),
        }
    }

    /// The session of this key, in whatever state it is.
    pub async fn load_visit(&self, key: &str, browser: Browser) -> Result<Visit, Failure> {
        let unknown = || Failure::from(Notice::SessionUnknown);
        if key.len() > LONGEST_KEY {
            return Err(unknown());
        }
        let session = self.core.store.session(key).await?.ok_or_else(unknown)?;
        let connection = self.connection_of(&session).await?.ok_or_else(unknown)?;
        let direct = Direct::of(self, &session).await?;
        let organisation = connection.organisation.management_account;
        let approved = self.core.store.approved_products(organisation).await?;
        let told = session.requester.language.as_deref();
        let language = told.map_or(browser.0, |tag| Language::of(Some(tag)));
        let chrome = Chrome::of_store(self, language).over(&connection);
        let chrome = direct.iter().fold(chrome, |chrome, direct| chrome.over_direct(direct));
        let now = self.core.clock.now();
        Ok(Visit { key: key.to_owned(), session, connection, approved, direct, now, chrome })
    }

    /// The connection of a session; of a direct visit the organisation itself (R11).
    async fn connection_of(&self, session: &Session) -> Result<Option<Connection>, Failure> {
        match &session.direct {
            Some(visitor) => {
                let own = own_connection(visitor, &self.core.marketplace.supplier, self.core.clock.now());
                Ok(Some(own))
            }
            None => Ok(self.core.store.connection(session.connection).await?),
        }
    }

    /// A page is shown whether or not this succeeds: a conflict means that another page did it.
    async fn extend(&self, visit: &mut Visit) {
        let used = visit.session.clone().used(visit.now);
        match self.core.store.put_session(&visit.key, &used, &[]).await {
            Ok(()) => visit.session = used,
            Err(CommitError::Conflict { .. } | CommitError::Contention) => {}
            Err(error) => tracing::warn!(%error, "a session could not be extended"),
        }
    }
}

fn may_be_extended(session: &Session, now: Timestamp) -> bool {
    let full = now.saturating_add(IDLE_LIFE).unwrap_or(Timestamp::MAX);
    session.expires.duration_until(full) >= EXTENDED_EVERY
}

// === impl Visit ===

impl Visit {
    /// What stands around this session's pages.
    pub fn chrome(&self, place: Place) -> Chrome {
        let mut chrome = self.chrome.clone();
        chrome.shopping = Some(Shopping {
            home: self.home(),
            items: self.session.cart.len(),
            read_only: self.session.is_read_only(),
            editing: self.session.operation == Operation::Edit,
            requester: self.session.requester.name.clone(),
            direct: self.direct.as_ref().map(|direct| direct.note(&self.connection, self.chrome.t)),
            ends: (self.chrome.t.formats.time)(self.session.expires),
            left: self.now.duration_until(self.session.expires).as_secs(),
            place,
        });
        if self.ended().is_some() {
            chrome.shopping = None;
        }
        chrome
    }

    /// The texts of this session's language.
    pub fn t(&self) -> &'static Texts {
        self.chrome.t
    }

    /// A reason in this session's language.
    pub fn words(&self, why: &impl Reason) -> String {
        why.words(self.chrome.t.language)
    }

    /// The path of this session's first page.
    pub fn home(&self) -> String {
        format!("{}/s/{}", self.chrome.root, self.key)
    }

    /// The path of an offer's page.
    pub fn offer_page(&self, offer: &OfferId) -> String {
        format!("{}/offers/{offer}", self.home())
    }

    /// The accounts by which private offers are judged: the management account and the requester's own.
    pub fn accounts(&self) -> Vec<AccountId> {
        let management = self.connection.organisation.management_account;
        [Some(management), self.session.requester.account].into_iter().flatten().collect()
    }

    /// Whether the organisation approves this product (R23).
    pub fn may_buy(&self, product: &ProductId) -> Result<(), Notice> {
        approval(self.approved.as_ref(), product).map_err(Notice::NotApproved)
    }

    /// Whether something of this connection belongs to the requester (R42).
    pub fn owns(&self, connection: ConnectionId, requester: &str) -> bool {
        connection == self.connection.id && requester == self.session.requester.key
    }

    /// Why the session's pages are no longer shown, if they are not.
    fn ended(&self) -> Option<Notice> {
        match &self.session.state {
            SessionState::Offered => Some(Notice::SessionUnknown),
            SessionState::Returned { .. } => {
                Some(Notice::CartSent { again: format!("{}/return", self.home()) })
            }
            SessionState::Shopping => self.session.is_over(self.now).then_some(Notice::SessionOver),
        }
    }
}

// === impl Chrome ===

impl Chrome {
    /// The same for pages that belong to this connection.
    #[must_use]
    pub fn over(mut self, connection: &Connection) -> Self {
        self.test |= connection.is_test();
        self.system = connection.system.label();
        self.form_hosts.clone_from(&connection.settings.form_hosts);
        self
    }
}
