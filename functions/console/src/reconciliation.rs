//! **Reconciliation** (R50): per order line what was ordered, agreed, invoiced and delivered, and what does not match.

use askama::Template;
use axum::extract::Path;
use procurement::id::ConnectionId;
use procurement::money::Money;
use procurement::reason::Telling;
use procurement::reconciliation::{Row as Line, csv, summary};

use crate::chrome::{Chrome, Place};
use crate::head::{Head, Tab, load};
use crate::invoices::file;
use crate::page::{Answer, show};
use crate::texts::reconciliation::{TEXTS, Words};
use crate::visitor::Visitor;
use crate::words::amount;

#[derive(Template)]
#[template(path = "reconciliation.html")]
struct ReconciliationPage {
    chrome: Chrome,
    t: &'static Words,
    head: Head,
    verdict: String,
    matches: bool,
    sums: Vec<Amounts>,
    rows: Vec<Row>,
}

/// Four amounts that should agree.
struct Amounts {
    ordered: String,
    agreed: String,
    invoiced: String,
    delivered: String,
}

/// An order line.
struct Row {
    order: String,
    line: String,
    product: String,
    request: String,
    amounts: Amounts,
    mismatches: Vec<Telling>,
}

/// `GET /console/connections/{id}/reconciliation`
pub async fn view(visitor: Visitor, Path(id): Path<ConnectionId>) -> Answer {
    let (_, head) = load(&visitor, id, Tab::Reconciliation).await?;
    let lines = visitor.configuration().reconciliation(&visitor.caller, id).await?;
    let t = visitor.words(&TEXTS);
    let all = summary(&lines);
    let written = |money: Option<Money>| money.map_or_else(String::new, |it| amount(visitor.language, &it));
    let sums = all.sums.iter().map(|sums| Amounts {
        ordered: written(Some(sums.ordered)),
        agreed: written(Some(sums.agreed)),
        invoiced: written(Some(sums.invoiced)),
        delivered: written(Some(sums.delivered)),
    });
    let sums = sums.collect();
    // What does not match comes first.
    let (wrong, right): (Vec<&Line>, Vec<&Line>) = lines.iter().partition(|line| !line.mismatches.is_empty());
    let row = |line: &Line| Row {
        order: line.order_id.clone(),
        line: line.line.map(|number| number.to_string()).unwrap_or_default(),
        product: line.product.clone(),
        request: line.requisition.to_string(),
        amounts: Amounts {
            ordered: written(line.ordered),
            agreed: written(line.agreed),
            invoiced: written(line.invoiced),
            delivered: written(line.delivered),
        },
        mismatches: line.mismatches.iter().map(|one| (t.mismatch)(one)).collect(),
    };
    show(&ReconciliationPage {
        chrome: visitor.chrome(Place::Connections),
        t,
        verdict: (t.verdict)(all.lines, all.mismatched),
        matches: all.mismatched == 0,
        sums,
        rows: wrong.into_iter().chain(right).map(row).collect(),
        head,
    })
}

/// `GET /console/connections/{id}/reconciliation/csv`
pub async fn as_csv(visitor: Visitor, Path(id): Path<ConnectionId>) -> Answer {
    let connection = visitor.configuration().connection(&visitor.caller, id).await?;
    let lines = visitor.configuration().reconciliation(&visitor.caller, id).await?;
    let table = csv(lines.iter().map(|line| (connection.name.as_str(), line)));
    Ok(file("text/csv; charset=utf-8", &format!("reconciliation-{id}.csv"), table.into_bytes()))
}
