//! What a requester is subscribed to, with purchase order, charges and dates (R42).

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use jiff::Timestamp;
use procurement::agreement::{Agreement, Origin};
use procurement::id::RequisitionId;
use procurement::invoice::{Invoice, InvoiceState};
use procurement::reason::Telling;
use procurement::requisition::Requisition;
use procurement::usage::{Statement, Tariff, UsageAccount};

use crate::Storefront;
use crate::chrome::{Chrome, Place};
use crate::failure::Failure;
use crate::language::Browser;
use crate::notice::Notice;
use crate::texts::Texts;
use crate::visit::Visit;

#[derive(Template)]
#[template(path = "subscriptions.html")]
struct ListPage<'a> {
    chrome: &'a Chrome,
    home: &'a str,
    subscriptions: Vec<Shown>,
}

#[derive(Template)]
#[template(path = "subscription.html")]
struct SubscriptionPage<'a> {
    chrome: &'a Chrome,
    home: &'a str,
    subscription: Shown,
    charges: Vec<Charge>,
    usage: Option<Usage>,
    changes: Vec<(String, Telling)>,
}

/// A subscription as the pages show it.
struct Shown {
    request: String,
    name: String,
    seller: String,
    details: String,
    total: String,
    account: String,
    /// None where it was approved beforehand (R16), or bought directly without a number (R18).
    order: Option<String>,
    /// How it came about, where no order brought it about.
    without_order: &'static str,
    /// Why there are no charges to list.
    no_charges: String,
    start: String,
    end: Option<String>,
    /// That it is over, and since when; why, where the marketplace ended it.
    over: Option<String>,
    why: Option<String>,
    /// Where it is set up; a link only to where a browser can go safely.
    set_up: Option<String>,
}

/// A part of the schedule, and its invoice.
struct Charge {
    date: String,
    amount: String,
    invoice: Option<String>,
    state: String,
}

/// What was used, against what the purchase order commits to (R17).
struct Usage {
    used: String,
    /// What the purchase order commits to; nothing where it was bought directly (R11).
    committed: Option<String>,
    over: bool,
    months: Vec<Month>,
}

/// A month of it.
struct Month {
    month: String,
    amount: String,
    /// The number of its statement, once it is made (R47).
    statement: Option<String>,
}

/// `GET /s/{key}/subscriptions`
pub async fn list(
    State(store): State<Storefront>,
    browser: Browser,
    Path(key): Path<String>,
) -> Result<Response, Failure> {
    let visit = store.visit(&key, browser).await?;
    let chrome = visit.chrome(Place::Subscriptions);
    let page = async {
        let requester = &visit.session.requester.key;
        let found = store.core.store.agreements_of(visit.connection.id, requester).await?;
        let now = store.core.clock.now();
        let subscriptions = found.iter().map(|one| Shown::new(one, &chrome, now)).collect();
        chrome.show(StatusCode::OK, &ListPage { chrome: &chrome, home: chrome.home(), subscriptions })
    };
    page.await.map_err(|failure| failure.within(|| chrome.clone()))
}

