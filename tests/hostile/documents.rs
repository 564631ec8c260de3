//! Documents that are wrong in one way each, sent to both addresses.

use buyer::Fault;
use platform::table::Counters;
use support::{Harness, Offered, Shopping};

/// What is wrong, and the Status that answers it.
fn faults() -> Vec<(Fault, u16)> {
    vec![
        (Fault::WrongSecret("not-the-secret".into()), 401),
        (Fault::EmptySecret, 401),
        (Fault::NoSecret, 401),
        (Fault::From(buyer::Credential::new("NetworkId", "nobody")), 401),
        (Fault::From(buyer::Credential::new("internalid", "nobody")), 401),
        (Fault::AlsoFrom(buyer::Credential::new("NetworkId", "somebody-else")), 400),
        (Fault::Body("this is not XML".into()), 406),
        (Fault::Body(String::new()), 406),
        (Fault::Body("<html><body>hello</body></html>".into()), 406),
        (Fault::Truncated, 406),
        (Fault::Padded(5_000_000), 499),
        (Fault::EntityDeclaration, 406),
        (Fault::UnknownRequest, 450),
    ]
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bad_setup_request_gets_its_status_and_leaves_nothing_behind() {
    let harness = Harness::start().await;
    for (fault, code) in faults() {
        let name = short(&fault);
        let before = counters(&harness);
        let setup =
            harness.coupa().punch_out(buyer::PunchOut::create("ada").with(fault)).await.expect("an answer");
        assert_eq!(setup.code(), Some(code), "{name}: {:?}", setup.refusal);
        assert_eq!(setup.http_status, Some(200), "{name}");
        assert_eq!(written(&harness, &before), 0, "{name} wrote something");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bad_order_gets_its_status_and_leaves_nothing_behind() {
    let harness = Harness::start().await;
    let order = Shopping::approved_order(harness.coupa(), Offered::LUMEN_LOGS).await;
    for (fault, code) in faults() {
        let name = short(&fault);
        let before = counters(&harness);
        let answer = harness.coupa().send_po_with(&order, &[fault]).await.expect("an answer");
        assert_eq!(answer.code(), Some(code), "{name}: {answer:?}");
        assert_eq!(answer.http_status, Some(200), "{name}");
        assert_eq!(written(&harness, &before), 0, "{name} wrote something");
    }
    let answer = harness.coupa().send_po(&order).await.expect("an answer");
    assert_eq!(answer.code(), Some(200), "the good order is taken after all: {answer:?}");
    harness.sweep().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_refusal_says_in_words_what_to_do() {
    let harness = Harness::start().await;
    for (fault, _) in faults() {
        let name = short(&fault);
        let setup =
            harness.coupa().punch_out(buyer::PunchOut::create("ada").with(fault)).await.expect("an answer");
        let status = setup.status.expect("a Status");
        assert!(status.message.len() > 20, "{name}: {status}");
        assert!(!status.message.contains("not-the-secret"), "{name} repeats the secret");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_get_on_a_service_address_is_a_ping() {
    let harness = Harness::start().await;
    for path in ["cxml/setup", "cxml/orders"] {
        let url = harness.core().marketplace.url(path);
        let answer = reqwest::get(url).await.expect("an answer").text().await.expect("a body");
        assert!(answer.contains("Ping Response Message") && answer.contains("code=\"200\""), "{answer}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_method_that_is_not_supported_is_answered_in_cxml() {
    let harness = Harness::start().await;
    for path in ["cxml/setup", "cxml/orders"] {
        let url = harness.core().marketplace.url(path);
        let answer = reqwest::Client::new().put(url).body("x").send().await.expect("an answer");
        let text = answer.text().await.expect("a body");
        assert!(text.contains("<Status"), "{text}");
    }
}

fn short(fault: &Fault) -> String {
    format!("{fault:?}").chars().take(80).collect()
}

fn counters(harness: &Harness) -> Counters {
    harness.core().store.table().counters()
}

fn written(harness: &Harness, before: &Counters) -> u64 {
    let used = counters(harness) - *before;
    used.writes + used.transactions
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sender_is_told_that_the_connection_ends_where_its_document_was_not_read_to_the_end() {
    let harness = Harness::start().await;
    let url = harness.core().marketplace.url("cxml/orders");
    let client = reqwest::Client::new();
    for (length, ends) in [(5_000_000, true), (5_000, false)] {
        let answer = client.post(url.clone()).body("x".repeat(length)).send().await.expect("an answer");
        let told = answer.headers().get("connection").is_some_and(|value| value == "close");
        assert_eq!(told, ends, "{length} bytes");
    }
}
