//! Connections, from the first value to their removal.

use jiff::SignedDuration;
use serde_json::{Value, json};

use crate::world::{MANAGEMENT, OPERATOR, World, new_coupa};

#[tokio::test]
async fn a_new_connection_is_in_test_mode_and_shows_its_secret_once() {
    let world = World::start().await;
    let made = world.coupa().await;
    assert_eq!(made.field("/connection/mode"), "test");
    assert_eq!(made.field("/purchase_information/punch_out_url"), "http://127.0.0.1:8080/cxml/setup");
    let (id, secret) = (made.field("/connection/id"), made.field("/purchase_information/shared_secret"));
    assert_eq!(secret.len(), 43, "256 bits");
    for path in ["", "/purchase-information", "/export", "/health"] {
        let answer = world.ask(MANAGEMENT, "GET", &format!("/config/connections/{id}{path}"), None).await;
        assert_eq!(answer.status, 200, "{path}");
        assert!(!answer.text.contains(&secret), "{path}");
    }
    let audit = world.ask(MANAGEMENT, "GET", "/config/audit", None).await;
    assert!(!audit.text.contains(&secret));
    assert_eq!(audit.field("/entries/0/action"), "Connection created");
    assert_eq!(audit.field("/entries/0/who"), format!("arn:aws:iam::{MANAGEMENT}:user/somebody"));
}

#[tokio::test]
async fn every_mistake_names_its_field() {
    let world = World::start().await;
    let id = world.coupa().await.field("/connection/id");
    let mistakes = [
        ("name", json!({"name": " "})),
        ("description", json!({"description": "x".repeat(1001)})),
        ("mode", json!({"mode": "real"})),
        ("form_hosts", json!({"form_hosts": []})),
        ("form_hosts", json!({"form_hosts": ["https://acme.coupahost.com/"]})),
        ("form_field", json!({"form_field": "both"})),
        ("unit_of_measure", json!({"unit_of_measure": "E A"})),
        ("cart_version", json!({"cart_version": "1.1.007"})),
        ("blanket_amount", json!({"blanket_amount": "0"})),
        ("blanket_amount", json!({"blanket_amount": "10,5"})),
        ("blanket_amount", json!({"blanket_amount": "10.50", "blanket_currency": "JPY"})),
        ("blanket_currency", json!({"blanket_currency": "Dollar"})),
        ("approval_url", json!({"redirect": true})),
        ("approval_url", json!({"redirect": true, "approval_url": "https://elsewhere.example/"})),
        ("approval_url", json!({"approval_url": "http://acme.coupahost.com/"})),
        ("contacts", json!({"contacts": ["somebody"]})),
        ("line_rule", json!({"line_rule": "by_weight"})),
        ("invoice_cancel_by", json!({"invoice_cancel_by": "magic"})),
        ("invoice_tax_percent", json!({"invoice_tax_category": "vat", "invoice_tax_description": "VAT"})),
        (
            "invoice_tax_percent",
            json!({"invoice_tax_category": "vat", "invoice_tax_description": "VAT", "invoice_tax_percent": "101"}),
        ),
        ("confirmation_url", json!({"confirmation_secret": "s"})),
        (
            "confirmation_secret",
            json!({"confirmation_url": "https://acme.coupahost.com/c", "confirmation_domain": "DUNS", "confirmation_identity": "1"}),
        ),
        ("invoice_channel", json!({"invoice_channel": "fax"})),
        (
            "invoice_url",
            json!({"invoice_channel": "cxml", "invoice_domain": "DUNS", "invoice_identity": "1", "invoice_secret": "s"}),
        ),
        (
            "invoice_secret",
            json!({"invoice_channel": "cxml", "invoice_url": "https://acme.coupahost.com/i", "invoice_domain": "DUNS", "invoice_identity": "1"}),
        ),
    ];
    for (field, change) in mistakes {
        let answer = world.change(&id, 1, change.clone()).await;
        assert_eq!(
            (answer.status, answer.field("/field")),
            (400, field.to_owned()),
            "{change}: {}",
            answer.text
        );
    }
    let both = world.change(&id, 1, json!({"name": "", "mode": "x"})).await;
    assert_eq!(both.json()["mistakes"].as_array().map(Vec::len), Some(2), "{}", both.text);
}

