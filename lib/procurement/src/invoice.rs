//! Invoices: what is billed after the agreement, when, and how it gets there (R46–R49).

mod attach;
mod build;
mod cancel;
mod check;
mod correct;
mod credit;
mod csv;
mod delivery;
mod pdf;
mod sheet;
mod tax;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

pub use attach::attach;
pub use build::{build, withdrawal};
pub use cancel::{Cancellation, CannotCancel, cancel};
pub use check::{InvoiceFault, Sum, check, in_words};
pub use correct::{CannotResend, Correction, resend};
pub use credit::{Credited, credit};
pub use csv::csv;
pub(crate) use csv::harmless;
pub use delivery::{DeliveryAnswer, Verdict, judge};
pub use pdf::pdf;
pub use sheet::Sheet;
pub use tax::InvoiceTax;

use crate::agreement::{Agreement, OrderLine};
use crate::connection::{Connection, InvoiceChannel, InvoiceDelivery, ProcurementSystem};
use crate::id::{AgreementId, ConnectionId, InvoiceId, RequisitionId};
use crate::job::{Job, Task};
use crate::language::Language;
use crate::money::Money;
use crate::reason::{Reason as _, Recorded, Telling};
use crate::trouble::Trouble;

/// A demand for payment of one part of an agreement's schedule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invoice {
    /// Its id.
    pub id: InvoiceId,
    /// Counts the changes, for optimistic locking.
    pub version: u64,
    /// Its number, without gaps within a connection.
    pub number: String,
    /// The payloadID of its document: the same at every try (R48).
    pub payload_id: String,
    /// The moment it was made, which its document carries at every try.
    pub created: Timestamp,
    /// The connection.
    pub connection: ConnectionId,
    /// The agreement.
    pub agreement: AgreementId,
    /// The requisition item, under which the agreement is kept.
    pub requisition: RequisitionId,
    /// Which part of the schedule, from 0.
    pub instalment: usize,
    /// The day that it is due by the schedule.
    pub date: Date,
    /// How much, without tax.
    pub amount: Money,
    /// The tax on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tax: Option<InvoiceTax>,
    /// The invoice that this one takes back, if it is a credit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub credits: Option<Credited>,
    /// What a person set right about it.
    #[serde(default, skip_serializing_if = "Correction::is_empty")]
    pub correction: Correction,
    /// How many tries may have reached the other side although nobody knows (R48).
    #[serde(default)]
    pub uncertain: u32,
    /// How far it has come.
    pub state: InvoiceState,
}

/// How far an invoice has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum InvoiceState {
    /// To be delivered, perhaps again.
    Due,
    /// The procurement system has taken it.
    Delivered {
        /// When.
        at: Timestamp,
    },
    /// The procurement system refuses it; a person must look (R48).
    Parked {
        /// When.
        at: Timestamp,
        /// Why, in words.
        reason: String,
        /// The same by its cause; records from before it was kept have none.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        cause: Option<Trouble>,
    },
    /// To be uploaded to the supplier portal by hand (R12).
    ToUpload {
        /// Since when.
        since: Timestamp,
    },
    /// Delivered, and on its way to be withdrawn.
    Withdrawing {
        /// Since when.
        since: Timestamp,
    },
    /// It counts no more; its number stays taken.
    Cancelled {
        /// When.
        at: Timestamp,
        /// How, in words.
        how: String,
        /// The same by its cause; records from before it was kept have none.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        cause: Option<How>,
    },
}

/// How an invoice came to count no more. English is its text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum How {
    /// Nobody ever got it.
    #[error("void: it was never delivered")]
    Void,
    /// A credit takes it back.
    #[error("credited by {number}")]
    Credited {
        /// The credit's number.
        number: String,
    },
    /// The procurement system has forgotten it.
    #[error("withdrawn from the procurement system")]
    Withdrawn,
}

/// How many invoices a connection has had; the next number is one more.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvoiceCounter {
    /// Counts the changes, for optimistic locking, and the invoices.
    pub version: u64,
}

/// The job for the first part of an agreement's schedule, if it is invoiced at all (R46, R47).
pub fn first_job(agreement: &Agreement, connection: &Connection, now: Timestamp) -> Option<Job> {
    match connection.system {
        ProcurementSystem::Coupa => job(agreement, 0, now),
        ProcurementSystem::SapAriba => None,
    }
}

/// The job for the part of the schedule after this one.
pub fn next_job(agreement: &Agreement, instalment: usize, now: Timestamp) -> Option<Job> {
    job(agreement, instalment + 1, now)
}

fn job(agreement: &Agreement, instalment: usize, now: Timestamp) -> Option<Job> {
    let part = agreement.schedule.get(instalment)?;
    let id = format!("invoice-{}-{instalment}", agreement.id);
    let task = Task::Invoice { requisition: agreement.requisition, instalment };
    Some(Job::new(id, task, start_of(part.date).max(now), now))
}

