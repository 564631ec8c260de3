//! A procurement system that wants it is told what became of each line (R43).

use buyer::Fault;
use jiff::SignedDuration;
use platform::oversight::timeline::of_request;
use procurement::connection::{InvoiceChannel, InvoiceDelivery};
use rust_decimal::Decimal;
use support::{Harness, Offered, Shopping};

async fn wanting() -> Harness {
    let harness = Harness::start().await;
    let url = harness.coupa().confirmation_url().parse().expect("a URL");
    harness
        .change_coupa(|connection| {
            let InvoiceChannel::Cxml(invoices) = &connection.settings.invoicing else { panic!("invoices") };
            let version = "1.2.020".to_owned();
            connection.settings.confirmations = Some(InvoiceDelivery { url, version, ..invoices.clone() });
        })
        .await;
    harness
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_that_is_accepted_is_confirmed_line_by_line_once() {
    let harness = wanting().await;
    let order = Shopping::approved_order(harness.coupa(), Offered::LUMEN_LOGS).await;
    for _ in 0..3 {
        harness.coupa().send_po(&order).await.expect("an answer");
    }
    harness.sweep().await;
    let [taken] = harness.coupa().received_confirmations().try_into().expect("one");
    assert_eq!((taken.order.as_str(), taken.kind.as_str()), (order.as_str(), "allDetail"));
    let lines: Vec<_> = taken.lines.iter().map(|line| (line.number.as_str(), line.status.as_str())).collect();
    assert_eq!(lines, [("1", "accept")]);
    let requisition = harness.requisitions(&harness.coupa_connection().await).await.remove(0);
    let (_, lines) = of_request(harness.core(), requisition.id).await.expect("a read").expect("a request");
    assert!(
        lines.iter().any(|one| one.cause.to_string().contains("confirmation of purchase order")),
        "{lines:?}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_that_is_refused_is_rejected_line_by_line_with_the_reason() {
    let harness = wanting().await;
    let order = Shopping::approved_order(harness.coupa(), Offered::LUMEN_LOGS).await;
    let fault = Fault::Price(1, Decimal::ONE);
    let answer = harness.coupa().send_po_with(&order, &[fault]).await.expect("an answer");
    assert_eq!(answer.code(), Some(400));
    harness.sweep().await;
    let [taken] = harness.coupa().received_confirmations().try_into().expect("one");
    assert_eq!(taken.kind, "reject");
    assert!(taken.lines.iter().all(|line| line.status == "reject" && line.comments.contains("price")));
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_told_who_does_not_want_it_and_one_that_is_refused_needs_a_person() {
    let harness = Harness::start().await;
    let order = Shopping::approved_order(harness.coupa(), Offered::LUMEN_LOGS).await;
    harness.coupa().send_po(&order).await.expect("an answer");
    harness.sweep().await;
    assert!(harness.coupa().received_confirmations().is_empty());

    let harness = wanting().await;
    let mut invoicing = harness.coupa().invoicing();
    invoicing.shared_secret = "another one".to_owned();
    harness.coupa().set_invoicing(invoicing);
    let order = Shopping::approved_order(harness.coupa(), Offered::HARBOR_SCAN).await;
    harness.coupa().send_po(&order).await.expect("an answer");
    harness.sweep().await;
    assert!(harness.coupa().received_confirmations().is_empty());
    harness.advance(SignedDuration::from_hours(1));
    harness.sweep().await;
    let mails = harness.mails();
    let failing = mails.iter().find(|(name, _)| name.starts_with("mail-failing")).expect("a mail");
    assert!(failing.1.contains("confirmation of purchase order"), "{}", failing.1);
}
