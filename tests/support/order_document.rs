//! The cXML of a purchase order as Coupa writes it, for requisition items that were put straight into the store.

use cxml::WriteOptions;
use cxml::model::{
    Credential, Description, Document, Header, ItemDetail, ItemId, ItemOut, Money, OrderRequest,
    OrderRequestHeader, Request,
};
use jiff::Timestamp;
use procurement::connection::{Connection, Identity};
use procurement::reference::{Reference, ReferenceKey};
use procurement::requisition::Requisition;
use rust_decimal::Decimal;

/// What is ordered, and by whom.
#[derive(Clone, Debug)]
pub struct OrderDocument<'a> {
    /// The buyer's connection.
    pub connection: &'a Connection,
    /// The secret that it proves itself with.
    pub secret: &'a str,
    /// The order's number.
    pub number: &'a str,
    /// When it is written.
    pub at: Timestamp,
    /// One line for each.
    pub requisitions: &'a [Requisition],
    /// How much more each line costs than what was requested.
    pub dearer_by: Decimal,
    /// Signs the references of the cart.
    pub references: &'a ReferenceKey,
}

// === impl OrderDocument ===

impl OrderDocument<'_> {
    /// The document.
    pub fn write(&self) -> String {
        let connection = self.connection;
        let buyer = party(&connection.buyer);
        let sender = buyer.clone().with_secret(self.secret);
        let header = Header::new(buyer, party(&connection.supplier), sender, "Coupa Procurement 1.0");
        let items = self.requisitions.iter().zip(1..).map(|(one, line)| self.item(one, line)).collect();
        let order_header = OrderRequestHeader {
            order_id: self.number.to_owned(),
            order_date: self.at.into(),
            ..OrderRequestHeader::default()
        };
        let request = Request::Order(Box::new(OrderRequest { header: order_header, items }));
        let payload_id = format!("{}@acme.coupahost.com", self.number);
        let document = Document::request(payload_id, self.at, header, request);
        cxml::write(&document, &WriteOptions::version("1.2.014"))
    }

    fn item(&self, requisition: &Requisition, line: u32) -> ItemOut {
        let reference = Reference { requisition: requisition.id, offer: requisition.offer.id.clone() };
        let organisation = self.connection.organisation.management_account;
        let auxiliary = reference.sign_for(organisation, self.references);
        let total = requisition.quote.total;
        let detail = ItemDetail {
            unit_price: Some(Money::new(total.amount + self.dearer_by, total.currency.code())),
            descriptions: vec![Description::new("en", &requisition.product.name)],
            unit_of_measure: "EA".to_owned(),
            ..ItemDetail::default()
        };
        ItemOut {
            quantity: Some(Decimal::ONE),
            line_number: Some(line),
            item_id: ItemId::new(requisition.product.id.to_string(), Some(auxiliary)),
            detail: Some(detail.into()),
            ..ItemOut::default()
        }
    }
}

fn party(identity: &Identity) -> Credential {
    Credential::new(identity.domain.as_str(), &identity.value)
}
