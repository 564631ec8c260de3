//! What makes an invoice acceptable, and the Status that says why it is not.
//!
//! | Status | because |
//! |---|---|
//! | 406 | no XML, no cXML, or not valid |
//! | 450 | another request, an unsupported DTD version, or an operation that is not taken |
//! | 401 | the Sender is unknown or its secret is wrong |
//! | 403 | invoicing is not enabled |
//! | 417 | wrong order, wrong attributes or sums, or an invoice number that is already used |
//! | 500 | a wrong line or unit of measure |

use super::invoice_lines::judge_lines;
use super::invoice_parties::{judge_sender, judge_supplier};
use super::invoice_sums::judge_summary;
use super::shape;
use super::tree::{Element, Tree, read};
use super::verdict::{Verdict, refuse, status};
use crate::invoice::{Invoice, InvoiceLine};
use crate::{Credential, Invoicing, PurchaseOrder};
use rust_decimal::Decimal;

/// The newest InvoiceDetail.dtd that is understood: 1.2.020.
const NEWEST: u32 = 20;

/// What an invoice is judged against.
pub(crate) struct Inbox<'a> {
    pub(crate) invoicing: &'a Invoicing,
    pub(crate) supplier: Option<&'a Credential>,
    pub(crate) orders: &'a [PurchaseOrder],
    pub(crate) invoices: &'a [Invoice],
}

/// What an acceptable document asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Judged {
    /// Book this invoice; when and in which document it came is the caller's to fill in.
    Book(BookableInvoice),
    /// Cancel the invoice of this number.
    Cancel(String),
}

/// An invoice before it is booked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct BookableInvoice {
    pub(crate) number: String,
    pub(crate) order: String,
    pub(crate) dated: String,
    pub(crate) currency: String,
    pub(crate) lines: Vec<InvoiceLine>,
    pub(crate) subtotal: Decimal,
    pub(crate) tax: Decimal,
    pub(crate) net: Decimal,
    pub(crate) payload_id: String,
}

/// Judges a document that was posted to the invoice URL.
pub(crate) fn judge_invoice(body: &[u8], inbox: &Inbox<'_>) -> Verdict<Judged> {
    let tree = read(body).map_err(|fault| status(406, format!("The document does not parse: {fault}")))?;
    let request = request(&tree)?;
    judge_sender(&tree.root, inbox)?;
    if !inbox.invoicing.enabled {
        return refuse(403, "Electronic invoicing is not enabled for this supplier");
    }
    judge_version(&tree)?;
    shape::judge(&tree.root).or_else(|fault| refuse(406, format!("The document is not valid: {fault}")))?;
    judge_request(&tree.root, request, inbox)
}

fn request(tree: &Tree) -> Verdict<&Element> {
    let root = &tree.root;
    if root.name != "cXML" {
        return refuse(406, format!("The root element is {}, not cXML", root.name));
    }
    let Some(request) = root.child("Request") else {
        return refuse(406, "There is no Request");
    };
    match request.child("InvoiceDetailRequest") {
        Some(invoice) => Ok(invoice),
        None => refuse(450, "Only InvoiceDetailRequest is taken at this address"),
    }
}

/// The DOCTYPE must be InvoiceDetail.dtd in a version that is understood.
fn judge_version(tree: &Tree) -> Verdict<()> {
    let Some(system_id) = tree.system_id.as_deref() else {
        return refuse(406, "There is no DOCTYPE, so the document cannot be validated");
    };
    let mut path = system_id.rsplit('/');
    if path.next() != Some("InvoiceDetail.dtd") {
        return refuse(406, format!("An invoice is not valid by {system_id}; name InvoiceDetail.dtd"));
    }
    let version = path.next().and_then(|version| version.strip_prefix("1.2."));
    match version.and_then(|minor| minor.parse::<u32>().ok()) {
        Some(minor) if minor <= NEWEST => Ok(()),
        _ => refuse(450, format!("The version of {system_id} is not supported; use 1.2.0{NEWEST} or older")),
    }
}

fn judge_request(root: &Element, invoice: &Element, inbox: &Inbox<'_>) -> Verdict<Judged> {
    let Some(header) = invoice.child("InvoiceDetailRequestHeader") else {
        return refuse(406, "There is no InvoiceDetailRequestHeader");
    };
    let number = header.attribute("invoiceID").unwrap_or_default().trim();
    if number.is_empty() {
        return refuse(417, "invoiceID is empty");
    }
    match (header.attribute("operation").unwrap_or("new"), header.attribute("purpose").unwrap_or("standard"))
    {
        ("delete", _) => judge_cancellation(number, inbox),
        ("new", "standard") => judge_new(root, invoice, header, number, inbox).map(Judged::Book),
        ("new", purpose) => refuse(450, format!("Invoices of purpose {purpose} are not taken")),
        (operation, _) => refuse(417, format!("operation is \"{operation}\"; new or delete is known")),
    }
}

fn judge_cancellation(number: &str, inbox: &Inbox<'_>) -> Verdict<Judged> {
    if !inbox.invoicing.takes_cancellations {
        return refuse(450, "Invoices cannot be cancelled here");
    }
    let standing = inbox.invoices.iter().any(|known| known.number == number && !known.cancelled);
    if standing {
        Ok(Judged::Cancel(number.to_owned()))
    } else {
        refuse(417, format!("There is no invoice {number} to cancel"))
    }
}

fn judge_new(
    root: &Element,
    invoice: &Element,
    header: &Element,
    number: &str,
    inbox: &Inbox<'_>,
) -> Verdict<BookableInvoice> {
    let dated = header.attribute("invoiceDate").unwrap_or_default();
    if dated.parse::<jiff::Timestamp>().is_err() {
        return refuse(417, format!("invoiceDate \"{dated}\" is no ISO 8601 time with an offset"));
    }
    if inbox.invoices.iter().any(|known| known.number == number) {
        return refuse(417, format!("Invoice number {number} is already used"));
    }
    let (order, lines_of) = order(invoice, inbox)?;
    judge_supplier(root, inbox)?;
    let lines = judge_lines(lines_of, order)?;
    let Some(summary) = invoice.child("InvoiceDetailSummary") else {
        return refuse(406, "There is no InvoiceDetailSummary");
    };
    let sums = judge_summary(summary, &lines, &order.currency)?;
    Ok(BookableInvoice {
        number: number.to_owned(),
        order: order.number.clone(),
        dated: dated.to_owned(),
        currency: order.currency.clone(),
        lines,
        subtotal: sums.subtotal,
        tax: sums.tax,
        net: sums.net,
        payload_id: root.attribute("payloadID").unwrap_or_default().to_owned(),
    })
}

/// Coupa takes the order's number in `DocumentReference@payloadID`, where others put the order's payloadID.
fn order<'a>(invoice: &'a Element, inbox: &Inbox<'a>) -> Verdict<(&'a PurchaseOrder, &'a Element)> {
    let mut orders = invoice.children_named("InvoiceDetailOrder");
    let (Some(lines_of), None) = (orders.next(), orders.next()) else {
        return refuse(417, "An invoice must be for exactly one purchase order, line by line");
    };
    let reference = lines_of.at("InvoiceDetailOrderInfo/OrderReference/DocumentReference");
    let number = reference.and_then(|it| it.attribute("payloadID")).unwrap_or_default();
    match inbox.orders.iter().find(|order| order.number == number) {
        Some(order) => Ok((order, lines_of)),
        None => refuse(
            417,
            format!("DocumentReference names \"{number}\", which is no purchase order number here"),
        ),
    }
}

#[cfg(test)]
mod tests;
