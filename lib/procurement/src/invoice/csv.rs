//! Invoices as a table, for a supplier portal (R12).

use csv::Writer;

use super::Sheet;

const HEAD: [&str; 18] = [
    "Document",
    "Number",
    "Date",
    "Credits",
    "PO number",
    "PO line",
    "Part",
    "Description",
    "Seller",
    "AWS account",
    "Requester",
    "Quantity",
    "Unit",
    "Currency",
    "Net",
    "Tax %",
    "Tax",
    "Gross",
];

/// A table with a head and a line for each invoice.
pub fn csv(sheets: &[Sheet]) -> String {
    let mut writer = Writer::from_writer(Vec::new());
    // Writing into memory does not fail, and every row has as many cells as the head.
    let _ = writer.write_record(HEAD);
    for sheet in sheets {
        let _ = writer.write_record(cells(sheet).map(|cell| harmless(&cell)));
    }
    writer.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}

fn cells(sheet: &Sheet) -> [String; 18] {
    [
        sheet.title.to_owned(),
        sheet.number.clone(),
        sheet.date.clone(),
        sheet.credits.clone().unwrap_or_default(),
        sheet.order.clone(),
        sheet.line.to_string(),
        sheet.part.clone(),
        sheet.what.clone(),
        sheet.seller.clone(),
        sheet.account.clone(),
        sheet.requester.clone(),
        sheet.quantity.clone(),
        sheet.unit.clone(),
        sheet.currency.clone(),
        sheet.net.clone(),
        sheet.tax_percent.clone(),
        sheet.tax.clone(),
        sheet.gross.clone(),
    ]
}

/// A spreadsheet takes a cell that begins so for a formula; an apostrophe keeps it a text. Numbers stay numbers.
pub(crate) fn harmless(cell: &str) -> String {
    let is_number = cell.parse::<rust_decimal::Decimal>().is_ok();
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) && !is_number {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_never_a_formula() {
        assert_eq!(harmless("=1+1"), "'=1+1");
        assert_eq!(harmless("@sum"), "'@sum");
        assert_eq!(harmless("-1200.00"), "-1200.00");
        assert_eq!(harmless("- a remark"), "'- a remark");
        assert_eq!(harmless("Lumen Logs"), "Lumen Logs");
    }
}
