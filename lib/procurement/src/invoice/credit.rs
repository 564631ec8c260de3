//! Credits: what takes back an invoice that the procurement system does not forget.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Correction, How, Invoice, InvoiceCounter, InvoiceState, number};
use crate::connection::{CancelBy, Connection, InvoiceChannel};
use crate::id::InvoiceId;
use crate::job::{Job, Task};

/// The invoice that a credit takes back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Credited {
    /// Its number.
    pub number: String,
    /// The payloadID of its document.
    pub payload_id: String,
    /// When it was made.
    pub date: Timestamp,
    /// Whether the credit is on the whole and not line by line.
    pub whole: bool,
}

/// The credit that takes this invoice back, with a number of the connection's own row, the invoice that counts no
/// more, and the job that delivers the credit.
pub fn credit(
    invoice: &Invoice,
    connection: &Connection,
    counter: InvoiceCounter,
    (id, payload_id): (InvoiceId, String),
    now: Timestamp,
) -> (Invoice, Invoice, InvoiceCounter, Option<Job>) {
    let counter = InvoiceCounter { version: counter.version + 1 };
    let by_hand = connection.settings.invoicing == InvoiceChannel::SupplierPortal;
    let credit = Invoice {
        id,
        version: 1,
        number: number(invoice.connection, counter),
        payload_id,
        created: now,
        credits: Some(Credited {
            number: invoice.number.clone(),
            payload_id: invoice.payload_id.clone(),
            date: invoice.created,
            whole: connection.settings.invoices.cancel_by == CancelBy::Credit,
        }),
        correction: Correction::default().and(invoice.correction.clone()),
        uncertain: 0,
        state: if by_hand { InvoiceState::ToUpload { since: now } } else { InvoiceState::Due },
        ..invoice.clone()
    };
    let how = How::Credited { number: credit.number.clone() };
    let job = (!by_hand).then(|| job(&credit, now));
    (invoice.clone().with(InvoiceState::cancelled(now, how)), credit, counter, job)
}

fn job(credit: &Invoice, now: Timestamp) -> Job {
    let (requisition, instalment) = (credit.requisition, credit.instalment);
    let id = format!("invoice-credit-{}-{instalment}", credit.agreement);
    Job::new(id, Task::CreditNote { requisition, instalment }, now, now)
}
