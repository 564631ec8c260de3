//! An invoice gets its number from its connection's count: without gaps, whoever asks at the same time (R46).

use platform::core::Core;
use platform::jobs::JobError;
use platform::store::InvoiceWork;
use platform::table::CommitError;
use procurement::id::{InvoiceId, RequisitionId};
use procurement::invoice::{self, Invoice};
use tokio::sync::Mutex;

/// How often a lost race for the next number is run again. What still loses comes again after its lease.
const MAX_TRIES: u32 = 8;

/// The jobs that one worker does at the same time take their numbers one after another. Between workers the condition on
/// the count decides; this saves the races that a worker would have with itself.
#[derive(Debug, Default)]
pub(crate) struct Numbering(Mutex<()>);

/// The invoice, made now if it was not before: number, payloadID and time are its own from here on.
pub(crate) async fn issued(
    core: &Core,
    numbering: &Numbering,
    mut work: InvoiceWork,
    (requisition, instalment): (RequisitionId, usize),
) -> Result<(InvoiceWork, Invoice), JobError> {
    if let Some(invoice) = work.invoice.clone() {
        return Ok((work, invoice));
    }
    let (_turn, mut is_current) = match numbering.0.try_lock() {
        Ok(turn) => (turn, true),
        Err(_) => (numbering.0.lock().await, false),
    };
    for attempt in 1..=MAX_TRIES {
        if !is_current {
            let again = core.store.load_invoice(requisition, instalment).await?;
            work = again.ok_or_else(|| missing(requisition))?;
        }
        is_current = false;
        if let Some(invoice) = work.invoice.clone() {
            return Ok((work, invoice));
        }
        match issue(core, &work, requisition, instalment).await {
            Ok(invoice) => return Ok((work, invoice)),
            Err(JobError::Commit(CommitError::Conflict { .. } | CommitError::Contention))
                if attempt < MAX_TRIES => {}
            Err(error) => return Err(error),
        }
    }
    Err(JobError::Broken(format!("{MAX_TRIES} tries to number an invoice of {requisition} lost a race")))
}

pub(crate) fn missing(requisition: RequisitionId) -> JobError {
    JobError::Broken(format!("the agreement of {requisition} is missing"))
}

async fn issue(
    core: &Core,
    work: &InvoiceWork,
    requisition: RequisitionId,
    instalment: usize,
) -> Result<Invoice, JobError> {
    let now = core.clock.now();
    let id = InvoiceId::new(core.ids.uuid());
    let issued = invoice::issue(&work.agreement, instalment, work.counter, id, core.payload_id(), now);
    let Some((invoice, counter)) = issued else {
        return Err(JobError::Broken(format!("the schedule of {requisition} has no part {instalment}")));
    };
    let invoice = invoice.adapted(&work.connection);
    let next = invoice::next_job(&work.agreement, instalment, now);
    core.store.issue_invoice(&work.agreement, &invoice, &counter, next.as_ref()).await?;
    Ok(invoice)
}
