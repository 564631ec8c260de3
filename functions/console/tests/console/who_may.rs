//! Every page × every kind of visitor (R1–R3). A route without a row fails.

use procurement::configuration::Step;

use crate::world::{Answer, Browser, MANAGEMENT, MEMBER, OPERATOR, OUTSIDER, World};

/// What the management account, its member, another organisation, the operator and a stranger are answered.
struct Row {
    method: &'static str,
    route: &'static str,
    fields: &'static [(&'static str, &'static str)],
    answers: [u16; 5],
}

const SIGN_IN: u16 = 303;

const fn page(route: &'static str, answers: [u16; 5]) -> Row {
    Row { method: "get", route, fields: &[], answers }
}

const fn form(
    route: &'static str,
    fields: &'static [(&'static str, &'static str)],
    answers: [u16; 5],
) -> Row {
    Row { method: "post", route, fields, answers }
}

/// `{id}` is a Coupa connection of the management account, which has an SAP Ariba one as well; each row starts with the
/// world as it was. The operator's account speaks for itself alone, beside what is the operator's.
const ROWS: &[Row] = &[
    page("/console/sign-in", [200; 5]),
    // A link that nobody asked for.
    page("/console/enter/{token}", [404; 5]),
    form("/console/leave", &[], [303; 5]),
    page("/console/static/{file}", [200; 5]),
    page("/marketplace/eprocurement/overview", [303; 5]),
    page("/console", [303, 303, 303, 303, SIGN_IN]),
    page("/console/connections", [200, 403, 200, 200, SIGN_IN]),
    page("/console/connections/new/{system}", [200, 403, 200, 200, SIGN_IN]),
    form(
        "/console/connections/new/{system}",
        &[("existing", "2"), ("name", "Acme"), ("form_hosts", "acme.coupahost.com")],
        [201, 403, 409, 409, SIGN_IN],
    ),
    page("/console/connections/{id}", [200, 403, 404, 200, SIGN_IN]),
    form("/console/connections/{id}", SETTINGS, [303, 403, 404, 403, SIGN_IN]),
    form(
        "/console/connections/{id}/secret",
        &[("version", "1"), ("overlap_hours", "24")],
        [200, 403, 404, 403, SIGN_IN],
    ),
    form("/console/connections/{id}/live", &[("version", "1")], [409, 403, 404, 403, SIGN_IN]),
    form("/console/connections/{id}/enable", &[("version", "1")], [303, 403, 404, 403, SIGN_IN]),
    form("/console/connections/{id}/disable", &[("version", "1")], [303, 403, 404, 403, SIGN_IN]),
    page("/console/connections/{id}/messages", [200, 403, 404, 200, SIGN_IN]),
    page("/console/connections/{id}/messages/{document}", [404, 403, 404, 404, SIGN_IN]),
    form("/console/connections/{id}/messages/{document}/replay", &[], [404, 403, 404, 403, SIGN_IN]),
    page("/console/connections/{id}/requests/{request}", [404, 403, 404, 404, SIGN_IN]),
    page("/console/connections/{id}/requests/{request}/subscription", [404, 403, 404, 404, SIGN_IN]),
    form(
        "/console/connections/{id}/requests/{request}/subscription/amend",
        &[("version", "1"), ("reason", "As agreed.")],
        [403, 403, 403, 404, SIGN_IN],
    ),
    form(
        "/console/connections/{id}/requests/{request}/subscription/usage",
        &[("id", "a"), ("rate", "Host hours"), ("quantity", "1")],
        [403, 403, 403, 404, SIGN_IN],
    ),
    form(
        "/console/connections/{id}/requests/{request}/subscription/end",
        &[("version", "1"), ("reason", "Withdrawn.")],
        [403, 403, 403, 404, SIGN_IN],
    ),
    page("/console/connections/{id}/invoices", [200, 403, 404, 200, SIGN_IN]),
    page("/console/connections/{id}/invoices/{number}", [404, 403, 404, 404, SIGN_IN]),
    page("/console/connections/{id}/invoices/{number}/pdf", [404, 403, 404, 404, SIGN_IN]),
    page("/console/connections/{id}/invoices/{number}/csv", [404, 403, 404, 404, SIGN_IN]),
    form("/console/connections/{id}/invoices/{number}/again", &[], [404, 403, 404, 403, SIGN_IN]),
    form("/console/connections/{id}/invoices/{number}/uploaded", &[], [404, 403, 404, 403, SIGN_IN]),
    form("/console/connections/{id}/invoices/{number}/take-back", &[], [404, 403, 404, 403, SIGN_IN]),
    page("/console/connections/{id}/reconciliation", [200, 403, 404, 200, SIGN_IN]),
    page("/console/connections/{id}/reconciliation/csv", [200, 403, 404, 200, SIGN_IN]),
    page("/console/connections/{id}/guide", [200, 403, 404, 200, SIGN_IN]),
    page("/console/connections/{id}/check", [200, 403, 404, 200, SIGN_IN]),
    form("/console/connections/{id}/check", &[], [200, 403, 404, 200, SIGN_IN]),
    page("/console/connections/{id}/health", [200, 403, 404, 200, SIGN_IN]),
    page("/console/connections/{id}/requests", [200, 403, 404, 200, SIGN_IN]),
    page("/console/organisation", [200, 403, 200, 200, SIGN_IN]),
    form("/console/organisation", &[("version", "2")], [303, 403, 409, 409, SIGN_IN]),
    form("/console/organisation/products", &[("version", "0")], [303, 403, 303, 303, SIGN_IN]),
    form("/console/sessions/end", &[], [303, 303, 303, 303, SIGN_IN]),
    page("/console/audit", [200, 403, 200, 200, SIGN_IN]),
    page("/console/bypass", [200, 403, 200, 200, SIGN_IN]),
    page("/console/bypass/csv", [200, 403, 200, 200, SIGN_IN]),
    page("/console/which", [200, 403, 200, 200, SIGN_IN]),
    page("/console/customers", [403, 403, 403, 200, SIGN_IN]),
    page("/console/customers/{account}", [403, 403, 403, 200, SIGN_IN]),
    page("/console/onboarding", [403, 403, 403, 200, SIGN_IN]),
    form(
        "/console/connections/{id}/onboarding",
        &[("version", "1"), ("step", "instructions_sent")],
        [403, 403, 403, 409, SIGN_IN],
    ),
    page("/console/connections/{id}/remove", [403, 403, 403, 200, SIGN_IN]),
    form("/console/connections/{id}/remove", &[("version", "1")], [403, 403, 403, 303, SIGN_IN]),
    page("/console/{*path}", [404, 404, 404, 404, SIGN_IN]),
    form("/console/{*path}", &[], [404, 404, 404, 404, SIGN_IN]),
];

