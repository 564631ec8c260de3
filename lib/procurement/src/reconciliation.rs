//! Reconciliation: per purchase order what was ordered, agreed, invoiced and delivered, and what does not match (R50).

mod summary;
mod table;

use jiff::{SignedDuration, Timestamp};

pub use summary::{Summary, Sums, summary};
pub use table::csv;

use crate::agreement::{Agreement, ScheduledAmount};
use crate::catalogue::date_of;
use crate::connection::Connection;
use crate::id::RequisitionId;
use crate::invoice::{Invoice, InvoiceState, is_invoiced};
use crate::money::Money;
use crate::order::{OrderRecord, OrderResult};
use crate::reason::{Quoted, Reason as _, Recorded};
use crate::trouble::Trouble;

/// How long an invoice may be on its way before it counts as a mismatch: as long as it is tried.
const ON_ITS_WAY: SignedDuration = SignedDuration::from_hours(11);
/// How long a person has to upload one.
const BY_HAND: SignedDuration = SignedDuration::from_hours(7 * 24);

/// Everything that is known about a connection's purchases.
#[derive(Clone, Copy, Debug)]
pub struct Books<'a> {
    /// The connection.
    pub connection: &'a Connection,
    /// Its purchase orders.
    pub orders: &'a [OrderRecord],
    /// Its agreements.
    pub agreements: &'a [Agreement],
    /// Its invoices and credits.
    pub invoices: &'a [Invoice],
    /// The time.
    pub now: Timestamp,
}

/// What came of one line of a purchase order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The purchase order's number.
    pub order_id: String,
    /// The line of it; nothing where there is no agreement.
    pub line: Option<u32>,
    /// The requisition item.
    pub requisition: RequisitionId,
    /// What was bought.
    pub product: String,
    /// What the order says.
    pub ordered: Option<Money>,
    /// What the agreement says.
    pub agreed: Option<Money>,
    /// What was invoiced, less credits, without tax.
    pub invoiced: Option<Money>,
    /// What of it was delivered.
    pub delivered: Option<Money>,
    /// What does not match.
    pub mismatches: Vec<Mismatch>,
}

/// Something that does not match; the text tells what to look at.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Mismatch {
    /// An accepted order without its agreement.
    #[error("the order was accepted, but there is no agreement")]
    NoAgreement,
    /// An agreement that no accepted order names.
    #[error("there is an agreement, but no accepted order")]
    NoOrder,
    /// Another price.
    #[error("ordered {ordered}, agreed {agreed}")]
    Price {
        /// What the order says.
        ordered: Money,
        /// What the agreement says.
        agreed: Money,
    },
    /// A part of the schedule that is due and was not invoiced.
    #[error("{amount} was due on {date} and was not invoiced")]
    NotInvoiced {
        /// How much.
        amount: Money,
        /// Since when.
        date: jiff::civil::Date,
    },
    /// An invoice of another amount than its part of the schedule.
    #[error("invoice {number} is for {invoiced}, its part of the schedule is {scheduled}")]
    Amount {
        /// Its number.
        number: String,
        /// How much.
        invoiced: Money,
        /// How much it should be.
        scheduled: Money,
    },
    /// An invoice that needs a person.
    #[error("invoice {number} is parked: {reason}")]
    Parked {
        /// Its number.
        number: String,
        /// Why.
        reason: Recorded<Trouble>,
    },
    /// An invoice that is on its way for too long.
    #[error("invoice {number} is {state} since {since}")]
    Stuck {
        /// Its number.
        number: String,
        /// How far it has come.
        state: &'static str,
        /// Since when.
        since: Timestamp,
    },
    /// An invoice that should not be.
    #[error("invoice {number} bills a part that the schedule does not have")]
    Unscheduled {
        /// Its number.
        number: String,
    },
}

/// A row for each line that was bought, orders as they came; rows that match have no mismatches.
pub fn reconcile(books: &Books<'_>) -> Vec<Row> {
    let mut rows: Vec<Row> = books.agreements.iter().map(|agreement| row(books, agreement)).collect();
    rows.extend(orphans(books));
    rows.sort_by(|left, right| (&left.order_id, left.line).cmp(&(&right.order_id, right.line)));
    rows
}

/// Whether everything matches.
pub fn is_in_order(rows: &[Row]) -> bool {
    rows.iter().all(|row| row.mismatches.is_empty())
}

fn row(books: &Books<'_>, agreement: &Agreement) -> Row {
    let invoices: Vec<&Invoice> =
        books.invoices.iter().filter(|invoice| invoice.agreement == agreement.id).collect();
    let line = &agreement.order;
    let ordered = line.unit_price.times(line.quantity).ok();
    let delivered = |invoice: &&&Invoice| matches!(invoice.state, InvoiceState::Delivered { .. });
    Row {
        order_id: line.order_id.clone(),
        line: Some(line.line),
        requisition: agreement.requisition,
        product: agreement.product.name.clone(),
        ordered,
        agreed: Some(agreement.quote.total),
        invoiced: balance(agreement, invoices.iter().copied()),
        delivered: balance(agreement, invoices.iter().filter(delivered).copied()),
        mismatches: mismatches(books, agreement, ordered, &invoices),
    }
}

