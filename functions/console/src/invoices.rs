//! **Invoices** (R48): what was billed and how far each one has come; one of them with what can be done about it.

use askama::Template;
use axum::Form;
use axum::extract::{Path, Query};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::IntoResponse as _;
use procurement::id::ConnectionId;
use procurement::invoice::{Correction, Invoice, InvoiceState, Sheet, csv, pdf};
use procurement::reason::Telling;
use serde::Deserialize;

use crate::chrome::{Chrome, Place};
use crate::head::{Head, Tab, load};
use crate::notice::{After, Done};
use crate::page::{Answer, show};
use crate::texts::invoices::{TEXTS, Words};
use crate::visitor::Visitor;
use crate::words::amount;

#[derive(Template)]
#[template(path = "invoices.html")]
struct InvoicesPage {
    chrome: Chrome,
    t: &'static Words,
    head: Head,
    rows: Vec<Row>,
}

#[derive(Template)]
#[template(path = "invoice.html")]
struct InvoicePage {
    chrome: Chrome,
    t: &'static Words,
    head: Head,
    row: Row,
    sheet: Sheet,
    may: May,
    /// The page's own.
    address: String,
}

/// An invoice in the list.
struct Row {
    number: String,
    kind: &'static str,
    date: String,
    gross: String,
    state: &'static str,
    tone: &'static str,
    remark: Option<Telling>,
}

/// What can be done about an invoice, as far as it has come.
#[derive(Clone, Copy)]
struct May {
    send: bool,
    upload: bool,
    take_back: bool,
}

/// What is set right; what is left empty stays.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    order: String,
    line: String,
    unit: String,
    part: String,
    kind: String,
}

/// `GET /console/connections/{id}/invoices`
pub async fn list(visitor: Visitor, Path(id): Path<ConnectionId>) -> Answer {
    let (_, head) = load(&visitor, id, Tab::Invoices).await?;
    let invoices = visitor.configuration().invoices(&visitor.caller, id).await?;
    show(&InvoicesPage {
        chrome: visitor.chrome(Place::Connections),
        t: visitor.words(&TEXTS),
        head,
        rows: invoices.iter().rev().map(|invoice| Row::of(invoice, &visitor)).collect(),
    })
}

/// `GET /console/connections/{id}/invoices/{number}`
pub async fn view(
    visitor: Visitor,
    Path((id, number)): Path<(ConnectionId, String)>,
    Query(after): Query<After>,
) -> Answer {
    let (_, head) = load(&visitor, id, Tab::Invoices).await?;
    let (invoice, sheet) = visitor.configuration().invoice(&visitor.caller, id, &number).await?;
    let chrome = visitor.chrome(Place::Connections).after(after.done, &visitor);
    show(&InvoicePage {
        address: format!("{}/console/connections/{id}/invoices/{}", chrome.root, invoice.number),
        chrome,
        t: visitor.words(&TEXTS),
        may: May::of(&invoice, head.may_change),
        head,
        row: Row::of(&invoice, &visitor),
        sheet,
    })
}

/// `GET /console/connections/{id}/invoices/{number}/pdf` (R12)
pub async fn as_pdf(visitor: Visitor, Path((id, number)): Path<(ConnectionId, String)>) -> Answer {
    let (_, sheet) = visitor.configuration().invoice(&visitor.caller, id, &number).await?;
    Ok(file("application/pdf", &format!("{}.pdf", sheet.number), pdf(&sheet)))
}

/// `GET /console/connections/{id}/invoices/{number}/csv` (R12)
pub async fn as_csv(visitor: Visitor, Path((id, number)): Path<(ConnectionId, String)>) -> Answer {
    let (_, sheet) = visitor.configuration().invoice(&visitor.caller, id, &number).await?;
    let name = format!("{}.csv", sheet.number);
    Ok(file("text/csv; charset=utf-8", &name, csv(std::slice::from_ref(&sheet)).into_bytes()))
}

