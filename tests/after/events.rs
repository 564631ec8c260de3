//! Other systems learn what happened: each event once in the log, in the transaction of its cause.

use std::collections::BTreeSet;

use buyer::{Fault, InboxFault};
use platform::oversight::agreements::{amend_now, end_now};
use procurement::agreement::Amendment;
use rust_decimal::Decimal;
use serde_json::Value;
use support::{Harness, Offered, Shopping, validator};

fn log(harness: &Harness) -> Vec<Value> {
    let text = std::fs::read_to_string(harness.world().events()).unwrap_or_default();
    text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

fn types(events: &[Value]) -> Vec<&str> {
    events.iter().filter_map(|event| event["type"].as_str()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn every_kind_of_event_is_told_once_and_is_valid_by_the_schema() {
    let harness = Harness::start().await;
    let order = Shopping::approved_order(harness.coupa(), Offered::LUMEN_LOGS).await;
    let wrong = Fault::Price(1, Decimal::ONE);
    harness.coupa().send_po_with(&order, &[wrong]).await.expect("an answer");
    for _ in 0..3 {
        harness.coupa().send_po(&order).await.expect("an answer");
    }
    harness.sweep().await;
    harness.coupa().fail_next_invoice(InboxFault::Status(403));
    let other = Shopping::approved_order(harness.coupa(), Offered::TALLY_LEDGER).await;
    harness.coupa().send_po(&other).await.expect("an answer");
    harness.sweep().await;
    let connection = harness.coupa_connection().await;
    let of = |agreements: &[procurement::agreement::Agreement], order: &str| {
        agreements.iter().find(|one| one.order.order_id == order).expect("an agreement").requisition
    };
    let agreements = harness.agreements(&connection).await;
    let longer = Amendment { last_day: "2028-01-31".parse().ok(), ..Amendment::default() };
    let amended =
        amend_now(harness.core(), of(&agreements, &order), &longer, "the operator", "As agreed.").await;
    amended.expect("amended");
    end_now(harness.core(), of(&agreements, &other), "the operator", "Withdrawn.").await.expect("ended");
    harness.sweep().await;

    let events = log(&harness);
    let mut kinds = types(&events);
    kinds.sort_unstable();
    let wanted = [
        "agreement_amended",
        "agreement_created",
        "agreement_created",
        "agreement_ended",
        "invoice_delivered",
        "invoice_parked",
        "order_refused",
    ];
    assert_eq!(kinds, wanted);
    let ids: BTreeSet<&str> = events.iter().filter_map(|event| event["id"].as_str()).collect();
    assert_eq!(ids.len(), events.len());
    let schema = validator("docs/events/events.schema.json");
    for event in &events {
        let faults: Vec<String> = schema.iter_errors(event).map(|fault| fault.to_string()).collect();
        assert!(faults.is_empty(), "{event}: {faults:?}");
        assert!(!event.to_string().contains("buyer.example"), "an event names no person: {event}");
    }
    let mut strange = events[0].clone();
    strange["surprise"] = Value::Bool(true);
    assert!(!schema.is_valid(&strange), "the schema takes whatever comes");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_subscription_that_begins_without_a_purchase_order_is_told_like_any_other() {
    let harness = Harness::start().await;
    harness.change_coupa(|connection| connection.settings.automatic_approval.free = true).await;
    let shopping = Shopping::start(harness.coupa()).await;
    let free = Offered { product: "prod-lumen-agent", offer: None, fields: &[] };
    let form = shopping.offer(free).await.form_to("/subscribe").expect("a way to subscribe");
    let form = form.fill("account", "111122220001");
    for _ in 0..2 {
        assert_eq!(shopping.submit(&form).await.status, 200);
    }
    harness.sweep().await;
    let events = log(&harness);
    let [event] = events.as_slice() else { panic!("{events:?}") };
    let agreement = &harness.agreements(&harness.coupa_connection().await).await[0];
    assert_eq!(event["type"], "agreement_created");
    assert_eq!(event["agreement"]["id"], agreement.id.to_string());
    assert_eq!(event["agreement"]["order_id"], "");
    assert!(validator("docs/events/events.schema.json").is_valid(event), "{event}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_subscription_that_was_ended_is_not_invoiced_any_more_and_its_requester_is_told() {
    let harness = Harness::start().await;
    let order = Shopping::approved_order(harness.coupa(), Offered::TALLY_LEDGER).await;
    harness.coupa().send_po(&order).await.expect("an answer");
    harness.sweep().await;
    let before = harness.coupa().received_invoices().len();
    let connection = harness.coupa_connection().await;
    let agreement = harness.agreements(&connection).await.remove(0);
    let core = harness.core();
    let ended = end_now(core, agreement.requisition, "the operator", "The seller has withdrawn it.").await;
    ended.expect("ended");
    harness.advance(jiff::SignedDuration::from_hours(24 * 400));
    harness.sweep().await;
    assert_eq!(harness.coupa().received_invoices().len(), before);
    let mails = harness.mails();
    let mail = mails.iter().find(|(name, _)| name.starts_with("mail-ended")).expect("a mail");
    assert!(mail.1.contains("withdrawn"), "{}", mail.1);
    let again = end_now(core, agreement.requisition, "the operator", "Once more.").await;
    assert!(again.expect_err("refused").to_string().contains("ended on"));
    let rows = platform::oversight::reconciliation::rows(core, &connection).await.expect("rows");
    assert!(procurement::reconciliation::is_in_order(&rows), "{rows:?}");
}
