//! Visits of the store without a punch-out (R11), and what was bought elsewhere.

use punchgate::shopper::{Page, Shopper};
use serde_json::json;
use support::Shopping;

use crate::aws::configured::{ADMINISTRATOR, Caller};
use crate::aws::connected::Connected;
use crate::aws::services::OPERATOR;

const MEMBER: &str = "111122220001";
const FREE: &str = "offers/offer-lumen-agent-free";

/// With redirect on, what is chosen waits for that person's next punch-out.
pub async fn a_choice_waits_for_the_next_punch_out(world: &Connected) {
    let administrator = Caller { function: &world.routes.config, account: ADMINISTRATOR };
    let path = format!("/config/connections/{}", world.coupa_connection.id);
    let version = administrator.get(&path).await["version"].clone();
    let requisitions = format!("{}/requisitions", world.coupa.url().trim_end_matches('/'));
    let change = json!({"version": version, "change": {"redirect": true, "approval_url": requisitions}});
    let (status, changed) = administrator.ask("PATCH", &path, "", &change).await;
    assert_eq!(status, 200, "{changed}");

    let (visitor, offer) = visit(world).await;
    let form = offer.form_to("/request").expect("a way to ask for it");
    let led_away = visitor.submit(&form.fill("account", MEMBER)).await.expect("a page");
    assert_eq!(led_away.url.as_str(), requisitions, "{}", led_away.html);
    let shopping = Shopping::start(&world.coupa).await;
    assert!(shopping.open("/cart").await.says("Lumen Collector"));
}

/// What the connection approves beforehand is subscribed to at once (R16).
pub async fn what_is_free_is_had_at_once(world: &Connected) {
    let (visitor, offer) = visit(world).await;
    world.routes.subscribe.restart().await;
    let form = offer.form_to("/subscribe").expect("a way to subscribe");
    let page = visitor.submit(&form.fill("account", MEMBER)).await.expect("a page");
    assert_eq!(page.status, 200, "{}", page.html);
}

/// The report of what did not come by the procurement system.
pub async fn purchases_made_elsewhere_are_reported(world: &Connected) {
    let operator = Caller { function: &world.routes.config, account: OPERATOR };
    let administrator = Caller { account: ADMINISTRATOR, ..operator };
    let purchase = json!({
        "account": MEMBER, "console": "EC2", "reference": "ami-1", "by": "Ada", "product": "Hardened Linux",
        "amount": "12.50", "currency": "USD", "at": "2026-11-01T00:00:00Z",
    });
    operator.post("/config/operator/purchases-elsewhere", purchase, 200).await;
    let report = administrator.get("/config/bypass").await.to_string();
    assert!(report.contains("Hardened Linux"), "{report}");
}

/// A member of Coupa's organisation opens the free product's page.
async fn visit(world: &Connected) -> (Shopper, Page) {
    let member = Caller { function: &world.routes.config, account: MEMBER };
    let link = member.post("/config/store-links", json!({}), 201).await;
    let url = link["url"].as_str().and_then(|url| url.parse().ok()).expect("a link");
    let visitor = Shopper::new().expect("a client");
    let home = visitor.open(&url).await.expect("a page");
    assert_eq!(home.status, 200, "{}", home.html);
    let address = format!("{}/{FREE}", home.url.as_str().trim_end_matches('/'));
    let offer = visitor.open(&address.parse().expect("an address")).await.expect("a page");
    (visitor, offer)
}
