//! What happened to a request, to its subscription, its invoices and its mail, in order (R58).

use std::fmt;

use jiff::Timestamp;

use crate::invoice::{How, Invoice, InvoiceState};
use crate::job::{Errand, Job, JobState};
use crate::money::Money;
use crate::reason::{Quoted, Reason as _, Recorded};
use crate::requisition::{Entry, Requisition};
use crate::trouble::Trouble;

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Happening {
    /// When.
    pub at: Timestamp,
    /// What, by its cause.
    pub cause: Cause,
}

/// What happened. English is its text.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Cause {
    /// It was noted on the request.
    #[error("{0}")]
    Noted(Entry),
    /// An invoice was made.
    #[error("{paper} was made for {}.", .gross.grouped())]
    Made {
        /// Which.
        paper: Paper,
        /// For how much, with tax.
        gross: Money,
    },
    /// An invoice reached the procurement system.
    #[error("{0} was delivered.")]
    Delivered(Paper),
    /// An invoice needs a person (R48).
    #[error("{paper} was parked: {why}")]
    Parked {
        /// Which.
        paper: Paper,
        /// Why.
        why: Recorded<Trouble>,
    },
    /// An invoice is uploaded by hand (R12).
    #[error("{0} waits to be uploaded to the supplier portal.")]
    ToUpload(Paper),
    /// The procurement system is asked to forget an invoice.
    #[error("{0} is being withdrawn.")]
    Withdrawing(Paper),
    /// An invoice counts no more.
    #[error("{paper} was cancelled: {how}.")]
    Cancelled {
        /// Which.
        paper: Paper,
        /// How.
        how: Recorded<How>,
    },
    /// Something was done.
    #[error("{0}: done.")]
    Done(Errand),
    /// Something needs a person.
    #[error("{errand}: needs a person. {why}")]
    Stuck {
        /// What.
        errand: Errand,
        /// Why.
        why: Recorded<Trouble>,
    },
}

/// An invoice or a credit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    /// Whether it is a credit.
    pub credit: bool,
    /// Its number.
    pub number: String,
}

/// To what something happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
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
    let noted = |entry: &Entry| happening(entry.at, Cause::Noted(entry.clone()));
    let mut all: Vec<Happening> = requisition.timeline.iter().map(noted).collect();
    all.extend(invoices.iter().flat_map(of_invoice));
    all.extend(jobs.iter().filter_map(of_job));
    all.sort_by_key(|one| one.at);
    all
}

fn happening(at: Timestamp, cause: Cause) -> Happening {
    Happening { at, cause }
}

fn of_invoice(invoice: &Invoice) -> Vec<Happening> {
    let paper = || Paper { credit: invoice.is_credit(), number: invoice.number.clone() };
    let made = happening(invoice.created, Cause::Made { paper: paper(), gross: invoice.gross() });
    let then = match &invoice.state {
        InvoiceState::Due => None,
        InvoiceState::Delivered { at } => Some(happening(*at, Cause::Delivered(paper()))),
        InvoiceState::Parked { at, reason, cause } => {
            let why = Recorded::of(reason, cause.as_ref());
            Some(happening(*at, Cause::Parked { paper: paper(), why }))
        }
        InvoiceState::ToUpload { since } => Some(happening(*since, Cause::ToUpload(paper()))),
        InvoiceState::Withdrawing { since } => Some(happening(*since, Cause::Withdrawing(paper()))),
        InvoiceState::Cancelled { at, how, cause } => {
            let how = Recorded::of(how, cause.as_ref());
            Some(happening(*at, Cause::Cancelled { paper: paper(), how }))
        }
    };
    std::iter::once(made).chain(then).collect()
}

/// What is still to be done is no happening. Deliveries of invoices are told by the invoice.
fn of_job(job: &Job) -> Option<Happening> {
    let errand = job.task.errand()?;
    match &job.state {
        JobState::Due { .. } | JobState::Leased { .. } => None,
        // A reminder that came too late to be of use ended without a mail.
        JobState::Done { .. } if job.task.is_reminder() => None,
        JobState::Done { at } => Some(happening(*at, Cause::Done(errand))),
        JobState::Parked { at, reason, cause } => {
            let why = Recorded::of(reason, cause.as_ref());
            Some(happening(*at, Cause::Stuck { errand, why }))
        }
    }
}

// === impl Cause ===

impl Cause {
    /// To what it happened.
    pub const fn about(&self) -> About {
        match self {
            Self::Noted(_) => About::Request,
            Self::Made { .. }
            | Self::Delivered(_)
            | Self::Parked { .. }
            | Self::ToUpload(_)
            | Self::Withdrawing(_)
            | Self::Cancelled { .. } => About::Invoice,
            Self::Done(_) | Self::Stuck { .. } => About::Job,
        }
    }

    pub(crate) fn quoted(&self) -> Option<Quoted> {
        match self {
            Self::Noted(entry) => entry.quoted(),
            Self::Parked { why, .. } | Self::Stuck { why, .. } => why.quoted(),
            Self::Cancelled { how, .. } => how.quoted(),
            Self::Made { .. }
            | Self::Delivered(_)
            | Self::ToUpload(_)
            | Self::Withdrawing(_)
            | Self::Done(_) => None,
        }
    }
}

// === impl Paper ===

impl fmt::Display for Paper {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = if self.credit { "Credit" } else { "Invoice" };
        write!(f, "{kind} {}", self.number)
    }
}
