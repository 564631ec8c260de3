//! A subscription: what is billed and used of it, and for the operator the ways to change and to end it, and to record usage
//! (R39, R42, R47).

use std::collections::{BTreeMap, HashMap};

use askama::Template;
use axum::Form;
use axum::extract::{Path, Query};
use axum::response::Response;
use config::Subscription;
use procurement::agreement::{Agreement, Amendment};
use procurement::configuration::{Mistake, Problem};
use procurement::id::{ConnectionId, RequisitionId};
use procurement::invoice::Invoice;
use procurement::money::Money;
use procurement::reason::Telling;
use procurement::usage::Metered;
use rust_decimal::Decimal;
use serde::Deserialize;

use crate::chrome::{Chrome, Place};
use crate::failure::Failure;
use crate::head::{Head, Tab, load};
use crate::invoices::state;
use crate::notice::{After, Done};
use crate::page::{Answer, show};
use crate::texts::invoices;
use crate::texts::subscription::{TEXTS, Words};
use crate::visitor::Visitor;
use crate::words::{amount, moment};

#[derive(Template)]
#[template(path = "subscription.html")]
struct SubscriptionPage {
    chrome: Chrome,
    t: &'static Words,
    head: Head,
    /// The page's own.
    address: String,
    request: String,
    version: u64,
    product: String,
    account: String,
    order: String,
    total: String,
    began: String,
    last_day: Option<String>,
    /// When, and why, as somebody typed it.
    ended: Option<(String, String)>,
    charges: Vec<Charge>,
    usage: Option<Usage>,
    changes: Vec<(String, Telling)>,
    /// Whether the visitor may change it, and it is not over.
    may_operate: bool,
}

/// A part of the schedule.
struct Charge {
    place: usize,
    date: String,
    amount: String,
    /// As it is typed.
    plain: String,
    open: bool,
    invoice: Option<(String, &'static str)>,
}

/// What was used.
struct Usage {
    months: Vec<(String, String, Option<String>)>,
    used: String,
    committed: String,
    over: bool,
    rates: Vec<String>,
}

/// The end, and the version that was looked at.
#[derive(Debug, Deserialize)]
pub struct Ended {
    version: u64,
    #[serde(default)]
    reason: String,
}

/// A measurement.
#[derive(Debug, Deserialize)]
pub struct Measured {
    id: String,
    rate: String,
    quantity: String,
}

type At = Path<(ConnectionId, RequisitionId)>;

/// `GET /console/connections/{id}/requests/{request}/subscription`
pub async fn view(visitor: Visitor, Path((id, request)): At, Query(after): Query<After>) -> Answer {
    let (_, head) = load(&visitor, id, Tab::Requests).await?;
    let found = visitor.configuration().subscription(&visitor.caller, id, request).await?;
    let chrome = visitor.chrome(Place::Connections).after(after.done, &visitor);
    show(&SubscriptionPage::of(&visitor, chrome, head, &found)?)
}

/// `POST /console/connections/{id}/requests/{request}/subscription/amend`; the fields of the charges are as many as there are.
pub async fn amend(
    visitor: Visitor,
    Path((id, request)): At,
    Form(typed): Form<HashMap<String, String>>,
) -> Answer {
    visitor.caller.may_operate().map_err(config::Failure::from)?;
    let found = visitor.configuration().subscription(&visitor.caller, id, request).await?;
    let field = |name: &str| typed.get(name).map(|value| value.trim()).unwrap_or_default();
    let version = field("version").parse().map_err(|_| Failure::Malformed)?;
    let amendment = amendment(&found.agreement, &typed)?;
    let asked = (id, request, version);
    let reason = field("reason");
    visitor.configuration().amend_subscription(&visitor.caller, asked, &amendment, reason).await?;
    Ok(on(&visitor, id, request, Done::SubscriptionChanged))
}

/// `POST /console/connections/{id}/requests/{request}/subscription/end`
pub async fn end(visitor: Visitor, Path((id, request)): At, Form(typed): Form<Ended>) -> Answer {
    let asked = (id, request, typed.version);
    visitor.configuration().end_subscription(&visitor.caller, asked, &typed.reason).await?;
    Ok(on(&visitor, id, request, Done::SubscriptionEnded))
}

/// `POST /console/connections/{id}/requests/{request}/subscription/usage`
pub async fn record(visitor: Visitor, Path((id, request)): At, Form(typed): Form<Measured>) -> Answer {
    let at = visitor.configuration().core.clock.now();
    let quantity = number(&typed.quantity).ok_or_else(|| invalid("quantity"))?;
    let metered = Metered { id: typed.id.trim().to_owned(), rate: typed.rate, quantity, at };
    let new = visitor.configuration().record_usage(&visitor.caller, (id, request), &metered).await?;
    let done = if new { Done::UsageRecorded } else { Done::UsageRecordedBefore };
    Ok(on(&visitor, id, request, done))
}

fn on(visitor: &Visitor, id: ConnectionId, request: RequisitionId, done: Done) -> Response {
    let path = format!("/console/connections/{id}/requests/{request}/subscription?{}", done.in_address());
    visitor.go_to(&path)
}

/// What stands in the form; a field that is left empty stays.
fn amendment(agreement: &Agreement, typed: &HashMap<String, String>) -> Result<Amendment, Failure> {
    let filled = |name: &str| typed.get(name).map(|value| value.trim()).filter(|value| !value.is_empty());
    let last_day = filled("last_day").map(str::parse).transpose().map_err(|_| invalid("last_day"))?;
    let mut charges = BTreeMap::new();
    for (place, part) in agreement.schedule.iter().enumerate() {
        if let Some(text) = filled(&format!("charge-{place}")) {
            let amount = number(text).ok_or_else(|| invalid("charges"))?;
            charges.insert(place, Money::new(amount, part.amount.currency));
        }
    }
    Ok(Amendment { last_day, charges })
}

/// A number as it is typed: with a decimal point or a decimal comma, without thousands.
fn number(text: &str) -> Option<Decimal> {
    text.trim().replace(',', ".").parse().ok()
}

fn invalid(field: &str) -> Failure {
    let sentence = match field {
        "last_day" => "Give the day as 2027-12-31.",
        "quantity" => "Give the quantity as a decimal number, such as 12.5.",
        _ => "Give each amount as a decimal number, such as 1200.00.",
    };
    config::Failure::from(Problem::Invalid(vec![Mistake::new(field, sentence)])).into()
}

// === impl SubscriptionPage ===

impl SubscriptionPage {
    fn of(visitor: &Visitor, chrome: Chrome, head: Head, found: &Subscription) -> Result<Self, Failure> {
        let (agreement, language) = (&found.agreement, visitor.language);
        let now = visitor.configuration().core.clock.now();
        let request = agreement.requisition.to_string();
        let changes =
            agreement.amended.iter().map(|one| (moment(language, one.at), one.told(language))).collect();
        let ended = agreement.ended.as_ref().map(|one| (moment(language, one.at), one.reason.clone()));
        Ok(Self {
            address: format!(
                "{}/console/connections/{}/requests/{request}/subscription",
                chrome.root, head.id
            ),
            t: visitor.words(&TEXTS),
            version: agreement.version,
            product: agreement.product.name.clone(),
            account: agreement.account.to_string(),
            order: agreement.order.order_id.clone(),
            total: amount(language, &agreement.quote.total),
            began: moment(language, agreement.start),
            last_day: agreement.end.map(|day| day.to_string()),
            ended,
            charges: Charge::all(visitor, found),
            usage: Usage::of(visitor, found)?,
            changes,
            may_operate: visitor.caller.may_operate().is_ok() && agreement.is_over(now).is_none(),
            request,
            chrome,
            head,
        })
    }

