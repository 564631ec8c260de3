//! The requests of a connection, for its administrators (R40, R42).

use procurement::configuration::Caller;
use procurement::id::ConnectionId;
use procurement::requisition::Requisition;

use crate::{Configuration, Failure};

/// The most requests that are listed.
const LISTED: usize = 500;

impl Configuration {
    /// The last requests of a connection, the newest first.
    pub async fn requests(&self, caller: &Caller, id: ConnectionId) -> Result<Vec<Requisition>, Failure> {
        self.readable(caller, id).await?;
        let mut requests = self.core.store.all_requisitions_of(id).await?;
        requests.sort_by_key(|request| std::cmp::Reverse((request.created, request.id)));
        requests.truncate(LISTED);
        Ok(requests)
    }
}
