//! Events for others: what happened to agreements, orders and invoices, as systems beside this one learn of it.
//!
//! An event is written as a job in the transaction of what it tells of, and published at least once under the same id.
//! No event names a person. `docs/events/events.schema.json` describes each one.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::account::AccountId;
use crate::agreement::Agreement;
use crate::id::{AgreementId, ConnectionId, OfferId, ProductId, RequisitionId};
use crate::invoice::{Invoice, InvoiceState};
use crate::job::{Job, Task};
use crate::money::Money;
use crate::refusal::Refusal;

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// Names it: the same event may be told of twice.
    pub id: String,
    /// When it happened.
    pub at: Timestamp,
    /// Over which connection.
    pub connection: ConnectionId,
    /// What.
    #[serde(flatten)]
    pub what: What,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum What {
    /// An agreement began: by a purchase order, or without one (R11, R16).
    AgreementCreated {
        /// The agreement.
        agreement: About,
    },
    /// An operator changed its terms.
    AgreementAmended {
        /// The agreement as it is now.
        agreement: About,
        /// What was changed, in words.
        change: String,
    },
    /// An operator ended it.
    AgreementEnded {
        /// The agreement.
        agreement: About,
        /// Why.
        reason: String,
    },
    /// A purchase order was refused.
    OrderRefused {
        /// Its number.
        order_id: String,
        /// The Status that answers it.
        code: u16,
        /// Why, in words.
        reason: String,
        /// The requests that it names.
        requisitions: Vec<RequisitionId>,
    },
    /// An invoice or a credit reached the procurement system.
    InvoiceDelivered {
        /// The invoice.
        invoice: Billed,
    },
    /// An invoice or a credit needs a person.
    InvoiceParked {
        /// The invoice.
        invoice: Billed,
        /// Why, in words.
        reason: String,
    },
}

/// An agreement, as others see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    /// Its id.
    pub id: AgreementId,
    /// The request that it fulfils.
    pub requisition: RequisitionId,
    /// The subscribed account.
    pub account: AccountId,
    /// The product.
    pub product: ProductId,
    /// The offer.
    pub offer: OfferId,
    /// Its revision.
    pub offer_revision: u32,
    /// How it is paid.
    pub pricing: String,
    /// What it comes to.
    pub total: Sum,
    /// The purchase order; empty where there is none.
    pub order_id: String,
    /// The line of it.
    pub order_line: u32,
    /// When it began.
    pub start: Timestamp,
    /// Its last day, if it has one.
    pub end: Option<Date>,
}

/// An invoice, as others see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Billed {
    /// Its number.
    pub number: String,
    /// Whether it is a credit.
    pub credit: bool,
    /// The agreement that it bills.
    pub agreement: AgreementId,
    /// The request behind it.
    pub requisition: RequisitionId,
    /// Which part of the schedule, from 0.
    pub instalment: usize,
    /// Without tax.
    pub net: Sum,
    /// With tax.
    pub gross: Sum,
}

/// An amount of money.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sum {
    /// How much, as a decimal number.
    pub amount: String,
    /// ISO 4217.
    pub currency: String,
}

/// The job that tells others that these agreements began; one for all lines of an order.
pub fn created(agreements: &[&Agreement], now: Timestamp) -> Option<Job> {
    let first = agreements.first()?;
    let event = |agreement: &&Agreement| Event {
        id: format!("created-{}", agreement.id),
        at: now,
        connection: agreement.connection,
        what: What::AgreementCreated { agreement: About::from(*agreement) },
    };
    Some(job(format!("event-created-{}", first.id), agreements.iter().map(event).collect(), now))
}

/// The job that tells others that an agreement was changed, for the version that the change made.
pub fn amended(agreement: &Agreement, change: &str, now: Timestamp) -> Job {
    let what = What::AgreementAmended { agreement: About::from(agreement), change: change.to_owned() };
    single(format!("amended-{}-{}", agreement.id, agreement.version), agreement.connection, what, now)
}

/// The job that tells others that an agreement was ended.
pub fn ended(agreement: &Agreement, reason: &str, now: Timestamp) -> Job {
    let what = What::AgreementEnded { agreement: About::from(agreement), reason: reason.to_owned() };
    single(format!("ended-{}", agreement.id), agreement.connection, what, now)
}

/// The job that tells others that an order was refused. `answer` is the payloadID of the answer, which every decision has
/// anew.
pub fn refused(
    connection: ConnectionId,
    order_id: &str,
    refusal: &Refusal,
    requisitions: Vec<RequisitionId>,
    answer: &str,
    now: Timestamp,
) -> Job {
    let what = What::OrderRefused {
        order_id: order_id.to_owned(),
        code: refusal.code,
        reason: refusal.reason.clone(),
        requisitions,
    };
    let unique = answer.split('@').next().unwrap_or(answer);
    single(format!("refused-{unique}"), connection, what, now)
}

/// The job that tells others how an invoice fared, where that is news.
pub fn invoiced(invoice: &Invoice, now: Timestamp) -> Option<Job> {
    let billed = Billed::from(invoice);
    let (name, what) = match &invoice.state {
        InvoiceState::Delivered { .. } => ("delivered", What::InvoiceDelivered { invoice: billed }),
        InvoiceState::Parked { reason, .. } => {
            ("parked", What::InvoiceParked { invoice: billed, reason: reason.clone() })
        }
        _ => return None,
    };
    let id = format!("invoice-{name}-{}-{}", invoice.id, invoice.version);
    Some(single(id, invoice.connection, what, now))
}

fn single(id: String, connection: ConnectionId, what: What, now: Timestamp) -> Job {
    job(format!("event-{id}"), vec![Event { id, at: now, connection, what }], now)
}

fn job(id: String, events: Vec<Event>, now: Timestamp) -> Job {
    Job::new(id, Task::PublishEvents { events }, now, now)
}

// === impl Event ===

impl Event {
    /// What it is called on a bus.
    pub const fn detail_type(&self) -> &'static str {
        match self.what {
            What::AgreementCreated { .. } => "Agreement Created",
            What::AgreementAmended { .. } => "Agreement Amended",
            What::AgreementEnded { .. } => "Agreement Ended",
            What::OrderRefused { .. } => "Order Refused",
            What::InvoiceDelivered { .. } => "Invoice Delivered",
            What::InvoiceParked { .. } => "Invoice Parked",
        }
    }
}

impl From<&Agreement> for About {
    fn from(agreement: &Agreement) -> Self {
        Self {
            id: agreement.id,
            requisition: agreement.requisition,
            account: agreement.account,
            product: agreement.product.id.clone(),
            offer: agreement.offer.clone(),
            offer_revision: agreement.offer_revision,
            pricing: agreement.pricing.clone(),
            total: agreement.quote.total.into(),
            order_id: agreement.order.order_id.clone(),
            order_line: agreement.order.line,
            start: agreement.start,
            end: agreement.end,
        }
    }
}

impl From<&Invoice> for Billed {
    fn from(invoice: &Invoice) -> Self {
        Self {
            number: invoice.number.clone(),
            credit: invoice.is_credit(),
            agreement: invoice.agreement,
            requisition: invoice.requisition,
            instalment: invoice.instalment,
            net: invoice.amount.into(),
            gross: invoice.gross().into(),
        }
    }
}

impl From<Money> for Sum {
    fn from(money: Money) -> Self {
        Self { amount: money.amount_text(), currency: money.currency.code().to_owned() }
    }
}
