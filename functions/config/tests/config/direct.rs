//! Direct visits, and what was bought without the procurement system (R11).

use procurement::session::{SessionState, key_of};
use serde_json::json;

use crate::world::{MANAGEMENT, MEMBER, OPERATOR, OUTSIDER, World};

#[tokio::test]
async fn a_link_opens_the_store_for_the_account_that_signed_for_it() {
    let world = World::start().await;
    let answer = world.ask(MEMBER, "POST", "/config/store-links", None).await;
    assert_eq!(answer.status, 201, "{}", answer.text);
    let url = answer.field("/url");
    let token = url.rsplit_once("/start/").expect("a StartPage").1;
    let core = &world.configuration.core;
    let session = core.store.session(&key_of(token, &core.keys.secret_key())).await.expect("a read");
    let session = session.expect("a session");
    let visitor = session.direct.expect("a direct visitor");
    assert_eq!(visitor.account.as_str(), MEMBER);
    assert_eq!(visitor.organisation.management_account.as_str(), MANAGEMENT);
    assert_eq!(session.state, SessionState::Offered);
}

fn purchase(reference: &str) -> serde_json::Value {
    json!({
        "account": MEMBER, "console": "EC2", "reference": reference, "by": "Ada", "product": "Hardened Linux",
        "amount": "12.50", "currency": "USD", "at": "2026-11-01T00:00:00Z",
    })
}

const RECORD: &str = "/config/operator/purchases-elsewhere";

#[tokio::test]
async fn what_another_console_sold_is_recorded_once_and_listed_for_that_organisation_alone() {
    let world = World::start().await;
    for (reference, recorded) in [("ami-1", "true"), ("ami-1", "false"), ("ami-2", "true")] {
        let answer = world.ask(OPERATOR, "POST", RECORD, Some(purchase(reference))).await;
        assert_eq!((answer.status, answer.field("/recorded").as_str()), (200, recorded), "{reference}");
    }
    let report = world.ask(MANAGEMENT, "GET", "/config/bypass", None).await;
    assert_eq!(report.json()["purchases"].as_array().map(Vec::len), Some(2), "{}", report.text);
    assert_eq!(report.field("/purchases/0/console"), "EC2");
    assert_eq!(report.field("/purchases/0/amount"), "12.50");
    let csv = world.ask(MANAGEMENT, "GET", "/config/bypass.csv", None).await;
    assert!(csv.headers["content-type"].to_str().is_ok_and(|kind| kind.starts_with("text/csv")));
    assert_eq!(csv.text.lines().count(), 3, "{}", csv.text);
    let other = world.ask(OUTSIDER, "GET", "/config/bypass", None).await;
    assert_eq!(other.json()["purchases"].as_array().map(Vec::len), Some(0));
}

#[tokio::test]
async fn a_purchase_that_no_report_could_show_is_refused_by_its_field() {
    let world = World::start().await;
    let wrong = [
        ("account", json!("12")),
        ("console", json!("")),
        ("reference", json!("a\nb")),
        ("product", json!("x".repeat(201))),
        ("amount", json!("-1")),
        ("currency", json!("XXQ")),
        ("at", json!("yesterday")),
        ("at", json!("2027-01-01T00:00:00Z")),
    ];
    for (field, value) in wrong {
        let mut body = purchase("ami-1");
        body[field] = value.clone();
        let answer = world.ask(OPERATOR, "POST", RECORD, Some(body)).await;
        assert_eq!(
            (answer.status, answer.field("/field").as_str()),
            (400, field),
            "{value}: {}",
            answer.text
        );
    }
}
