//! An invoice that is taken back.
//!
//! What never left is void. What the procurement system has, or may have, is withdrawn by `operation="delete"` where
//! the connection takes that, and credited where it does not. The number stays taken in every case.

use jiff::Timestamp;

use super::{How, Invoice, InvoiceState, channel};
use crate::connection::{CancelBy, Connection};
use crate::job::{Job, Task};

/// What is to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cancellation {
    /// It never left: it is void.
    Void(Invoice),
    /// The procurement system is asked to forget it.
    Withdraw {
        /// The invoice.
        invoice: Invoice,
        /// The job that asks.
        job: Job,
    },
    /// A credit takes it back; [`credit`](super::credit) makes it.
    Credit,
}

/// Why an invoice is not taken back.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CannotCancel {
    /// It is a credit.
    #[error(
        "{0} is a credit and cannot be cancelled; make a new invoice outside of Punchgate if it was wrong"
    )]
    Credit(String),
    /// Somebody may be sending it right now.
    #[error("invoice {0} is being delivered; cancel it once it is delivered or parked")]
    UnderWay(String),
    /// Done before.
    #[error("invoice {0} was cancelled before, or is being withdrawn")]
    Cancelled(String),
}

/// Decides how an invoice is taken back.
pub fn cancel(
    invoice: &Invoice,
    connection: &Connection,
    now: Timestamp,
) -> Result<Cancellation, CannotCancel> {
    let number = || invoice.number.clone();
    if invoice.is_credit() {
        return Err(CannotCancel::Credit(number()));
    }
    match invoice.state {
        InvoiceState::Due => Err(CannotCancel::UnderWay(number())),
        InvoiceState::Withdrawing { .. } | InvoiceState::Cancelled { .. } => {
            Err(CannotCancel::Cancelled(number()))
        }
        InvoiceState::ToUpload { .. } => Ok(void(invoice, now)),
        InvoiceState::Parked { .. } if invoice.uncertain == 0 => Ok(void(invoice, now)),
        InvoiceState::Parked { .. } | InvoiceState::Delivered { .. } => {
            Ok(take_back(invoice, connection, now))
        }
    }
}

fn void(invoice: &Invoice, now: Timestamp) -> Cancellation {
    Cancellation::Void(invoice.clone().with(InvoiceState::cancelled(now, How::Void)))
}

fn take_back(invoice: &Invoice, connection: &Connection, now: Timestamp) -> Cancellation {
    if channel(connection).is_none() || connection.settings.invoices.cancel_by != CancelBy::Delete {
        return Cancellation::Credit;
    }
    let (requisition, instalment) = (invoice.requisition, invoice.instalment);
    let task = Task::WithdrawInvoice { requisition, instalment };
    let invoice = invoice.clone().with(InvoiceState::Withdrawing { since: now });
    let id = format!("invoice-withdraw-{}-{instalment}", invoice.agreement);
    Cancellation::Withdraw { invoice, job: Job::new(id, task, now, now) }
}
