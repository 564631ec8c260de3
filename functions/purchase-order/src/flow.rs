//! Load, decide, commit, answer: one read, one write for the document, one transaction.

use cxml::model::{Document, Header, OrderRequest};
use platform::core::Core;
use platform::documents::Direction;
use platform::ordering;
use platform::store::{DocumentRef, LoadedOrder};
use platform::wire::{Failure, Inbound};
use procurement::connection::Connection;
use procurement::deployment;
use procurement::order::{self, Outcome, PurchaseOrder};
use procurement::sender::{self, Known};

pub(crate) async fn receive(
    core: &Core,
    inbound: &Inbound,
    header: &Header,
    request: &OrderRequest,
) -> Result<Document, Failure> {
    let buyers = sender::buyers(header)?;
    // What is refused without looking anything up is told only to a sender that is known.
    let order = order::read(&inbound.received.document.payload_id, request);
    let loaded = ordering::load(core, &buyers, order.as_ref().ok()).await?;
    let known = core.authenticate(header, &loaded.connections).await?;
    let judged = deployment::judge(&inbound.received.document, &known);
    keep(core, inbound, &known, names(request, &loaded)).await?;
    let connection = known.connection.clone();
    let outcome = match &order {
        Ok(order) => ordering::settle_judged(core, &connection, order, loaded, &judged).await?,
        Err(refusal) => ordering::refuse_unread(core, &connection, inbound, request, refusal).await?,
    };
    log(&connection, order.as_ref().ok(), &outcome);
    Ok(ordering::document(outcome.answer()))
}

/// What the document is found by: the order's number, and who asked for what it orders.
fn names(request: &OrderRequest, loaded: &LoadedOrder) -> Vec<String> {
    let mut names = vec![request.header.order_id.trim().to_owned()];
    for requisition in loaded.lines.iter().filter_map(|line| line.requisition.as_ref()) {
        names.extend(requisition.requester.names());
    }
    names.dedup();
    names
}

/// The document of an authenticated sender is stored before anything else is decided (R35).
async fn keep(core: &Core, inbound: &Inbound, known: &Known<'_>, names: Vec<String>) -> Result<(), Failure> {
    let document = DocumentRef {
        id: core.ids.uuid().to_string(),
        connection: known.connection.id,
        direction: Direction::In,
        kind: "OrderRequest",
        payload_id: &inbound.received.document.payload_id,
        names,
        code: None,
        proved_by: Some(known.secret.deployment),
        content: &inbound.raw,
    };
    Ok(core.store.put_document(&document, core.clock.now()).await?)
}

fn log(connection: &Connection, order: Option<&PurchaseOrder>, outcome: &Outcome) {
    tracing::info!(
        connection = %connection.id,
        outcome = outcome.label(),
        status = outcome.answer().code,
        lines = order.map(|order| order.lines.len()),
        "purchase order"
    );
}
