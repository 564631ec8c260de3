//! What a visitor may do who comes to the store without a punch-out (R11, R13).

use url::Url;

use super::{Connection, ProcurementSystem};

/// What a direct visitor's purchase comes to. Every connection named here is enabled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DirectVisit<'a> {
    /// Nothing stands against it: the visitor may subscribe natively.
    Native,
    /// The browser goes to this page of the procurement system, and the choice waits for the next punch-out (R11).
    Redirected {
        /// The connection that redirects.
        connection: &'a Connection,
        /// Its approval-request URL.
        to: &'a Url,
    },
    /// Purchases begin in SAP Ariba; the visitor is told so (R13).
    BeginsInAriba {
        /// The connection.
        connection: &'a Connection,
    },
}

/// What holds for a direct visitor of the organisation whose connections these are. Test mode has no say in it (R11).
/// Of several connections one that redirects decides; otherwise one to Coupa, which lets the visitor buy.
pub fn direct_visit(connections: &[Connection]) -> DirectVisit<'_> {
    let enabled = || connections.iter().filter(|connection| connection.enabled);
    let redirected = enabled().find_map(|connection| {
        connection.redirects_to().map(|to| DirectVisit::Redirected { connection, to })
    });
    if let Some(redirected) = redirected {
        return redirected;
    }
    let coupa = enabled().any(|connection| connection.system == ProcurementSystem::Coupa);
    match enabled().find(|connection| connection.system == ProcurementSystem::SapAriba) {
        Some(connection) if !coupa => DirectVisit::BeginsInAriba { connection },
        _ => DirectVisit::Native,
    }
}

// === impl Connection ===

impl Connection {
    /// Where a purchase is sent that starts on the marketplace itself, if **Enable redirect** is on (R11; Coupa only).
    pub fn redirects_to(&self) -> Option<&Url> {
        let redirects = self.enabled && self.settings.redirect && self.system == ProcurementSystem::Coupa;
        self.settings.approval_url.as_ref().filter(|_| redirects)
    }
}
