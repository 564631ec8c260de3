//! Visits without a punch-out (R11, R13, R16, R18, R27).

use std::collections::BTreeSet;

use procurement::agreement::Origin;
use procurement::approved_products::ApprovedProducts;
use procurement::configuration::{
    Acting, Caller, OrganisationDraft, OrganisationSettings, Permissions, Standing, change_organisation,
};
use procurement::connection::{Mode, ProcurementSystem};
use procurement::direct::own_id;
use procurement::requisition::Status;
use procurement::session::SelectedProduct;

use crate::world::{MANAGEMENT, MEMBER, PunchOut, World};

const LOGS: &str = "offer-lumen-logs-standard";
const CHOSEN: [(&str, &str); 3] = [("account", MEMBER), ("months", "12"), ("quantity.seats", "3")];

async fn redirecting() -> World {
    let mut world = World::new(Mode::Live).await;
    world
        .change_connection(|connection| {
            connection.settings.redirect = true;
            let url = "https://acme.coupahost.com/requisition_headers/new";
            connection.settings.approval_url = Some(url.parse().expect("a URL"));
        })
        .await;
    world
}

/// Switches purchase order management on, as the administrator does (R18).
async fn manage_purchase_orders(world: &World) {
    let organisation = world.connection.organisation.clone();
    let caller = Caller {
        account: MANAGEMENT.parse().expect("an account"),
        arn: "arn:aws:iam::111122223333:user/administrator".to_owned(),
        permissions: Permissions::ALL,
        standing: Standing::Management(organisation.clone()),
        operator: false,
    };
    let acting = Acting { caller: &caller, now: world.now() };
    let draft = OrganisationDraft { purchase_order_management: Some(true), ..OrganisationDraft::default() };
    let before = OrganisationSettings::of(organisation);
    let (after, audit) = change_organisation(&acting, &before, 0, &draft, false).expect("changed");
    world.core.store.commit_organisation(&after, &audit, world.core.ids.uuid()).await.expect("saved");
}

#[tokio::test]
async fn with_redirect_off_a_visitor_subscribes_natively_for_their_own_account_and_no_other() {
    let world = World::new(Mode::Live).await;
    let home = world.visit_directly("ada@acme.example").await;
    let first = world.get(&home).await;
    first.is(200).says("You are shopping directly for Acme").says("Shopping as ada@acme.example.");
    assert_eq!(first.count(".cart-link"), 0, "there is no cart to send anywhere");
    let page = world.get(&format!("{home}/offers/{LOGS}")).await;
    page.is(200).says("Subscribe").says("on the AWS bill").does_not_say("Purchase order number");
    assert_eq!(page.attributes("#account option[value]:not([value=\"\"])", "value"), [MEMBER]);
    let action = page.attributes("main form", "action").remove(0);
    let ticket = page.attributes("[name=ticket]", "value").remove(0);
    let mut fields = CHOSEN.to_vec();
    fields.push(("ticket", &ticket));

    // A double click buys once.
    for _ in 0..2 {
        let done = world.post(&action, &fields).await;
        done.is(303);
        assert_eq!(done.location(), format!("{home}/subscriptions/{ticket}"));
    }
    let agreements =
        world.core.store.agreements(own_id(MANAGEMENT.parse().expect("an account"))).await.expect("read");
    assert_eq!(agreements.len(), 1);
    assert_eq!((agreements[0].origin, agreements[0].account.as_str()), (Origin::Direct, MEMBER));
    let list = world.get(&format!("{home}/subscriptions")).await;
    list.says("Lumen Logs").says("Bought on the marketplace itself");
    world.get(&format!("{home}/subscriptions/{ticket}")).await.is(200).says("Charges are on the AWS bill");
    let due = world.core.store.due_jobs(procurement::job::Worker::Notify, world.now()).await.expect("read");
    for kind in ["mail-", "event-"] {
        assert_eq!(due.iter().filter(|job| job.starts_with(kind)).count(), 1, "one {kind}: {due:?}");
    }

    let other = [("account", MANAGEMENT), ("months", "12"), ("quantity.seats", "3")];
    world.post(&action, &other).await.is(422).says("Choose the account to subscribe.");
    let shop = world.shop().await;
    world.get(&format!("{shop}/subscriptions")).await.does_not_say("Lumen Logs");
}

