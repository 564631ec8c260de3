//! A subscription as answers show it.

use procurement::agreement::{Agreement, ScheduledAmount};
use procurement::invoice::Invoice;
use procurement::money::MoneyError;
use serde::Serialize;
use utoipa::ToSchema;

use crate::Failure;
use crate::use_case::Subscription;

/// A subscription.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct SubscriptionView {
    pub version: u64,
    pub id: String,
    pub request: String,
    pub account: String,
    pub product: String,
    /// The purchase order's number; empty where there was none.
    pub order: String,
    /// What it comes to.
    pub total: AmountView,
    #[schema(format = DateTime)]
    pub start: String,
    /// Its last day, if it has one.
    #[schema(format = Date)]
    pub last_day: Option<String>,
    /// That it was ended before.
    pub ended: Option<EndedView>,
    /// What falls due, in the order of the dates.
    pub charges: Vec<ChargeView>,
    /// What was used, if it is paid as it goes.
    pub usage: Option<UsageView>,
    /// What the operator changed.
    pub changes: Vec<AmendedView>,
}

/// An amount of money.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct AmountView {
    #[schema(example = "1200.00")]
    pub amount: String,
    #[schema(example = "USD")]
    pub currency: String,
}

/// An end before the last day.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct EndedView {
    #[schema(format = DateTime)]
    pub at: String,
    pub by: String,
    pub reason: String,
}

/// A part of the schedule.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ChargeView {
    /// From 1.
    pub number: usize,
    #[schema(format = Date)]
    pub due: String,
    pub amount: AmountView,
    /// Its invoice, once there is one.
    pub invoice: Option<String>,
    /// How far the invoice has come.
    pub state: Option<&'static str>,
}

/// What was used.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct UsageView {
    /// What everything so far comes to.
    pub used: AmountView,
    /// What the purchase order commits to.
    pub committed: AmountView,
    /// Whether more was used than that.
    pub over: bool,
    pub months: Vec<UsageMonthView>,
}

/// A month of usage.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct UsageMonthView {
    #[schema(example = "2026-11")]
    pub month: String,
    pub amount: AmountView,
    /// The number of its statement, once it is made.
    pub statement: Option<String>,
}

/// A change.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct AmendedView {
    #[schema(format = DateTime)]
    pub at: String,
    pub by: String,
    pub change: String,
}

/// Whether a measurement was recorded.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
pub struct UsageRecorded {
    /// False if one of the same id was recorded before.
    pub recorded: bool,
}

// === impl SubscriptionView ===

impl SubscriptionView {
    pub(crate) fn of(found: &Subscription) -> Result<Self, Failure> {
        let agreement = &found.agreement;
        let charges = agreement.schedule.iter().enumerate();
        Ok(Self {
            version: agreement.version,
            id: agreement.id.to_string(),
            request: agreement.requisition.to_string(),
            account: agreement.account.to_string(),
            product: agreement.product.name.clone(),
            order: agreement.order.order_id.clone(),
            total: agreement.quote.total.into(),
            start: agreement.start.to_string(),
            last_day: agreement.end.map(|day| day.to_string()),
            ended: EndedView::of(agreement),
            charges: charges.map(|(place, part)| ChargeView::of(place, part, &found.invoices)).collect(),
            usage: UsageView::of(found).map_err(|error| Failure::Broken(error.to_string()))?,
            changes: agreement.amended.iter().map(AmendedView::from).collect(),
        })
    }
}

impl EndedView {
    fn of(agreement: &Agreement) -> Option<Self> {
        let ending = agreement.ended.as_ref()?;
        Some(Self { at: ending.at.to_string(), by: ending.by.clone(), reason: ending.reason.clone() })
    }
}

impl ChargeView {
    fn of(place: usize, part: &ScheduledAmount, invoices: &[Invoice]) -> Self {
        let invoice = invoices.iter().find(|one| one.instalment == place && !one.is_credit());
        Self {
            number: place + 1,
            due: part.date.to_string(),
            amount: part.amount.into(),
            invoice: invoice.map(|invoice| invoice.number.clone()),
            state: invoice.map(|invoice| invoice.state.label()),
        }
    }
}

impl UsageView {
    fn of(found: &Subscription) -> Result<Option<Self>, MoneyError> {
        let Some(tariff) = found.tariff() else { return Ok(None) };
        let (used, committed) = (found.usage.cost(&tariff)?, found.agreement.quote.total);
        let mut months = Vec::new();
        for month in found.usage.months.keys() {
            let statement = found.statements.iter().find(|statement| statement.month == *month);
            months.push(UsageMonthView {
                month: month.clone(),
                amount: found.usage.cost_of(month, &tariff)?.into(),
                statement: statement.map(|statement| statement.number.clone()),
            });
        }
        let over = used.currency == committed.currency && used.amount > committed.amount;
        Ok(Some(Self { used: used.into(), committed: committed.into(), over, months }))
    }
}

impl From<procurement::money::Money> for AmountView {
    fn from(money: procurement::money::Money) -> Self {
        Self { amount: money.amount_text(), currency: money.currency.code().to_owned() }
    }
}

impl From<&procurement::agreement::Amended> for AmendedView {
    fn from(amended: &procurement::agreement::Amended) -> Self {
        Self { at: amended.at.to_string(), by: amended.by.clone(), change: amended.change.clone() }
    }
}
