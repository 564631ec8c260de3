//! Invoices that people look at, download, set right, send again and take back (R12, R48).

use procurement::id::{ConnectionId, InvoiceId};
use procurement::invoice::{
    Cancellation, CannotCancel, CannotResend, Correction, Invoice, InvoiceState, Sheet, Verdict, cancel,
    credit, resend,
};

use crate::core::Core;
use crate::table::{CommitError, ReadError};

/// Why it was not done.
#[derive(Debug, thiserror::Error)]
pub enum InvoiceError {
    /// Reading.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// Writing.
    #[error("nothing was changed: {0}")]
    Commit(#[from] CommitError),
    /// There is none.
    #[error("the connection has no invoice {0}")]
    None(String),
    /// Something that belongs to it is gone.
    #[error("the agreement or the connection of invoice {0} is missing")]
    Missing(String),
    /// It is not sent again.
    #[error(transparent)]
    Resend(#[from] CannotResend),
    /// It is not taken back.
    #[error(transparent)]
    Cancel(#[from] CannotCancel),
    /// It is not uploaded by hand.
    #[error("invoice {0} is {1}; only one that is to be uploaded can be noted as uploaded")]
    NotByHand(String, &'static str),
}

/// The invoice or credit of this number.
pub async fn find(core: &Core, connection: ConnectionId, number: &str) -> Result<Invoice, InvoiceError> {
    let found = core.store.invoice(connection, number).await?;
    found.ok_or_else(|| InvoiceError::None(number.chars().take(60).collect()))
}

/// What it says on paper and in a table.
pub async fn sheet(core: &Core, invoice: &Invoice) -> Result<Sheet, InvoiceError> {
    let agreement = core.store.agreement(invoice.requisition).await?;
    let agreement = agreement.ok_or_else(|| InvoiceError::Missing(invoice.number.clone()))?;
    Ok(Sheet::new(invoice, &agreement, &core.marketplace))
}

/// Notes that it was uploaded to the supplier portal.
pub async fn uploaded(core: &Core, invoice: &Invoice) -> Result<Invoice, InvoiceError> {
    if !matches!(invoice.state, InvoiceState::ToUpload { .. }) {
        return Err(InvoiceError::NotByHand(invoice.number.clone(), invoice.state.label()));
    }
    let now = core.clock.now();
    let invoice = invoice.clone().after(&Verdict::Delivered, now);
    let told = procurement::event::invoiced(&invoice, now);
    let jobs: Vec<_> = told.iter().collect();
    core.store.put_invoices(&[&invoice], None, &jobs).await?;
    Ok(invoice)
}

/// Sends a parked invoice again, as it was or set right (R48).
pub async fn send_again(
    core: &Core,
    invoice: &Invoice,
    correction: Correction,
) -> Result<Invoice, InvoiceError> {
    let (invoice, job) = resend(invoice, correction, core.payload_id(), core.clock.now())?;
    core.store.put_invoice(&invoice, &job).await?;
    Ok(invoice)
}

/// Takes it back: void, withdrawn or credited, as far as it has come and as the connection takes it. What comes of it:
/// the invoice, and the credit if there is one.
pub async fn take_back(core: &Core, invoice: &Invoice) -> Result<Vec<Invoice>, InvoiceError> {
    let missing = || InvoiceError::Missing(invoice.number.clone());
    let work = core.store.load_invoice(invoice.requisition, invoice.instalment).await?.ok_or_else(missing)?;
    let now = core.clock.now();
    match cancel(invoice, &work.connection, now)? {
        Cancellation::Void(invoice) => {
            core.store.put_invoices(&[&invoice], None, &[]).await?;
            Ok(vec![invoice])
        }
        Cancellation::Withdraw { invoice, job } => {
            core.store.put_invoices(&[&invoice], None, &[&job]).await?;
            Ok(vec![invoice])
        }
        Cancellation::Credit => {
            let ids = (InvoiceId::new(core.ids.uuid()), core.payload_id());
            let (before, credit, counter, job) = credit(invoice, &work.connection, work.counter, ids, now);
            let jobs: Vec<_> = job.iter().collect();
            let counter = Some((work.connection.id, &counter));
            core.store.put_invoices(&[&before, &credit], counter, &jobs).await?;
            Ok(vec![before, credit])
        }
    }
}
