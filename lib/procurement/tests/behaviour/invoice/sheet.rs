//! Invoices as people get them: a page and a table (R12).

use procurement::connection::TaxRate;
use procurement::invoice::{Sheet, csv, pdf};

use super::{agreement, invoice};
use crate::example::{connection, decimal, instalments, marketplace};

fn sheet() -> Sheet {
    let mut connection = connection();
    connection.settings.invoices.tax =
        Some(TaxRate { category: "vat".into(), percent: decimal("19.0"), description: "VAT 19 %".into() });
    let agreement = agreement(instalments());
    Sheet::new(&invoice(&agreement, 0).adapted(&connection), &agreement, &marketplace())
}

#[test]
fn a_page_says_who_bills_what_by_which_order() {
    let page = String::from_utf8_lossy(&pdf(&sheet())).into_owned();
    for words in ["PG-000000c0-000042", "PO-1, line 7", "Lumen Logs, instalment 1 of 3", "3333.33", "633.33"]
    {
        assert!(page.contains(words), "{words}");
    }
}

#[test]
fn a_table_has_a_line_for_each_invoice() {
    let mut odd = sheet();
    odd.what = "=cmd, \"quoted\"\nand two lines".into();
    let table = csv(&[sheet(), odd]);
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("a row")).collect();
    assert_eq!(rows.len(), 2);
    assert_eq!(&rows[0][1], "PG-000000c0-000042");
    assert_eq!(
        (&rows[0][14], &rows[0][15], &rows[0][16], &rows[0][17]),
        ("3333.33", "19", "633.33", "3966.66")
    );
    assert_eq!(&rows[1][7], "'=cmd, \"quoted\"\nand two lines");
}