/// A file to be kept by the browser. The names are made here, of letters, digits and hyphens.
pub fn file(media_type: &'static str, name: &str, content: Vec<u8>) -> axum::response::Response {
    let disposition = format!("attachment; filename=\"{name}\"");
    ([(CONTENT_TYPE, media_type.to_owned()), (CONTENT_DISPOSITION, disposition)], content).into_response()
}

/// `POST /console/connections/{id}/invoices/{number}/again` (R48)
pub async fn send_again(
    visitor: Visitor,
    Path((id, number)): Path<(ConnectionId, String)>,
    Form(typed): Form<Typed>,
) -> Answer {
    let correction = Correction::from(typed);
    visitor.configuration().send_invoice_again(&visitor.caller, id, &number, correction).await?;
    Ok(on(&visitor, id, &number, Done::InvoiceSentAgain))
}

/// `POST /console/connections/{id}/invoices/{number}/uploaded` (R12)
pub async fn uploaded(visitor: Visitor, Path((id, number)): Path<(ConnectionId, String)>) -> Answer {
    visitor.configuration().invoice_uploaded(&visitor.caller, id, &number).await?;
    Ok(on(&visitor, id, &number, Done::InvoiceUploaded))
}

/// `POST /console/connections/{id}/invoices/{number}/take-back`
pub async fn take_back(visitor: Visitor, Path((id, number)): Path<(ConnectionId, String)>) -> Answer {
    visitor.configuration().take_invoice_back(&visitor.caller, id, &number).await?;
    Ok(on(&visitor, id, &number, Done::InvoiceTakenBack))
}

fn on(visitor: &Visitor, id: ConnectionId, number: &str, done: Done) -> axum::response::Response {
    visitor.go_to(&format!("/console/connections/{id}/invoices/{number}?{}", done.in_address()))
}

/// How far an invoice has come, and how that looks.
pub fn state(t: &'static Words, invoice: &Invoice) -> (&'static str, &'static str) {
    match &invoice.state {
        InvoiceState::Due => (t.due, ""),
        InvoiceState::Delivered { .. } => (t.delivered, "good"),
        InvoiceState::Parked { .. } => (t.parked, "bad"),
        InvoiceState::ToUpload { .. } => (t.to_upload, "open"),
        InvoiceState::Withdrawing { .. } => (t.withdrawing, ""),
        InvoiceState::Cancelled { .. } => (t.cancelled, ""),
    }
}

// === impl Row ===

impl Row {
    fn of(invoice: &Invoice, visitor: &Visitor) -> Self {
        let t = visitor.words(&TEXTS);
        let (state, tone) = state(t, invoice);
        Self {
            number: invoice.number.clone(),
            kind: if invoice.is_credit() { t.credit } else { t.invoice },
            date: invoice.date.to_string(),
            gross: amount(visitor.language, &invoice.gross()),
            state,
            tone,
            remark: invoice.state.reason(visitor.language),
        }
    }
}

// === impl May ===

impl May {
    fn of(invoice: &Invoice, may_change: bool) -> Self {
        let parked = matches!(invoice.state, InvoiceState::Parked { .. });
        let upload = matches!(invoice.state, InvoiceState::ToUpload { .. });
        let delivered = matches!(invoice.state, InvoiceState::Delivered { .. });
        Self {
            send: may_change && parked,
            upload: may_change && upload,
            take_back: may_change && (parked || upload || delivered) && !invoice.is_credit(),
        }
    }
}

// === impl Correction ===

impl From<Typed> for Correction {
    fn from(typed: Typed) -> Self {
        let text = |text: String| {
            let text: String = text.trim().chars().take(255).collect();
            (!text.is_empty()).then_some(text)
        };
        Self {
            order_id: text(typed.order),
            line: typed.line.trim().parse().ok(),
            unit_of_measure: text(typed.unit),
            part_id: text(typed.part),
            is_service: match typed.kind.as_str() {
                "service" => Some(true),
                "counted" => Some(false),
                _ => None,
            },
        }
    }
}
