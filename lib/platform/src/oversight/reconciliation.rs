//! What was ordered, agreed, invoiced and delivered over a connection, and what does not match (R50).

use jiff::Timestamp;
use procurement::connection::Connection;
use procurement::reconciliation::{Books, Row, reconcile};

use crate::core::Core;
use crate::table::ReadError;

/// A row for each order line of this connection.
pub async fn rows(core: &Core, connection: &Connection) -> Result<Vec<Row>, ReadError> {
    let orders = core.store.orders(connection.id, Timestamp::UNIX_EPOCH).await?;
    let agreements = core.store.agreements(connection.id).await?;
    let invoices = core.store.invoices_of(connection.id).await?;
    let now = core.clock.now();
    Ok(reconcile(&Books { connection, orders: &orders, agreements: &agreements, invoices: &invoices, now }))
}

/// Every connection of the marketplace, organisation by organisation.
pub async fn all_connections(core: &Core) -> Result<Vec<Connection>, ReadError> {
    let (mut connections, mut next) = (Vec::new(), None);
    loop {
        let page = core.store.customers(next).await?;
        for organisation in page.items {
            connections.extend(core.store.connections_of(organisation.management_account).await?);
        }
        next = page.next;
        if next.is_none() {
            return Ok(connections);
        }
    }
}
