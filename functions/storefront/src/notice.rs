//! What is said instead of a page: what happened, and what to do next.

use askama::Template;
use axum::http::StatusCode;
use procurement::approved_products::NotApproved;
use procurement::catalogue::NotEligible;
use procurement::id::{OfferId, ProductId};
use procurement::shopping::NotEntered;

use crate::chrome::Chrome;

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
            Self::Method => StatusCode::METHOD_NOT_ALLOWED,
            Self::Malformed => StatusCode::BAD_REQUEST,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
        }
    }

    /// The words, for a page with these surroundings.
    pub fn message(&self, chrome: &Chrome) -> Message {
        let system = chrome.system;
        let again = format!("Go back to {system} and open the marketplace there again.");
        match self {
            Self::LinkUnknown => Message::new("This link opens nothing", ["It is not a link that this marketplace gave out, or it is long over.".into(), again]),
            Self::LinkOver(why) => Message::new(title_of(*why), [why.to_string(), again]),
            Self::SessionUnknown => Message::new("This shopping session is not known", ["It may be long over, or the address is not complete.".into(), again]),
            Self::SessionOver => Message::new("Your shopping session has ended", ["No page was opened for 60 minutes, so the session ended. What you sent for approval before is not affected.".into(), again]),
            Self::CartSent { again } => cart_sent(system, again),
            Self::NotEligible { why, product } => Message::new("This cannot be sent for approval", [why.to_string()])
                .link("Back to the product", format!("{}/products/{product}", chrome.home())),
            Self::NotApproved(why) => missing(chrome, "Your organisation does not approve this product", &why.to_string()),
            Self::NotAdded { why } => Message::new("Nothing was put in the cart", [why.clone()])
                .link("Open the cart", format!("{}/cart", chrome.home())),
            Self::NoDirectPurchase { offer } => no_direct_purchase(chrome, offer),
            Self::NoPage => missing(chrome, "This page does not exist", "The address may be mistyped, or the page may have moved."),
            Self::NoProduct => missing(chrome, "This product is not in the marketplace", "The seller may have withdrawn it, or the address is not complete."),
            Self::NoOffer => missing(chrome, "This offer is not open to you", "It does not exist, or it was made to another account. A private offer can be taken only by the account that it was made to; ask the seller to extend one to yours."),
            Self::NoRequest => missing(chrome, "This request is not among yours", "You see the requests that you made over this connection."),
            Self::NoSubscription => missing(chrome, "This subscription is not among yours", "You see the subscriptions that you asked for over this connection."),
            Self::NoReference => Message::new("This link opens no offer", ["It is not a link that this marketplace gave out, or it was shortened or changed on its way.".into(), format!("Open it again from the cart or the purchase order in {system}.")]),
            Self::Method => missing(chrome, "This page cannot be used like that", "Follow the links and buttons of the pages."),
            Self::Malformed => missing(chrome, "This request cannot be understood", "The address or the form is damaged. Go back and try again."),
            Self::TooLarge => missing(chrome, "The form is too large", "Go back and enter less."),
            Self::Unavailable => Message::new("The marketplace is busy just now", ["Your request could not be completed. Nothing is lost: wait a few seconds and open the page again.".into()]),
        }
    }
}

fn title_of(why: NotEntered) -> &'static str {
    match why {
        NotEntered::Used => "This link was used already",
        NotEntered::Expired => "This link has expired",
    }
}

fn cart_sent(system: &str, again: &str) -> Message {
    let sent = format!("It is on its way to {system}, and this shopping session is over.");
    let lost = format!("If {system} did not show it, send it again: it is the same cart and arrives as one.");
    Message::new("Your cart was sent", [sent, lost]).link("Send the cart again", again.to_owned())
}

fn no_direct_purchase(chrome: &Chrome, offer: &OfferId) -> Message {
    let why = format!("Your organisation buys in this marketplace through {}.", chrome.system);
    let what = "Nothing was bought. Request approval instead: the subscription starts when the purchase order arrives.";
    Message::new("This is bought with an approval", [why, what.to_owned()])
        .link("Request approval", format!("{}/offers/{offer}", chrome.home()))
}

fn missing(chrome: &Chrome, title: &'static str, text: &str) -> Message {
    match &chrome.shopping {
        Some(shopping) => {
            Message::new(title, [text.to_owned()]).link("Search the marketplace", shopping.home.clone())
        }
        None => {
            let open = format!("To shop, open the marketplace from {}.", chrome.system);
            Message::new(title, [text.to_owned(), open])
        }
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
