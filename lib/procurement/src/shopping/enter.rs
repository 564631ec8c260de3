//! The StartPage is opened: once, and soon (R21).

use jiff::Timestamp;

use crate::account::AccountId;
use crate::session::{Session, SessionState};

/// Why a StartPage opens nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotEntered {
    /// Somebody opened it before.
    #[error("This link was opened before, and it opens the marketplace only once.")]
    Used,
    /// Nobody opened it in time.
    #[error("This link is older than five minutes and no longer opens the marketplace.")]
    Expired,
}

/// The session once its StartPage is opened at `now`, with the account that the requester chose last (R30).
pub fn enter(session: Session, account: Option<AccountId>, now: Timestamp) -> Result<Session, NotEntered> {
    match session.state {
        SessionState::Shopping | SessionState::Returned { .. } => Err(NotEntered::Used),
        SessionState::Offered if session.is_over(now) => Err(NotEntered::Expired),
        SessionState::Offered => {
            let mut session = session.started(now);
            session.requester.account = account.or(session.requester.account);
            Ok(session)
        }
    }
}
