//! What holds for a whole organisation.

use serde_json::json;

use crate::world::{MANAGEMENT, MEMBER, World, new_coupa};

#[tokio::test]
async fn purchase_order_management_and_a_connection_exclude_each_other() {
    let world = World::start().await;
    let on = json!({"version": 0, "change": {"purchase_order_management": true}});
    assert_eq!(world.ask(MANAGEMENT, "PATCH", "/config/organisation", Some(on)).await.status, 200);
    let refused = world.ask(MANAGEMENT, "POST", "/config/connections", Some(new_coupa())).await;
    assert_eq!(refused.status, 409);
    assert!(refused.field("/message").contains("Switch it off"), "{}", refused.text);

    let off = json!({"version": 1, "change": {"purchase_order_management": false}});
    assert_eq!(world.ask(MANAGEMENT, "PATCH", "/config/organisation", Some(off)).await.status, 200);
    let id = world.coupa().await.field("/connection/id");
    let again = json!({"version": 3, "change": {"purchase_order_management": true}});
    let refused = world.ask(MANAGEMENT, "PATCH", "/config/organisation", Some(again.clone())).await;
    assert_eq!((refused.status, refused.field("/field")), (409, "purchase_order_management".to_owned()));

    let path = format!("/config/connections/{id}");
    world.ask(MANAGEMENT, "POST", &format!("{path}/disable"), Some(json!({"version": 1}))).await;
    let again = json!({"version": 4, "change": {"purchase_order_management": true}});
    assert_eq!(world.ask(MANAGEMENT, "PATCH", "/config/organisation", Some(again)).await.status, 200);
    let enable = world.ask(MANAGEMENT, "POST", &format!("{path}/enable"), Some(json!({"version": 2}))).await;
    assert_eq!(enable.status, 409);
}

#[tokio::test]
async fn of_a_connection_and_purchase_order_management_at_once_one_wins() {
    let world = World::start().await;
    let on = json!({"version": 0, "change": {"purchase_order_management": true}});
    let (made, switched) = tokio::join!(
        world.ask(MANAGEMENT, "POST", "/config/connections", Some(new_coupa())),
        world.ask(MANAGEMENT, "PATCH", "/config/organisation", Some(on)),
    );
    let won = [made.status == 201, switched.status == 200];
    assert_eq!(won.iter().filter(|won| **won).count(), 1, "{} {}", made.text, switched.text);
}

#[tokio::test]
async fn approved_products_are_audited_and_versioned() {
    let world = World::start().await;
    let list = |version: u64| Some(json!({"version": version, "applied": true, "products": ["prod-a"]}));
    assert_eq!(
        world.ask(MANAGEMENT, "PUT", "/config/approved-products", list(0)).await.field("/version"),
        "1"
    );
    assert_eq!(world.ask(MANAGEMENT, "PUT", "/config/approved-products", list(0)).await.status, 409);
    let audit = world.ask(MANAGEMENT, "GET", "/config/audit", None).await;
    assert!(audit.text.contains("prod-a"), "{}", audit.text);
}

#[tokio::test]
async fn which_connection_an_account_would_use_is_explained() {
    let world = World::start().await;
    let id = world.coupa().await.field("/connection/id");
    let path = format!("/config/which-connection?account={MEMBER}");
    let answer = world.ask(MANAGEMENT, "GET", &path, None).await;
    assert_eq!(answer.field("/connections/0"), id);
    assert!(answer.field("/reasons/0").contains("Example Analytics"), "{}", answer.text);
    assert!(answer.field("/reasons/1").contains("test mode"), "{}", answer.text);
}
