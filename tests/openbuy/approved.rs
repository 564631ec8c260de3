//! An organisation with a list of approved products (R23).

use std::collections::BTreeSet;

use buyer::PunchOut;
use procurement::approved_products::ApprovedProducts;
use procurement::requisition::Status;
use serde_json::json;
use support::{Harness, Offered, Shopping};

use super::client::Client;

async fn approve(harness: &Harness, ids: &[&str]) {
    let organisation = harness.world().coupa_connection.organisation.management_account;
    let products: BTreeSet<_> = ids.iter().map(|id| id.parse().expect("an id")).collect();
    let store = &harness.core().store;
    let list = match store.approved_products(organisation).await.expect("a read") {
        None => ApprovedProducts::new(organisation, products, harness.now()),
        Some(before) => before.changed_to(true, products, harness.now()),
    };
    store.put_approved_products(&list.expect("a list")).await.expect("saved");
}

#[tokio::test(flavor = "multi_thread")]
async fn only_approved_products_are_found_from_within_coupa() {
    let harness = Harness::start().await;
    let client = Client::of(&harness).await;
    approve(&harness, &["prod-harbor-scan"]).await;
    assert_eq!(client.found("").await, ["prod-harbor-scan"]);
    assert!(client.found("lumen logs").await.is_empty());
    let body = json!({ "realtime_item_key": "prod-lumen-logs" });
    assert_eq!(client.call("detail", &body, Some(&client.token().await)).await.0, 400);
    let items = json!({ "items": [body] });
    assert_eq!(client.call("checkout", &items, Some(&client.token().await)).await.0, 400);
}

#[tokio::test(flavor = "multi_thread")]
async fn another_organisation_is_not_bound_by_the_list() {
    let harness = Harness::start().await;
    approve(&harness, &[]).await;
    let shopping = Shopping::start(harness.ariba()).await;
    assert_eq!(shopping.open("/products/prod-lumen-logs").await.status, 200);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_deep_link_to_a_product_that_is_not_approved_says_why_there_is_nothing_to_buy() {
    let harness = Harness::start().await;
    approve(&harness, &["prod-harbor-scan"]).await;
    let setup = harness.coupa().punch_out(PunchOut::create("ada").select("prod-lumen-logs", None)).await;
    let start = setup.expect("an answer").start_page.expect("a StartPage");
    let page = punchgate::shopper::Shopper::new().expect("a client").open(&start).await.expect("a page");
    assert_eq!(page.status, 403, "{}", page.html);
    assert!(page.says("Your organisation has not approved this product"), "{}", page.html);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_for_a_product_that_is_approved_no_longer_is_refused_with_that_reason_and_read_once() {
    let harness = Harness::start().await;
    let order = Shopping::approved_order(harness.coupa(), Offered::LUMEN_LOGS).await;
    approve(&harness, &["prod-harbor-scan"]).await;

    let before = harness.core().store.table().counters();
    let answer = harness.coupa().send_po(&order).await.expect("an answer");
    let counted = harness.core().store.table().counters() - before;
    assert_eq!(answer.code(), Some(409), "{answer:?}");
    assert_eq!(counted.reads, 1, "the list comes with everything else");

    let connection = harness.coupa_connection().await;
    assert!(harness.agreements(&connection).await.is_empty());
    let requisition = harness.requisitions(&connection).await.remove(0);
    let Status::Refused { reason } = requisition.status else { panic!("{:?}", requisition.status) };
    assert!(reason.contains("approves it no longer"), "{reason}");
    harness.sweep().await;

    approve(&harness, &["prod-harbor-scan", "prod-lumen-logs"]).await;
    let answer = harness.coupa().send_po(&order).await.expect("an answer");
    assert_eq!(answer.code(), Some(200), "{answer:?}");
    harness.sweep().await;
}
