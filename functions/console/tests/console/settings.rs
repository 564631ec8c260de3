//! What administrators set, and what never shows.

use procurement::configuration::Step;

use crate::world::{Answer, MANAGEMENT, OPERATOR, World};

/// The fields of the settings page as they are shown, to be sent back.
fn shown(page: &Answer) -> Vec<(String, String)> {
    let html = scraper::Html::parse_document(&page.text);
    let selector =
        scraper::Selector::parse("form fieldset input, form fieldset select, form fieldset textarea");
    let mut fields = Vec::new();
    for field in html.select(&selector.expect("a selector")) {
        let element = field.value();
        let name = element.attr("name").expect("a name").to_owned();
        let value = match element.name() {
            "textarea" => field.text().collect(),
            "select" => {
                let chosen = scraper::Selector::parse("option[selected]").expect("a selector");
                let option = field.select(&chosen).next();
                option.and_then(|one| one.value().attr("value")).unwrap_or_default().to_owned()
            }
            _ if element.attr("type") == Some("checkbox") && element.attr("checked").is_none() => continue,
            _ => element.attr("value").unwrap_or_default().to_owned(),
        };
        fields.push((name, value));
    }
    fields
}

fn set(fields: &mut Vec<(String, String)>, name: &str, value: Option<&str>) {
    fields.retain(|(other, _)| other != name);
    fields.extend(value.map(|value| (name.to_owned(), value.to_owned())));
}

fn as_pairs(fields: &[(String, String)]) -> Vec<(&str, &str)> {
    fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}

#[tokio::test]
async fn what_is_saved_stands_in_the_form_again() {
    let world = World::start().await;
    let browser = world.signed_in(MANAGEMENT).await;
    let (connection, _) = world.coupa().await;
    let path = format!("/console/connections/{}", connection.id);
    let mut fields = shown(&world.get(&browser, &path).await);
    for (name, value) in [
        ("name", Some("Acme buys")),
        ("test_mode", None),
        ("redirect", Some("on")),
        ("approval_url", Some("https://acme.coupahost.com/requisition_headers/new")),
        ("automatic_approval_free", Some("on")),
        ("blanket_amount", Some("2500.50")),
        ("blanket_currency", Some("EUR")),
        ("form_field", Some("cxml-urlencoded")),
        ("unit_of_measure", Some("C62")),
        ("cart_version", Some("1.2.040")),
        ("line_rule", Some("by_line")),
        ("strict_deployment_mode", Some("on")),
        ("credential_mac", Some("on")),
        ("invoice_cancel_by", Some("line_credit")),
        ("invoice_tax_category", Some("vat")),
        ("invoice_tax_percent", Some("8.875")),
        ("invoice_tax_description", Some("VAT 8.875 %")),
        ("contacts", Some("ada@example.com\r\nben@example.com")),
        ("form_hosts", Some("acme.coupahost.com\r\nacme-test.coupahost.com")),
    ] {
        set(&mut fields, name, value);
    }
    let saved = world.post(&browser, &path, &as_pairs(&fields)).await;
    assert_eq!(saved.status, 303, "{}", saved.text);
    let page = world.get(&browser, saved.location()).await;
    assert!(page.all(".notice.good").contains(&"Saved.".to_owned()));
    let again = shown(&page);
    for (name, value) in fields.iter().filter(|(name, _)| name != "version") {
        let found =
            again.iter().find(|(other, _)| other == name).map(|(_, value)| value.replace('\n', "\r\n"));
        assert_eq!(found.as_deref(), Some(value.as_str()), "{name}");
    }
    assert!(page.all(".tags .tag").contains(&"Live".to_owned()));
    let stale = world.post(&browser, &path, &as_pairs(&fields)).await;
    assert_eq!((stale.status, stale.heading().as_str()), (409, "Somebody else was faster"));
}

