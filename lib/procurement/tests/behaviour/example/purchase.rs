//! Purchase orders as documents.

use cxml::model::{
    BlanketItemDetail, Detail, ItemDetail, ItemId, ItemOut, Money as Price, OrderKind, OrderRequest,
    OrderRequestHeader, OrderType,
};
use procurement::requisition::Requisition;
use rust_decimal::Decimal;

use super::{decimal, reference_of};

/// An order for these requests, as a procurement system makes it of the cart.
pub fn order(order_id: &str, requests: &[Requisition]) -> OrderRequest {
    let header = OrderRequestHeader {
        order_id: order_id.into(),
        order_date: "2026-11-21T11:59:00+00:00".into(),
        order_version: Some("1".into()),
        ..OrderRequestHeader::default()
    };
    let items = requests.iter().enumerate();
    OrderRequest { header, items: items.map(|(index, request)| line(index, request)).collect() }
}

/// The line of an order that a request becomes.
pub fn line(index: usize, request: &Requisition) -> ItemOut {
    let detail = ItemDetail {
        unit_price: Some(request.quote.total.into()),
        unit_of_measure: "EA".into(),
        ..ItemDetail::default()
    };
    ItemOut {
        quantity: Some(Decimal::ONE),
        line_number: u32::try_from(index + 1).ok(),
        item_id: ItemId::new(request.product.id.as_str(), Some(reference_of(request))),
        detail: Some(detail.into()),
        ..ItemOut::default()
    }
}

/// The order as an update or a deletion, under its version.
pub fn changed(mut order: OrderRequest, kind: OrderKind, version: &str) -> OrderRequest {
    order.header.kind = kind;
    order.header.order_version = Some(version.into());
    order
}

/// The order as one of the same number and version that says something else.
pub fn altered(mut order: OrderRequest) -> OrderRequest {
    order.header.requisition_id = Some("another".into());
    order
}

/// The order with another price on its first line: `priced(order, "99.00", "EUR")`.
pub fn priced(mut order: OrderRequest, amount: &str, currency: &str) -> OrderRequest {
    if let Some(Detail::Item(detail)) = &mut order.items[0].detail {
        detail.unit_price = Some(Price::new(decimal(amount), currency));
    }
    order
}

/// The order as a blanket order with this total, its first line with this detail.
pub fn blanket_order(mut order: OrderRequest, total: Price, detail: BlanketItemDetail) -> OrderRequest {
    order.header.order_type = OrderType::Blanket;
    order.header.total = Some(total);
    order.items[0].quantity = None;
    order.items[0].detail = Some(detail.into());
    order
}