#[tokio::test]
async fn with_redirect_on_the_choice_waits_for_that_persons_next_punch_out_and_the_server_refuses_to_sell() {
    let world = redirecting().await;
    let home = world.visit_directly("Jim").await;
    world.get(&home).await.says("Your organisation buys through Coupa");
    let page = world.get(&format!("{home}/offers/{LOGS}")).await;
    page.is(200).says("Request approval").says("Your choice waits for 30 days");
    let policy = page.header("content-security-policy");
    assert!(policy.contains("form-action 'self' https://acme.coupahost.com;"), "{policy}");
    let subscribe = format!("{home}/offers/{LOGS}/subscribe");
    world
        .post(&subscribe, &CHOSEN)
        .await
        .is(409)
        .says("Your organisation buys in this marketplace through Coupa");

    let ticket = page.attributes("[name=ticket]", "value").remove(0);
    let mut fields = CHOSEN.to_vec();
    fields.push(("ticket", &ticket));
    for _ in 0..2 {
        let gone = world.post(&page.attributes("main form", "action")[0], &fields).await;
        gone.is(303);
        assert_eq!(gone.location(), "https://acme.coupahost.com/requisition_headers/new");
    }

    // Somebody else's punch-out does not get it, and neither does one that asks for a product.
    let ann = world.shop_as(PunchOut { requester: "ann", ..PunchOut::default() }).await;
    assert!(world.read_session(&ann).await.cart.is_empty());
    let selected = Some(SelectedProduct::Product("prod-lumen-agent".parse().expect("an id")));
    let asked = world.shop_as(PunchOut { selected, ..PunchOut::default() }).await;
    assert!(world.read_session(&asked).await.cart.is_empty());

    let start = world.punch_out(PunchOut::default()).await;
    let opened = world.get(&start).await;
    assert!(opened.location().ends_with("/cart"), "{}", opened.location());
    let cart = world.get(opened.location()).await;
    cart.is(200).says("Lumen Logs").says("1,044.00 USD");
    assert_eq!(cart.count(".line"), 1);
    let item = world.requisition(ticket.parse().expect("an id")).await;
    assert_eq!((item.status, item.connection), (Status::InCart, world.connection.id));
    // It was there once.
    let again = world.shop().await;
    assert!(world.read_session(&again).await.cart.is_empty());
}

#[tokio::test]
async fn what_cannot_be_asked_for_does_not_wait() {
    let world = redirecting().await;
    let home = world.visit_directly("jim").await;
    let mesh = world.listing("prod-kitefell-mesh").await;
    let offer = &mesh.offers[0].id;
    world
        .get(&format!("{home}/offers/{offer}"))
        .await
        .says("cannot be bought through your procurement system");
    let refused = world.post(&format!("{home}/offers/{offer}/request"), &CHOSEN).await;
    refused.is(409);
    let wrong = [("account", MEMBER), ("months", "7"), ("quantity.seats", "3")];
    world
        .post(&format!("{home}/offers/{LOGS}/request"), &wrong)
        .await
        .is(422)
        .says("Choose a contract length");
}

#[tokio::test]
async fn what_cannot_be_sent_for_approval_is_for_sale_where_no_approval_is_needed() {
    let world = World::new(Mode::Live).await;
    let home = world.visit_directly("jim").await;
    let mesh = world.listing("prod-kitefell-mesh").await;
    let page = world.get(&format!("{home}/offers/{}", mesh.offers[0].id)).await;
    page.is(200).does_not_say("cannot be bought through your procurement system");
    assert_eq!(page.count("main form button"), 1);
}

#[tokio::test]
async fn free_products_that_are_approved_beforehand_are_had_at_once_also_with_redirect_on() {
    let mut world = redirecting().await;
    world.change_connection(|connection| connection.settings.automatic_approval.free = true).await;
    let home = world.visit_directly("jim").await;
    let action = format!("{home}/offers/offer-lumen-agent-free/subscribe");
    world.post(&action, &[("account", MEMBER)]).await.is(303);
    world.get(&format!("{home}/subscriptions")).await.says("Lumen Collector");

    world.change_connection(|connection| connection.mode = Mode::Test).await;
    world.post(&action, &[("account", MEMBER)]).await.is(409);
}

