//! How a connection is doing (R10, R58).

use jiff::Timestamp;

use crate::connection::Connection;
use crate::invoice::{Invoice, InvoiceState};
use crate::language::Language;
use crate::money::Money;
use crate::reason::{Reason as _, Telling};
use crate::requisition::{Requisition, Status};

/// How a connection is doing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Health {
    /// Requests on their way to, or in, the procurement system.
    pub waiting: usize,
    /// Requests that became subscriptions.
    pub subscribed: usize,
    /// The last refusals, newest first: when, and why.
    pub refusals: Vec<(Timestamp, Telling)>,
    /// The last documents that named the other of test and production than the connection's mode, newest first: when, and what
    /// was made of them (R20).
    pub marked: Vec<(Timestamp, Telling)>,
    /// Invoices that the procurement system refuses; a person must look (R48).
    pub parked_invoices: usize,
    /// In test mode: what would have been bought (R10).
    pub test_orders: WouldHaveBought,
}

/// What test orders would have bought (R10).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WouldHaveBought {
    /// How many.
    pub count: usize,
    /// For how much, in each currency.
    pub value: Vec<Money>,
}

/// The most refusals, and the most marks, that are told.
const MOST: usize = 10;

/// Looks at a connection's requests and invoices, and tells of them in a language.
pub fn health(
    connection: &Connection,
    requisitions: &[Requisition],
    invoices: &[Invoice],
    language: Language,
) -> Health {
    let ours = || requisitions.iter().filter(|requisition| requisition.connection == connection.id);
    let count = |fits: fn(&Status) -> bool| ours().filter(|requisition| fits(&requisition.status)).count();
    Health {
        waiting: count(|status| matches!(status, Status::SentForApproval)),
        subscribed: count(|status| matches!(status, Status::Subscribed { .. })),
        refusals: refusals(ours(), language),
        marked: marked(ours(), language),
        parked_invoices: invoices
            .iter()
            .filter(|invoice| matches!(invoice.state, InvoiceState::Parked { .. }))
            .count(),
        test_orders: would_have_bought(ours()),
    }
}

fn refusals<'a>(
    requisitions: impl Iterator<Item = &'a Requisition>,
    language: Language,
) -> Vec<(Timestamp, Telling)> {
    let refused = |one: &&Requisition| matches!(one.status, Status::Refused { .. } | Status::Stale { .. });
    let refusals = requisitions.filter(refused).filter_map(|requisition| {
        let at = requisition.timeline.last().map_or(requisition.created, |entry| entry.at);
        requisition.reason(language).map(|reason| (at, reason))
    });
    newest(refusals.collect())
}

/// A purchase order is noted on each of its requests, and is told once.
fn marked<'a>(
    requisitions: impl Iterator<Item = &'a Requisition>,
    language: Language,
) -> Vec<(Timestamp, Telling)> {
    let entries = requisitions.flat_map(|requisition| &requisition.timeline);
    let marked = entries.filter(|entry| entry.marked).map(|entry| (entry.at, entry.told(language)));
    newest(marked.collect())
}

fn newest(mut all: Vec<(Timestamp, Telling)>) -> Vec<(Timestamp, Telling)> {
    all.sort_by(|(left, told), (right, other)| (right, &other.text).cmp(&(left, &told.text)));
    all.dedup();
    all.truncate(MOST);
    all
}

fn would_have_bought<'a>(requisitions: impl Iterator<Item = &'a Requisition>) -> WouldHaveBought {
    let mut bought = WouldHaveBought::default();
    let completed = requisitions.filter(|one| matches!(one.status, Status::TestCompleted { .. }));
    for total in completed.map(|requisition| requisition.quote.total) {
        bought.count += 1;
        match bought.value.iter_mut().find(|sum| sum.currency == total.currency) {
            // A sum that no decimal holds is left as it is; no basket comes near it.
            Some(sum) => *sum = sum.plus(total).unwrap_or(*sum),
            None => bought.value.push(total),
        }
    }
    bought
}
