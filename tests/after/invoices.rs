//! Invoices after the order: numbered, attached, set right, taken back, uploaded by hand.

use std::collections::BTreeSet;

use buyer::InboxFault;
use jiff::SignedDuration;
use platform::oversight::invoices::take_back;
use procurement::connection::{CancelBy, InvoiceChannel, TaxRate};
use procurement::invoice::{Correction, Invoice, InvoiceState, resend};
use procurement::job::{Job, JobState, Task};
use support::{Harness, Offered, Shopping};

const PURCHASES: usize = 8;

async fn ordered(harness: &Harness) {
    let order = Shopping::approved_order(harness.coupa(), Offered::LUMEN_LOGS).await;
    harness.coupa().send_po(&order).await.expect("an answer");
}

async fn invoices(harness: &Harness) -> Vec<Invoice> {
    harness.invoices(&harness.coupa_connection().await).await
}

#[tokio::test(flavor = "multi_thread")]
async fn numbers_have_no_gaps_however_many_workers_ask_at_once() {
    let harness = Harness::start().await;
    for _ in 0..PURCHASES {
        ordered(&harness).await;
    }
    let (a, b, c, d) = tokio::join!(harness.sweep(), harness.sweep(), harness.sweep(), harness.sweep());
    // Who lost too many races comes again after the lease.
    harness.advance(SignedDuration::from_mins(3));
    harness.sweep().await;
    let numbers: Vec<String> = invoices(&harness).await.into_iter().map(|invoice| invoice.number).collect();
    let wanted: Vec<String> = (1..=PURCHASES).map(|count| format!("{count:06}")).collect();
    let ends: Vec<&str> = numbers.iter().map(|number| &number[number.len() - 6..]).collect();
    assert_eq!(ends, wanted, "{a:?} {b:?} {c:?} {d:?}");
    let taken: BTreeSet<String> =
        harness.coupa().received_invoices().into_iter().map(|invoice| invoice.number).collect();
    assert_eq!(taken.len(), PURCHASES);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_invoice_that_cannot_be_made_holds_up_none_of_those_that_are_numbered_with_it() {
    let harness = Harness::start().await;
    ordered(&harness).await;
    harness.sweep().await;
    let [first] = invoices(&harness).await.try_into().expect("one");
    let task = Task::Invoice { requisition: first.requisition, instalment: 7 };
    let job = Job::new("no-such-part".to_owned(), task, harness.now(), harness.now());
    let store = &harness.core().store;
    store.put_jobs(&[&job]).await.expect("written");
    for _ in 0..PURCHASES {
        ordered(&harness).await;
    }
    harness.sweep().await;
    let numbers: Vec<String> = invoices(&harness).await.into_iter().map(|invoice| invoice.number).collect();
    let wanted: Vec<String> = (1..=PURCHASES + 1).map(|count| format!("{count:06}")).collect();
    let ends: Vec<&str> = numbers.iter().map(|number| &number[number.len() - 6..]).collect();
    assert_eq!(ends, wanted);
    assert_eq!(harness.coupa().received_invoices().len(), PURCHASES + 1);
    let found = store.job(&job.id).await.expect("a read").expect("the job");
    let JobState::Parked { reason, .. } = &found.state else { panic!("{:?}", found.state) };
    assert!(reason.contains("has no part 7"), "{reason}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_tax_is_on_the_invoice_and_coupa_reckons_the_same() {
    let harness = Harness::start().await;
    harness
        .change_coupa(|connection| {
            connection.settings.invoices.tax = Some(TaxRate {
                category: "vat".into(),
                percent: "19".parse().expect("a rate"),
                description: "VAT 19 %".into(),
            });
        })
        .await;
    ordered(&harness).await;
    harness.sweep().await;
    let [taken] = harness.coupa().received_invoices().try_into().expect("one");
    assert!(!taken.tax.is_zero());
    assert_eq!(taken.subtotal + taken.tax, taken.net);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_would_be_refused_is_not_sent_and_once_set_right_it_is() {
    let harness = Harness::start().await;
    ordered(&harness).await;
    harness.coupa().fail_next_invoice(InboxFault::Status(500));
    harness.coupa().fail_next_invoice(InboxFault::Status(417));
    harness.sweep().await;
    harness.advance(SignedDuration::from_hours(1));
    harness.sweep().await;
    let parked = invoices(&harness).await.remove(0);
    assert!(matches!(parked.state, InvoiceState::Parked { .. }), "{:?}", parked.state);

    let unit = |unit: &str| Correction { unit_of_measure: Some(unit.into()), ..Correction::default() };
    let core = harness.core();
    let (again, job) = resend(&parked, unit(""), core.payload_id(), harness.now()).expect("again");
    core.store.put_invoice(&again, &job).await.expect("written");
    harness.sweep().await;
    let found = invoices(&harness).await.remove(0);
    let InvoiceState::Parked { reason, .. } = &found.state else { panic!("{:?}", found.state) };
    assert!(reason.contains("found before sending"), "{reason}");
    assert!(harness.coupa().received_invoices().is_empty());

    let (again, job) = resend(&found, unit("EA"), core.payload_id(), harness.now()).expect("again");
    core.store.put_invoice(&again, &job).await.expect("written");
    harness.sweep().await;
    let delivered = invoices(&harness).await.remove(0);
    assert!(matches!(delivered.state, InvoiceState::Delivered { .. }), "{:?}", delivered.state);
    assert_eq!(delivered.number, parked.number);
    assert_eq!(harness.coupa().received_invoices().len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_delivered_invoice_is_withdrawn_where_the_buyer_takes_that() {
    let harness = Harness::start().await;
    let mut invoicing = harness.coupa().invoicing();
    invoicing.takes_cancellations = true;
    harness.coupa().set_invoicing(invoicing);
    ordered(&harness).await;
    harness.sweep().await;
    take_back(harness.core(), &invoices(&harness).await[0]).await.expect("cancelled");
    harness.sweep().await;
    assert!(
        matches!(&invoices(&harness).await[0].state, InvoiceState::Cancelled { how, .. } if how.contains("withdrawn"))
    );
    assert!(harness.coupa().received_invoices()[0].cancelled);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_delivered_invoice_is_credited_where_the_buyer_refuses_to_forget_it() {
    let harness = Harness::start().await;
    let mut invoicing = harness.coupa().invoicing();
    invoicing.takes_cancellations = false;
    harness.coupa().set_invoicing(invoicing);
    ordered(&harness).await;
    harness.sweep().await;
    take_back(harness.core(), &invoices(&harness).await[0]).await.expect("cancelled");
    harness.sweep().await;
    let [invoice, credit] = invoices(&harness).await.try_into().expect("an invoice and its credit");
    assert!(matches!(&invoice.state, InvoiceState::Cancelled { how, .. } if how.contains(&credit.number)));
    assert!(credit.number.ends_with("000002") && credit.is_credit());
    // This Coupa takes no credits either; a person sees that.
    assert!(matches!(credit.state, InvoiceState::Parked { .. }), "{:?}", credit.state);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_invoice_for_a_supplier_portal_waits_for_a_person_and_is_posted_nowhere() {
    let harness = Harness::start().await;
    harness.change_coupa(|connection| connection.settings.invoicing = InvoiceChannel::SupplierPortal).await;
    ordered(&harness).await;
    harness.sweep().await;
    let [invoice] = invoices(&harness).await.try_into().expect("one");
    assert!(matches!(invoice.state, InvoiceState::ToUpload { .. }));
    assert!(harness.coupa().received_invoices().is_empty());
    let found = harness.core().store.invoice(invoice.connection, &invoice.number).await.expect("a read");
    assert_eq!(found.as_ref(), Some(&invoice));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_credit_on_the_whole_goes_by_the_connections_setting() {
    let harness = Harness::start().await;
    harness.change_coupa(|connection| connection.settings.invoices.cancel_by = CancelBy::Credit).await;
    ordered(&harness).await;
    harness.sweep().await;
    take_back(harness.core(), &invoices(&harness).await[0]).await.expect("cancelled");
    let credit = invoices(&harness).await.remove(1);
    assert!(credit.credits.is_some_and(|credited| credited.whole));
    harness.sweep().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pdf_travels_beside_the_invoice_where_the_connection_wants_it() {
    let harness = Harness::start().await;
    harness.change_coupa(|connection| connection.settings.invoices.attach_pdf = true).await;
    ordered(&harness).await;
    harness.sweep().await;
    let [invoice] = invoices(&harness).await.try_into().expect("one");
    assert!(matches!(invoice.state, InvoiceState::Delivered { .. }), "{:?}", invoice.state);
    assert_eq!(harness.coupa().received_invoices().len(), 1);
    let [pdf] = harness.coupa().attachments().try_into().expect("one file");
    assert_eq!(pdf.media_type, "application/pdf");
    assert!(pdf.content.starts_with(b"%PDF-") && pdf.content.trim_ascii_end().ends_with(b"%%EOF"));
    let documents = harness.coupa().documents();
    let sent = documents.iter().find(|one| one.kind == "InvoiceDetailRequest").expect("a document");
    assert!(sent.text.contains(&format!("cid:{}", pdf.content_id)), "{}", sent.text);
}
