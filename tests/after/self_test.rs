//! The self-test plays a buyer against this marketplace, which passes, and against others, which do not (R59).

use std::time::Duration;

use axum::Router;
use axum::http::header::CONTENT_TYPE;
use axum::routing::any;
use buyer::{Buyer, Clock, Config, Connection, Credential};
use punchgate::self_test::{Finding, Report, Store, Target, Weight, examine};
use support::Harness;
use tokio::net::TcpListener;

/// From the start page to the cart of this marketplace, as docs/self-test.md has it.
fn clicks(account: &str) -> Store {
    let script = format!(
        "# A year of Lumen Logs.\n\
         submit . q=lumen+logs\n\
         follow /products/prod-lumen-logs\n\
         follow /offers/\n\
         submit /request months=12&account={account}&quantity*=1\n\
         submit /return\n"
    );
    Store::Clicks(script.parse().expect("a script"))
}

fn target(store: Store, invoices: Option<Duration>) -> Target {
    Target { requester: "ada".to_owned(), form_post: None, store, invoices }
}

/// Asks while the marketplace does what is due.
async fn asked(harness: &Harness, buyer: &Buyer, target: &Target) -> Report {
    let sweeping = async {
        loop {
            harness.sweep().await;
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    };
    tokio::select! {
        report = examine(buyer, target) => report.expect("a report"),
        () = sweeping => unreachable!("it sweeps for ever"),
    }
}

fn has_full_marks(report: &Report) {
    let failed: Vec<_> = report.failed().collect();
    assert!(failed.is_empty() && report.percent() == 100 && report.passes(100), "{report}");
    let skipped = report.checks().iter().filter(|check| matches!(check.finding, Finding::Skipped(_)));
    assert_eq!(skipped.count(), 0, "{report}");
    assert!(report.checks().len() > 30, "{report}");
}

#[tokio::test(flavor = "multi_thread")]
async fn this_marketplace_passes_as_coupas_supplier_with_its_invoice() {
    let harness = Harness::start().await;
    let target = target(clicks("111122220001"), Some(Duration::from_secs(60)));
    has_full_marks(&asked(&harness, harness.coupa(), &target).await);
    harness.sweep().await;
    assert_eq!(
        harness.agreements(&harness.coupa_connection().await).await.len(),
        1,
        "one for all that was asked"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn this_marketplace_passes_as_aribas_supplier_in_test_mode_and_nothing_is_bought() {
    let harness = Harness::in_test_mode().await;
    let target = target(clicks("444455550001"), None);
    has_full_marks(&asked(&harness, harness.ariba(), &target).await);
    harness.sweep().await;
    assert!(harness.agreements(&harness.ariba_connection().await).await.is_empty());
}

/// A supplier that answers everything with this.
async fn other(content_type: &'static str, body: &'static str) -> (Buyer, tokio::task::JoinHandle<()>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let base: url::Url =
        format!("http://{}/", listener.local_addr().expect("an address")).parse().expect("a URL");
    let answer = any(move || async move { ([(CONTENT_TYPE, content_type)], body) });
    let serving = tokio::spawn(async move {
        let _ = axum::serve(listener, Router::new().fallback(answer)).await;
    });
    let buyer = Buyer::start(Config::coupa(Clock::system())).await.expect("a buyer");
    buyer.connect(Connection {
        punch_out_url: base.join("setup").expect("a URL"),
        order_url: base.join("orders").expect("a URL"),
        supplier: Credential::new("DUNS", "1"),
        buyer: Credential::new("DUNS", "2"),
        shared_secret: "secret".to_owned(),
        test_account: false,
    });
    (buyer, serving)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_supplier_that_answers_pages_has_no_points() {
    let (buyer, serving) = other("text/html", "<html>Welcome</html>").await;
    let report = examine(&buyer, &target(Store::Closed, None)).await.expect("a report");
    assert_eq!(report.percent(), 0, "{report}");
    assert!(!report.passes(0));
    assert!(report.to_string().contains("without a cXML Status"), "{report}");
    assert_eq!(report.to_json()["points"], 0);
    serving.abort();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_supplier_that_lets_everybody_in_fails_however_it_scores() {
    let answer = "<cXML payloadID=\"1@supplier\" timestamp=\"2026-11-21T12:00:00+00:00\"><Response>\
                  <Status code=\"200\" text=\"OK\"/><PunchOutSetupResponse><StartPage>\
                  <URL>https://supplier.example/start</URL></StartPage></PunchOutSetupResponse></Response></cXML>";
    let (buyer, serving) = other("text/xml", answer).await;
    let report = examine(&buyer, &target(Store::Closed, None)).await.expect("a report");
    let secret = report.failed().find(|check| check.name == "an empty secret is refused").expect("noticed");
    assert!(
        secret.weight == Weight::Must
            && matches!(&secret.finding, Finding::Failed(why) if why.contains("let in"))
    );
    assert!(report.percent() > 0 && !report.passes(0), "{report}");
    serving.abort();
}
