//! Sign-in to the console without passwords: a signed request gets a link, the link opens a session, once.

use jiff::{SignedDuration, Timestamp};
use platform::store::SignedIn;
use platform::table::CommitError;
use procurement::configuration::{Caller, Problem};
use url::Url;

use crate::{Configuration, Failure};

/// How long a link can be opened.
const LINK_LIFE: SignedDuration = SignedDuration::from_mins(1);
/// How long a session lasts.
const SESSION_LIFE: SignedDuration = SignedDuration::from_hours(1);

/// A session that a link opened.
#[derive(Clone)]
pub struct OpenedConsole {
    /// Goes into the cookie, and nowhere else.
    pub token: String,
    /// When it ends.
    pub until: Timestamp,
}

impl Configuration {
    /// A link that opens the console for this caller: once, within a minute.
    pub async fn console_link(&self, caller: &Caller) -> Result<(Url, Timestamp), Failure> {
        if !caller.operator {
            caller.may_describe()?;
        }
        let token = self.core.ids.token();
        let link = self.signed_in(caller, LINK_LIFE);
        self.core.store.put_console_link(&token, &link).await?;
        Ok((self.core.marketplace.url(&format!("console/enter/{token}")), link.until))
    }

    /// Uses a link up and opens a session.
    pub async fn open_console(&self, link: &str) -> Result<OpenedConsole, Failure> {
        let now = self.core.clock.now();
        let asked = self.core.store.console_link(link, now).await?.ok_or_else(used_up)?;
        let until = now.saturating_add(SESSION_LIFE).unwrap_or(Timestamp::MAX);
        let (token, session) = (self.core.ids.token(), SignedIn { since: now, until, ..asked });
        match self.core.store.open_console(link, &token, &session).await {
            Ok(()) => Ok(OpenedConsole { token, until }),
            Err(CommitError::Conflict { .. }) => Err(used_up().into()),
            Err(error) => Err(error.into()),
        }
    }

    /// The caller behind a cookie; none if the session ended. What its account may is looked up every time (R1).
    pub async fn console_caller(&self, token: &str) -> Result<Option<Caller>, Failure> {
        let Some(session) = self.core.store.console(token, self.core.clock.now()).await? else {
            return Ok(None);
        };
        self.caller(session.account, session.arn, session.permissions).await.map(Some)
    }

    /// Ends a session.
    pub async fn close_console(&self, token: &str) -> Result<(), Failure> {
        Ok(self.core.store.close_console(token).await?)
    }

    /// The sessions of the caller's account.
    pub async fn console_sessions(&self, caller: &Caller) -> Result<Vec<SignedIn>, Failure> {
        Ok(self.core.store.consoles_of(caller.account, self.core.clock.now()).await?)
    }

    /// Ends every session of the caller's account.
    pub async fn end_console_sessions(&self, caller: &Caller) -> Result<usize, Failure> {
        Ok(self.core.store.close_consoles_of(caller.account).await?)
    }

    fn signed_in(&self, caller: &Caller, life: SignedDuration) -> SignedIn {
        let since = self.core.clock.now();
        SignedIn {
            account: caller.account,
            arn: caller.arn.clone(),
            permissions: caller.permissions,
            since,
            until: since.saturating_add(life).unwrap_or(Timestamp::MAX),
        }
    }
}

fn used_up() -> Problem {
    Problem::NotFound(
        "This link was used, or is older than a minute. Ask for another one with `punchgate console`."
            .to_owned(),
    )
}