/// `GET /s/{key}/subscriptions/{request}`: an agreement is kept under the request that it fulfils.
pub async fn show(
    State(store): State<Storefront>,
    browser: Browser,
    Path((key, request)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let visit = store.visit(&key, browser).await?;
    let chrome = visit.chrome(Place::Subscriptions);
    let page = async {
        let agreement = own_agreement(&store, &visit, &request).await?;
        let invoices = store.core.store.invoices(agreement.requisition).await?;
        let t = chrome.t;
        let changes = agreement.amended.iter().map(|one| ((t.formats.moment)(one.at), one.told(t.language)));
        let page = SubscriptionPage {
            chrome: &chrome,
            home: chrome.home(),
            charges: charges(&agreement, &invoices, &chrome),
            usage: used(&store, &agreement, &chrome).await?,
            changes: changes.collect(),
            subscription: Shown::new(&agreement, &chrome, store.core.clock.now()),
        };
        chrome.show(StatusCode::OK, &page)
    };
    page.await.map_err(|failure| failure.within(|| chrome.clone()))
}

async fn own_agreement(store: &Storefront, visit: &Visit, request: &str) -> Result<Agreement, Failure> {
    let id: RequisitionId = request.parse().map_err(|_| Notice::NoSubscription)?;
    let found = store.core.store.agreement(id).await?;
    let own = |agreement: &Agreement| visit.owns(agreement.connection, &agreement.requester.key);
    Ok(found.filter(own).ok_or(Notice::NoSubscription)?)
}

async fn used(store: &Storefront, agreement: &Agreement, chrome: &Chrome) -> Result<Option<Usage>, Failure> {
    if agreement.pricing != "pay_as_you_go" {
        return Ok(None);
    }
    let request = agreement.requisition;
    let Some(requisition) = store.core.store.requisition(request).await? else { return Ok(None) };
    let account = store.core.store.usage(request).await?;
    let statements = store.core.store.statements(request).await?;
    // Amounts that do not reckon are not shown; they are never billed either.
    Ok(Usage::of(agreement, &requisition, &account, &statements, chrome.t))
}

fn charges(agreement: &Agreement, invoices: &[Invoice], chrome: &Chrome) -> Vec<Charge> {
    let t = chrome.t;
    let parts = agreement.schedule.iter().enumerate();
    let charge = |(place, part): (usize, &procurement::agreement::ScheduledAmount)| {
        let invoice = invoices.iter().find(|invoice| invoice.instalment == place);
        Charge {
            date: (t.formats.day)(part.date),
            amount: (t.formats.money)(part.amount),
            invoice: invoice.map(|invoice| invoice.number.clone()),
            state: invoice
                .map_or_else(|| t.subscriptions.not_invoiced.to_owned(), |invoice| state(invoice, chrome)),
        }
    };
    parts.map(charge).collect()
}

fn state(invoice: &Invoice, chrome: &Chrome) -> String {
    let t = &chrome.t.subscriptions;
    match &invoice.state {
        InvoiceState::Delivered { at } => {
            (t.delivered)(chrome.system, &(chrome.t.formats.day)(procurement::catalogue::date_of(*at)))
        }
        InvoiceState::Due | InvoiceState::ToUpload { .. } => t.invoiced.to_owned(),
        // Why is for administrators, who can mend it.
        InvoiceState::Parked { .. } => t.parked.to_owned(),
        InvoiceState::Withdrawing { .. } | InvoiceState::Cancelled { .. } => t.cancelled.to_owned(),
    }
}

// === impl Usage ===

impl Usage {
    fn of(
        agreement: &Agreement,
        requisition: &Requisition,
        account: &UsageAccount,
        statements: &[Statement],
        t: &Texts,
    ) -> Option<Self> {
        let tariff = Tariff::of(&requisition.offer.pricing)?;
        let (used, committed) = (account.cost(&tariff).ok()?, agreement.quote.total);
        let ordered = agreement.origin != Origin::Direct;
        let month = |month: &String| {
            let statement = statements.iter().find(|one| one.month == *month);
            Some(Month {
                month: month.clone(),
                amount: (t.formats.money)(account.cost_of(month, &tariff).ok()?),
                statement: statement.map(|statement| statement.number.clone()),
            })
        };
        Some(Self {
            used: (t.formats.money)(used),
            committed: ordered.then(|| (t.formats.money)(committed)),
            over: ordered && used.currency == committed.currency && used.amount > committed.amount,
            months: account.months.keys().map(month).collect::<Option<_>>()?,
        })
    }
}

// === impl Shown ===

impl Shown {
    fn new(agreement: &Agreement, chrome: &Chrome, now: Timestamp) -> Self {
        let (t, system) = (chrome.t, chrome.system);
        let set_up = &agreement.product.setup_url;
        let over = agreement.is_over(now);
        Self {
            request: agreement.requisition.to_string(),
            name: agreement.product.name.clone(),
            seller: agreement.product.seller.clone(),
            details: t.formats.details_of(&agreement.pricing, &agreement.quote, agreement.schedule.len()),
            total: (t.formats.money)(agreement.quote.total),
            account: agreement.account.to_string(),
            order: Some(agreement.order.order_id.clone()).filter(|number| !number.is_empty()),
            without_order: match agreement.origin {
                Origin::Direct => t.direct.bought_here,
                Origin::Ordered | Origin::ApprovedBeforehand => t.subscriptions.automatic,
            },
            no_charges: match agreement.origin {
                Origin::Direct => t.direct.on_the_bill.to_owned(),
                Origin::Ordered | Origin::ApprovedBeforehand => (t.subscriptions.no_charges)(system),
            },
            start: (t.formats.day)(procurement::catalogue::date_of(agreement.start)),
            end: agreement.end.map(t.formats.day),
            over: over.map(|day| (t.subscriptions.over)(&(t.formats.day)(day))),
            why: agreement.ended.as_ref().map(|ending| ending.reason.clone()),
            set_up: (over.is_none() && matches!(set_up.scheme(), "https" | "http"))
                .then(|| set_up.to_string()),
        }
    }
}
