//! What an order says, as a digest: the same order has the same digest however it was put into XML, and from one version
//! of this program to the next (R35).
//!
//! Every text that a buyer can put into an order is fed in, under its name and with its length, in a fixed order. The
//! envelope and the order's date are not: a repeat may carry others.

use cxml::model::{Address, Comments, Contact, Detail, Extrinsic, ItemOut, Money, OrderRequest};
use sha2::{Digest as _, Sha256};

/// Feeds named texts into a digest.
struct Feed(Sha256);

/// SHA-256 of what the order says, in hexadecimal.
pub(super) fn digest(order: &OrderRequest) -> String {
    let mut feed = Feed(Sha256::new());
    header(&mut feed, order);
    for item in &order.items {
        line(&mut feed, item);
    }
    feed.0.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

fn header(feed: &mut Feed, order: &OrderRequest) {
    let header = &order.header;
    feed.text("order", &header.order_id);
    feed.text("version", header.order_version.as_deref().unwrap_or("1"));
    feed.text("kind", &format!("{:?}", header.kind));
    feed.text("type", &format!("{:?}", header.order_type));
    feed.maybe("requisition", header.requisition_id.as_deref());
    feed.maybe("agreement", header.agreement_id.as_deref());
    feed.money("total", header.total.as_ref());
    feed.address("ship to", header.ship_to.as_ref());
    feed.address("bill to", header.bill_to.as_ref());
    feed.contacts(&header.contacts);
    feed.comments(&header.comments);
    feed.extrinsics(&header.extrinsics);
}

fn line(feed: &mut Feed, item: &ItemOut) {
    feed.text("line", &item.line_number.unwrap_or_default().to_string());
    feed.maybe("quantity", item.quantity.map(|quantity| quantity.normalize().to_string()).as_deref());
    feed.text("part", &item.item_id.supplier_part_id);
    feed.maybe("reference", item.item_id.supplier_part_auxiliary_id.as_deref());
    feed.maybe("requisition", item.requisition_id.as_deref());
    feed.maybe("buyer part", item.item_id.buyer_part_id.as_deref());
    match &item.detail {
        None => feed.text("detail", "none"),
        Some(Detail::Item(detail)) => {
            feed.text("detail", "item");
            feed.money("price", detail.unit_price.as_ref());
            feed.text("unit", &detail.unit_of_measure);
            detail.descriptions.iter().for_each(|description| feed.text("description", &description.text));
            detail.classifications.iter().for_each(|code| feed.text("classification", &code.value));
            feed.extrinsics(&detail.extrinsics);
        }
        Some(Detail::Blanket(detail)) => {
            feed.text("detail", "blanket");
            feed.money("price", detail.unit_price.as_ref());
            feed.money("most", detail.max_amount.as_ref());
            feed.maybe("unit", detail.unit_of_measure.as_deref());
            detail.descriptions.iter().for_each(|description| feed.text("description", &description.text));
            feed.extrinsics(&detail.extrinsics);
        }
    }
    feed.address("ship to", item.ship_to.as_ref());
    feed.contacts(&item.contacts);
    feed.comments(&item.comments);
}

// === impl Feed ===

impl Feed {
    fn text(&mut self, name: &str, value: &str) {
        self.0.update(format!("{name}:{}:", value.len()));
        self.0.update(value);
    }

    fn maybe(&mut self, name: &str, value: Option<&str>) {
        if let Some(value) = value {
            self.text(name, value);
        }
    }

    /// 10 and 10.00 are the same amount.
    fn money(&mut self, name: &str, money: Option<&Money>) {
        if let Some(money) = money {
            self.text(name, &format!("{} {}", money.amount.normalize(), money.currency));
        }
    }

    fn address(&mut self, name: &str, address: Option<&Address>) {
        let Some(address) = address else { return };
        self.text(name, &address.name.text);
        self.maybe("address id", address.address_id.as_deref());
        let Some(postal) = &address.postal_address else { return };
        postal.deliver_to.iter().for_each(|line| self.text("deliver to", line));
        postal.street.iter().for_each(|line| self.text("street", line));
        self.text("city", &postal.city);
        self.maybe("postal code", postal.postal_code.as_deref());
        self.text("country", &postal.country.iso_country_code);
    }

    fn contacts(&mut self, contacts: &[Contact]) {
        for contact in contacts {
            self.text("contact", &contact.name.text);
            contact.emails.iter().for_each(|email| self.text("email", &email.address));
        }
    }

    fn comments(&mut self, comments: &[Comments]) {
        comments.iter().for_each(|comment| self.text("comment", &comment.text));
    }

    fn extrinsics(&mut self, extrinsics: &[Extrinsic]) {
        for extrinsic in extrinsics {
            self.text("extrinsic", &extrinsic.name);
            self.text("value", &extrinsic.value);
        }
    }
}
