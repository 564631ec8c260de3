//! Accounts that changed organisation (R1, R3): what counts is where they are now.

use serde_json::json;

use crate::world::{MANAGEMENT, MEMBER, OPERATOR, OUTSIDER, STANDALONE, World, new_coupa};

#[tokio::test]
async fn an_account_that_joined_an_organisation_loses_its_own_configuration_and_is_told_who_may() {
    let before = World::start().await;
    let made = before.ask(STANDALONE, "POST", "/config/connections", Some(new_coupa())).await;
    assert_eq!(made.status, 201, "{}", made.text);
    let path = format!("/config/connections/{}", made.field("/connection/id"));

    let after = before.after_moving([
        (MANAGEMENT, Some(MANAGEMENT)),
        (MEMBER, Some(MANAGEMENT)),
        (OUTSIDER, Some(OUTSIDER)),
        (STANDALONE, Some(OUTSIDER)),
        (OPERATOR, None),
    ]);
    let change = Some(json!({"version": 1, "change": {"name": "Mine"}}));
    for (method, path, body) in [("GET", "/config/connections", None), ("PATCH", path.as_str(), change)] {
        let answer = after.ask(STANDALONE, method, path, body).await;
        assert_eq!(answer.status, 403, "{method}: {}", answer.text);
        assert!(answer.field("/message").contains(OUTSIDER), "{}", answer.text);
    }
    let which = format!("/config/which-connection?account={STANDALONE}");
    assert_eq!(after.ask(OUTSIDER, "GET", &which, None).await.status, 200);
    assert_eq!(after.ask(OUTSIDER, "GET", &path, None).await.status, 404, "what it set stays its own");
}

#[tokio::test]
async fn a_member_that_changed_organisation_resolves_to_the_new_one_alone() {
    let before = World::start().await;
    let id = before.coupa().await.field("/connection/id");
    let which = format!("/config/which-connection?account={MEMBER}");
    assert_eq!(before.ask(MANAGEMENT, "GET", &which, None).await.field("/connections/0"), id);

    let after = before.after_moving([
        (MANAGEMENT, Some(MANAGEMENT)),
        (MEMBER, Some(OUTSIDER)),
        (OUTSIDER, Some(OUTSIDER)),
        (STANDALONE, None),
        (OPERATOR, None),
    ]);
    assert_eq!(after.ask(MANAGEMENT, "GET", &which, None).await.status, 404);
    let now = after.ask(OUTSIDER, "GET", &which, None).await;
    assert_eq!(now.json()["connections"], json!([]), "{}", now.text);
    let refused = after.ask(MEMBER, "GET", "/config/connections", None).await;
    assert!(refused.field("/message").contains(OUTSIDER), "{}", refused.text);
}

#[tokio::test]
async fn an_account_that_left_its_organisation_configures_for_itself_alone() {
    let before = World::start().await;
    before.coupa().await;
    let after = before.after_moving([
        (MANAGEMENT, Some(MANAGEMENT)),
        (MEMBER, None),
        (OUTSIDER, Some(OUTSIDER)),
        (STANDALONE, None),
        (OPERATOR, None),
    ]);
    let own = after.ask(MEMBER, "GET", "/config/connections", None).await;
    assert_eq!((own.status, own.json()["connections"].clone()), (200, json!([])), "{}", own.text);
    assert_eq!(after.ask(MEMBER, "POST", "/config/connections", Some(new_coupa())).await.status, 201);
    let kept = after.ask(MANAGEMENT, "GET", "/config/connections", None).await;
    assert_eq!(kept.json()["connections"].as_array().map(Vec::len), Some(1));
}

#[tokio::test]
async fn a_console_session_ends_in_its_power_when_its_account_moves() {
    let before = World::start().await;
    let link = before.ask(STANDALONE, "POST", "/config/console-links", None).await.field("/url");
    let token = link.rsplit('/').next().expect("a token");
    let opened = before.configuration.open_console(token).await.expect("a session");
    let after = before.after_moving([
        (MANAGEMENT, Some(MANAGEMENT)),
        (MEMBER, Some(MANAGEMENT)),
        (OUTSIDER, Some(OUTSIDER)),
        (STANDALONE, Some(OUTSIDER)),
        (OPERATOR, None),
    ]);
    let caller = after.configuration.console_caller(&opened.token).await.expect("a read").expect("a caller");
    assert!(caller.may_describe().is_err() && caller.may_put().is_err());
}
