//! Every route and every kind of caller (R1–R3). A route without a row fails.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::world::{AUDITOR, MANAGEMENT, MEMBER, OPERATOR, OUTSIDER, STANDALONE, World, new_coupa};

struct Row {
    route: &'static str,
    body: fn() -> Option<Value>,
    /// What the management account, a member, a standalone account, the operator, another organisation and nobody get.
    statuses: [u16; 6],
}

const fn row(route: &'static str, body: fn() -> Option<Value>, statuses: [u16; 6]) -> Row {
    Row { route, body, statuses }
}

/// Each for its own organisation; the operator's account stands alone.
const OWN: [u16; 6] = [200, 403, 200, 200, 200, 401];
const OWN_NEW: [u16; 6] = [201, 403, 201, 201, 201, 401];
/// The owner and the operator.
const READ: [u16; 6] = [200, 403, 404, 200, 404, 401];
/// The owner; the operator is told who may.
const PUT: [u16; 6] = [200, 403, 404, 403, 404, 401];
const OPERATE: [u16; 6] = [403, 403, 403, 200, 403, 401];
/// The operator may, but nothing was bought.
const OPERATE_NOTHING: [u16; 6] = [403, 403, 403, 404, 403, 401];
const SIGNED: [u16; 6] = [200, 200, 200, 200, 200, 401];

fn none() -> Option<Value> {
    None
}

fn version() -> Option<Value> {
    Some(json!({"version": 1}))
}

fn exported() -> Option<Value> {
    let new = new_coupa();
    Some(json!({"format": "punchgate-connection/1", "system": "coupa", "connection": new["connection"]}))
}

fn elsewhere() -> Option<Value> {
    Some(json!({
        "account": MEMBER, "console": "EC2", "reference": "ami-1", "product": "Hardened Linux",
        "amount": "12.50", "currency": "USD", "at": "2026-01-01T00:00:00Z",
    }))
}

fn rows() -> Vec<Row> {
    vec![
        // The description is nobody's secret.
        row("GET /openapi.json", none, [200; 6]),
        row("GET /config/connections", none, OWN),
        row("POST /config/connections", || Some(new_coupa()), OWN_NEW),
        row("GET /config/connections/{id}", none, READ),
        row("PATCH /config/connections/{id}", || Some(json!({"version": 1, "change": {"name": "B"}})), PUT),
        row("POST /config/connections/{id}/enable", version, PUT),
        row("POST /config/connections/{id}/disable", version, PUT),
        row("POST /config/connections/{id}/secret", || Some(json!({"version": 1, "overlap_hours": 24})), PUT),
        row("POST /config/connections/{id}/request-live", || Some(json!({"version": 3})), PUT),
        row("GET /config/connections/{id}/purchase-information", none, READ),
        row("GET /config/connections/{id}/health", none, READ),
        row("POST /config/connections/{id}/check", none, READ),
        row("GET /config/connections/{id}/export", none, READ),
        row("POST /config/imports", exported, OWN_NEW),
        row("GET /config/organisation", none, OWN),
        // The owner's settings were counted up by its two connections.
        row(
            "PATCH /config/organisation",
            || Some(json!({"version": 0, "change": {}})),
            [409, 403, 200, 200, 200, 401],
        ),
        row("GET /config/approved-products", none, OWN),
        row(
            "PUT /config/approved-products",
            || Some(json!({"version": 0, "applied": true, "products": ["prod-a"]})),
            OWN,
        ),
        row("GET /config/audit", none, OWN),
        row("GET /config/which-connection", none, [200, 403, 404, 404, 404, 401]),
        row("POST /config/console-links", none, OWN_NEW),
        // Every account of an organisation may shop.
        row("POST /config/store-links", none, [201, 201, 201, 201, 201, 401]),
        row("GET /config/bypass", none, OWN),
        row("GET /config/bypass.csv", none, OWN),
        row("POST /config/operator/purchases-elsewhere", elsewhere, OPERATE),
        row("GET /config/console-sessions", none, SIGNED),
        row("DELETE /config/console-sessions", none, SIGNED),
        row("GET /config/operator/customers", none, OPERATE),
        row("GET /config/operator/customers/{account}/connections", none, OPERATE),
        row("GET /config/operator/onboarding", none, OPERATE),
        row(
            "POST /config/operator/connections/{id}/onboarding",
            || Some(json!({"version": 3, "step": "live_requested"})),
            OPERATE,
        ),
        row("DELETE /config/operator/connections/{id}", none, OPERATE),
        row(
            "GET /config/connections/{id}/requests/{request}/subscription",
            none,
            [404, 403, 404, 404, 404, 401],
        ),
        row(
            "PATCH /config/operator/connections/{id}/requests/{request}/subscription",
            || Some(json!({"version": 1, "reason": "As agreed."})),
            OPERATE_NOTHING,
        ),
        row(
            "POST /config/operator/connections/{id}/requests/{request}/subscription/end",
            || Some(json!({"version": 1, "reason": "Withdrawn."})),
            OPERATE_NOTHING,
        ),
        row(
            "POST /config/operator/connections/{id}/requests/{request}/subscription/usage",
            || Some(json!({"id": "a", "rate": "Host hours", "quantity": "1"})),
            OPERATE_NOTHING,
        ),
        row("POST /config/operator/catalogue", || Some(json!({})), OPERATE),
        row("GET /config/operator/catalogue", none, OPERATE),
    ]
}

