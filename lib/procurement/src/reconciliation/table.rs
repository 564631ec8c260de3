//! Reconciliation as a table.

use csv::Writer;

use super::Row;
use crate::invoice::harmless;
use crate::money::Money;

const HEAD: [&str; 11] = [
    "Connection",
    "PO number",
    "PO line",
    "Request",
    "Product",
    "Currency",
    "Ordered",
    "Agreed",
    "Invoiced",
    "Delivered",
    "Mismatches",
];

/// A table with a head and a line for each row; the connection's name stands before each.
pub fn csv<'a>(rows: impl IntoIterator<Item = (&'a str, &'a Row)>) -> String {
    let mut writer = Writer::from_writer(Vec::new());
    // Writing into memory does not fail, and every row has as many cells as the head.
    let _ = writer.write_record(HEAD);
    for (connection, row) in rows {
        let _ = writer.write_record(cells(connection, row).map(|cell| harmless(&cell)));
    }
    writer.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}

fn cells(connection: &str, row: &Row) -> [String; 11] {
    let amount = |money: Option<Money>| money.map(|money| money.amount_text()).unwrap_or_default();
    let mismatches: Vec<String> = row.mismatches.iter().map(ToString::to_string).collect();
    [
        connection.to_owned(),
        row.order_id.clone(),
        row.line.map(|line| line.to_string()).unwrap_or_default(),
        row.requisition.to_string(),
        row.product.clone(),
        row.agreed.map(|money| money.currency.code().to_owned()).unwrap_or_default(),
        amount(row.ordered),
        amount(row.agreed),
        amount(row.invoiced),
        amount(row.delivered),
        mismatches.join("; "),
    ]
}
