//! Load, decide, commit for one invoice job.

use platform::core::Core;
use platform::jobs::JobError;
use platform::outbound::Outbound;
use platform::store::InvoiceWork;
use procurement::event;
use procurement::id::RequisitionId;
use procurement::invoice::{self, DeliveryAnswer, Invoice, InvoiceState, Verdict};
use procurement::job::{Attempt, Job, JobState, Task};
use procurement::mail;
use procurement::money::Money;
use procurement::trouble::Trouble;

use crate::confirm::confirm;
use crate::deliver::{deliver, secret};
use crate::issue::{Numbering, issued, missing};
use crate::parcel::Parcel;
use crate::withdraw::withdraw;

pub(crate) async fn push(
    core: &Core,
    outbound: &Outbound,
    numbering: &Numbering,
    job: Job,
) -> Result<(), JobError> {
    match job.task {
        Task::Invoice { requisition, instalment } => {
            push_invoice(core, outbound, numbering, (requisition, instalment), job).await
        }
        Task::CreditNote { requisition, instalment } => {
            push_credit(core, outbound, requisition, instalment, job).await
        }
        Task::WithdrawInvoice { requisition, instalment } => {
            withdraw(core, outbound, (requisition, instalment), job).await
        }
        Task::Confirm { .. } => confirm(core, outbound, job).await,
        _ => Err(JobError::Broken(format!("{} is no invoice job", job.id))),
    }
}

async fn push_invoice(
    core: &Core,
    outbound: &Outbound,
    numbering: &Numbering,
    (requisition, instalment): (RequisitionId, usize),
    job: Job,
) -> Result<(), JobError> {
    let work = core.store.load_invoice(requisition, instalment).await?;
    let work = work.ok_or_else(|| missing(requisition))?;
    if work.invoice.is_none() && !is_owed(&work, instalment) {
        return finish(core, job, Attempt::Done).await;
    }
    let waived = work.agreement.schedule.get(instalment).is_some_and(|part| part.amount.amount.is_zero());
    if work.invoice.is_none() && (waived || !invoice::is_invoiced(&work.connection)) {
        return pass_over(core, &work, instalment, job).await;
    }
    let (work, invoice) = issued(core, numbering, work, (requisition, instalment)).await?;
    go_on(core, outbound, &work, invoice, job).await
}

/// What falls due after an agreement was ended is not invoiced, and nothing after it either.
fn is_owed(work: &InvoiceWork, instalment: usize) -> bool {
    work.agreement.schedule.get(instalment).is_none_or(|part| work.agreement.owes(part.date))
}

async fn push_credit(
    core: &Core,
    outbound: &Outbound,
    requisition: RequisitionId,
    instalment: usize,
    job: Job,
) -> Result<(), JobError> {
    let work = core.store.load_credit(requisition, instalment).await?;
    let work = work.ok_or_else(|| missing(requisition))?;
    match work.invoice.clone() {
        Some(credit) => go_on(core, outbound, &work, credit, job).await,
        None => Err(JobError::Broken(format!("the credit for {requisition} is missing"))),
    }
}

async fn go_on(
    core: &Core,
    outbound: &Outbound,
    work: &InvoiceWork,
    invoice: Invoice,
    job: Job,
) -> Result<(), JobError> {
    match &invoice.state {
        InvoiceState::Due => try_delivery(core, outbound, work, invoice, job).await,
        InvoiceState::Parked { reason, cause, .. } => {
            let reason = Trouble::of_record(reason, cause.as_ref());
            finish(core, job, Attempt::Park { reason }).await
        }
        InvoiceState::Delivered { .. }
        | InvoiceState::ToUpload { .. }
        | InvoiceState::Withdrawing { .. }
        | InvoiceState::Cancelled { .. } => finish(core, job, Attempt::Done).await,
    }
}

/// A charge that was waived has no invoice, nor has a connection without electronic invoicing (R47); the next instalment
/// may have one.
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

async fn try_delivery(
    core: &Core,
    outbound: &Outbound,
    work: &InvoiceWork,
    invoice: Invoice,
    job: Job,
) -> Result<(), JobError> {
    let billed = billed_before(core, &invoice).await?;
    let answer = send(core, outbound, work, &invoice, billed).await;
    let earlier_tries = job.attempts.saturating_sub(1) + invoice.uncertain;
    let verdict = invoice::judge(&answer, earlier_tries);
    log(&invoice, &answer, &verdict);
    let now = core.clock.now();
    let attempt = match &verdict {
        Verdict::Delivered => Attempt::Done,
        Verdict::Retry { reason } => Attempt::Retry { reason: reason.clone() },
        Verdict::Parked { reason } => Attempt::Park { reason: reason.clone() },
    };
    let job = job.after(attempt, now);
    let mut after = invoice.after(&verdict, now);
    // After the last try the invoice is parked with its job.
    if let JobState::Parked { reason, cause, .. } = &job.state {
        let (reason, cause) = (reason.clone(), cause.clone());
        after.state = InvoiceState::Parked { at: now, reason, cause };
    }
    match &after.state {
        InvoiceState::Parked { reason, .. } => {
            let reason = format!("{}: {reason}", after.number);
            let otherwise = &work.agreement.account_email;
            let mail = mail::failing_job(&work.connection, otherwise, &reason, now);
            let told = event::invoiced(&after, now);
            let jobs: Vec<&Job> = std::iter::once(&job).chain(&told).collect();
            Ok(core.store.park_invoice(&after, &jobs, &mail).await?)
        }
        _ => {
            let told = event::invoiced(&after, now);
            let jobs: Vec<&Job> = std::iter::once(&job).chain(&told).collect();
            Ok(core.store.put_invoices(&[&after], None, &jobs).await?)
        }
    }
}

/// What other invoices bill of the same order line, those that count no more left out.
async fn billed_before(core: &Core, invoice: &Invoice) -> Result<Money, JobError> {
    let counts = |other: &Invoice| {
        other.number != invoice.number
            && !other.is_credit()
            && !matches!(other.state, InvoiceState::Cancelled { .. })
    };
    let others = core.store.invoices(invoice.requisition).await?;
    let amounts = others.iter().filter(|other| counts(other)).map(|other| other.amount);
    let none = Money::zero(invoice.amount.currency);
    Money::sum(std::iter::once(none).chain(amounts)).map_err(|error| {
        JobError::Broken(format!("what was billed for {} cannot be reckoned: {error}", invoice.number))
    })
}

async fn send(
    core: &Core,
    outbound: &Outbound,
    work: &InvoiceWork,
    invoice: &Invoice,
    billed: Money,
) -> DeliveryAnswer {
    let Some(delivery) = invoice::channel(&work.connection) else {
        return DeliveryAnswer::Refused { reason: Trouble::NoInvoicing };
    };
    let secret = match secret(core, &work.connection, delivery) {
        Ok(secret) => secret,
        Err(reason) => return DeliveryAnswer::Refused { reason },
    };
    let parcel = Parcel::invoice(work, invoice, delivery, secret, &core.marketplace);
    // What would be refused is found here (R49). A credit has no order to be held against.
    if !invoice.is_credit() {
        let faults = invoice::check(&parcel.document, &invoice.order_line(&work.agreement), billed);
        if !faults.is_empty() {
            return DeliveryAnswer::Refused { reason: Trouble::Faults { faults } };
        }
    }
    deliver(core, outbound, &work.connection, delivery, &parcel).await
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
