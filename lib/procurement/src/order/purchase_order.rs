//! A purchase order as the decision needs it, read from an OrderRequest.

use cxml::model::{BlanketItemDetail, ItemOut, Money as Price, OrderKind, OrderRequest, OrderType};
use iso_currency::Currency;
use jiff::Timestamp;
use rust_decimal::Decimal;

use super::check;
use super::digest::digest;
use super::fault::OrderFault;
use crate::account::AccountId;
use crate::money::Money;
use crate::reference::{NotAReference, Reference, ReferenceKey};
use crate::refusal::Refusal;

/// The most lines of one order: what fits into one transaction with everything that follows.
pub const MAX_LINES: usize = 20;
/// The most characters of an order's number.
pub const MAX_ORDER_ID: usize = 255;
/// The most characters of a part number or a unit.
const MAX_TEXT: usize = 255;

/// A purchase order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PurchaseOrder {
    /// The payloadID of the document.
    pub payload_id: String,
    /// `orderID`.
    pub order_id: String,
    /// `orderVersion`, 1 where none is given.
    pub order_version: u32,
    /// `orderDate`, where it can be understood.
    pub order_date: Option<Timestamp>,
    /// What is to be done.
    pub action: OrderAction,
    /// SHA-256 of what the order says, without its envelope, in hexadecimal (R35).
    pub digest: String,
    /// What is ordered.
    pub lines: Vec<Line>,
}

/// What a purchase order asks for (R39).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OrderAction {
    /// Buy.
    New,
    /// Buy what this says instead of what was said before.
    Update,
    /// Do not buy.
    Delete,
}

/// One line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// `lineNumber`, or its position from 1.
    pub number: u32,
    /// `SupplierPartAuxiliaryID`.
    pub reference: Option<String>,
    /// `SupplierPartID`.
    pub part_id: String,
    /// How many; a blanket line without a quantity is one commitment.
    pub quantity: Decimal,
    /// The price of one, or the most that a blanket line commits to.
    pub unit_price: Option<LinePrice>,
    /// The unit of measure, as written.
    pub unit_of_measure: String,
    /// Whether the line buys an amount and not units; its invoice needs a service item.
    pub is_service: bool,
}

/// A price as it was written: the currency may be none that is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinePrice {
    /// How much.
    pub amount: Decimal,
    /// The currency as written.
    pub currency: String,
}

/// Reads a purchase order; what can be refused without looking anything up is refused here.
pub fn read(payload_id: &str, order: &OrderRequest) -> Result<PurchaseOrder, Refusal> {
    let header = &order.header;
    if header.order_type == OrderType::Release {
        return Err(OrderFault::Release.refusal());
    }
    let order_id = header.order_id.trim();
    if order_id.is_empty() || order_id.len() > MAX_ORDER_ID {
        return Err(OrderFault::OrderId.refusal());
    }
    if order.items.is_empty() || order.items.len() > MAX_LINES {
        return Err(OrderFault::Lines { count: order.items.len() }.refusal());
    }
    Ok(PurchaseOrder {
        payload_id: payload_id.to_owned(),
        order_id: order_id.to_owned(),
        order_version: version(header.order_version.as_deref())?,
        order_date: header.order_date.instant(),
        action: header.kind.into(),
        digest: digest(order),
        lines: order.items.iter().enumerate().map(|(index, item)| line(index, item, order)).collect(),
    })
}

fn version(written: Option<&str>) -> Result<u32, Refusal> {
    match written.map(str::trim) {
        None | Some("") => Ok(1),
        Some(text) => text.parse().map_err(|_| OrderFault::Version.refusal()),
    }
}

fn line(index: usize, item: &ItemOut, order: &OrderRequest) -> Line {
    let position = u32::try_from(index + 1).unwrap_or(u32::MAX);
    Line {
        number: item.line_number.unwrap_or(position),
        reference: item.item_id.supplier_part_auxiliary_id.clone(),
        part_id: short(&item.item_id.supplier_part_id),
        quantity: item.quantity.unwrap_or(Decimal::ONE),
        unit_price: price(item, order),
        unit_of_measure: short(unit(item).unwrap_or_default()),
        is_service: is_service(item),
    }
}

/// Coupa names the kind of a line in an extrinsic; a line without a unit cannot count units.
fn is_service(item: &ItemOut) -> bool {
    let named = item.item_detail().and_then(|detail| detail.extrinsic("LineType")).map(str::trim);
    match named {
        Some(kind) => kind.eq_ignore_ascii_case("amount") || kind.eq_ignore_ascii_case("service"),
        None => unit(item).is_none_or(|unit| unit.trim().is_empty()),
    }
}

fn price(item: &ItemOut, order: &OrderRequest) -> Option<LinePrice> {
    let money = match item.blanket_detail() {
        Some(blanket) => commitment(blanket, order),
        None => item.unit_price(),
    }?;
    Some(LinePrice { amount: money.amount, currency: short(&money.currency) })
}

/// What a blanket line commits to: its MaxAmount, and where it is the order's sole line, never more than
/// the order's Total (R39: Total is the maximum commitment).
fn commitment<'a>(blanket: &'a BlanketItemDetail, order: &'a OrderRequest) -> Option<&'a Price> {
    let most = blanket.max_amount.as_ref().or(blanket.unit_price.as_ref());
    let total = order.header.total.as_ref().filter(|_| order.items.len() == 1);
    match (most, total) {
        (Some(most), Some(total)) if total.amount < most.amount => Some(total),
        _ => most.or(total),
    }
}

fn unit(item: &ItemOut) -> Option<&str> {
    match item.blanket_detail() {
        Some(blanket) => blanket.unit_of_measure.as_deref(),
        None => item.item_detail().map(|detail| detail.unit_of_measure.as_str()),
    }
}

fn short(text: &str) -> String {
    text.trim().chars().take(MAX_TEXT).collect()
}

// === impl PurchaseOrder ===

impl PurchaseOrder {
    /// The reference of each line, in order: what has to be loaded for a decision.
    pub fn references(&self, key: &ReferenceKey) -> Vec<Result<Reference, NotAReference>> {
        self.lines.iter().map(|line| check::reference(line, key)).collect()
    }

    /// The organisations that the references name, each once: what they approve is loaded as well (R23).
    pub fn organisations(&self, key: &ReferenceKey) -> Vec<AccountId> {
        let references = self.lines.iter().filter_map(|line| line.reference.as_deref());
        let mut organisations: Vec<AccountId> =
            references.filter_map(|text| Reference::organisation_of(text, key)).collect();
        organisations.sort_unstable();
        organisations.dedup();
        organisations
    }
}

// === impl LinePrice ===

impl LinePrice {
    /// The price as an amount of money, if the currency is one.
    pub fn money(&self) -> Option<Money> {
        let currency = Currency::from_code(&self.currency.trim().to_ascii_uppercase())?;
        Some(Money::new(self.amount, currency))
    }
}

impl From<OrderKind> for OrderAction {
    fn from(kind: OrderKind) -> Self {
        match kind {
            OrderKind::New => Self::New,
            OrderKind::Update => Self::Update,
            OrderKind::Delete => Self::Delete,
        }
    }
}