#[tokio::test]
async fn a_change_over_an_older_version_is_refused_and_nothing_is_lost() {
    let world = World::start().await;
    let id = world.coupa().await.field("/connection/id");
    assert_eq!(world.change(&id, 1, json!({"name": "First"})).await.status, 200);
    let late = world.change(&id, 1, json!({"name": "Second"})).await;
    assert_eq!((late.status, late.field("/code")), (409, "changed".to_owned()));
    let now = world.ask(MANAGEMENT, "GET", &format!("/config/connections/{id}"), None).await;
    assert_eq!((now.field("/name"), now.field("/version")), ("First".to_owned(), "2".to_owned()));
}

#[tokio::test]
async fn the_audit_log_tells_old_and_new_without_secrets() {
    let world = World::start().await;
    let id = world.coupa().await.field("/connection/id");
    let invoicing = json!({"name": "Finance", "invoice_channel": "cxml", "invoice_url": "https://acme.coupahost.com/invoices",
        "invoice_domain": "DUNS", "invoice_identity": "079928354", "invoice_secret": "hunter-2-hunter-2"});
    let changed = world.change(&id, 1, invoicing).await;
    assert_eq!(changed.status, 200, "{}", changed.text);
    assert!(!changed.text.contains("hunter-2"));
    let audit = world.ask(MANAGEMENT, "GET", "/config/audit", None).await;
    assert!(!audit.text.contains("hunter-2"), "{}", audit.text);
    let changes = audit.json()["entries"].as_array().expect("entries").iter().find_map(|entry| {
        let name = |change: &&Value| {
            change["field"] == "name" && change["old"] == "Coupa" && change["new"] == "Finance"
        };
        entry["changes"].as_array().expect("changes").iter().find(name).cloned()
    });
    assert!(changes.is_some(), "{}", audit.text);
}

#[tokio::test]
async fn the_secret_for_invoices_does_not_follow_to_another_host() {
    let world = World::start().await;
    let id = world.coupa().await.field("/connection/id");
    let first = json!({"invoice_channel": "cxml", "invoice_url": "https://acme.coupahost.com/invoices",
        "invoice_domain": "DUNS", "invoice_identity": "1", "invoice_secret": "hunter-2-hunter-2"});
    assert_eq!(world.change(&id, 1, first).await.status, 200);
    let elsewhere = world.change(&id, 2, json!({"invoice_url": "https://evil.example/"})).await;
    assert_eq!(elsewhere.field("/field"), "invoice_secret");
    let same = world
        .change(&id, 2, json!({"invoice_url": "https://acme.coupahost.com/other", "invoice_secret": ""}))
        .await;
    assert_eq!(same.status, 200, "{}", same.text);
}

#[tokio::test]
async fn confirmations_and_what_invoices_carry_are_set_shown_and_taken_back() {
    let world = World::start().await;
    let id = world.coupa().await.field("/connection/id");
    let settings = json!({"line_rule": "by_line", "strict_deployment_mode": true, "credential_mac": true,
        "invoice_attach_pdf": true, "invoice_cancel_by": "credit", "invoice_tax_category": "vat",
        "invoice_tax_percent": "19.00", "invoice_tax_description": "VAT 19 %",
        "confirmation_url": "https://acme.coupahost.com/cxml/confirmations", "confirmation_domain": "DUNS",
        "confirmation_identity": "079928354", "confirmation_secret": "hunter-2-hunter-2"});
    let changed = world.change(&id, 1, settings).await;
    assert_eq!(changed.status, 200, "{}", changed.text);
    assert!(!changed.text.contains("hunter-2"));
    for (field, value) in [
        ("line_rule", "by_line"),
        ("strict_deployment_mode", "true"),
        ("credential_mac", "true"),
        ("invoice_attach_pdf", "true"),
        ("invoice_cancel_by", "credit"),
        ("invoice_tax_percent", "19"),
        ("confirmation_url", "https://acme.coupahost.com/cxml/confirmations"),
        ("confirmation_version", "1.2.020"),
    ] {
        assert_eq!(changed.field(&format!("/settings/{field}")), value, "{field}");
    }
    let off = world.change(&id, 2, json!({"invoice_tax_category": "", "confirmation_url": ""})).await;
    assert_eq!(off.status, 200, "{}", off.text);
    assert_eq!(off.field("/settings/invoice_tax_percent"), "null");
    assert_eq!(off.field("/settings/confirmation_url"), "null");
    let core = &world.configuration.core;
    let kept = core.store.connection(id.parse().expect("an id")).await.expect("a read").expect("there");
    assert!(kept.settings.confirmations.is_none(), "the secret is forgotten with the address");
}