/// Everything that a browser sends of a connection's settings.
const SETTINGS: &[(&str, &str)] = &[
    ("version", "1"),
    ("name", "Acme"),
    ("test_mode", "on"),
    ("form_hosts", "acme.coupahost.com"),
    ("blanket_amount", "10000.00"),
    ("blanket_currency", "USD"),
    ("form_field", "cxml-base64"),
    ("unit_of_measure", "EA"),
    ("cart_version", "1.2.023"),
    ("line_rule", "by_product"),
    ("invoice_channel", "none"),
    ("invoice_cancel_by", "delete"),
];

/// What needs no session.
const OPEN: [&str; 5] = [
    "/console/sign-in",
    "/console/enter/{token}",
    "/console/leave",
    "/console/static/{file}",
    "/marketplace/eprocurement/overview",
];

#[tokio::test]
async fn every_page_answers_every_visitor_as_the_table_says() {
    for row in ROWS {
        for (place, expected) in row.answers.iter().enumerate() {
            let world = World::start().await;
            let answer = ask(&world, row, place).await;
            let who = ["management", "member", "outsider", "operator", "stranger"][place];
            assert_eq!(answer.status, *expected, "{} {} {who}: {}", row.method, row.route, answer.text);
            if place == 4 && !OPEN.contains(&row.route) {
                assert_eq!(answer.location(), "/console/sign-in", "{}", row.route);
            }
            if expected / 100 == 4 {
                assert!(!answer.heading().is_empty(), "{} {who}: no page for people", row.route);
            }
        }
    }
}

async fn ask(world: &World, row: &Row, place: usize) -> Answer {
    let (coupa, _) = world.coupa().await;
    world.ariba(&[Step::InstructionsSent, Step::Testing]).await;
    let path = row
        .route
        .replace("{id}", &coupa.id.to_string())
        .replace("{system}", "coupa")
        .replace("{document}", "none")
        .replace("{number}", "PG-00000000-000001")
        .replace("{request}", "req-00000000000000000000000000000000")
        .replace("{account}", MANAGEMENT)
        .replace("{token}", "nobodys")
        .replace("{file}", "console.css")
        .replace("{*path}", "nowhere");
    let browser = match place {
        0 => world.signed_in(MANAGEMENT).await,
        1 => world.signed_in(MEMBER).await,
        2 => world.signed_in(OUTSIDER).await,
        3 => world.signed_in(OPERATOR).await,
        _ => Browser::stranger(),
    };
    match row.method {
        "get" => world.get(&browser, &path).await,
        _ => world.post(&browser, &path, row.fields).await,
    }
}

/// The routes as the source has them: what one adds there needs rows here.
#[test]
fn every_route_has_a_row() {
    let source = include_str!("../../src/lib.rs").split_whitespace().collect::<Vec<_>>().join(" ");
    let mut routes = 0;
    for route in source.split(".route(").skip(1) {
        let path = route.split('"').nth(1).expect("a path");
        for method in ["get", "post"] {
            if !(route.contains(&format!(" {method}(")) || route.contains(&format!(".{method}("))) {
                continue;
            }
            routes += 1;
            let found = ROWS.iter().any(|row| row.method == method && row.route == path);
            assert!(found, "no row for {method} {path}");
        }
    }
    assert_eq!(routes, ROWS.len(), "a row for a route that is not there");
}
