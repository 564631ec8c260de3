//! Submit, approve, reject: from the cart to the purchase order.

use crate::state::State;
use crate::{Approval, Buyer, BuyerError, Delivery, OrderKind, PurchaseOrder, Requisition};
use jiff::Timestamp;

impl Buyer {
    /// The requester submits a cart for approval.
    ///
    /// # Errors
    /// When it is no cart, or an empty one.
    pub fn submit(&self, requisition: u32) -> Result<Requisition, BuyerError> {
        let mut state = self.state();
        let cart = expect(&mut state, requisition, &Approval::Cart)?;
        if cart.lines.is_empty() {
            return Err(BuyerError::EmptyCart(requisition));
        }
        cart.approval = Approval::Pending;
        Ok(cart.clone())
    }

    /// The approver rejects a requisition.
    ///
    /// # Errors
    /// When it does not wait for approval.
    pub fn reject(&self, requisition: u32, because: &str) -> Result<Requisition, BuyerError> {
        let mut state = self.state();
        let pending = expect(&mut state, requisition, &Approval::Pending)?;
        pending.approval = Approval::Rejected(because.trim().to_owned());
        Ok(pending.clone())
    }

    /// The approver approves a requisition; its purchase order exists then, and [`Buyer::send_po`] sends it.
    ///
    /// # Errors
    /// When it does not wait for approval.
    pub fn approve(&self, requisition: u32) -> Result<PurchaseOrder, BuyerError> {
        let now = self.clock().now();
        let mut state = self.state();
        let number = format!("PO-{}", self.config().first_order + state.orders.len() as u64);
        let pending = expect(&mut state, requisition, &Approval::Pending)?;
        pending.approval = Approval::Approved(number.clone());
        let approved = pending.clone();
        let payload_id = state.ids.payload_id(now, &self.config().host);
        let order = new_order(number, payload_id, now, approved);
        state.orders.push(order.clone());
        Ok(order)
    }
}

fn expect<'a>(
    state: &'a mut State,
    number: u32,
    needed: &Approval,
) -> Result<&'a mut Requisition, BuyerError> {
    let requisition = state.requisition(number)?;
    if requisition.approval == *needed {
        return Ok(requisition);
    }
    Err(BuyerError::WrongStage { number, stage: requisition.approval.label(), needed: needed.label() })
}

fn new_order(number: String, payload_id: String, dated: Timestamp, approved: Requisition) -> PurchaseOrder {
    PurchaseOrder {
        number,
        version: 1,
        kind: OrderKind::New,
        requisition: approved.number,
        requester: approved.requester,
        currency: approved.currency,
        lines: approved.lines,
        payload_id,
        dated,
        delivery: Delivery::Ready,
        answers: Vec::new(),
        repeats: 0,
    }
}
