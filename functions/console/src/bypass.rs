//! The bypass report: what the organisation bought without its procurement system (R11).

use askama::Template;
use procurement::direct::bypass::Bypass;

use crate::chrome::{Chrome, Place};
use crate::invoices::file;
use crate::page::{Answer, show};
use crate::texts::bypass::{TEXTS, Words};
use crate::visitor::Visitor;
use crate::words::{amount, moment};

#[derive(Template)]
#[template(path = "bypass.html")]
struct BypassPage {
    chrome: Chrome,
    t: &'static Words,
    rows: Vec<Row>,
}

/// A purchase.
struct Row {
    at: String,
    account: String,
    by: String,
    product: String,
    amount: String,
    place: String,
    reference: String,
}

/// `GET /console/bypass`
pub async fn report(visitor: Visitor) -> Answer {
    let lines = visitor.configuration().bypass(&visitor.caller).await?;
    let t = visitor.words(&TEXTS);
    let rows = lines.into_iter().map(|line| Row::of(&visitor, t, line)).collect();
    show(&BypassPage { chrome: visitor.chrome(Place::Organisation), t, rows })
}

/// `GET /console/bypass/csv`
pub async fn as_csv(visitor: Visitor) -> Answer {
    let table = visitor.configuration().bypass_table(&visitor.caller).await?;
    Ok(file("text/csv; charset=utf-8", "bypass.csv", table.into_bytes()))
}

// === impl Row ===

impl Row {
    fn of(visitor: &Visitor, t: &Words, line: Bypass) -> Self {
        let language = visitor.language;
        Self {
            at: moment(language, line.at),
            account: line.account.to_string(),
            by: line.by,
            product: line.product,
            amount: line.amount.map_or_else(String::new, |money| amount(language, &money)),
            place: line.console.unwrap_or_else(|| t.here.to_owned()),
            reference: line.reference,
        }
    }
}