#[tokio::test]
async fn a_visitor_of_an_ariba_organisation_is_told_to_start_there() {
    let mut world = World::new(Mode::Live).await;
    world.change_connection(|connection| connection.system = ProcurementSystem::SapAriba).await;
    let home = world.visit_directly("jim").await;
    world.get(&home).await.says("open the marketplace from SAP Ariba to buy");
    for page in ["products/prod-lumen-logs", "offers/offer-lumen-logs-standard"] {
        let page = world.get(&format!("{home}/{page}")).await;
        page.is(200).says("Purchases of your organisation begin in SAP Ariba.");
        assert_eq!(page.count("main form"), 0);
    }
    for way in ["subscribe", "request"] {
        let refused = world.post(&format!("{home}/offers/{LOGS}/{way}"), &CHOSEN).await;
        refused.is(409).says("through SAP Ariba");
    }
}

#[tokio::test]
async fn under_purchase_order_management_a_saas_contract_asks_for_its_number() {
    let mut world = World::new(Mode::Live).await;
    world.change_connection(|connection| connection.enabled = false).await;
    manage_purchase_orders(&world).await;
    let home = world.visit_directly("jim").await;
    world.get(&format!("{home}/offers/{LOGS}")).await.is(200).says("Purchase order number");
    let free = world.get(&format!("{home}/offers/offer-lumen-agent-free")).await;
    free.is(200).does_not_say("Purchase order number");
    let action = format!("{home}/offers/{LOGS}/subscribe");
    let long = "4".repeat(201);
    let mut fields = CHOSEN.to_vec();
    fields.push(("order_number", &long));
    let refused = world.post(&action, &fields).await;
    refused.is(422).says("Write the PO number in one line of at most 200 characters.");
    fields.pop();
    fields.push(("order_number", "PO/2026 — 4711"));
    world.post(&action, &fields).await.is(303);
    world.get(&format!("{home}/subscriptions")).await.says("PO/2026 — 4711");
}

#[tokio::test]
async fn what_happens_to_the_connections_meanwhile_counts_and_not_what_the_page_showed() {
    let mut world = World::new(Mode::Live).await;
    let home = world.visit_directly("jim").await;
    world.get(&format!("{home}/offers/{LOGS}")).await.says("Subscribe");
    world
        .change_connection(|connection| {
            connection.settings.redirect = true;
            connection.settings.approval_url = Some("https://acme.coupahost.com/new".parse().expect("a URL"));
        })
        .await;
    world.post(&format!("{home}/offers/{LOGS}/subscribe"), &CHOSEN).await.is(409);
}

#[tokio::test]
async fn what_the_organisation_does_not_approve_is_not_sold_directly_either() {
    let world = World::new(Mode::Live).await;
    let home = world.visit_directly("jim").await;
    let organisation = MANAGEMENT.parse().expect("an account");
    let list = ApprovedProducts::new(organisation, BTreeSet::new(), world.now()).expect("a list");
    world.core.store.put_approved_products(&list).await.expect("written");
    world.get(&home).await.is(200).says("Nothing found");
    let words = "has not approved this product";
    world.get(&format!("{home}/offers/{LOGS}")).await.is(403).says(words);
    world.post(&format!("{home}/offers/{LOGS}/subscribe"), &CHOSEN).await.is(403).says(words);
    let agreements = world.core.store.agreements(own_id(organisation)).await.expect("read");
    assert!(agreements.is_empty(), "{agreements:?}");
}

#[tokio::test]
async fn a_direct_visit_has_no_cart_to_return_and_no_page_frames_it() {
    let world = World::new(Mode::Live).await;
    let home = world.visit_directly("jim").await;
    let page = world.get(&home).await;
    assert!(page.header("content-security-policy").ends_with("frame-ancestors 'none'"));
    let added = world.post(&format!("{home}/offers/{LOGS}/request"), &CHOSEN).await;
    added.is(409);
    assert!(world.read_session(&home).await.cart.is_empty());
}
