//! The operator changes, meters and ends subscriptions, from the console; the requester sees it (R39,
//! R42, R47).

use jiff::SignedDuration;
use platform::oversight::reconciliation::rows;
use procurement::agreement::Agreement;
use procurement::reconciliation::is_in_order;
use support::{Harness, Offered, Shopping};

use super::visitor::{ADMINISTRATOR, OPERATOR, Visitor};

async fn bought(harness: &Harness, wanted: Offered) -> Agreement {
    let order = Shopping::approved_order(harness.coupa(), wanted).await;
    harness.coupa().send_po(&order).await.expect("an answer");
    harness.sweep().await;
    let all = harness.agreements(&harness.coupa_connection().await).await;
    all.into_iter().find(|one| one.order.order_id == order).expect("an agreement")
}

fn address(agreement: &Agreement) -> String {
    format!("/console/connections/{}/requests/{}/subscription", agreement.connection, agreement.requisition)
}

#[tokio::test(flavor = "multi_thread")]
async fn the_operator_waives_an_instalment_and_it_is_never_invoiced() {
    let harness = Harness::start().await;
    let agreement = bought(&harness, Offered::TALLY_LEDGER).await;
    let (first, last) = (agreement.schedule[0], agreement.schedule[2]);
    let at = address(&agreement);
    let operator = Visitor::enter(&harness, OPERATOR, "en").await;
    let page = operator.page(&at).await;
    assert!(page.contains("Change the subscription") && page.contains("name=\"charge-1\""), "{page}");
    assert!(!page.contains("name=\"charge-0\""), "what is invoiced cannot be another: {page}");

    let fields = [("version", "1"), ("charge-1", "0"), ("reason", "A part was not delivered.")];
    let changed = operator.post(&format!("{at}/amend"), &fields).await;
    assert!(
        changed.contains("The subscription is changed") && changed.contains("not delivered"),
        "{changed}"
    );
    let again = operator.ask(&format!("{at}/amend"), &fields).await;
    assert_eq!(again.0, 409, "made over a version that is gone: {}", again.1);
    harness.sweep().await;
    let mails = harness.mails();
    let mail = mails.iter().find(|(name, _)| name.starts_with("mail-amended")).expect("a mail");
    assert!(mail.1.contains("was changed"), "{}", mail.1);

    harness.advance(SignedDuration::from_hours(24 * 400));
    harness.sweep().await;
    let invoices = harness.coupa().received_invoices();
    let subtotals: Vec<_> = invoices.iter().map(|invoice| invoice.subtotal).collect();
    assert_eq!(subtotals, [first.amount.amount, last.amount.amount]);
    let rows = rows(harness.core(), &harness.coupa_connection().await).await.expect("rows");
    assert!(is_in_order(&rows), "{rows:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_operator_ends_a_subscription_and_whoever_sees_it_sees_that() {
    let harness = Harness::start().await;
    let agreement = bought(&harness, Offered::TALLY_LEDGER).await;
    let at = address(&agreement);
    let operator = Visitor::enter(&harness, OPERATOR, "de").await;
    let fields = [("version", "1"), ("reason", "The seller has withdrawn it.")];
    let ended = operator.post(&format!("{at}/end"), &fields).await;
    assert!(ended.contains("Das Abonnement ist beendet") && ended.contains("withdrawn"), "{ended}");
    assert!(!ended.contains("Jetzt beenden"), "it is over: {ended}");
    harness.sweep().await;

    let administrator = Visitor::enter(&harness, ADMINISTRATOR, "en").await;
    let seen = administrator.page(&at).await;
    assert!(seen.contains("Ended") && !seen.contains("End it now"), "{seen}");
    let refused = administrator.ask(&format!("{at}/end"), &fields).await;
    assert_eq!(refused.0, 403, "{}", refused.1);
    let store = Shopping::start(harness.coupa()).await;
    let own = store.open(&format!("/subscriptions/{}", agreement.requisition)).await;
    assert!(own.says("The marketplace ended this subscription") && own.says("withdrawn"), "{}", own.html);
    assert!(store.open("/subscriptions").await.says("Ended"));
}

#[tokio::test(flavor = "multi_thread")]
async fn usage_that_the_operator_records_is_shown_to_the_requester_also_beyond_the_estimate() {
    let harness = Harness::start().await;
    let agreement = bought(&harness, Offered::HARBOR_SCAN).await;
    let at = address(&agreement);
    let requisition = harness.requisitions(&harness.coupa_connection().await).await.remove(0);
    let tariff = procurement::usage::Tariff::of(&requisition.offer.pricing).expect("a tariff");
    let rate = tariff.rates[0].name.clone();
    let much = (requisition.quote.total.amount / tariff.rates[0].price).ceil().to_string();
    let operator = Visitor::enter(&harness, OPERATOR, "en").await;
    let fields = |id: &str, quantity: &str| {
        [("id", id), ("rate", &rate), ("quantity", quantity)].map(|(name, value)| (name, value.to_owned()))
    };
    let recorded = operator.post(&format!("{at}/usage"), &fields("a", "10")).await;
    assert!(recorded.contains("The measurement is recorded"), "{recorded}");
    let again = operator.post(&format!("{at}/usage"), &fields("a", "10")).await;
    assert!(again.contains("Nothing was changed"), "{again}");
    let wrong = operator.ask(&format!("{at}/usage"), &fields("b", "-1")).await;
    assert_eq!(wrong.0, 400, "{}", wrong.1);

    let store = Shopping::start(harness.coupa()).await;
    let path = format!("/subscriptions/{}", agreement.requisition);
    let page = store.open(&path).await;
    assert!(page.says("Used so far") && page.says("2026-11") && !page.says("has passed"), "{}", page.html);
    operator.post(&format!("{at}/usage"), &fields("c", &much)).await;
    harness.sweep().await;
    let page = store.open(&path).await;
    assert!(page.says("Usage has passed what the purchase order commits to"), "{}", page.html);
    assert!(operator.page(&at).await.contains("Usage has passed"));
}
