//! Removing a connection, with its safeguards (R14).

use procurement::account::{Account, AccountState};
use procurement::catalogue::{Choice, parse_lines, quote};
use procurement::connection::Connection;
use procurement::id::RequisitionId;
use procurement::requisition::{Request, Requisition, Status};
use procurement::session::Requester;

use crate::world::{MANAGEMENT, MEMBER, OPERATOR, World};

const SAMPLE: &str = include_str!("../../../../cli/sample/catalogue.jsonl");

/// A request of this connection that waits for a purchase order.
async fn wait_for_an_order(world: &World, connection: &Connection) {
    let core = &world.configuration.core;
    let now = world.clock.now();
    let line = SAMPLE.lines().find(|line| line.contains("\"prod-lumen-logs\"")).expect("a product");
    let listing = parse_lines(line, now).0.remove(0);
    let choice = Choice { months: Some(12), quantities: [("seats".to_owned(), 1)].into(), estimate: None };
    let offer = &listing.offers[0];
    let request = Request {
        id: RequisitionId::new(core.ids.uuid()),
        connection,
        requester: &Requester {
            key: "ada".to_owned(),
            name: "Ada Lovelace".to_owned(),
            email: None,
            ..Requester::default()
        },
        account: &Account {
            id: MEMBER.parse().expect("an account"),
            name: "Research".to_owned(),
            email: "aws-research@analytics.example".to_owned(),
            state: AccountState::Active,
        },
        product: &listing.product,
        offer,
        quote: quote(&offer.pricing, &choice, connection.settings.blanket_amount).expect("a price"),
        choice,
    };
    let mut requisition = Requisition::new(request, now);
    requisition.status = Status::SentForApproval;
    core.store.put_requisition(&requisition).await.expect("stored");
}

#[tokio::test]
async fn a_connection_with_requests_that_wait_is_removed_only_by_force_and_its_audit_log_stays() {
    let world = World::start().await;
    let (connection, _) = world.coupa().await;
    wait_for_an_order(&world, &connection).await;
    let operator = world.signed_in(OPERATOR).await;
    let path = format!("/console/connections/{}/remove", connection.id);

    let about = world.get(&operator, &path).await;
    assert!(about.all("main p").iter().any(|text| text.contains("1 request")), "{}", about.text);
    let refused = world.post(&operator, &path, &[("version", "1")]).await;
    assert_eq!((refused.status, refused.heading().as_str()), (409, "This was not done"));
    assert!(refused.text.contains("1 request of this connection waits"), "{}", refused.text);
    let german = world.post(&operator.clone().in_language("de"), &path, &[("version", "1")]).await;
    assert!(german.text.contains("warten noch auf eine Bestellung"), "{}", german.text);

    let forced = world.post(&operator, &path, &[("version", "1"), ("force", "on")]).await;
    assert_eq!((forced.status, forced.location()), (303, "/console/customers?done=removed"));
    let gone = world.get(&operator, &format!("/console/connections/{}", connection.id)).await;
    assert_eq!(gone.status, 404);
    let owner = world.signed_in(MANAGEMENT).await;
    let audit = world.get(&owner, "/console/audit").await;
    assert!(
        audit.all("td strong").contains(&"Connection removed".to_owned()),
        "{:?}",
        audit.all("td strong")
    );
    assert!(audit.text.contains("Purchasing"));
}

#[tokio::test]
async fn a_connection_on_which_nothing_waits_is_removed() {
    let world = World::start().await;
    let (connection, _) = world.coupa().await;
    let operator = world.signed_in(OPERATOR).await;
    let path = format!("/console/connections/{}/remove", connection.id);
    let about = world.get(&operator, &path).await;
    assert!(about.all("[name=force]").is_empty(), "nothing to force");
    assert_eq!(world.post(&operator, &path, &[("version", "1")]).await.status, 303);
}
