//! Sign-in to the console: links that are used once, and the sessions that they open. Both are kept under the digest of a
//! token that only the browser has.

use jiff::{SignedDuration, Timestamp};
use procurement::account::AccountId;
use procurement::configuration::Permissions;
use serde::{Deserialize, Serialize};

use super::{Store, decode, keys, record};
use crate::table::{CommitError, Condition, Gsi1, Index, Query, ReadError, Transaction};

/// Who signed in: as much as the signed request proved. What the account may do is looked up at every request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignedIn {
    /// The account.
    pub account: AccountId,
    /// The person or role in it.
    pub arn: String,
    /// What its policies permitted (R2).
    pub permissions: Permissions,
    /// When the link was asked for, or the session opened.
    pub since: Timestamp,
    /// When it ends.
    pub until: Timestamp,
}

/// The most sessions that are listed and ended together.
const LISTED: u32 = 100;
/// DynamoDB removes what has expired some time later; the time is checked when it is read.
const KEPT: SignedDuration = SignedDuration::from_hours(1);

impl Store {
    /// Keeps a link that opens the console.
    pub async fn put_console_link(&self, token: &str, signed_in: &SignedIn) -> Result<(), CommitError> {
        let link = record(keys::console_link(token), signed_in).expires(end(signed_in));
        self.commit(Transaction::new().put_new(&link)).await
    }

    /// What a link was made for, if it can still be used.
    pub async fn console_link(&self, token: &str, now: Timestamp) -> Result<Option<SignedIn>, ReadError> {
        let link: Option<SignedIn> = self.get(&keys::console_link(token)).await?;
        Ok(link.filter(|link| now < link.until))
    }

    /// Uses a link up and opens a session, in one transaction: of two browsers with one link, one gets in.
    pub async fn open_console(&self, link: &str, token: &str, session: &SignedIn) -> Result<(), CommitError> {
        let place = Gsi1::new(keys::consoles_of(session.account), session.since.to_string());
        let opened = record(keys::console(token), session).expires(end(session)).gsi1(place);
        let transaction = Transaction::new().delete_if(keys::console_link(link), Condition::Present);
        self.commit(transaction.put_new(&opened)).await
    }

    /// The session of this token, while it lasts.
    pub async fn console(&self, token: &str, now: Timestamp) -> Result<Option<SignedIn>, ReadError> {
        let session: Option<SignedIn> = self.get(&keys::console(token)).await?;
        Ok(session.filter(|session| now < session.until))
    }

    /// Ends a session.
    pub async fn close_console(&self, token: &str) -> Result<(), CommitError> {
        self.commit(Transaction::new().delete(keys::console(token))).await
    }

    /// The sessions of an account.
    pub async fn consoles_of(&self, account: AccountId, now: Timestamp) -> Result<Vec<SignedIn>, ReadError> {
        let query = Query::on(Index::Gsi1, keys::consoles_of(account)).limit(LISTED);
        let items = self.table.query(&query).await?.items;
        let sessions: Vec<SignedIn> = items.into_iter().map(decode).collect::<Result<_, _>>()?;
        Ok(sessions.into_iter().filter(|session| now < session.until).collect())
    }

    /// Ends every session of an account; how many there were.
    pub async fn close_consoles_of(&self, account: AccountId) -> Result<usize, CloseError> {
        let query = Query::on(Index::Gsi1, keys::consoles_of(account)).limit(LISTED);
        let items = self.table.query(&query).await?.items;
        let transaction =
            items.iter().fold(Transaction::new(), |transaction, item| transaction.delete(item.key.clone()));
        if !items.is_empty() {
            self.commit(transaction).await?;
        }
        Ok(items.len())
    }
}

/// Why sessions could not be ended.
#[derive(Debug, thiserror::Error)]
pub enum CloseError {
    /// They could not be read.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// They could not be written.
    #[error(transparent)]
    Commit(#[from] CommitError),
}

fn end(signed_in: &SignedIn) -> Timestamp {
    signed_in.until.saturating_add(KEPT).unwrap_or(Timestamp::MAX)
}
