//! Documents, their replay, and the story of a request by command (R57, R58).

use support::Ordered;

use super::desk::Desk;

/// The id of the document of this kind: a list says when, which way, the Status where there is one, what, and its id.
fn id_of(list: &str, kind: &str) -> String {
    let line = list.lines().find(|line| line.contains(kind)).unwrap_or_else(|| panic!("no {kind}: {list}"));
    let mut words = line.split_whitespace().skip_while(|word| *word != kind);
    words.nth(1).expect("an id").to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn documents_are_found_by_order_payload_id_and_requester_and_shown_without_secrets() {
    let desk = Desk::with_orders(Ordered::CONTRACT, 2).await;
    let find = |words: &str| desk.of_connection(&["inspect", "documents", "--find", words]).done();
    let of_order = find("PO-000001");
    for kind in ["OrderRequest", "InvoiceDetailRequest", "Response"] {
        assert!(of_order.contains(kind), "{kind}: {of_order}");
    }
    assert!(!of_order.contains("PO-000000@"), "{of_order}");
    assert_eq!(find("PO-000001@acme.coupahost.com").lines().count(), 2, "the order and its answer");
    assert_eq!(find("ada@acme.example").matches("OrderRequest").count(), 2);
    assert_eq!(find("nobody@acme.example"), "");

    let text = desk.run(&["inspect", "document", &id_of(&of_order, "OrderRequest")]).done();
    let secrets: Vec<&str> = text.split("<SharedSecret>").skip(1).collect();
    assert!(!secrets.is_empty() && secrets.iter().all(|rest| rest.starts_with("********")), "{text}");
    assert!(desk.run(&["inspect", "document", "none"]).refused().contains("no document none"));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_is_run_again_dry_and_for_real_and_buys_nothing_twice() {
    let desk = Desk::with_orders(Ordered::CONTRACT, 1).await;
    let order = id_of(&desk.of_connection(&["inspect", "documents"]).done(), "OrderRequest");
    let dry = desk.of_connection(&["replay", &order]).done();
    for words in ["then  200", "now   200", "The same comes of it now.", "this was a dry run"] {
        assert!(dry.contains(words), "{words}: {dry}");
    }
    let real = desk.of_connection(&["replay", &order, "--for-real"]).done();
    assert!(real.contains("it had been answered before"), "{real}");
    desk.work().await;
    let subscriptions = desk.of_connection(&["agreement", "list"]).done();
    assert_eq!((subscriptions.lines().count(), desk.inbox.count()), (1, 1), "{subscriptions}");
    assert!(desk.of_connection(&["replay", "none"]).refused().contains("none"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_request_tells_its_story() {
    let desk = Desk::with_orders(Ordered::CONTRACT, 1).await;
    let story = desk.run(&["inspect", "request", &desk.requests[0].to_string()]).done();
    for words in ["Lumen Logs: Subscribed", "PO-000000", "was delivered", "Mail about the subscription: done"]
    {
        assert!(story.contains(words), "{words}: {story}");
    }
    let none = "req-00000000000000000000000000000000";
    assert!(desk.run(&["inspect", "request", none]).refused().contains("there is no request"));
}