#[tokio::test]
async fn another_secret_for_invoices_stands_in_the_audit_log_without_itself() {
    let world = World::start().await;
    let id = world.coupa().await.field("/connection/id");
    let first = json!({"invoice_channel": "cxml", "invoice_url": "https://acme.coupahost.com/invoices",
        "invoice_domain": "DUNS", "invoice_identity": "1", "invoice_secret": "hunter-2-hunter-2"});
    assert_eq!(world.change(&id, 1, first).await.status, 200);
    assert_eq!(world.change(&id, 2, json!({"invoice_secret": "hunter-3-hunter-3"})).await.status, 200);
    let audit = world.ask(MANAGEMENT, "GET", "/config/audit", None).await;
    assert!(audit.text.contains("another secret") && !audit.text.contains("hunter"), "{}", audit.text);
}

#[tokio::test]
async fn a_rotated_secret_stays_valid_for_the_overlap_and_no_longer() {
    let world = World::start().await;
    let made = world.coupa().await;
    let (id, old) = (made.field("/connection/id"), made.field("/purchase_information/shared_secret"));
    let body = json!({"version": 1, "overlap_hours": 24});
    let path = format!("/config/connections/{id}/secret");
    let rotated = world.ask(MANAGEMENT, "POST", &path, Some(body)).await;
    let new = rotated.field("/purchase_information/shared_secret");
    assert_ne!(old, new);
    let accepted = async |secret: &str| {
        let core = &world.configuration.core;
        let connection =
            core.store.connection(id.parse().expect("an id")).await.expect("a read").expect("there");
        connection.accepts_secret(&core.keys.secret_key(), secret, core.clock.now())
    };
    assert!(accepted(&old).await && accepted(&new).await);
    world.later(SignedDuration::from_hours(24));
    assert!(!accepted(&old).await && accepted(&new).await);
}

#[tokio::test]
async fn when_a_secret_was_used_last_is_shown_beside_it() {
    let world = World::start().await;
    let made = world.coupa().await;
    let id = made.field("/connection/id");
    let path = format!("/config/connections/{id}");
    let shown = world.ask(MANAGEMENT, "GET", &path, None).await;
    assert_eq!(shown.field("/secrets/0/last_used"), "null");

    let core = &world.configuration.core;
    let kept = core.store.connection(id.parse().expect("an id")).await.expect("a read").expect("there");
    core.store.secret_used(kept.id, kept.secrets[0].id(), core.clock.now()).await;
    let body = Some(json!({"version": 1, "overlap_hours": 24}));
    assert_eq!(world.ask(MANAGEMENT, "POST", &format!("{path}/secret"), body).await.status, 200);
    let shown = world.ask(MANAGEMENT, "GET", &path, None).await;
    assert_eq!(shown.field("/secrets/0/last_used"), core.clock.now().to_string());
    assert_eq!(shown.field("/secrets/1/last_used"), "null", "the new one was not used yet");
}

#[tokio::test]
async fn a_second_set_of_credentials_stands_beside_the_first() {
    let world = World::start().await;
    let made = world.coupa().await;
    let (id, real) = (made.field("/connection/id"), made.field("/purchase_information/shared_secret"));
    let body = Some(json!({"version": 1, "overlap_hours": 0, "deployment": "test"}));
    let path = format!("/config/connections/{id}/secret");
    let test = world.ask(MANAGEMENT, "POST", &path, body).await;
    assert_eq!(test.status, 200, "{}", test.text);
    assert!(test.field("/purchase_information/buyer_identity").ends_with("-T"));
    assert_eq!(test.field("/connection/secrets/1/deployment"), "test");
    let core = &world.configuration.core;
    let kept = core.store.connection(id.parse().expect("an id")).await.expect("a read").expect("there");
    let (key, now) = (core.keys.secret_key(), core.clock.now());
    assert!(kept.accepts_secret(&key, &real, now), "the overlap is the other set's");
    let secret = test.field("/purchase_information/shared_secret");
    let set = kept.secret_presented(&key, &secret, now).map(|secret| secret.deployment);
    assert_eq!(set, Some(procurement::connection::Deployment::Test));
}

