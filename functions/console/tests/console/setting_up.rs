//! A new connection.

use crate::world::{MANAGEMENT, World};

const COUPA: &str = "/console/connections/new/coupa";
const ARIBA: &str = "/console/connections/new/ariba";

#[tokio::test]
async fn a_new_coupa_connection_shows_every_value_and_its_secret_once() {
    let world = World::start().await;
    let browser = world.signed_in(MANAGEMENT).await;
    let form = [("existing", "0"), ("name", "Acme"), ("form_hosts", "acme.coupahost.com\r\n")];
    let made = world.post(&browser, COUPA, &form).await;
    assert_eq!(made.status, 201, "{}", made.text);
    assert_eq!(made.heading(), "“Acme” is set up");
    let value = |id: &str| made.attribute(&format!("#{id}"), "value").unwrap_or_default();
    assert_eq!(value("punch-out-url"), "http://127.0.0.1:8080/cxml/setup");
    assert_eq!(value("order-url"), "http://127.0.0.1:8080/cxml/orders");
    assert_eq!((value("supplier-domain"), value("supplier-identity")), ("NetworkId".into(), "MARKET".into()));
    assert!(value("buyer-identity").starts_with("PG-"));
    let secret = value("shared-secret");
    assert!(secret.len() >= 43, "256 bits: {secret}");
    let list = world.get(&browser, "/console/connections").await;
    assert!(list.text.contains("Acme") && !list.text.contains(&secret));
}

#[tokio::test]
async fn the_same_form_sent_again_makes_no_second_connection() {
    let world = World::start().await;
    let browser = world.signed_in(MANAGEMENT).await;
    let form = [("existing", "0"), ("name", "Acme"), ("form_hosts", "acme.coupahost.com")];
    assert_eq!(world.post(&browser, COUPA, &form).await.status, 201);
    let again = world.post(&browser, COUPA, &form).await;
    assert_eq!((again.status, again.heading().as_str()), (409, "This was done already"));
    assert_eq!(world.get(&browser, "/console/connections").await.all("tbody tr").len(), 1);
}

#[tokio::test]
async fn mistakes_are_told_at_their_fields_and_keep_what_was_typed() {
    let world = World::start().await;
    let browser = world.signed_in(MANAGEMENT).await;
    let form = [("existing", "0"), ("name", " "), ("form_hosts", "https://acme.coupahost.com/x")];
    let refused = world.post(&browser, COUPA, &form).await;
    assert_eq!(refused.status, 400);
    assert_eq!(refused.all("#mistakes li").len(), 2);
    assert_eq!(refused.attribute("#form_hosts", "aria-invalid").as_deref(), Some("true"));
    assert!(refused.all("#form_hosts-fault")[0].contains("is no host"), "{}", refused.text);
    assert!(refused.text.contains("https://acme.coupahost.com/x"));
    let german = world.post(&browser.in_language("de"), COUPA, &form).await;
    assert!(german.all("#name-fault")[0].starts_with("Schreiben Sie einen Namen"));
}

#[tokio::test]
async fn an_ariba_connection_needs_an_ariba_network_id() {
    let world = World::start().await;
    let browser = world.signed_in(MANAGEMENT).await;
    let form = |anid: &'static str| {
        [("existing", "0"), ("name", "Acme"), ("anid", anid), ("form_hosts", "s1.ariba.com")]
    };
    let refused = world.post(&browser, ARIBA, &form("AN123")).await;
    assert_eq!(refused.status, 400);
    assert!(refused.all("#anid-fault")[0].contains("AN and 11 or 12 digits"), "{}", refused.text);
    let made = world.post(&browser, ARIBA, &form("AN01000000001")).await;
    assert_eq!(made.status, 201, "{}", made.text);
    assert_eq!(made.attribute("#buyer-identity", "value").as_deref(), Some("AN01000000001"));
}

#[tokio::test]
async fn a_connection_is_disabled_and_enabled_from_the_table() {
    let world = World::start().await;
    let browser = world.signed_in(MANAGEMENT).await;
    let (connection, _) = world.coupa().await;
    let path = |what: &str| format!("/console/connections/{}/{what}", connection.id);
    let disabled = world.post(&browser, &path("disable"), &[("version", "1")]).await;
    assert_eq!((disabled.status, disabled.location()), (303, "/console/connections?done=disabled"));
    let list = world.get(&browser, disabled.location()).await;
    assert!(list.all(".notice.good")[0].contains("The connection is disabled"));
    assert!(list.all(".tag").contains(&"Disabled".to_owned()));
    let stale = world.post(&browser, &path("enable"), &[("version", "1")]).await;
    assert_eq!((stale.status, stale.heading().as_str()), (409, "Somebody else was faster"));
    assert_eq!(world.post(&browser, &path("enable"), &[("version", "2")]).await.status, 303);
}
