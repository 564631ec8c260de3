//! Load, decide, commit, answer: one read, one write for the document, one transaction.

use std::time::Duration;

use cxml::model::{Header, OrderRequest};
use platform::core::Core;
use platform::documents::Direction;
use platform::store::{DocumentRef, LoadedOrder};
use platform::table::CommitError;
use platform::wire::{Failure, Inbound};
use procurement::connection::{Connection, Identity};
use procurement::id::AgreementId;
use procurement::order::{self, Answer, Ids, Outcome, PurchaseOrder, Situation};
use procurement::sender;

/// How often a lost race is run again. A winner is found at the next try; more tries are for storage under pressure.
const MAX_TRIES: u32 = 6;
const FIRST_PAUSE: Duration = Duration::from_millis(10);

pub(crate) async fn receive(
    core: &Core,
    inbound: &Inbound,
    header: &Header,
    request: &OrderRequest,
) -> Result<Answer, Failure> {
    let buyers = sender::buyers(header)?;
    // What is refused without looking anything up is told only to a sender that is known.
    let order = order::read(&inbound.received.document.payload_id, request);
    let loaded = load(core, &buyers, order.as_ref().ok()).await?;
    let connection =
        sender::authenticate(header, &loaded.connections, &core.keys.secret_key(), core.clock.now())?.clone();
    keep(core, inbound, &connection).await?;
    settle(core, &buyers, &connection, &order?, loaded).await
}

async fn load(
    core: &Core,
    buyers: &[Identity],
    order: Option<&PurchaseOrder>,
) -> Result<LoadedOrder, Failure> {
    let Some(order) = order else {
        return Ok(LoadedOrder::of_connections(core.store.connections_by_buyer(buyers).await?));
    };
    let key = core.keys.reference_key();
    let (references, organisations) = (order.references(&key), order.organisations(&key));
    Ok(core.store.load_order(buyers, order, references, &organisations).await?)
}

/// The document of an authenticated sender is stored before anything else is decided (R35).
async fn keep(core: &Core, inbound: &Inbound, connection: &Connection) -> Result<(), Failure> {
    let document = DocumentRef {
        id: core.ids.uuid().to_string(),
        connection: connection.id,
        direction: Direction::In,
        kind: "OrderRequest",
        payload_id: &inbound.received.document.payload_id,
        content: &inbound.raw,
    };
    Ok(core.store.put_document(&document, core.clock.now()).await?)
}

/// Decides and commits; whoever loses a race reads again and comes to the winner's answer (R34).
async fn settle(
    core: &Core,
    buyers: &[Identity],
    connection: &Connection,
    order: &PurchaseOrder,
    mut loaded: LoadedOrder,
) -> Result<Answer, Failure> {
    for attempt in 1..=MAX_TRIES {
        load_approved(core, connection, &mut loaded).await?;
        let outcome = decide(core, connection, order, &loaded);
        match core.store.commit_order(&outcome).await {
            Ok(()) => return Ok(told(connection, order, &outcome)),
            Err(CommitError::Conflict { .. } | CommitError::Contention) if attempt < MAX_TRIES => {
                tokio::time::sleep(FIRST_PAUSE * 2_u32.pow(attempt - 1)).await;
                loaded = load(core, buyers, Some(order)).await?;
            }
            Err(error) => return Err(error.into()),
        }
    }
    Err(Failure::Temporary(format!("{MAX_TRIES} tries to write the order lost a race")))
}

/// Carts name the organisation, so that its list of approved products came with everything else (R23). Only an older
/// cart does not, or one from before the connection changed hands.
async fn load_approved(
    core: &Core,
    connection: &Connection,
    loaded: &mut LoadedOrder,
) -> Result<(), Failure> {
    let organisation = connection.organisation.management_account;
    let needed = loaded.lines.iter().any(|line| line.requisition.is_some());
    if needed && !loaded.knows_approved(organisation) {
        loaded.add_approved(organisation, core.store.approved_products(organisation).await?);
    }
    Ok(())
}

fn decide(core: &Core, connection: &Connection, order: &PurchaseOrder, loaded: &LoadedOrder) -> Outcome {
    let situation = Situation {
        connection,
        order,
        earlier: loaded.earlier(connection),
        lines: &loaded.lines,
        approved: loaded.approved(connection.organisation.management_account),
        now: core.clock.now(),
    };
    let agreements = order.lines.iter().map(|_| AgreementId::new(core.ids.uuid())).collect();
    order::decide(&situation, Ids { payload_id: core.payload_id(), agreements })
}

fn told(connection: &Connection, order: &PurchaseOrder, outcome: &Outcome) -> Answer {
    let answer = outcome.answer();
    tracing::info!(
        connection = %connection.id,
        outcome = outcome.label(),
        status = answer.code,
        lines = order.lines.len(),
        "purchase order"
    );
    answer.clone()
}
