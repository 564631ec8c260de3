//! Requests and subscriptions as purchases leave them in the store.

use procurement::account::{Account, AccountState};
use procurement::agreement::{Agreement, OrderLine};
use procurement::catalogue::{Choice, parse_lines, quote};
use procurement::connection::Connection;
use procurement::id::{AgreementId, RequisitionId};
use procurement::order::{
    Acceptance, Answer as Answered, Fulfilment, OrderFault, OrderKey, OrderRecord, OrderResult, Outcome,
    RefusedOrder, Unread,
};
use procurement::requisition::{Happened, Request, Requisition, Status};
use procurement::session::Requester;

use crate::world::{MEMBER, World};

const SAMPLE: &str = include_str!("../../../../cli/sample/catalogue.jsonl");
/// A contract of three instalments.
const OFFER: &str = "offer-tally-ledger-5a02";

/// A request of a member's account that waits for its approval.
pub async fn asked(world: &World, connection: &Connection) -> Requisition {
    let core = &world.configuration.core;
    let (listings, _) = parse_lines(SAMPLE, core.clock.now());
    let listing = listings.iter().find(|one| one.offers.iter().any(|one| one.id.as_str() == OFFER));
    let listing = listing.expect("a listing");
    let offer = listing.offers.iter().find(|one| one.id.as_str() == OFFER).expect("an offer");
    let choice = Choice::default();
    let quote = quote(&offer.pricing, &choice, connection.settings.blanket_amount).expect("a price");
    let requester = Requester {
        key: "ada".to_owned(),
        name: "Ada".to_owned(),
        email: None,
        language: None,
        account: None,
    };
    let account = Account {
        id: MEMBER.parse().expect("an account"),
        name: "Research".to_owned(),
        email: "research@analytics.example".to_owned(),
        state: AccountState::Active,
    };
    let (requester, account) = (&requester, &account);
    let (id, product) = (RequisitionId::new(core.ids.uuid()), &listing.product);
    let asked = Request { id, connection, requester, account, product, offer, choice, quote };
    let mut requisition = Requisition::new(asked, core.clock.now());
    requisition.status = Status::SentForApproval;
    core.store.put_requisition(&requisition).await.expect("written");
    requisition
}

/// What a purchase order makes of it that is refused for these faults.
pub async fn refused(world: &World, requisition: &Requisition, fault: OrderFault) -> RefusedOrder {
    let (core, connection) = (&world.configuration.core, requisition.connection);
    let order = Unread { connection, order_id: "PO-9", payload_id: "9@acme" };
    let answer = core.payload_id();
    let outcome = order.refused(&fault.refusal(), vec![requisition.clone()], answer, core.clock.now());
    core.store.commit_order(&outcome, None, core.clock.now()).await.expect("written");
    let Outcome::Refused(refused) = outcome else { panic!("{outcome:?}") };
    refused
}

/// What a purchase order makes of it that is accepted.
pub async fn bought(world: &World, requisition: &Requisition) -> Agreement {
    let (core, now) = (&world.configuration.core, world.configuration.core.clock.now());
    let line = OrderLine {
        order_id: "PO-1".to_owned(),
        order_date: None,
        line: 1,
        quantity: 1.into(),
        unit_price: requisition.quote.total,
        unit_of_measure: "EA".to_owned(),
        is_service: false,
        part_id: requisition.product.id.to_string(),
        reference: String::new(),
    };
    let agreement = Agreement::new(AgreementId::new(core.ids.uuid()), requisition, line, now);
    let connection = core.store.connection(requisition.connection).await.expect("a read").expect("one");
    let record = OrderRecord {
        version: 1,
        key: OrderKey { buyer: connection.buyer.clone(), order_id: "PO-1".to_owned(), order_version: 1 },
        connection: connection.id,
        digest: String::new(),
        payload_id: "2@acme".to_owned(),
        received: now,
        result: OrderResult::Accepted,
        answer: Answered { payload_id: "3@market".into(), at: now, code: 200, text: "OK".into() },
        requisitions: vec![requisition.id],
    };
    let status = Status::Subscribed { agreement: agreement.id, order_id: "PO-1".to_owned() };
    let (account, product) = (requisition.account, requisition.product.name.clone());
    let told = Happened::Subscribed { order_id: "PO-1".to_owned(), account, product };
    let requisition = requisition.clone().with(status, told, now);
    let line = Fulfilment { requisition, agreement: agreement.clone(), jobs: Vec::new() };
    let accepted = Outcome::Accepted(Acceptance { record, lines: vec![line], jobs: Vec::new() });
    core.store.commit_order(&accepted, None, now).await.expect("an agreement");
    agreement
}
