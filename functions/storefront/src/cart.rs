//! The cart: what the procurement system will receive, before it receives it (R29).

mod line;

use askama::Template;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use cxml::model::{Body, Message, PunchOutOrderMessage};
use platform::table::CommitError;
use procurement::cart::{Cart, CartError, build};
use procurement::id::RequisitionId;
use procurement::money::Money;
use procurement::order::Today;
use procurement::requisition::Requisition;
use procurement::session::Operation;
use procurement::shopping::{self, NotSendable, sendable};

use crate::Storefront;
use crate::chrome::{Chrome, Place};
use crate::failure::Failure;
use crate::fields::Fields;
use crate::finish::see_other;
use crate::language::Browser;
use crate::notice::Notice;
use crate::visit::Visit;

use line::Line;

/// Two windows of one session that write at the same moment try again so often.
const TRIES: usize = 4;

#[derive(Template)]
#[template(path = "cart.html")]
struct Page<'a> {
    chrome: &'a Chrome,
    home: &'a str,
    /// What the lines are.
    lead: String,
    lines: Vec<Line>,
    total: Option<String>,
    /// Everything was taken out of a former cart.
    emptied: bool,
    /// Why it cannot be sent as it is.
    problem: Option<String>,
    /// Whether every line would be accepted when its purchase order came now.
    sendable: bool,
}

/// `GET /s/{key}/cart`
pub async fn show(
    State(store): State<Storefront>,
    browser: Browser,
    Path(key): Path<String>,
) -> Result<Response, Failure> {
    let visit = store.visit(&key, browser).await?;
    let chrome = visit.chrome(Place::Cart);
    page(&store, &visit, &chrome).await.map_err(|failure| failure.within(|| chrome))
}

/// `GET /s/{key}/cart/remove`: opened by itself, it changes nothing.
pub async fn again(
    State(store): State<Storefront>,
    browser: Browser,
    Path(key): Path<String>,
) -> Result<Response, Failure> {
    let visit = store.visit(&key, browser).await?;
    Ok(see_other(&format!("{}/cart", visit.home())))
}

/// `POST /s/{key}/cart/remove`
pub async fn remove(
    State(store): State<Storefront>,
    browser: Browser,
    Path(key): Path<String>,
    body: Bytes,
) -> Result<Response, Failure> {
    let fields = Fields::read(&body);
    let item: RequisitionId = fields.value("item").parse().map_err(|_| Failure::from(Notice::Malformed))?;
    for _ in 0..TRIES {
        if let Some(response) = try_remove(&store, &key, browser, item).await? {
            return Ok(response);
        }
    }
    Err(Notice::Unavailable.into())
}

/// Nothing where another request wrote the session first.
async fn try_remove(
    store: &Storefront,
    key: &str,
    browser: Browser,
    item: RequisitionId,
) -> Result<Option<Response>, Failure> {
    let visit = store.visit_to_change(key, browser).await?;
    let done = see_other(&format!("{}/cart", visit.home()));
    let cart = store.cart_of(&visit).await?;
    let Some(item) = cart.iter().find(|held| held.id == item) else { return Ok(Some(done)) };
    let Some(removed) = shopping::remove(&visit.session, item, visit.now) else {
        let why = visit.words(&shopping::NotAdded::ReadOnly);
        return Err(Failure::from(Notice::NotAdded { why }).within(|| visit.chrome(Place::Cart)));
    };
    let changed = removed.requisition.as_slice();
    match store.core.store.put_session(&visit.key, &removed.session, changed).await {
        Ok(()) => Ok(Some(done)),
        Err(CommitError::Conflict { .. } | CommitError::Contention) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

async fn page(store: &Storefront, visit: &Visit, chrome: &Chrome) -> Result<Response, Failure> {
    let items = store.cart_of(visit).await?;
    let checked = checked(store, visit, &items).await?;
    let message = message(store, visit, &items);
    let sent = message.as_ref().map(|message| message.items.as_slice()).unwrap_or_default();
    let lines = items.iter().zip(checked).enumerate();
    let lines: Vec<Line> =
        lines.map(|(place, (item, checked))| Line::new(visit, item, sent.get(place), checked)).collect();
    let total = Money::sum(items.iter().map(|item| item.quote.total)).ok();
    let read_only = visit.session.operation == Operation::Inspect;
    let problem = message.err().filter(|error| *error != CartError::Empty && !read_only);
    let lead = if read_only { visit.t().cart.lead_of_former } else { visit.t().cart.lead };
    let page = Page {
        chrome,
        home: chrome.home(),
        lead: lead(chrome.system),
        emptied: visit.session.operation == Operation::Edit && !visit.session.former.is_empty(),
        sendable: problem.is_none() && lines.iter().all(|line| line.fault.is_none()),
        lines,
        total: total.map(visit.t().formats.money),
        problem: problem.map(|error| visit.words(&error)),
    };
    chrome.show(StatusCode::OK, &page)
}

/// Whether each item may go, over the catalogue as it is now; one read.
async fn checked(
    store: &Storefront,
    visit: &Visit,
    items: &[Requisition],
) -> Result<Vec<Result<(), NotSendable>>, Failure> {
    let products = items.iter().map(|item| item.product.id.clone()).collect();
    let listings = store.core.store.listings_of(&products).await?;
    let organisation = visit.connection.organisation.management_account;
    let check = |item: &Requisition| {
        let listing = listings.iter().find(|listing| listing.product.id == item.product.id);
        let today = Today::of(item, listing, visit.approved.as_ref());
        sendable(item, today, organisation, visit.now)
    };
    Ok(items.iter().map(check).collect())
}

/// The very message that would go back now.
fn message(
    store: &Storefront,
    visit: &Visit,
    items: &[Requisition],
) -> Result<PunchOutOrderMessage, CartError> {
    let document = build(&Cart {
        session: &visit.session,
        connection: &visit.connection,
        marketplace: &store.core.marketplace,
        items,
        references: &store.core.keys.reference_key(),
        payload_id: store.core.payload_id(),
        now: visit.now,
    })?;
    match document.body {
        Body::Message { message: Message::PunchOutOrder(message), .. } => Ok(*message),
        _ => Err(CartError::Empty),
    }
}

// === impl Storefront ===

impl Storefront {
    /// What the session's cart holds. An item of another connection, brought in by a reference, is none of its business.
    pub async fn cart_of(&self, visit: &Visit) -> Result<Vec<Requisition>, Failure> {
        let mut items = self.core.store.requisitions(&visit.session.cart).await?;
        items.retain(|item| item.connection == visit.connection.id);
        Ok(items)
    }
}
