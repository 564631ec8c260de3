//! What is said instead of a page: what happened, and what to do next.

use askama::Template;
use axum::http::StatusCode;
use procurement::approved_products::NotApproved;
use procurement::catalogue::NotEligible;
use procurement::id::{OfferId, ProductId};
use procurement::reason::Reason as _;
use procurement::shopping::NotEntered;

use crate::chrome::Chrome;
use crate::texts::notices::Texts;

/// Why there is no page of its own.
#[derive(Clone, Debug)]
pub enum Notice {
    /// A StartPage that nobody gave out, or so long ago that it is forgotten.
    LinkUnknown,
    /// A StartPage that opens nothing any more (R21).
    LinkOver(NotEntered),
    /// A session that there never was, or so long ago that it is forgotten.
    SessionUnknown,
    /// Nobody used it for an hour (R25).
    SessionOver,
    /// Its cart is on its way back (R28); `again` sends the same once more.
    CartSent {
        again: String,
    },
    NoPage,
    NoProduct,
    NoOffer,
    NoRequest,
    NoSubscription,
    NoReference,
    /// It cannot be sent for approval (R32).
    NotEligible {
        why: NotEligible,
        product: ProductId,
    },
    /// The organisation does not approve it (R23).
    NotApproved(NotApproved),
    /// Nothing was put in the cart.
    NotAdded {
        why: String,
    },
    /// Nothing is bought past the procurement system (R27).
    NoDirectPurchase {
        offer: OfferId,
    },
    /// It was asked for: the session lasts on (R25).
    Extended,
    Method,
    Malformed,
    TooLarge,
    /// The store cannot be read or written just now.
    Unavailable,
}

/// A page of a few sentences.
#[derive(Clone, Debug)]
pub struct Message {
    pub title: &'static str,
    pub text: Vec<String>,
    pub links: Vec<Link>,
}

/// Where to go from there.
#[derive(Clone, Debug)]
pub struct Link {
    pub label: &'static str,
    pub href: String,
}

#[derive(Template)]
#[template(path = "message.html")]
pub struct MessagePage<'a> {
    pub chrome: &'a Chrome,
    pub message: Message,
}

// === impl Notice ===

impl Notice {
    pub fn status(&self) -> StatusCode {
        match self {
            Self::LinkUnknown | Self::SessionUnknown | Self::NoPage | Self::NoProduct => {
                StatusCode::NOT_FOUND
            }
            Self::NoOffer | Self::NoRequest | Self::NoSubscription | Self::NoReference => {
                StatusCode::NOT_FOUND
            }
            Self::LinkOver(_) | Self::SessionOver | Self::CartSent { .. } => StatusCode::GONE,
            Self::NotEligible { .. } | Self::NotAdded { .. } | Self::NoDirectPurchase { .. } => {
                StatusCode::CONFLICT
            }
            Self::NotApproved(_) => StatusCode::FORBIDDEN,
            Self::Extended => StatusCode::OK,
            Self::Method => StatusCode::METHOD_NOT_ALLOWED,
            Self::Malformed => StatusCode::BAD_REQUEST,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
        }
    }

    /// The words, for a page with these surroundings.
    pub fn message(&self, chrome: &Chrome) -> Message {
        let (t, system, language) = (&chrome.t.notices, chrome.system, chrome.t.language);
        let again = (t.again)(system);
        let both = |(title, text): (&'static str, &'static str), more: String| {
            Message::new(title, [text.to_owned(), more])
        };
        match self {
            Self::LinkUnknown => both(t.link_unknown, again),
            Self::LinkOver(why) => Message::new(title_of(*why, t), [why.words(language), again]),
            Self::SessionUnknown => both(t.session_unknown, again),
            Self::SessionOver => both(t.session_over, again),
            Self::CartSent { again } => {
                let text = [(t.cart_on_its_way)(system), (t.cart_lost)(system)];
                Message::new(t.cart_sent, text).link(t.send_again, again.clone())
            }
            Self::NotEligible { why, product } => Message::new(t.not_eligible, [why.words(language)])
                .link(t.back_to_product, format!("{}/products/{product}", chrome.home())),
            Self::NotApproved(why) => missing(chrome, t.not_approved, why.words(language)),
            Self::NotAdded { why } => {
                Message::new(t.not_added, [why.clone()]).link(t.open_cart, format!("{}/cart", chrome.home()))
            }
            Self::NoDirectPurchase { offer } => {
                Message::new(t.no_direct_purchase, [(t.buys_through)(system), t.nothing_bought.to_owned()])
                    .link(t.request, format!("{}/offers/{offer}", chrome.home()))
            }
            Self::NoReference => both(t.no_reference, (t.open_reference)(system)),
            Self::Unavailable => Message::new(t.unavailable.0, [t.unavailable.1.to_owned()]),
            Self::Extended => missing(chrome, t.extended, chrome.t.frame.extended.to_owned()),
            Self::NoPage => plain(chrome, t.no_page),
            Self::NoProduct => plain(chrome, t.no_product),
            Self::NoOffer => plain(chrome, t.no_offer),
            Self::NoRequest => plain(chrome, t.no_request),
            Self::NoSubscription => plain(chrome, t.no_subscription),
            Self::Method => plain(chrome, t.method),
            Self::Malformed => plain(chrome, t.malformed),
            Self::TooLarge => plain(chrome, t.too_large),
        }
    }
}

fn title_of(why: NotEntered, t: &Texts) -> &'static str {
    match why {
        NotEntered::Used => t.link_used,
        NotEntered::Expired => t.link_expired,
    }
}

fn plain(chrome: &Chrome, (title, text): (&'static str, &'static str)) -> Message {
    missing(chrome, title, text.to_owned())
}

/// With the way on: within a session to its first page, elsewhere to the procurement system.
fn missing(chrome: &Chrome, title: &'static str, text: String) -> Message {
    let t = &chrome.t.notices;
    match &chrome.shopping {
        Some(shopping) => Message::new(title, [text]).link(t.search, shopping.home.clone()),
        None => Message::new(title, [text, (t.open_from)(chrome.system)]),
    }
}

// === impl Message ===

impl Message {
    fn new(title: &'static str, text: impl IntoIterator<Item = String>) -> Self {
        Self { title, text: text.into_iter().collect(), links: Vec::new() }
    }

    fn link(mut self, label: &'static str, href: String) -> Self {
        self.links.push(Link { label, href });
        self
    }
}