#[tokio::test]
async fn no_secret_is_in_any_page_but_the_one_that_shows_it_once() {
    let world = World::start().await;
    let (admin, operator) = (world.signed_in(MANAGEMENT).await, world.signed_in(OPERATOR).await);
    let (connection, first) = world.coupa().await;
    let path = format!("/console/connections/{}", connection.id);
    let mut fields = shown(&world.get(&admin, &path).await);
    for (name, value) in [
        ("invoice_channel", "cxml"),
        ("invoice_url", "https://acme.coupahost.com/cxml/invoices"),
        ("invoice_identity", "MARKET"),
        ("invoice_secret", "the-secret-for-invoices"),
    ] {
        set(&mut fields, name, Some(value));
    }
    let mut wrong = fields.clone();
    set(&mut wrong, "unit_of_measure", Some("not a unit"));
    let refused = world.post(&admin, &path, &as_pairs(&wrong)).await;
    assert_eq!(refused.status, 400);
    assert!(!refused.text.contains("the-secret-for-invoices"));
    assert_eq!(world.post(&admin, &path, &as_pairs(&fields)).await.status, 303);
    let rotation = [("version", "2"), ("overlap_hours", "24")];
    let rotated = world.post(&admin, &format!("{path}/secret"), &rotation).await;
    let second = rotated.attribute("#shared-secret", "value").expect("a secret");
    assert_ne!(first, second);
    let repeated = world.post(&admin, &format!("{path}/secret"), &rotation).await;
    assert_eq!(repeated.status, 409);
    for page in ["", "/guide", "/check", "/health", "/requests"] {
        for browser in [&admin, &operator] {
            let shown = world.get(browser, &format!("{path}{page}")).await;
            assert_eq!(shown.status, 200, "{page}");
            for secret in [first.as_str(), second.as_str(), "the-secret-for-invoices"] {
                assert!(!shown.text.contains(secret), "{page}");
            }
        }
    }
    let audit = world.get(&admin, "/console/audit").await;
    assert!(audit.text.contains("Secret rotated"));
    for secret in [first.as_str(), second.as_str(), "the-secret-for-invoices"] {
        assert!(!audit.text.contains(secret) && !repeated.text.contains(secret));
    }
}

#[tokio::test]
async fn confirmations_are_set_and_taken_back_on_the_page() {
    let world = World::start().await;
    let browser = world.signed_in(MANAGEMENT).await;
    let (connection, _) = world.coupa().await;
    let path = format!("/console/connections/{}", connection.id);
    let mut fields = shown(&world.get(&browser, &path).await);
    set(&mut fields, "confirmation_url", Some("https://acme.coupahost.com/cxml/confirmations"));
    set(&mut fields, "confirmation_identity", Some("MARKET"));
    let refused = world.post(&browser, &path, &as_pairs(&fields)).await;
    assert_eq!(
        (refused.status, refused.all("#confirmation_secret-fault").len()),
        (400, 1),
        "{}",
        refused.text
    );
    set(&mut fields, "confirmation_secret", Some("the-secret-for-confirmations"));
    let saved = world.post(&browser, &path, &as_pairs(&fields)).await;
    assert_eq!(saved.status, 303, "{}", saved.text);
    let page = world.get(&browser, &path).await;
    let value = |name: &str| page.attribute(&format!("#{name}"), "value").unwrap_or_default();
    assert_eq!(value("confirmation_url"), "https://acme.coupahost.com/cxml/confirmations");
    assert!(!page.text.contains("the-secret-for-confirmations"), "R15");
    let mut fields = shown(&page);
    set(&mut fields, "confirmation_url", Some(""));
    assert_eq!(world.post(&browser, &path, &as_pairs(&fields)).await.status, 303);
    let page = world.get(&browser, &path).await;
    assert_eq!(page.attribute("#confirmation_url", "value").as_deref(), Some(""));
}

#[tokio::test]
async fn a_second_set_of_credentials_is_for_the_buyers_test_account() {
    let world = World::start().await;
    let browser = world.signed_in(MANAGEMENT).await;
    let (connection, first) = world.coupa().await;
    let path = format!("/console/connections/{}", connection.id);
    let rotation = [("version", "1"), ("overlap_hours", "0"), ("deployment", "test")];
    let made = world.post(&browser, &format!("{path}/secret"), &rotation).await;
    assert_eq!(made.status, 200, "{}", made.text);
    let value = |id: &str| made.attribute(&format!("#{id}"), "value").unwrap_or_default();
    assert!(value("buyer-identity").ends_with("-T") && value("supplier-identity").ends_with("-T"));
    assert!(!value("shared-secret").is_empty() && value("shared-secret") != first);
    let page = world.get(&browser, &path).await;
    let sets = page.all("#secrets ~ .table tbody td:nth-child(2)");
    assert_eq!(sets, ["Test account", "Production"], "{}", page.text);
}

