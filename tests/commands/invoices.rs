//! Invoices and reconciliation by command (R12, R48, R50).

use procurement::connection::InvoiceChannel;
use support::Ordered;

use super::desk::Desk;

/// The numbers of a list, a line each.
fn numbers(list: &str) -> Vec<String> {
    list.lines().filter_map(|line| line.split_whitespace().next()).map(str::to_owned).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_parked_invoice_is_found_sent_again_and_then_reconciliation_ends_well() {
    let desk = Desk::after(Ordered::CONTRACT, 2, |inbox, _| inbox.refuse_next()).await;
    let account = desk.connection.organisation.management_account.to_string();
    let all = desk.of_connection(&["invoice", "list"]).done();
    assert_eq!(numbers(&all).len(), 2, "{all}");
    let parked = desk.of_connection(&["invoice", "list", "--parked"]).done();
    assert!(parked.contains("parked") && parked.contains("may not bill this order"), "{parked}");
    let [number] = numbers(&parked).try_into().expect("one");

    let told = desk.run(&["reconcile", "--account", &account]);
    assert_eq!(told.code, Some(2), "{told:?}");
    assert!(told.out.contains("MISMATCH") && told.out.contains(&number), "{}", told.out);
    assert!(told.out.contains("2 order lines, 1 of them with mismatches"), "{}", told.out);
    let table = desk.run(&["reconcile", "--account", &account, "--csv"]);
    assert_eq!((table.code, table.out.lines().count()), (Some(2), 3), "{table:?}");

    let again = desk.of_connection(&["invoice", "resend", &number, "--unit", "EA", "--line", "1"]).done();
    assert!(again.contains("is sent when the marketplace runs"), "{again}");
    desk.work().await;
    let told = desk.run(&["reconcile", "--account", &account]).done();
    assert!(told.contains("2 order lines, 0 of them with mismatches"), "{told}");
    let refused = desk.of_connection(&["invoice", "resend", &number]).refused();
    assert!(refused.contains("delivered"), "{refused}");
    let none = desk.of_connection(&["invoice", "resend", "PG-00000000-000009"]).refused();
    assert!(none.contains("no invoice PG-00000000-000009"), "{none}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_delivered_invoice_is_taken_back_and_credited_where_it_cannot_be_withdrawn() {
    let desk = Desk::with_orders(Ordered::CONTRACT, 1).await;
    let [number] = numbers(&desk.of_connection(&["invoice", "list"]).done()).try_into().expect("one");
    let cancelled = desk.of_connection(&["invoice", "cancel", &number]).done();
    assert!(cancelled.contains("being withdrawn"), "{cancelled}");
    // This inbox knows no withdrawal: it says that the number was used.
    desk.work().await;
    let list = desk.of_connection(&["invoice", "list"]).done();
    let [invoice, credit] = list.lines().collect::<Vec<_>>().try_into().expect("the invoice and its credit");
    assert!(invoice.contains("cancelled") && credit.contains("credit"), "{list}");
    assert_eq!(desk.inbox.count(), 2, "the credit was delivered");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_invoice_for_a_supplier_portal_is_downloaded_as_pdf_and_csv_and_noted_as_uploaded() {
    let portal = |_: &_, connection: &mut procurement::connection::Connection| {
        connection.settings.invoicing = InvoiceChannel::SupplierPortal;
    };
    let desk = Desk::after(Ordered::CONTRACT, 1, portal).await;
    let list = desk.of_connection(&["invoice", "list"]).done();
    assert!(list.contains("to be uploaded"), "{list}");
    let [number] = numbers(&list).try_into().expect("one");
    let (pdf, csv) = (desk.file("invoice.pdf"), desk.file("invoice.csv"));
    desk.of_connection(&["invoice", "download", &number, "--pdf", &pdf, "--csv", &csv]).done();
    assert!(std::fs::read(&pdf).expect("a file").starts_with(b"%PDF-"));
    let table = std::fs::read_to_string(&csv).expect("a file");
    assert!(table.contains("PO-000000") && table.contains(&number), "{table}");
    let uploaded = desk.of_connection(&["invoice", "uploaded", &number]).done();
    assert!(uploaded.contains("delivered"), "{uploaded}");
    let refused = desk.of_connection(&["invoice", "uploaded", &number]).refused();
    assert!(refused.contains("only one that is to be uploaded"), "{refused}");
    assert_eq!(desk.inbox.count(), 0, "nothing is posted anywhere");
}