#[tokio::test]
async fn a_secret_is_kept_encrypted_only_while_a_credential_mac_is_taken() {
    let world = World::start().await;
    let made = world.coupa().await;
    let id = made.field("/connection/id");
    let core = &world.configuration.core;
    let kept = async || {
        let kept = core.store.connection(id.parse().expect("an id")).await.expect("a read").expect("there");
        kept.secrets.last().expect("a secret").sealed.clone()
    };
    assert_eq!(world.change(&id, 1, json!({"credential_mac": true})).await.status, 200);
    assert_eq!(kept().await, None, "what was only hashed cannot be read again");
    let path = format!("/config/connections/{id}/secret");
    let rotated = world.ask(MANAGEMENT, "POST", &path, Some(json!({"version": 2, "overlap_hours": 1}))).await;
    let secret = rotated.field("/purchase_information/shared_secret");
    let sealed = kept().await.expect("it is kept");
    assert!(!sealed.0.contains(&secret));
    let opened = core.keys.open_shared_secret(id.parse().expect("an id"), &sealed).expect("opened");
    assert_eq!(opened.expose(), secret);
    assert_eq!(world.change(&id, 3, json!({"credential_mac": false})).await.status, 200);
    assert_eq!(kept().await, None);
}

#[tokio::test]
async fn a_disabled_connection_keeps_everything_and_is_restored_by_enabling() {
    let world = World::start().await;
    let made = world.coupa().await;
    let id = made.field("/connection/id");
    let path = format!("/config/connections/{id}");
    let off = world.ask(MANAGEMENT, "POST", &format!("{path}/disable"), Some(json!({"version": 1}))).await;
    assert_eq!(off.field("/enabled"), "false");
    let on = world.ask(MANAGEMENT, "POST", &format!("{path}/enable"), Some(json!({"version": 2}))).await;
    assert_eq!(on.field("/enabled"), "true");
    assert_eq!(on.json()["settings"], made.json()["connection"]["settings"]);
    assert_eq!(on.json()["secrets"], made.json()["connection"]["secrets"]);
}

#[tokio::test]
async fn only_the_operator_takes_an_ariba_connection_live_and_back() {
    let world = World::start().await;
    let id = world.ariba().await;
    let by_hand = world.change(&id, 3, json!({"mode": "live"})).await;
    assert_eq!((by_hand.status, by_hand.field("/field")), (409, "mode".to_owned()));
    assert_eq!(world.step(&id, 3, "live").await.status, 409, "nobody asked for it");
    let path = format!("/config/connections/{id}/request-live");
    assert_eq!(world.ask(MANAGEMENT, "POST", &path, Some(json!({"version": 3}))).await.status, 200);
    let queue = world.ask(OPERATOR, "GET", "/config/operator/onboarding", None).await;
    assert_eq!(queue.field("/connections/0/id"), id);
    assert_eq!(world.step(&id, 4, "live").await.field("/mode"), "live");
    let queue = world.ask(OPERATOR, "GET", "/config/operator/onboarding", None).await;
    assert_eq!(queue.json()["connections"], json!([]));
    assert_eq!(world.step(&id, 5, "testing").await.field("/mode"), "test");
}

#[tokio::test]
async fn an_ariba_network_id_is_checked_and_belongs_to_one_connection() {
    let world = World::start().await;
    world.ariba().await;
    let body = |anid: &str| json!({"system": "sap_ariba", "anid": anid, "connection": {"name": "A", "form_hosts": ["a.example"]}});
    for (anid, status) in [("AN0100000000", 400), ("AN01000000001", 409)] {
        let answer = world.ask(MANAGEMENT, "POST", "/config/connections", Some(body(anid))).await;
        assert_eq!((answer.status, answer.field("/field")), (status, "anid".to_owned()), "{}", answer.text);
    }
}

