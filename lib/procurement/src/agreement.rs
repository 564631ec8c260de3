//! Agreements: the subscriptions that purchase orders create, one for each requisition item (R34).

mod alteration;
mod amend;
mod change;

use jiff::civil::Date;
use jiff::{Span, Timestamp};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

pub use alteration::{Alteration, Alterations};
pub use amend::{Amended, Amendment, amend};
pub use change::{CannotChange, Changed, Ending, end};

use crate::account::AccountId;
use crate::catalogue::{Pricing, Quote, date_of};
use crate::id::{AgreementId, ConnectionId, OfferId, RequisitionId};
use crate::money::Money;
use crate::requisition::{RequestedProduct, Requisition};
use crate::session::Requester;

/// A subscription. There is no such thing for a test order (R9).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agreement {
    /// Its id.
    pub id: AgreementId,
    /// Counts the changes, for optimistic locking.
    #[serde(default = "first")]
    pub version: u64,
    /// The requisition item that it fulfils.
    pub requisition: RequisitionId,
    /// The connection that it came over.
    pub connection: ConnectionId,
    /// The account that is subscribed.
    pub account: AccountId,
    /// The address of that account.
    pub account_email: String,
    /// Who asked for it.
    pub requester: Requester,
    /// What is subscribed to.
    pub product: RequestedProduct,
    /// The offer that was taken.
    pub offer: OfferId,
    /// Its revision.
    pub offer_revision: u32,
    /// How it is paid, by name (`Pricing::key`).
    pub pricing: String,
    /// What it comes to.
    pub quote: Quote,
    /// What created it.
    #[serde(default)]
    pub origin: Origin,
    /// The purchase order that created it; without a number where there is none.
    pub order: OrderLine,
    /// What will be invoiced, and when (R46); empty where nothing is (R47).
    pub schedule: Vec<ScheduledAmount>,
    /// When it began.
    pub start: Timestamp,
    /// Its last day, for contracts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<Date>,
    /// What the operator changed about it, the first change first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub amended: Vec<Amended>,
    /// That it was ended before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended: Option<Ending>,
}

/// What created an agreement.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// A purchase order (R34).
    #[default]
    Ordered,
    /// The requester, for what the connection approves beforehand (R16).
    ApprovedBeforehand,
    /// The requester, on the marketplace itself (R11).
    Direct,
}

/// The line of a purchase order that an agreement answers, as an invoice must name it (R46).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderLine {
    /// The purchase order's number.
    pub order_id: String,
    /// When it was written, as it said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order_date: Option<Timestamp>,
    /// The line.
    pub line: u32,
    /// How many.
    pub quantity: Decimal,
    /// The price of one.
    pub unit_price: Money,
    /// The unit of measure, as the order writes it.
    pub unit_of_measure: String,
    /// Whether the line buys an amount and not units.
    pub is_service: bool,
    /// The part number, as the order writes it.
    pub part_id: String,
    /// The reference to the requisition item, as the order writes it.
    pub reference: String,
}

/// An amount that falls due on a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScheduledAmount {
    /// When.
    pub date: Date,
    /// How much.
    pub amount: Money,
}

// === impl Agreement ===

impl Agreement {
    /// The agreement that fulfils this requisition item by this line of a purchase order.
    pub fn new(id: AgreementId, requisition: &Requisition, order: OrderLine, start: Timestamp) -> Self {
        let first_day = date_of(start);
        let schedule = schedule(&requisition.offer.pricing, requisition.quote.total, first_day);
        Self {
            id,
            version: first(),
            requisition: requisition.id,
            connection: requisition.connection,
            account: requisition.account,
            account_email: requisition.account_email.clone(),
            requester: requisition.requester.clone(),
            product: requisition.product.clone(),
            offer: requisition.offer.id.clone(),
            offer_revision: requisition.offer.revision,
            pricing: requisition.offer.pricing.key().to_owned(),
            quote: requisition.quote.clone(),
            origin: Origin::default(),
            order,
            schedule,
            start,
            end: last_day(first_day, &requisition.quote),
            amended: Vec::new(),
            ended: None,
        }
    }
}

/// What was written before there was a version was written once.
const fn first() -> u64 {
    1
}

fn schedule(pricing: &Pricing, total: Money, start: Date) -> Vec<ScheduledAmount> {
    let parts = pricing.schedule(total, start).into_iter();
    // Nothing is invoiced for nothing: a contract at 0.00 has no invoice.
    parts
        .filter(|(_, amount)| !amount.amount.is_zero())
        .map(|(date, amount)| ScheduledAmount { date, amount })
        .collect()
}

/// Of a contract and of a trial; everything else goes on until somebody ends it.
fn last_day(start: Date, quote: &Quote) -> Option<Date> {
    let months = quote.months.map(|months| Span::new().months(i32::from(months)));
    let length = months.or_else(|| quote.days.map(|days| Span::new().days(i32::from(days))))?;
    let after = start.saturating_add(length);
    Some(after.yesterday().unwrap_or(after))
}
