//! An order that is refused before its lines are looked at: what it names is told nevertheless (R40).

use cxml::model::OrderRequest;
use jiff::Timestamp;

use super::decide::noted;
use super::outcome::{Answer, Outcome, RefusedOrder};
use super::purchase_order::MAX_LINES;
use crate::event;
use crate::id::{ConnectionId, RequisitionId};
use crate::reference::{Reference, ReferenceKey};
use crate::refusal::Refusal;
use crate::requisition::{Requisition, Status};

/// What is known of such an order.
#[derive(Clone, Copy, Debug)]
pub struct Unread<'a> {
    /// The connection whose secret the sender presented.
    pub connection: ConnectionId,
    /// Its number, as far as there is one.
    pub order_id: &'a str,
    /// The payloadID of the document.
    pub payload_id: &'a str,
}

/// The requisition items that an order names, each once, as many as fit into one transaction.
pub fn named_requisitions(order: &OrderRequest, key: &ReferenceKey) -> Vec<RequisitionId> {
    let references = order.items.iter().filter_map(|item| item.item_id.supplier_part_auxiliary_id.as_deref());
    let mut named = Vec::new();
    for id in references.filter_map(|text| Reference::verify(text, key).ok()).map(|found| found.requisition) {
        if !named.contains(&id) && named.len() < MAX_LINES {
            named.push(id);
        }
    }
    named
}

// === impl Unread ===

impl Unread<'_> {
    /// The refusal, with the reason on each open request of this buyer, and a mail to its requester.
    pub fn refused(
        &self,
        refusal: &Refusal,
        requisitions: Vec<Requisition>,
        payload_id: String,
        now: Timestamp,
    ) -> Outcome {
        let answer = Answer { payload_id, at: now, code: refusal.code, text: refusal.reason.clone() };
        let own = requisitions.iter().filter(|one| one.connection == self.connection);
        let refused = |_: &Requisition| Status::Refused { reason: refusal.reason.clone() };
        let named = own.clone().map(|requisition| requisition.id).collect();
        let told = event::refused(self.connection, self.order_id, refusal, named, &answer.payload_id, now);
        let (requisitions, mut jobs) = noted(own, self.order_id, refusal, refused, now);
        if !requisitions.is_empty() {
            jobs.push(told);
        }
        Outcome::Refused(RefusedOrder { refusal: refusal.clone(), answer, record: None, requisitions, jobs })
    }
}
