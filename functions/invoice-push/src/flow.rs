//! Load, decide, commit for one invoice job.

use platform::core::Core;
use platform::jobs::JobError;
use platform::outbound::Outbound;
use platform::store::InvoiceWork;
use procurement::id::{InvoiceId, RequisitionId};
use procurement::invoice::{self, DeliveryAnswer, Invoice, InvoiceState, Verdict};
use procurement::job::{Attempt, Job, Task};

use crate::deliver::deliver;

pub(crate) async fn push(core: &Core, outbound: &Outbound, job: Job) -> Result<(), JobError> {
    let Task::Invoice { requisition, instalment } = job.task else {
        return Err(JobError::Broken(format!("{} is no invoice job", job.id)));
    };
    let Some(work) = core.store.load_invoice(requisition, instalment).await? else {
        return Err(JobError::Broken(format!("the agreement of {requisition} is missing")));
    };
    if invoice::channel(&work.connection).is_none() {
        return pass_over(core, &work, instalment, job).await;
    }
    let (work, invoice) = issued(core, work, requisition, instalment).await?;
    match invoice.state {
        InvoiceState::Delivered { .. } => finish(core, job, Attempt::Done).await,
        InvoiceState::Parked { ref reason, .. } => {
            let reason = reason.clone();
            finish(core, job, Attempt::Park { reason }).await
        }
        InvoiceState::Due => try_delivery(core, outbound, &work, invoice, job).await,
    }
}

/// A connection without electronic invoicing has no invoice (R47), but the next instalment may have.
async fn pass_over(core: &Core, work: &InvoiceWork, instalment: usize, job: Job) -> Result<(), JobError> {
    let now = core.clock.now();
    let done = job.after(Attempt::Done, now);
    let next = match invoice::next_job(&work.agreement, instalment, now) {
        Some(next) if core.store.job(&next.id).await?.is_none() => Some(next),
        _ => None,
    };
    let jobs: Vec<&Job> = std::iter::once(&done).chain(&next).collect();
    Ok(core.store.put_jobs(&jobs).await?)
}

/// The invoice, made now if it was not before: number, payloadID and time are its own from here on.
async fn issued(
    core: &Core,
    work: InvoiceWork,
    requisition: RequisitionId,
    instalment: usize,
) -> Result<(InvoiceWork, Invoice), JobError> {
    if let Some(invoice) = &work.invoice {
        let invoice = invoice.clone();
        return Ok((work, invoice));
    }
    let now = core.clock.now();
    let id = InvoiceId::new(core.ids.uuid());
    let issued = invoice::issue(&work.agreement, instalment, work.counter, id, core.payload_id(), now);
    let Some((invoice, counter)) = issued else {
        return Err(JobError::Broken(format!("the schedule of {requisition} has no part {instalment}")));
    };
    let next = invoice::next_job(&work.agreement, instalment, now);
    core.store.issue_invoice(&invoice, &counter, next.as_ref()).await?;
    Ok((work, invoice))
}

async fn try_delivery(
    core: &Core,
    outbound: &Outbound,
    work: &InvoiceWork,
    invoice: Invoice,
    job: Job,
) -> Result<(), JobError> {
    let answer = deliver(core, outbound, work, &invoice).await;
    let verdict = invoice::judge(&answer, job.attempts.saturating_sub(1));
    log(&invoice, &answer, &verdict);
    let now = core.clock.now();
    let attempt = match &verdict {
        Verdict::Delivered => Attempt::Done,
        Verdict::Retry { reason } => Attempt::Retry { reason: reason.clone() },
        Verdict::Parked { reason } => Attempt::Park { reason: reason.clone() },
    };
    let job = job.after(attempt, now);
    let verdict = given_up(verdict, &job);
    core.store.put_invoice(&invoice.after(&verdict, now), &job).await?;
    Ok(())
}

/// After the last try the invoice is parked with its job.
fn given_up(verdict: Verdict, job: &Job) -> Verdict {
    match (&job.state, verdict) {
        (procurement::job::JobState::Parked { reason, .. }, Verdict::Retry { .. }) => {
            Verdict::Parked { reason: reason.clone() }
        }
        (_, verdict) => verdict,
    }
}

async fn finish(core: &Core, job: Job, attempt: Attempt) -> Result<(), JobError> {
    Ok(core.store.put_job(&job.after(attempt, core.clock.now())).await?)
}

fn log(invoice: &Invoice, answer: &DeliveryAnswer, verdict: &Verdict) {
    let outcome = match verdict {
        Verdict::Delivered => "delivered",
        Verdict::Retry { .. } => "retry",
        Verdict::Parked { .. } => "parked",
    };
    let status = match answer {
        DeliveryAnswer::Status { code, .. } => Some(code.0),
        _ => None,
    };
    tracing::info!(connection = %invoice.connection, invoice = invoice.number, outcome, status, "invoice");
}
