//! The cart that goes back to the procurement system: a PunchOutOrderMessage (R28, R29).

mod item;

use cxml::model::{
    BuyerCookie, Credential, DeploymentMode, Document, Header, Message, PunchOutOperation,
    PunchOutOrderMessage, PunchOutOrderMessageHeader, QuoteStatus,
};
use cxml::{Status, StatusCode};
use iso_currency::Currency;
use jiff::Timestamp;

use crate::connection::{Connection, Identity};
use crate::marketplace::Marketplace;
use crate::money::{Money, MoneyError};
use crate::reference::ReferenceKey;
use crate::requisition::Requisition;
use crate::session::{Operation, Session};

/// What a cart is made of.
#[derive(Clone, Debug)]
pub struct Cart<'a> {
    /// The session that it belongs to.
    pub session: &'a Session,
    /// The connection that it goes over.
    pub connection: &'a Connection,
    /// Who sends it.
    pub marketplace: &'a Marketplace,
    /// What is in it.
    pub items: &'a [Requisition],
    /// The key that signs the references.
    pub references: &'a ReferenceKey,
    /// Its payloadID.
    pub payload_id: String,
    /// The time.
    pub now: Timestamp,
}

/// Why a cart cannot go; the text is for the requester (R29: before the browser leaves).
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum CartError {
    /// Nothing in it.
    #[error("The cart is empty. Choose a product first, or leave without a cart.")]
    Empty,
    /// A cart has one total, so it has one currency.
    #[error(
        "A cart holds one currency. Send the items in {} first, and the others in a cart of their own.", .0.code()
    )]
    Currencies(Currency),
    /// Something that the procurement system needs is missing.
    #[error(
        "{item}: the {what} is missing, and the procurement system would lose the cart without it. Tell the operator."
    )]
    Missing {
        /// Which item.
        item: String,
        /// What.
        what: &'static str,
    },
    /// The amounts do not reckon.
    #[error("The cart's total cannot be reckoned: {0}.")]
    Money(#[from] MoneyError),
}

/// The cart with its items. A former cart that was emptied goes back without: its lines are then deleted (R21).
pub fn build(cart: &Cart<'_>) -> Result<Document, CartError> {
    if cart.items.is_empty() && cart.session.operation == Operation::Edit {
        return Ok(document(cart, None, nothing(cart), Vec::new()));
    }
    let first = cart.items.first().ok_or(CartError::Empty)?;
    let total = total(cart.items, first.quote.total.currency)?;
    let items = cart.items.iter().enumerate();
    let items =
        items.map(|(index, requisition)| item::item(cart, index, requisition)).collect::<Result<_, _>>()?;
    Ok(document(cart, None, total, items))
}

/// The word that there is no cart: the session ended and everything is as it was (Status 204, R28).
pub fn leave(cart: &Cart<'_>) -> Document {
    let unchanged = Status::new(StatusCode::NO_CONTENT, "The session ended without a change to the cart.");
    document(cart, Some(unchanged), nothing(cart), Vec::new())
}

fn nothing(cart: &Cart<'_>) -> Money {
    Money::zero(cart.connection.settings.blanket_amount.currency)
}

fn total(items: &[Requisition], currency: Currency) -> Result<Money, CartError> {
    if items.iter().any(|item| item.quote.total.currency != currency) {
        return Err(CartError::Currencies(currency));
    }
    Ok(Money::sum(items.iter().map(|item| item.quote.total))?)
}

fn document(
    cart: &Cart<'_>,
    status: Option<Status>,
    total: Money,
    items: Vec<cxml::model::ItemIn>,
) -> Document {
    let message = PunchOutOrderMessage {
        buyer_cookie: BuyerCookie::from_xml(&cart.session.buyer_cookie).unwrap_or_default(),
        header: PunchOutOrderMessageHeader {
            operation_allowed: PunchOutOperation::Edit,
            quote_status: QuoteStatus::Final,
            total: Some(total.into()),
            ..PunchOutOrderMessageHeader::default()
        },
        items,
    };
    let mut document = Document::message(&*cart.payload_id, cart.now, header(cart), Message::from(message));
    if let cxml::model::Body::Message { in_reply_to, status: place, .. } = &mut document.body {
        *in_reply_to = Some(cart.session.setup_payload_id.clone()).filter(|id| !id.is_empty());
        *place = status;
    }
    let document = document.with_lang("en-US");
    if cart.connection.is_test() { document.with_deployment_mode(DeploymentMode::Test) } else { document }
}

/// No SharedSecret: the document passes through the browser (R28).
fn header(cart: &Cart<'_>) -> Header {
    let supplier = credential(&cart.connection.supplier);
    let buyer = credential(&cart.connection.buyer);
    Header::new(supplier.clone(), buyer, supplier, Marketplace::USER_AGENT)
}

pub(crate) fn credential(identity: &Identity) -> Credential {
    Credential::new(identity.domain.as_str(), &identity.value)
}

impl From<Money> for cxml::model::Money {
    fn from(money: Money) -> Self {
        let amount = money.amount_text().parse().unwrap_or(money.amount);
        Self::new(amount, money.currency.code())
    }
}
