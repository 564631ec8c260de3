//! The line in which invoices of one connection wait for their numbers.

use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, Mutex, PoisonError};

use platform::store::InvoiceWork;
use procurement::id::{ConnectionId, RequisitionId};
use procurement::invoice::{Invoice, InvoiceCounter};
use tokio::sync::{MutexGuard, oneshot};

/// How many invoices are numbered by one write: three items each, of a hundred that a transaction may have.
const TOGETHER: usize = 24;

/// What one worker knows of numbers.
#[derive(Debug, Default)]
pub(crate) struct Numbering(Mutex<HashMap<ConnectionId, Arc<Line>>>);

/// Those who wait for a number of one connection, and the last count that was written here.
#[derive(Debug, Default)]
pub(super) struct Line {
    waiting: Mutex<Vec<Waiting>>,
    last: tokio::sync::Mutex<InvoiceCounter>,
}

/// An invoice that is to be made.
#[derive(Clone, Debug)]
pub(super) struct Asked {
    pub(super) work: InvoiceWork,
    pub(super) instalment: usize,
}

/// Somebody who waits for it. Where the answer is dropped, they do it themselves.
#[derive(Debug)]
pub(super) struct Waiting {
    pub(super) asked: Asked,
    answer: oneshot::Sender<Invoice>,
}

// === impl Numbering ===

impl Numbering {
    pub(super) fn line(&self, of: ConnectionId) -> Arc<Line> {
        let mut lines = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(lines.entry(of).or_default())
    }
}

// === impl Line ===

impl Line {
    /// Waits in the line; the answer comes from whoever numbers the invoice first.
    pub(super) fn stand(&self, asked: Asked) -> oneshot::Receiver<Invoice> {
        let (answer, received) = oneshot::channel();
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner).push(Waiting { asked, answer });
        received
    }

    /// Whose turn it is has the last count.
    pub(super) async fn turn(&self) -> MutexGuard<'_, InvoiceCounter> {
        self.last.lock().await
    }

    /// Takes the one whose turn it is out of the line, and as many of the others as can be numbered together with it: one of each
    /// agreement, because each agreement is held to its version.
    pub(super) fn take(&self, requisition: RequisitionId, instalment: usize) -> Vec<Waiting> {
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        let is_mine = |one: &Waiting| {
            (one.asked.work.agreement.requisition, one.asked.instalment) == (requisition, instalment)
        };
        let Some(mine) = waiting.iter().position(is_mine) else { return Vec::new() };
        let mut taken = vec![waiting.remove(mine)];
        let mut agreements = BTreeSet::from([requisition]);
        for one in std::mem::take(&mut *waiting) {
            let fits = taken.len() < TOGETHER && !one.answer.is_closed();
            if fits && agreements.insert(one.asked.work.agreement.requisition) {
                taken.push(one);
            } else if !one.answer.is_closed() {
                waiting.push(one);
            }
        }
        taken
    }
}

// === impl Waiting ===

impl Waiting {
    /// Tells whoever waits, if they still do.
    pub(super) fn answer(self, invoice: Invoice) {
        let _ = self.answer.send(invoice);
    }
}
