//! What happened to a request, to its subscription, its invoices and its mail, in order (R58).

use jiff::Timestamp;
use serde::Serialize;

use crate::invoice::{Invoice, InvoiceState};
use crate::job::{Job, JobState};
use crate::requisition::Requisition;

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Happening {
    /// When.
    pub at: Timestamp,
    /// To what.
    pub about: About,
    /// What, in words.
    pub text: String,
}

/// To what something happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum About {
    /// The request and its subscription.
    Request,
    /// One of its invoices.
    Invoice,
    /// Something that was to be done: a mail, a delivery.
    Job,
}

/// Everything that is known to have happened, oldest first. What happened at the same moment keeps its order: the
/// request, then its invoices, then what was to be done about them.
pub fn timeline(requisition: &Requisition, invoices: &[Invoice], jobs: &[Job]) -> Vec<Happening> {
    let entries = requisition.timeline.iter();
    let mut all: Vec<Happening> =
        entries.map(|entry| happening(entry.at, About::Request, entry.text.clone())).collect();
    all.extend(invoices.iter().flat_map(of_invoice));
    all.extend(jobs.iter().filter_map(of_job));
    all.sort_by_key(|one| one.at);
    all
}

fn happening(at: Timestamp, about: About, text: String) -> Happening {
    Happening { at, about, text }
}

fn of_invoice(invoice: &Invoice) -> Vec<Happening> {
    let kind = if invoice.is_credit() { "Credit" } else { "Invoice" };
    let (number, gross) = (&invoice.number, invoice.gross().grouped());
    let made = happening(invoice.created, About::Invoice, format!("{kind} {number} was made for {gross}."));
    let then = |at: &Timestamp, text: String| Some(happening(*at, About::Invoice, text));
    let then = match &invoice.state {
        InvoiceState::Due => None,
        InvoiceState::Delivered { at } => then(at, format!("{kind} {number} was delivered.")),
        InvoiceState::Parked { at, reason } => then(at, format!("{kind} {number} was parked: {reason}")),
        InvoiceState::ToUpload { since } => {
            then(since, format!("{kind} {number} waits to be uploaded to the supplier portal."))
        }
        InvoiceState::Withdrawing { since } => then(since, format!("{kind} {number} is being withdrawn.")),
        InvoiceState::Cancelled { at, how } => then(at, format!("{kind} {number} was cancelled: {how}.")),
    };
    std::iter::once(made).chain(then).collect()
}

/// What is still to be done is no happening. Deliveries of invoices are told by the invoice.
fn of_job(job: &Job) -> Option<Happening> {
    let name = job.task.label()?;
    match &job.state {
        JobState::Due { .. } | JobState::Leased { .. } => None,
        // A reminder that came too late to be of use ended without a mail.
        JobState::Done { .. } if job.task.is_reminder() => None,
        JobState::Done { at } => Some(happening(*at, About::Job, format!("{name}: done."))),
        JobState::Parked { at, reason } => {
            Some(happening(*at, About::Job, format!("{name}: needs a person. {reason}")))
        }
    }
}
