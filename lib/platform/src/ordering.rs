//! What a purchase order comes to: load, decide, commit (R34). The same for one that arrives, and for one that is run
//! again.

use std::time::Duration;

use cxml::model::{Document, OrderRequest};
use cxml::{Status, StatusCode};
use procurement::connection::{Connection, Identity};
use procurement::deployment::Mark;
use procurement::id::AgreementId;
use procurement::order::{self, Answer, Ids, Outcome, PurchaseOrder, Situation, Unread};
use procurement::refusal::Refusal;

use crate::core::Core;
use crate::documents::Direction;
use crate::store::{DocumentRef, LoadedOrder};
use crate::table::{CommitError, ReadError};
use crate::wire::{self, Failure, Inbound};

/// How often a lost race is run again. A winner is found at the next try; more tries are for storage under pressure.
const MAX_TRIES: u32 = 6;
const FIRST_PAUSE: Duration = Duration::from_millis(10);

/// Everything that the decision needs; one read.
pub async fn load(
    core: &Core,
    buyers: &[Identity],
    order: Option<&PurchaseOrder>,
) -> Result<LoadedOrder, ReadError> {
    let Some(order) = order else {
        return Ok(LoadedOrder::of_connections(core.store.connections_by_buyer(buyers).await?));
    };
    let key = core.keys.reference_key();
    let (references, organisations) = (order.references(&key), order.organisations(&key));
    core.store.load_order(buyers, order, references, &organisations).await
}

/// Whether the order's document names another account than the connection's mode: marked, or refused (R20).
pub type Judged = Result<Option<Mark>, Refusal>;

/// Decides and commits an order whose document says nothing about its account.
pub async fn settle(
    core: &Core,
    connection: &Connection,
    order: &PurchaseOrder,
    loaded: LoadedOrder,
) -> Result<Outcome, Failure> {
    settle_judged(core, connection, order, loaded, &Ok(None)).await
}

/// Decides and commits; whoever loses a race reads again and comes to the winner's answer (R34).
pub async fn settle_judged(
    core: &Core,
    connection: &Connection,
    order: &PurchaseOrder,
    mut loaded: LoadedOrder,
    judged: &Judged,
) -> Result<Outcome, Failure> {
    for attempt in 1..=MAX_TRIES {
        load_approved(core, connection, &mut loaded).await?;
        let outcome = decide(core, connection, order, &loaded, judged);
        match commit(core, connection, &order.payload_id, &order.order_id, &outcome).await {
            Ok(()) => return Ok(outcome),
            Err(CommitError::Conflict { .. } | CommitError::Contention) if attempt < MAX_TRIES => {
                tokio::time::sleep(FIRST_PAUSE * 2_u32.pow(attempt - 1)).await;
                loaded = load(core, std::slice::from_ref(&connection.buyer), Some(order)).await?;
            }
            Err(error) => return Err(error.into()),
        }
    }
    Err(Failure::Temporary(format!("{MAX_TRIES} tries to write the order lost a race")))
}

/// What an order would come to now; nothing is written (R57).
pub async fn preview(
    core: &Core,
    connection: &Connection,
    order: &PurchaseOrder,
    judged: &Judged,
) -> Result<Outcome, ReadError> {
    let mut loaded = load(core, std::slice::from_ref(&connection.buyer), Some(order)).await?;
    load_approved(core, connection, &mut loaded).await?;
    Ok(decide(core, connection, order, &loaded, judged))
}

/// The wire form of what was decided. The same answer is the same document to the letter (R34).
pub fn document(answer: &Answer) -> Document {
    Document::response(&*answer.payload_id, answer.at, Status::new(StatusCode(answer.code), &*answer.text))
}

/// Carts name the organisation, so that its list of approved products came with everything else (R23). Only an older
/// cart does not, or one from before the connection changed hands.
async fn load_approved(
    core: &Core,
    connection: &Connection,
    loaded: &mut LoadedOrder,
) -> Result<(), ReadError> {
    let organisation = connection.organisation.management_account;
    let needed = loaded.lines.iter().any(|line| line.requisition.is_some());
    if needed && !loaded.knows_approved(organisation) {
        loaded.add_approved(organisation, core.store.approved_products(organisation).await?);
    }
    Ok(())
}

fn decide(
    core: &Core,
    connection: &Connection,
    order: &PurchaseOrder,
    loaded: &LoadedOrder,
    judged: &Judged,
) -> Outcome {
    let situation = Situation {
        connection,
        order,
        earlier: loaded.earlier(connection),
        lines: &loaded.lines,
        approved: loaded.approved(connection.organisation.management_account),
        now: core.clock.now(),
    };
    let agreements = order.lines.iter().map(|_| AgreementId::new(core.ids.uuid())).collect();
    let ids = Ids { payload_id: core.payload_id(), agreements };
    match judged {
        Err(refusal) => order::refuse_document(&situation, ids, refusal.clone()),
        Ok(None) => order::decide(&situation, ids),
        Ok(Some(mark)) => order::decide(&situation, ids).marked(mark, situation.now),
    }
}

/// The answer is kept for the inspector in the transaction that it tells of (R57).
async fn commit(
    core: &Core,
    connection: &Connection,
    payload_id: &str,
    order_id: &str,
    outcome: &Outcome,
) -> Result<(), CommitError> {
    let answer = outcome.answer();
    let text = wire::text(&document(answer));
    let kept = DocumentRef {
        id: core.ids.uuid().to_string(),
        connection: connection.id,
        direction: Direction::Out,
        kind: "Response",
        payload_id: &answer.payload_id,
        names: vec![payload_id.to_owned(), order_id.to_owned()],
        code: Some(answer.code),
        proved_by: None,
        content: text.as_bytes(),
    };
    core.store.commit_order(outcome, Some(&kept), core.clock.now()).await
}

/// Refuses an order that cannot be held against anything, where those who asked for what it names see it (R40).
pub async fn refuse_unread(
    core: &Core,
    connection: &Connection,
    inbound: &Inbound,
    request: &OrderRequest,
    refusal: &Refusal,
) -> Result<Outcome, Failure> {
    let named = order::named_requisitions(request, &core.keys.reference_key());
    let about = Unread {
        connection: connection.id,
        order_id: request.header.order_id.trim(),
        payload_id: &inbound.received.document.payload_id,
    };
    for attempt in 1..=MAX_TRIES {
        let requisitions = core.store.requisitions(&named).await?;
        let outcome = about.refused(refusal, requisitions, core.payload_id(), core.clock.now());
        match commit(core, connection, about.payload_id, about.order_id, &outcome).await {
            Ok(()) => return Ok(outcome),
            Err(CommitError::Conflict { .. } | CommitError::Contention) if attempt < MAX_TRIES => {}
            Err(error) => return Err(error.into()),
        }
    }
    Err(Failure::Temporary(format!("{MAX_TRIES} tries to note a refusal lost a race")))
}