/// Invoices that count, less credits of invoices that were delivered once: a credit and the invoice that it takes back
/// come to nothing.
fn balance<'a>(agreement: &Agreement, invoices: impl Iterator<Item = &'a Invoice>) -> Option<Money> {
    let counts =
        |invoice: &&Invoice| !invoice.is_credit() && !matches!(invoice.state, InvoiceState::Cancelled { .. });
    let none = Money::zero(agreement.quote.total.currency);
    Money::sum(std::iter::once(none).chain(invoices.filter(counts).map(|invoice| invoice.amount))).ok()
}

fn mismatches(
    books: &Books<'_>,
    agreement: &Agreement,
    ordered: Option<Money>,
    invoices: &[&Invoice],
) -> Vec<Mismatch> {
    let mut found = Vec::new();
    if !books.orders.iter().any(|order| is_of(order, agreement)) {
        found.push(Mismatch::NoOrder);
    }
    let agreed = agreement.quote.total;
    let unexplained = |ordered: &Money| *ordered != agreed && !agreement.was_lowered_from(*ordered);
    if let Some(ordered) = ordered.filter(unexplained) {
        found.push(Mismatch::Price { ordered, agreed });
    }
    if is_invoiced(books.connection) {
        let parts = agreement.schedule.iter().enumerate();
        found.extend(parts.filter_map(|(place, part)| of_part(books, agreement, (place, part), invoices)));
    }
    found.extend(invoices.iter().filter_map(|invoice| of_invoice(books, invoice, agreement)));
    found
}

fn is_of(order: &OrderRecord, agreement: &Agreement) -> bool {
    order.result == OrderResult::Accepted
        && order.key.order_id == agreement.order.order_id
        && order.requisitions.contains(&agreement.requisition)
}

fn of_part(
    books: &Books<'_>,
    agreement: &Agreement,
    (place, part): (usize, &ScheduledAmount),
    invoices: &[&Invoice],
) -> Option<Mismatch> {
    let (amount, date) = (part.amount, part.date);
    let of_this_part = |invoice: &&&Invoice| invoice.instalment == place && !invoice.is_credit();
    match invoices.iter().find(of_this_part) {
        // The day itself is for making it.
        None if date < date_of(books.now) && agreement.owes(date) && !amount.amount.is_zero() => {
            Some(Mismatch::NotInvoiced { amount, date })
        }
        Some(invoice) if invoice.amount != amount => Some(Mismatch::Amount {
            number: invoice.number.clone(),
            invoiced: invoice.amount,
            scheduled: amount,
        }),
        _ => None,
    }
}

fn of_invoice(books: &Books<'_>, invoice: &Invoice, agreement: &Agreement) -> Option<Mismatch> {
    let number = invoice.number.clone();
    if invoice.instalment >= agreement.schedule.len() {
        return Some(Mismatch::Unscheduled { number });
    }
    let (since, patience) = match &invoice.state {
        InvoiceState::Parked { reason, cause, .. } => {
            let reason = Recorded::of(reason, cause.as_ref());
            return Some(Mismatch::Parked { number, reason });
        }
        InvoiceState::Due => (invoice.created, ON_ITS_WAY),
        InvoiceState::Withdrawing { since } => (*since, ON_ITS_WAY),
        InvoiceState::ToUpload { since } => (*since, BY_HAND),
        InvoiceState::Delivered { .. } | InvoiceState::Cancelled { .. } => return None,
    };
    let state = invoice.state.label();
    (books.now.duration_since(since) > patience).then_some(Mismatch::Stuck { number, state, since })
}

/// Accepted orders that name a requisition item without an agreement.
fn orphans(books: &Books<'_>) -> Vec<Row> {
    let accepted = books.orders.iter().filter(|order| order.result == OrderResult::Accepted);
    let named = accepted.flat_map(|order| order.requisitions.iter().map(move |id| (order, *id)));
    let orphan = |(order, requisition): (&OrderRecord, RequisitionId)| {
        let known = books.agreements.iter().any(|agreement| agreement.requisition == requisition);
        (!known).then(|| Row {
            order_id: order.key.order_id.clone(),
            line: None,
            requisition,
            product: String::new(),
            ordered: None,
            agreed: None,
            invoiced: None,
            delivered: None,
            mismatches: vec![Mismatch::NoAgreement],
        })
    };
    named.filter_map(orphan).collect()
}

// === impl Mismatch ===

impl Mismatch {
    pub(crate) fn quoted(&self) -> Option<Quoted> {
        match self {
            Self::Parked { reason, .. } => reason.quoted(),
            _ => None,
        }
    }
}