#[tokio::test]
async fn what_is_exported_is_imported_without_secrets_and_in_test_mode() {
    let world = World::start().await;
    let id = world.coupa().await.field("/connection/id");
    let delivery = |what: &str| {
        json!({format!("{what}_url"): "https://acme.coupahost.com/in",
        format!("{what}_domain"): "DUNS", format!("{what}_identity"): "1", format!("{what}_secret"): "hunter-2-hunter-2"})
    };
    assert_eq!(world.change(&id, 1, json!({"mode": "live", "unit_of_measure": "C62"})).await.status, 200);
    let mut invoices = delivery("invoice");
    invoices["invoice_channel"] = json!("cxml");
    assert_eq!(world.change(&id, 2, invoices).await.status, 200);
    assert_eq!(world.change(&id, 3, delivery("confirmation")).await.status, 200);
    let exported = world.ask(MANAGEMENT, "GET", &format!("/config/connections/{id}/export"), None).await;
    for (place, what) in
        ["shared secret", "secret for invoices", "secret for confirmations"].iter().enumerate()
    {
        assert!(exported.field(&format!("/left_out/{place}")).contains(what), "{}", exported.text);
    }
    assert!(!exported.text.contains("hunter"), "{}", exported.text);
    let imported = world.ask(MANAGEMENT, "POST", "/config/imports", Some(exported.json())).await;
    assert_eq!(imported.status, 201, "{}", imported.text);
    assert_eq!(imported.field("/connection/settings/unit_of_measure"), "C62");
    assert_eq!(imported.field("/connection/mode"), "test");
    assert_eq!(imported.field("/connection/settings/invoice_channel"), "none");
    assert_eq!(imported.field("/connection/settings/confirmation_url"), "null");
    assert_eq!(imported.json()["notices"].as_array().map(Vec::len), Some(3), "{}", imported.text);
    assert_ne!(imported.field("/connection/id"), id);
}

#[tokio::test]
async fn a_removed_connection_leaves_its_audit_log() {
    let world = World::start().await;
    let id = world.coupa().await.field("/connection/id");
    let path = format!("/config/operator/connections/{id}?version=1");
    assert_eq!(world.ask(OPERATOR, "DELETE", &path, None).await.status, 200);
    assert_eq!(world.ask(MANAGEMENT, "GET", &format!("/config/connections/{id}"), None).await.status, 404);
    let audit = world.ask(MANAGEMENT, "GET", "/config/audit", None).await;
    let actions: Vec<Value> = audit.json()["entries"]
        .as_array()
        .expect("entries")
        .iter()
        .map(|entry| entry["action"].clone())
        .collect();
    assert!(actions.contains(&json!("Connection removed")) && actions.contains(&json!("Connection created")));
    let customers = world.ask(OPERATOR, "GET", "/config/operator/customers", None).await;
    assert_eq!(customers.field("/customers/0/management_account"), MANAGEMENT);
}

#[tokio::test]
async fn a_check_says_what_is_wrong_and_how_to_mend_it() {
    let world = World::start().await;
    let id = world.coupa().await.field("/connection/id");
    let invoicing = json!({"invoice_channel": "cxml", "invoice_url": "https://127.0.0.1:1/invoices",
        "invoice_domain": "DUNS", "invoice_identity": "1", "invoice_secret": "hunter-2-hunter-2"});
    assert_eq!(world.change(&id, 1, invoicing).await.status, 200);
    let report = world.ask(MANAGEMENT, "POST", &format!("/config/connections/{id}/check"), None).await;
    assert_eq!(report.field("/ready"), "false");
    let checks = report.json();
    let check =
        checks["checks"].as_array().expect("checks").iter().find(|check| check["name"] == "invoice_url");
    let message = check.expect("the check")["message"].as_str().expect("text").to_owned();
    assert!(message.contains("does not answer") && message.contains("Correct the address"), "{message}");
}

#[tokio::test]
async fn a_body_that_is_no_json_or_has_an_unknown_field_is_told_as_json() {
    let world = World::start().await;
    let broken = world.send(world.signed(MANAGEMENT, "POST", "/config/connections", "{")).await;
    assert_eq!((broken.status, broken.field("/field")), (400, "body".to_owned()));
    let mut unknown = new_coupa();
    unknown["connection"]["nmae"] = json!("x");
    let answer = world.ask(MANAGEMENT, "POST", "/config/connections", Some(unknown)).await;
    assert!(answer.field("/message").contains("nmae"), "{}", answer.text);
}

#[tokio::test]
async fn an_array_is_no_object_and_nothing_may_follow_the_body() {
    let world = World::start().await;
    for body in [
        r#"[0, {}]"#,
        r#"{"version": 0, "change": [null, null, null, null]}"#,
        r#"{"version": 0, "change": {}} x"#,
    ] {
        let answer = world.send(world.signed(MANAGEMENT, "PATCH", "/config/organisation", body)).await;
        assert_eq!(
            (answer.status, answer.field("/field")),
            (400, "body".to_owned()),
            "{body}: {}",
            answer.text
        );
    }
}
