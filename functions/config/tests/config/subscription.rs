//! Subscriptions by the API: seen by their owner, changed, ended and metered by the operator (R39, R42, R47).

use procurement::account::{Account, AccountState};
use procurement::agreement::{Agreement, OrderLine};
use procurement::catalogue::{Choice, parse_lines, quote};
use procurement::id::{AgreementId, ConnectionId, RequisitionId};
use procurement::order::{
    Acceptance, Answer as Answered, Fulfilment, OrderKey, OrderRecord, OrderResult, Outcome,
};
use procurement::requisition::{Happened, Request, Requisition, Status};
use procurement::session::Requester;
use serde_json::{Value, json};

use crate::world::{MANAGEMENT, MEMBER, OPERATOR, World};

const SAMPLE: &str = include_str!("../../../../cli/sample/catalogue.jsonl");

/// A member's account bought this offer; the paths of its subscription for readers and for the operator.
async fn bought(world: &World, offer: &str) -> (String, String) {
    let id: ConnectionId = world.coupa().await.field("/connection/id").parse().expect("an id");
    let core = &world.configuration.core;
    let connection = core.store.connection(id).await.expect("a read").expect("a connection");
    let (listings, _) = parse_lines(SAMPLE, core.clock.now());
    let listing = listings.iter().find(|one| one.offers.iter().any(|one| one.id.as_str() == offer));
    let listing = listing.expect("a listing");
    let found = listing.offers.iter().find(|one| one.id.as_str() == offer).expect("an offer");
    let choice = Choice::default();
    let priced = quote(&found.pricing, &choice, connection.settings.blanket_amount).expect("a price");
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
        email: "research@acme.example".to_owned(),
        state: AccountState::Active,
    };
    let request = Request {
        id: RequisitionId::new(core.ids.uuid()),
        connection: &connection,
        requester: &requester,
        account: &account,
        product: &listing.product,
        offer: found,
        choice,
        quote: priced,
    };
    let mut requisition = Requisition::new(request, core.clock.now());
    requisition.status = Status::SentForApproval;
    core.store.put_requisition(&requisition).await.expect("written");
    order(world, requisition.clone()).await;
    let path = format!("connections/{id}/requests/{}/subscription", requisition.id);
    (format!("/config/{path}"), format!("/config/operator/{path}"))
}

/// What a purchase order makes of a request.
async fn order(world: &World, requisition: Requisition) {
    let (core, now) = (&world.configuration.core, world.configuration.core.clock.now());
    let total = requisition.quote.total;
    let line = OrderLine {
        order_id: "PO-1".to_owned(),
        order_date: None,
        line: 1,
        quantity: 1.into(),
        unit_price: total,
        unit_of_measure: "EA".to_owned(),
        is_service: false,
        part_id: requisition.product.id.to_string(),
        reference: String::new(),
    };
    let agreement = Agreement::new(AgreementId::new(core.ids.uuid()), &requisition, line, now);
    let status = Status::Subscribed { agreement: agreement.id, order_id: "PO-1".to_owned() };
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
    let (account, product) = (requisition.account, requisition.product.name.clone());
    let told = Happened::Subscribed { order_id: "PO-1".to_owned(), account, product };
    let requisition = requisition.with(status, told, now);
    let line = Fulfilment { requisition, agreement, jobs: Vec::new() };
    let accepted = Outcome::Accepted(Acceptance { record, lines: vec![line], jobs: Vec::new() });
    core.store.commit_order(&accepted, None, now).await.expect("an agreement");
}