#[tokio::test]
async fn credential_mac_tells_to_rotate_until_that_is_done() {
    let world = World::start().await;
    let browser = world.signed_in(MANAGEMENT).await;
    let (connection, _) = world.coupa().await;
    let path = format!("/console/connections/{}", connection.id);
    let told =
        |page: &Answer| page.all(".notice").iter().any(|text| text.contains("Rotate the secret: it holds"));
    let page = world.get(&browser, &path).await;
    assert!(!told(&page));
    let mut fields = shown(&page);
    set(&mut fields, "credential_mac", Some("on"));
    assert_eq!(world.post(&browser, &path, &as_pairs(&fields)).await.status, 303);
    assert!(told(&world.get(&browser, &path).await));
    let rotation = [("version", "2"), ("overlap_hours", "24")];
    assert_eq!(world.post(&browser, &format!("{path}/secret"), &rotation).await.status, 200);
    assert!(!told(&world.get(&browser, &path).await));
}

#[tokio::test]
async fn test_mode_is_called_out_on_every_page_of_the_connection() {
    let world = World::start().await;
    let browser = world.signed_in(MANAGEMENT).await;
    let (connection, _) = world.coupa().await;
    let list = world.get(&browser, "/console/connections").await;
    assert!(list.all(".notice.test")[0].contains("No test order has arrived yet"), "{}", list.text);
    for page in ["", "/guide", "/check", "/health", "/requests"] {
        let shown = world.get(&browser, &format!("/console/connections/{}{page}", connection.id)).await;
        assert!(shown.all(".notice.test")[0].starts_with("Test mode: nothing is bought."), "{page}");
    }
}

#[tokio::test]
async fn ariba_goes_live_by_the_operators_step_alone() {
    let world = World::start().await;
    let (admin, operator) = (world.signed_in(MANAGEMENT).await, world.signed_in(OPERATOR).await);
    let connection = world.ariba(&[Step::InstructionsSent, Step::Testing]).await;
    let path = format!("/console/connections/{}", connection.id);
    let page = world.get(&admin, &path).await;
    assert!(page.text.contains("aws@marketplace.example") && page.text.contains("AN01000000001"));
    assert!(page.all("[name=test_mode], [name=redirect]").is_empty());
    assert_eq!(world.post(&admin, &format!("{path}/live"), &[("version", "3")]).await.status, 303);
    let step = [("version", "4"), ("step", "live")];
    assert_eq!(world.post(&admin, &format!("{path}/onboarding"), &step).await.status, 403);
    let queue = world.get(&operator, "/console/onboarding").await;
    assert!(queue.all("tbody td").iter().any(|cell| cell.contains("Live requested")));
    assert_eq!(world.post(&operator, &format!("{path}/onboarding"), &step).await.status, 303);
    let live = world.get(&admin, &path).await;
    assert!(live.all(".tags .tag").contains(&"Live".to_owned()));
    let back = [("version", "5"), ("step", "testing")];
    assert_eq!(world.post(&operator, &format!("{path}/onboarding"), &back).await.status, 303);
}

#[tokio::test]
async fn a_check_tells_each_finding_with_what_to_do() {
    let world = World::start().await;
    let browser = world.signed_in(MANAGEMENT).await;
    let (connection, _) = world.coupa().await;
    let path = format!("/console/connections/{}/check", connection.id);
    assert!(world.get(&browser, &path).await.all("tbody tr").is_empty());
    let checked = world.post(&browser, &path, &[]).await;
    assert!(checked.all("tbody tr").len() >= 8, "{}", checked.text);
    assert!(checked.all("td").iter().any(|cell| cell.contains("Switch test mode off when you are done")));
    let german = world.post(&browser.in_language("de"), &path, &[]).await;
    assert!(german.all("td").iter().any(|cell| cell.contains("Die Verbindung ist im Testmodus")));
}

#[tokio::test]
async fn which_connection_an_account_would_use_is_explained() {
    let world = World::start().await;
    let browser = world.signed_in(MANAGEMENT).await;
    world.coupa().await;
    let ours = world.get(&browser, "/console/which?account=111122220001").await;
    assert_eq!(ours.status, 200);
    assert!(ours.all("li").iter().any(|line| line.contains("is enabled and in test mode")), "{}", ours.text);
    for other in ["444455556666", "12", "x"] {
        let refused = world.get(&browser, &format!("/console/which?account={other}")).await;
        assert_eq!(refused.status, 400, "{other}");
        assert_eq!(refused.all(".fault").len(), 1, "{other}");
    }
}