async fn path(world: &World, route: &str) -> String {
    let coupa = world.coupa().await.field("/connection/id");
    let ariba = world.ariba().await;
    let id = if route.contains("request-live") || route.contains("onboarding") { ariba } else { coupa };
    let path = route.replace("{id}", &id).replace("{account}", MANAGEMENT);
    let path = path.replace("{request}", "req-00000000000000000000000000000000");
    match route {
        "/config/which-connection" => format!("{path}?account={MEMBER}"),
        "/config/operator/connections/{id}" => format!("{path}?version=1"),
        _ => path,
    }
}

#[tokio::test]
async fn every_caller_gets_what_the_table_says() {
    for Row { route, body, statuses } in rows() {
        let (method, route) = route.split_once(' ').expect("a method");
        for (caller, expected) in
            [MANAGEMENT, MEMBER, STANDALONE, OPERATOR, OUTSIDER].into_iter().zip(statuses)
        {
            let world = World::start().await;
            let path = path(&world, route).await;
            let answer = world.ask(caller, method, &path, body()).await;
            assert_eq!(answer.status, expected, "{method} {route} by {caller}: {}", answer.text);
        }
        let world = World::start().await;
        let path = path(&world, route).await;
        let mut request = world.signed(MANAGEMENT, method, &path, "");
        request.headers_mut().remove("authorization");
        assert_eq!(world.send(request).await.status, statuses[5], "{method} {route} unsigned");
    }
}

#[test]
fn every_route_has_a_row() {
    let described = serde_json::to_value(config::openapi()).expect("JSON");
    let paths = described["paths"].as_object().expect("paths");
    let mut routes: BTreeSet<String> = paths
        .iter()
        .flat_map(|(path, methods)| {
            let methods = methods.as_object().expect("methods");
            methods.keys().map(move |method| format!("{} {path}", method.to_uppercase()))
        })
        .collect();
    routes.extend(undescribed());
    let rows: BTreeSet<String> = rows().iter().map(|row| row.route.to_owned()).collect();
    assert_eq!(routes, rows);
}

/// Routes beside those of the description, as the source has them.
fn undescribed() -> Vec<String> {
    let source = include_str!("../../src/routes.rs");
    source
        .split(".route(\"")
        .skip(1)
        .map(|route| format!("GET {}", route.split('"').next().expect("a path")))
        .collect()
}

#[tokio::test]
async fn a_member_is_told_which_account_may() {
    let world = World::start().await;
    let answer = world.ask(MEMBER, "GET", "/config/connections", None).await;
    assert_eq!(answer.field("/code"), "not_allowed");
    assert!(answer.field("/message").contains(MANAGEMENT), "{}", answer.text);
}

#[tokio::test]
async fn who_may_describe_may_not_put() {
    let world = World::start().await;
    assert_eq!(world.ask(AUDITOR, "GET", "/config/connections", None).await.status, 200);
    let answer = world.ask(AUDITOR, "POST", "/config/connections", Some(new_coupa())).await;
    assert_eq!(answer.status, 403);
    assert!(answer.field("/message").contains("permission to put"), "{}", answer.text);
}
