//! An invoice gets its number from its connection's count: without gaps, whoever asks at the same time (R46).
//!
//! The jobs that a worker does at the same time wait in a line for each connection. Whoever's turn it is numbers the invoices of all
//! that wait, by one write: a write waits for the disk, or for the network, and one after another they would all wait. Between
//! workers the condition on the count decides.

mod line;

use platform::core::Core;
use platform::jobs::JobError;
use platform::store::{InvoiceWork, NewInvoice};
use platform::table::CommitError;
use procurement::id::{InvoiceId, RequisitionId};
use procurement::invoice::{self, Invoice, InvoiceCounter};
use procurement::job::Job;

use line::Asked;
pub(crate) use line::Numbering;

/// How often a lost race for the next number is run again. What still loses comes again after its lease.
const MAX_TRIES: u32 = 8;

/// An invoice that has its number, and is not written yet.
struct Made {
    invoice: Invoice,
    next: Option<Job>,
}

/// The invoice, made now if it was not before: number, payloadID and time are its own from here on.
pub(crate) async fn issued(
    core: &Core,
    numbering: &Numbering,
    work: InvoiceWork,
    (requisition, instalment): (RequisitionId, usize),
) -> Result<(InvoiceWork, Invoice), JobError> {
    if let Some(invoice) = work.invoice.clone() {
        return Ok((work, invoice));
    }
    let line = numbering.line(work.connection.id);
    let mut answer = line.stand(Asked { work: work.clone(), instalment });
    let mut last = line.turn().await;
    if let Ok(invoice) = answer.try_recv() {
        return Ok((work, invoice));
    }
    let waiting = line.take(requisition, instalment);
    let asked: Vec<&Asked> = waiting.iter().map(|one| &one.asked).collect();
    match together(core, &asked, &mut last).await {
        Ok(invoices) => {
            let mine = invoices.iter().find(|one| is_of(one, requisition, instalment)).cloned();
            waiting.into_iter().zip(invoices).for_each(|(one, invoice)| one.answer(invoice));
            if let Some(mine) = mine {
                return Ok((work, mine));
            }
        }
        // One of them is not what was read, or cannot be made: each goes by itself then.
        Err(error) if is_of_one(&error) => {}
        Err(error) => return Err(error),
    }
    alone(core, work, instalment, &mut last).await
}

pub(crate) fn missing(requisition: RequisitionId) -> JobError {
    JobError::Broken(format!("the agreement of {requisition} is missing"))
}

fn is_of(invoice: &Invoice, requisition: RequisitionId, instalment: usize) -> bool {
    (invoice.requisition, invoice.instalment) == (requisition, instalment)
}

fn is_of_one(error: &JobError) -> bool {
    match error {
        JobError::Commit(error) => is_race(error),
        JobError::Broken(_) => true,
        JobError::Read(_) => false,
    }
}

fn is_race(error: &CommitError) -> bool {
    matches!(error, CommitError::Conflict { .. } | CommitError::Contention)
}

/// One invoice, read again until it wins.
async fn alone(
    core: &Core,
    mut work: InvoiceWork,
    instalment: usize,
    last: &mut InvoiceCounter,
) -> Result<(InvoiceWork, Invoice), JobError> {
    let requisition = work.agreement.requisition;
    let mut lost = CommitError::Contention;
    for _ in 1..=MAX_TRIES {
        *last = InvoiceCounter::default();
        let again = core.store.load_invoice(requisition, instalment).await?;
        work = again.ok_or_else(|| missing(requisition))?;
        if let Some(invoice) = work.invoice.clone() {
            return Ok((work, invoice));
        }
        match together(core, &[&Asked { work: work.clone(), instalment }], last).await {
            Ok(mut invoices) => {
                let invoice = invoices.pop().ok_or_else(|| missing(requisition))?;
                return Ok((work, invoice));
            }
            Err(JobError::Commit(race)) if is_race(&race) => lost = race,
            Err(error) => return Err(error),
        }
    }
    Err(lost.into())
}

/// Invoices of different agreements of one connection, numbered in this order by one write.
async fn together(
    core: &Core,
    asked: &[&Asked],
    last: &mut InvoiceCounter,
) -> Result<Vec<Invoice>, JobError> {
    // What was read before it was this one's turn may be older.
    let read = asked.iter().map(|one| one.work.counter).fold(*last, latest);
    let (mut counter, mut made) = (read, Vec::with_capacity(asked.len()));
    for one in asked {
        let (new, after) = make(core, one, counter)?;
        counter = after;
        made.push(new);
    }
    let new: Vec<NewInvoice<'_>> = asked.iter().zip(&made).map(|(one, made)| made.of(&one.work)).collect();
    core.store.issue_invoices(&new, read, counter).await?;
    *last = counter;
    Ok(made.into_iter().map(|made| made.invoice).collect())
}

fn latest(one: InvoiceCounter, other: InvoiceCounter) -> InvoiceCounter {
    if other.version > one.version { other } else { one }
}

fn make(core: &Core, asked: &Asked, counter: InvoiceCounter) -> Result<(Made, InvoiceCounter), JobError> {
    let (now, agreement) = (core.clock.now(), &asked.work.agreement);
    let id = InvoiceId::new(core.ids.uuid());
    let issued = invoice::issue(agreement, asked.instalment, counter, id, core.payload_id(), now);
    let Some((invoice, counter)) = issued else {
        let (requisition, instalment) = (agreement.requisition, asked.instalment);
        return Err(JobError::Broken(format!("the schedule of {requisition} has no part {instalment}")));
    };
    let invoice = invoice.adapted(&asked.work.connection);
    Ok((Made { invoice, next: invoice::next_job(agreement, asked.instalment, now) }, counter))
}

// === impl Made ===

impl Made {
    fn of<'a>(&'a self, work: &'a InvoiceWork) -> NewInvoice<'a> {
        NewInvoice { agreement: &work.agreement, invoice: &self.invoice, next: self.next.as_ref() }
    }
}
