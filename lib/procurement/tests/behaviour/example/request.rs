//! Requisition items: what was asked for.

use procurement::catalogue::{Choice, Offer, Pricing, Product, Quote, quote};
use procurement::connection::Connection;
use procurement::id::RequisitionId;
use procurement::reference::Reference;
use procurement::requisition::{Happened, Request, Requisition, Status};

use super::{
    account, blanket, choice, connection, contract, now, offer, product, references, requester, uuid,
};

/// Ten seats for a year, 1200.00 USD, sent for approval over the live connection.
pub fn request(number: u128) -> Requisition {
    requested(number, &connection(), contract())
}

/// A request over this connection under this pricing, sent for approval.
pub fn requested(number: u128, connection: &Connection, pricing: Pricing) -> Requisition {
    requested_of(number, connection, &product(), &offer(pricing))
}

/// A request for this product under this offer, sent for approval.
pub fn requested_of(number: u128, connection: &Connection, product: &Product, offer: &Offer) -> Requisition {
    let choice = choice(&offer.pricing);
    let quote = quote(&offer.pricing, &choice, blanket()).expect("a price");
    requested_with(number, connection, product, offer, choice, quote)
}

/// The same for another choice than the usual one.
pub fn requested_with(
    number: u128,
    connection: &Connection,
    product: &Product,
    offer: &Offer,
    choice: Choice,
    quote: Quote,
) -> Requisition {
    let (id, account, requester) = (RequisitionId::new(uuid(number)), account(), requester());
    let request =
        Request { id, connection, requester: &requester, account: &account, product, offer, choice, quote };
    let sent = Happened::Sent { system: connection.system, test: false };
    Requisition::new(request, now()).with(Status::SentForApproval, sent, now())
}

/// The reference under which a request travels.
pub fn reference_of(requisition: &Requisition) -> String {
    let (requisition, offer) = (requisition.id, requisition.offer.id.clone());
    Reference { requisition, offer }.sign(&references())
}