/// Where this connection's invoices are POSTed, if they are (R12: cXML is for Coupa only).
pub fn channel(connection: &Connection) -> Option<&InvoiceDelivery> {
    match (&connection.settings.invoicing, connection.system) {
        (InvoiceChannel::Cxml(delivery), ProcurementSystem::Coupa) => Some(delivery),
        _ => None,
    }
}

/// Whether this connection's invoices exist at all (R12, R47).
pub fn is_invoiced(connection: &Connection) -> bool {
    connection.system == ProcurementSystem::Coupa && connection.settings.invoicing != InvoiceChannel::None
}

/// The invoice for one part of the schedule.
pub fn issue(
    agreement: &Agreement,
    instalment: usize,
    counter: InvoiceCounter,
    id: InvoiceId,
    payload_id: String,
    now: Timestamp,
) -> Option<(Invoice, InvoiceCounter)> {
    let part = agreement.schedule.get(instalment)?;
    let counter = InvoiceCounter { version: counter.version + 1 };
    let invoice = Invoice {
        id,
        version: 1,
        number: number(agreement.connection, counter),
        payload_id,
        created: now,
        connection: agreement.connection,
        agreement: agreement.id,
        requisition: agreement.requisition,
        instalment,
        date: part.date,
        amount: part.amount,
        tax: None,
        credits: None,
        correction: Correction::default(),
        uncertain: 0,
        state: InvoiceState::Due,
    };
    Some((invoice, counter))
}

/// `PG-7f3a9c21-000042`: the end of the connection's id, which is its random part, and the count.
fn number(connection: ConnectionId, counter: InvoiceCounter) -> String {
    let id = connection.uuid().as_simple().to_string();
    format!("PG-{}-{:06}", &id[id.len() - 8..], counter.version)
}

fn start_of(date: Date) -> Timestamp {
    date.to_zoned(TimeZone::UTC).map_or(Timestamp::MAX, |start| start.timestamp())
}

// === impl Invoice ===

impl Invoice {
    /// The invoice after a verdict on its delivery, one version on.
    #[must_use]
    pub fn after(mut self, verdict: &Verdict, now: Timestamp) -> Self {
        self.version += 1;
        self.state = match verdict {
            Verdict::Delivered => InvoiceState::Delivered { at: now },
            Verdict::Parked { reason } => InvoiceState::parked(now, reason.clone()),
            Verdict::Retry { .. } => InvoiceState::Due,
        };
        if matches!(verdict, Verdict::Retry { .. }) {
            self.uncertain += 1;
        }
        self
    }

    /// The invoice in another state, one version on.
    #[must_use]
    pub fn with(mut self, state: InvoiceState) -> Self {
        self.version += 1;
        self.state = state;
        self
    }

    /// The new invoice as this connection wants it: with its tax, and to be uploaded where that is the channel.
    #[must_use]
    pub fn adapted(mut self, connection: &Connection) -> Self {
        let rate = connection.settings.invoices.tax.as_ref();
        self.tax = rate.and_then(|rate| InvoiceTax::new(rate, self.amount));
        if connection.settings.invoicing == InvoiceChannel::SupplierPortal {
            self.state = InvoiceState::ToUpload { since: self.created };
        }
        self
    }

    /// How much with tax.
    pub fn gross(&self) -> Money {
        let tax = self.tax.as_ref().map(|tax| tax.amount);
        tax.and_then(|tax| self.amount.plus(tax).ok()).unwrap_or(self.amount)
    }

    /// Whether it takes another one back.
    pub fn is_credit(&self) -> bool {
        self.credits.is_some()
    }

    /// The line of the order that it bills, as a person may have set it right.
    pub fn order_line(&self, agreement: &Agreement) -> OrderLine {
        self.correction.apply(agreement.order.clone())
    }
}

// === impl InvoiceState ===

impl InvoiceState {
    /// A person must look, because of this.
    pub fn parked(at: Timestamp, why: Trouble) -> Self {
        Self::Parked { at, reason: why.to_string(), cause: Some(why) }
    }

    /// It counts no more.
    pub fn cancelled(at: Timestamp, how: How) -> Self {
        Self::Cancelled { at, how: how.to_string(), cause: Some(how) }
    }

    /// Why it is so, where a reason belongs to it: in this language where its cause is known.
    pub fn reason(&self, language: Language) -> Option<Telling> {
        match self {
            Self::Parked { reason, cause, .. } => Some(Recorded::of(reason, cause.as_ref()).told(language)),
            Self::Cancelled { how, cause, .. } => Some(Recorded::of(how, cause.as_ref()).told(language)),
            Self::Due | Self::Delivered { .. } | Self::ToUpload { .. } | Self::Withdrawing { .. } => None,
        }
    }

    /// The state as people read it.
    pub const fn label(&self) -> &'static str {
        match self {
            Self::Due => "to be delivered",
            Self::Delivered { .. } => "delivered",
            Self::Parked { .. } => "parked",
            Self::ToUpload { .. } => "to be uploaded",
            Self::Withdrawing { .. } => "being withdrawn",
            Self::Cancelled { .. } => "cancelled",
        }
    }
}