#[tokio::test]
async fn the_operator_changes_and_ends_what_its_owner_sees() {
    let world = World::start().await;
    let (seen, operated) = bought(&world, "offer-tally-ledger-5a02").await;
    let before = world.ask(MANAGEMENT, "GET", &seen, None).await;
    assert_eq!(
        (before.status, before.field("/total/amount")),
        (200, "10000.00".to_owned()),
        "{}",
        before.text
    );
    assert_eq!(before.field("/charges/2/number"), "3");

    let waived = json!({"version": 1, "reason": "As agreed.", "charges": [{"number": 3, "amount": "0"}]});
    let owner = world.ask(MANAGEMENT, "PATCH", &operated, Some(waived.clone())).await;
    assert_eq!(owner.status, 403, "{}", owner.text);
    let changed = world.ask(OPERATOR, "PATCH", &operated, Some(waived.clone())).await;
    assert_eq!((changed.status, changed.field("/charges/2/amount/amount")), (200, "0.00".to_owned()));
    let late = world.ask(OPERATOR, "PATCH", &operated, Some(waived)).await;
    assert_eq!((late.status, late.field("/code")), (409, "changed".to_owned()));
    for (charges, status, code) in [
        (json!([{"number": 3, "amount": "99999"}]), 409, "conflict"),
        (json!([{"number": 9, "amount": "1"}]), 400, "invalid"),
        (json!([{"number": 0, "amount": "1"}]), 400, "invalid"),
        (json!([{"number": 1, "amount": "much"}]), 400, "invalid"),
        (json!([]), 409, "conflict"),
    ] {
        let body: Value = json!({"version": 2, "reason": "Why.", "charges": charges});
        let refused = world.ask(OPERATOR, "PATCH", &operated, Some(body)).await;
        assert_eq!((refused.status, refused.field("/code").as_str()), (status, code), "{}", refused.text);
    }

    let end = json!({"version": 2, "reason": "Withdrawn."});
    let ended = world.ask(OPERATOR, "POST", &format!("{operated}/end"), Some(end)).await;
    assert_eq!((ended.status, ended.field("/ended/reason")), (200, "Withdrawn.".to_owned()));
    assert!(ended.field("/ended/by").contains(OPERATOR), "{}", ended.text);
    let again = json!({"version": 3, "reason": "Once more."});
    let again = world.ask(OPERATOR, "POST", &format!("{operated}/end"), Some(again)).await;
    assert_eq!((again.status, again.field("/field")), (409, "ended".to_owned()), "{}", again.text);
}

#[tokio::test]
async fn a_measurement_is_recorded_once() {
    let world = World::start().await;
    let (seen, operated) = bought(&world, "offer-harbor-scan-payg").await;
    let before = world.ask(MANAGEMENT, "GET", &seen, None).await;
    assert_eq!(before.field("/usage/used/amount"), "0.00", "{}", before.text);
    let (listings, _) = parse_lines(SAMPLE, world.configuration.core.clock.now());
    let pricing =
        listings.iter().flat_map(|one| &one.offers).find(|one| one.id.as_str() == "offer-harbor-scan-payg");
    let rate = match &pricing.expect("an offer").pricing {
        procurement::catalogue::Pricing::PayAsYouGo { rates, .. } => rates[0].name.clone(),
        other => panic!("{other:?}"),
    };
    let measured = json!({"id": "a", "rate": rate, "quantity": "100"});
    for recorded in ["true", "false"] {
        let answer = world.ask(OPERATOR, "POST", &format!("{operated}/usage"), Some(measured.clone())).await;
        assert_eq!((answer.status, answer.field("/recorded")), (200, recorded.to_owned()), "{}", answer.text);
    }
    let after = world.ask(MANAGEMENT, "GET", &seen, None).await;
    assert_eq!(after.field("/usage/months/0/month"), "2026-11");
    assert_ne!(after.field("/usage/used/amount"), "0.00");
    let unknown = json!({"id": "b", "rate": "Nothing", "quantity": "1"});
    let refused = world.ask(OPERATOR, "POST", &format!("{operated}/usage"), Some(unknown)).await;
    assert_eq!((refused.status, refused.field("/field")), (400, "rate".to_owned()), "{}", refused.text);
}
