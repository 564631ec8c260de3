//! The use cases: load, decide, commit, answer. Each takes the caller, and nothing is shown or changed that the caller
//! may not see or change.

mod approved_products;
mod bypass;
mod catalogue;
mod check;
mod connection;
mod operate;
mod organisation;
mod purchases;
mod request;
mod session;
mod subscription;
mod transfer;
mod visit;

pub use session::OpenedConsole;
pub use subscription::Subscription;

use std::str::FromStr;

use platform::table::Cursor;
use procurement::configuration::{Acting, Caller, Problem};
use procurement::connection::Connection;
use procurement::id::ConnectionId;

use crate::input::unreadable;
use crate::{Configuration, Failure};

/// One page of a list.
#[derive(Clone, Debug)]
pub struct Page<T> {
    /// What is on it.
    pub items: Vec<T>,
    /// Where the next one begins; goes into a link.
    pub next: Option<String>,
}

// === impl Configuration ===

impl Configuration {
    pub(crate) fn acting<'a>(&self, caller: &'a Caller) -> Acting<'a> {
        Acting { caller, now: self.core.clock.now() }
    }

    /// A connection that this caller may read.
    async fn readable(&self, caller: &Caller, id: ConnectionId) -> Result<Connection, Failure> {
        let connection = self.existing(id).await?;
        caller.may_describe_connection(&connection)?;
        Ok(connection)
    }

    async fn existing(&self, id: ConnectionId) -> Result<Connection, Failure> {
        let found = self.core.store.connection(id).await?;
        found.ok_or_else(|| {
            Problem::NotFound(format!("There is no connection {id} in this organisation.")).into()
        })
    }
}

fn cursor(after: Option<&str>) -> Result<Option<Cursor>, Failure> {
    after
        .map(|text| {
            Cursor::from_str(text).map_err(|_| {
                unreadable("after", "Give the `next` of the page before, or leave it out.".to_owned())
            })
        })
        .transpose()
}