    /// Whether anything is still to be invoiced.
    fn has_open_charges(&self) -> bool {
        self.charges.iter().any(|charge| charge.open)
    }
}

// === impl Charge ===

impl Charge {
    fn all(visitor: &Visitor, found: &Subscription) -> Vec<Self> {
        let words = visitor.words(&invoices::TEXTS);
        let parts = found.agreement.schedule.iter().enumerate();
        let of_place = |place: usize| {
            let mut of_place = found.invoices.iter().filter(move |one: &&Invoice| one.instalment == place);
            of_place.find(|one| !one.is_credit())
        };
        let charge = |(place, part): (usize, &procurement::agreement::ScheduledAmount)| Self {
            place,
            date: part.date.to_string(),
            amount: amount(visitor.language, &part.amount),
            plain: part.amount.amount_text(),
            open: found.is_open(place) && found.agreement.owes(part.date),
            invoice: of_place(place).map(|invoice| (invoice.number.clone(), state(words, invoice).0)),
        };
        parts.map(charge).collect()
    }
}

// === impl Usage ===

impl Usage {
    fn of(visitor: &Visitor, found: &Subscription) -> Result<Option<Self>, Failure> {
        let Some(tariff) = found.tariff() else { return Ok(None) };
        let broken =
            |error: procurement::money::MoneyError| Failure::from(config::Failure::Broken(error.to_string()));
        let (used, committed) = (found.usage.cost(&tariff).map_err(broken)?, found.agreement.quote.total);
        let mut months = Vec::new();
        for month in found.usage.months.keys() {
            let cost = found.usage.cost_of(month, &tariff).map_err(broken)?;
            let statement = found.statements.iter().find(|one| one.month == *month);
            let number = statement.map(|statement| statement.number.clone());
            months.push((month.clone(), amount(visitor.language, &cost), number));
        }
        Ok(Some(Self {
            months,
            over: used.currency == committed.currency && used.amount > committed.amount,
            used: amount(visitor.language, &used),
            committed: amount(visitor.language, &committed),
            rates: tariff.rates.iter().map(|rate| rate.name.clone()).collect(),
        }))
    }
}
