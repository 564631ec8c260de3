//! An invoice gets its number from its connection's count: without gaps, whoever asks at the same time (R46).

use std::collections::HashMap;

use platform::core::Core;
use platform::jobs::JobError;
use platform::store::InvoiceWork;
use platform::table::CommitError;
use procurement::id::{ConnectionId, InvoiceId, RequisitionId};
use procurement::invoice::{self, Invoice, InvoiceCounter};
use tokio::sync::Mutex;

/// How often a lost race for the next number is run again. What still loses comes again after its lease.
const MAX_TRIES: u32 = 8;

/// The last count that this worker wrote, by connection. The jobs that it does at the same time take their numbers one after
/// another, and only the first has to read the count. Between workers the condition on the count decides.
#[derive(Debug, Default)]
pub(crate) struct Numbering(Mutex<HashMap<ConnectionId, InvoiceCounter>>);

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
    let connection = work.connection.id;
    let mut counts = numbering.0.lock().await;
    for attempt in 1..=MAX_TRIES {
        if let Some(invoice) = work.invoice.clone() {
            return Ok((work, invoice));
        }
        // What was read before it was this one's turn may be older.
        let last = counts.get(&connection).copied().unwrap_or_default();
        if last.version > work.counter.version {
            work.counter = last;
        }
        match issue(core, &work, requisition, instalment).await {
            Ok((invoice, counter)) => {
                counts.insert(connection, counter);
                return Ok((work, invoice));
            }
            Err(JobError::Commit(CommitError::Conflict { .. } | CommitError::Contention))
                if attempt < MAX_TRIES =>
            {
                counts.remove(&connection);
                let again = core.store.load_invoice(requisition, instalment).await?;
                work = again.ok_or_else(|| missing(requisition))?;
            }
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
) -> Result<(Invoice, InvoiceCounter), JobError> {
    let now = core.clock.now();
    let id = InvoiceId::new(core.ids.uuid());
    let issued = invoice::issue(&work.agreement, instalment, work.counter, id, core.payload_id(), now);
    let Some((invoice, counter)) = issued else {
        return Err(JobError::Broken(format!("the schedule of {requisition} has no part {instalment}")));
    };
    let invoice = invoice.adapted(&work.connection);
    let next = invoice::next_job(&work.agreement, instalment, now);
    core.store.issue_invoice(&work.agreement, &invoice, &counter, next.as_ref()).await?;
    Ok((invoice, counter))
}
