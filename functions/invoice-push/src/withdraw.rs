//! A delivered invoice is taken back: by `operation="delete"`, and by a credit where that is refused.

use platform::core::Core;
use platform::jobs::JobError;
use platform::outbound::Outbound;
use platform::store::InvoiceWork;
use procurement::id::{InvoiceId, RequisitionId};
use procurement::invoice::{self, DeliveryAnswer, How, Invoice, InvoiceState, Verdict};
use procurement::job::{Attempt, Job, JobState};
use procurement::trouble::Trouble;

use crate::deliver::{deliver, secret};
use crate::issue::missing;
use crate::parcel::Parcel;

pub(crate) async fn withdraw(
    core: &Core,
    outbound: &Outbound,
    (requisition, instalment): (RequisitionId, usize),
    job: Job,
) -> Result<(), JobError> {
    let work = core.store.load_invoice(requisition, instalment).await?;
    let work = work.ok_or_else(|| missing(requisition))?;
    let now = core.clock.now();
    let Some(invoice) = work.invoice.clone().filter(is_being_withdrawn) else {
        return Ok(core.store.put_job(&job.after(Attempt::Done, now)).await?);
    };
    let answer = ask(core, outbound, &work, &invoice).await;
    let tried_before = job.attempts > 1;
    match verdict(&answer, tried_before) {
        Verdict::Delivered => {
            let invoice = invoice.with(InvoiceState::cancelled(now, How::Withdrawn));
            let job = job.after(Attempt::Done, now);
            Ok(core.store.put_invoices(&[&invoice], None, &[&job]).await?)
        }
        Verdict::Retry { reason } => {
            let after = job.clone().after(Attempt::Retry { reason }, now);
            match after.state {
                JobState::Parked { .. } => credit(core, &work, &invoice, job).await,
                _ => Ok(core.store.put_job(&after).await?),
            }
        }
        Verdict::Parked { .. } => credit(core, &work, &invoice, job).await,
    }
}

fn is_being_withdrawn(invoice: &Invoice) -> bool {
    matches!(invoice.state, InvoiceState::Withdrawing { .. })
}

async fn ask(core: &Core, outbound: &Outbound, work: &InvoiceWork, invoice: &Invoice) -> DeliveryAnswer {
    let Some(delivery) = invoice::channel(&work.connection) else {
        return DeliveryAnswer::Refused { reason: Trouble::NoInvoicing };
    };
    match secret(core, &work.connection, delivery) {
        Err(reason) => DeliveryAnswer::Refused { reason },
        Ok(secret) => {
            let parcel = Parcel::withdrawal(work, invoice, delivery, secret, &core.marketplace);
            deliver(core, outbound, &work.connection, delivery, &parcel).await
        }
    }
}

/// That there is no such invoice any more is what an earlier try of ours brought about.
fn verdict(answer: &DeliveryAnswer, tried_before: bool) -> Verdict {
    match answer {
        DeliveryAnswer::Status { code, .. } if tried_before && code.0 == 417 => Verdict::Delivered,
        other => invoice::judge(other, 0),
    }
}

async fn credit(core: &Core, work: &InvoiceWork, invoice: &Invoice, job: Job) -> Result<(), JobError> {
    let now = core.clock.now();
    let ids = (InvoiceId::new(core.ids.uuid()), core.payload_id());
    let (before, credit, counter, next) = invoice::credit(invoice, &work.connection, work.counter, ids, now);
    let done = job.after(Attempt::Done, now);
    let jobs: Vec<&Job> = std::iter::once(&done).chain(&next).collect();
    let counter = Some((work.connection.id, &counter));
    Ok(core.store.put_invoices(&[&before, &credit], counter, &jobs).await?)
}
