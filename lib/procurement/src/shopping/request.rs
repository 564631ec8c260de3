//! Request approval: an item is put in the cart (R27–R33).

use jiff::Timestamp;

use crate::account::Account;
use crate::approved_products::{ApprovedProducts, NotApproved, approval};
use crate::catalogue::{
    Choice, ChoiceError, Listing, NotEligible, Offer, Pricing, Quote, eligibility, for_sale, quote,
};
use crate::connection::Connection;
use crate::id::{OfferId, RequisitionId};
use crate::money::Money;
use crate::requisition::{Happened, Request, Requisition, Status};
use crate::session::{MAX_CART, Session};

/// What a requester wants to put in the cart, and what it depends on.
#[derive(Clone, Debug)]
pub struct Wish<'a> {
    /// The connection.
    pub connection: &'a Connection,
    /// The session.
    pub session: &'a Session,
    /// What its cart holds.
    pub cart: &'a [Requisition],
    /// The product with its offers, as it is today.
    pub listing: &'a Listing,
    /// The offer that is wanted.
    pub offer: &'a OfferId,
    /// What was chosen about it.
    pub choice: Choice,
    /// The account to subscribe, one of the organisation's.
    pub account: &'a Account,
    /// The organisation's list of approved products, if it has one (R23).
    pub approved: Option<&'a ApprovedProducts>,
    /// The id of the new item.
    pub id: RequisitionId,
    /// What it is sent again for: a request of the same person that was refused or is stale (R37).
    pub replaces: Option<&'a Requisition>,
}

/// What is written when an item is put in the cart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Added {
    /// The session with it.
    pub session: Session,
    /// The item.
    pub requisition: Requisition,
    /// The other items, where each dimension is one (R19).
    pub further: Vec<Requisition>,
    /// What it takes the place of, taken back: two orders for one wish would be one too many.
    pub replaced: Option<Requisition>,
}

/// Why nothing is put in the cart; the text is for the requester.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum NotAdded {
    /// The cart was opened to be looked at (R21).
    #[error(
        "This cart was opened to be looked at and cannot be changed. Open it for editing in your procurement system."
    )]
    ReadOnly,
    /// The connection takes no new carts (R14).
    #[error("The connection to your procurement system is disabled. Ask your administrator.")]
    Disabled,
    /// There is no room.
    #[error(
        "The cart holds {MAX_CART} items, which is the most. Send it for approval, then come back for the rest."
    )]
    Full,
    /// A cart has one total, so it has one currency.
    #[error(
        "The cart is in {cart} and this offer is in {offer}; a cart holds one currency. Send the cart for approval first, then come back for this offer."
    )]
    Currencies {
        /// What the cart is in.
        cart: &'static str,
        /// What the offer is in.
        offer: &'static str,
    },
    /// The product has no such offer any more.
    #[error("The seller has withdrawn this offer. Open the product to see the offers that hold now.")]
    NoSuchOffer,
    /// It cannot be sent for approval (R32).
    #[error(transparent)]
    NotEligible(#[from] NotEligible),
    /// The organisation does not approve it (R23).
    #[error(transparent)]
    NotApproved(#[from] NotApproved),
    /// The choice has no price.
    #[error(transparent)]
    Choice(#[from] ChoiceError),
    /// The account cannot be subscribed (R30).
    #[error("Choose an account that is active.")]
    Account,
}

/// Puts an item in the cart, or says why not.
pub fn request(wish: Wish<'_>, now: Timestamp) -> Result<Added, NotAdded> {
    ask(wish, Place::Cart, now)
}

/// Where what is asked for goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// Into the cart.
    Cart,
    /// Nowhere: it is subscribed to at once.
    AtOnce,
    /// Nowhere, and past every procurement system, so that what those cannot carry is for sale as well (R11, R32).
    Native,
}

pub(crate) fn ask(wish: Wish<'_>, place: Place, now: Timestamp) -> Result<Added, NotAdded> {
    let Wish { connection, session, cart, listing, account, id, .. } = wish;
    may_change(connection, session)?;
    let offer = listing.offers.iter().find(|offer| offer.id == *wish.offer).ok_or(NotAdded::NoSuchOffer)?;
    let accounts = [connection.organisation.management_account, account.id];
    approval(wish.approved, &listing.product.id)?;
    match place {
        Place::Native => for_sale(&listing.product, offer, &accounts, now)?,
        Place::Cart | Place::AtOnce => eligibility(&listing.product, offer, &accounts, now)?,
    }
    if place == Place::Cart {
        fits(session, cart, offer)?;
    }
    if !account.is_active() {
        return Err(NotAdded::Account);
    }
    let quote = match (place, &offer.pricing) {
        // Nobody approves an amount, so there is none: usage is billed as it happens.
        (Place::Native, Pricing::PayAsYouGo { currency, .. }) => Quote {
            total: Money::zero(*currency),
            months: None,
            days: None,
            details: vec!["Usage, billed monthly".to_owned()],
        },
        (_, pricing) => quote(pricing, &wish.choice, connection.settings.blanket_amount)?,
    };
    let mut session = session.clone().used(now);
    session.requester.account = Some(account.id);
    if place == Place::Cart {
        session.cart.push(id);
    }
    let requester = &session.requester;
    let product = &listing.product;
    let request = Request { id, connection, requester, account, product, offer, choice: wish.choice, quote };
    let replaced = wish.replaces.map(|former| taken_back(former, id, now));
    let requisition = Requisition::new(request, now);
    let requisition = match session.mark.clone() {
        Some(mark) => requisition.marked(Happened::PunchOutMarked { mark }, now),
        None => requisition,
    };
    Ok(Added { requisition, further: Vec::new(), session, replaced })
}

fn taken_back(former: &Requisition, by: RequisitionId, now: Timestamp) -> Requisition {
    let reason = Happened::SentAgain { by };
    former.clone().with(Status::Cancelled { reason: reason.to_string() }, reason, now)
}

fn may_change(connection: &Connection, session: &Session) -> Result<(), NotAdded> {
    match (session.is_read_only(), connection.enabled) {
        (true, _) => Err(NotAdded::ReadOnly),
        (false, false) => Err(NotAdded::Disabled),
        (false, true) => Ok(()),
    }
}

fn fits(session: &Session, cart: &[Requisition], offer: &Offer) -> Result<(), NotAdded> {
    if session.cart.len() >= MAX_CART {
        return Err(NotAdded::Full);
    }
    let wanted = offer.pricing.currency();
    match cart.iter().map(|item| item.quote.total.currency).find(|held| *held != wanted) {
        None => Ok(()),
        Some(held) => Err(NotAdded::Currencies { cart: held.code(), offer: wanted.code() }),
    }
}
