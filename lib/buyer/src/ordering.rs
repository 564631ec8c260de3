//! Sending purchase orders: at once, again, hourly after a failure, changed, cancelled.

use crate::delivery::delivery_after;
use crate::exchange::{Exchanged, Outgoing};
use crate::fault::apply_to_order;
use crate::wire::OrderRequest;
use crate::{About, Answer, Buyer, BuyerError, Delivery, Fault, OrderKind, PurchaseOrder};
use askama::Template;
use jiff::Timestamp;

impl Buyer {
    /// Sends a purchase order. Sent twice it is the same document: same payloadID, same timestamp (R34).
    ///
    /// # Errors
    /// When there is no such order; whatever the marketplace answers is an [`Answer`].
    pub async fn send_po(&self, number: &str) -> Result<Answer, BuyerError> {
        let order = self.order(number)?;
        let answer = self.transmit(&order, &[], 0).await?;
        self.record(&answer, true)?;
        Ok(answer)
    }

    /// Sends a purchase order once more by hand; another word for [`Buyer::send_po`], which repeats itself exactly.
    ///
    /// # Errors
    /// When there is no such order.
    pub async fn send_po_again(&self, number: &str) -> Result<Answer, BuyerError> {
        self.send_po(number).await
    }

    /// Sends a purchase order with faults. The answer joins the order's history but does not change where it stands.
    ///
    /// # Errors
    /// When there is no such order.
    pub async fn send_po_with(&self, number: &str, faults: &[Fault]) -> Result<Answer, BuyerError> {
        let mut order = self.order(number)?;
        apply_to_order(&mut order, faults);
        let mut answer = self.transmit(&order, faults, 0).await?;
        number.clone_into(&mut answer.order);
        self.record(&answer, faults.is_empty())?;
        Ok(answer)
    }

    /// Sends again, unchanged, every order whose next try is due by `now`, oldest first.
    ///
    /// # Errors
    /// When an order cannot be sent at all.
    pub async fn retry_due(&self, now: Timestamp) -> Result<Vec<Answer>, BuyerError> {
        let is_due =
            |order: &PurchaseOrder| matches!(order.delivery, Delivery::Waiting { due, .. } if due <= now);
        let due: Vec<_> = self.orders().into_iter().filter(is_due).collect();
        let mut answers = Vec::with_capacity(due.len());
        for order in due {
            let repeats = order.repeats + 1;
            self.state().order(&order.number)?.repeats = repeats;
            let answer = self.transmit(&order, &[], repeats).await?;
            self.record(&answer, true)?;
            answers.push(answer);
        }
        Ok(answers)
    }

    /// When the next order is due to be sent again.
    #[must_use]
    pub fn next_due(&self) -> Option<Timestamp> {
        let due = |order: &PurchaseOrder| match order.delivery {
            Delivery::Waiting { due, .. } => Some(due),
            _ => None,
        };
        self.state().orders.iter().filter_map(due).min()
    }

    /// Changes an order and makes it `type="update"` with the next version and a payloadID of its own;
    /// [`Buyer::send_po`] sends it.
    ///
    /// # Errors
    /// When there is no such order.
    pub fn update_po(
        &self,
        number: &str,
        change: impl FnOnce(&mut PurchaseOrder),
    ) -> Result<PurchaseOrder, BuyerError> {
        self.revise(number, |order| {
            order.kind = OrderKind::Update(order.payload_id.clone());
            change(order);
        })
    }

    /// Makes an order `type="delete"`; [`Buyer::send_po`] sends it.
    ///
    /// # Errors
    /// When there is no such order.
    pub fn cancel_po(&self, number: &str) -> Result<PurchaseOrder, BuyerError> {
        self.revise(number, |order| order.kind = OrderKind::Delete(order.payload_id.clone()))
    }

    fn revise(
        &self,
        number: &str,
        change: impl FnOnce(&mut PurchaseOrder),
    ) -> Result<PurchaseOrder, BuyerError> {
        let now = self.clock().now();
        let mut state = self.state();
        let payload_id = state.ids.payload_id(now, &self.config().host);
        let order = state.order(number)?;
        change(order);
        order.version += 1;
        order.payload_id = payload_id;
        order.dated = now;
        order.delivery = Delivery::Ready;
        order.repeats = 0;
        Ok(order.clone())
    }

    async fn transmit(
        &self,
        order: &PurchaseOrder,
        faults: &[Fault],
        repeats: u32,
    ) -> Result<Answer, BuyerError> {
        let connection = self.state().connection()?;
        let requester = self.requester(&order.requester)?;
        let request = OrderRequest::new(self.system(), self.company(), requester, order, faults);
        let at = self.clock().now();
        let exchanged = self
            .exchange(Outgoing {
                kind: "OrderRequest",
                about: About::Order(order.number.clone()),
                url: &connection.order_url,
                payload_id: &order.payload_id,
                dated: order.dated,
                body: request.render()?,
                faults,
            })
            .await?;
        Ok(self.answer(order, exchanged, at, repeats))
    }

    fn answer(&self, order: &PurchaseOrder, exchanged: Exchanged, at: Timestamp, repeats: u32) -> Answer {
        Answer {
            order: order.number.clone(),
            at,
            delivery: delivery_after(self.system(), &exchanged, self.clock().now(), repeats),
            payload_id: exchanged.payload_id,
            http_status: exchanged.http_status,
            status: exchanged.status,
            elapsed: exchanged.elapsed,
            sent: exchanged.sent,
            received: exchanged.received,
        }
    }

    fn record(&self, answer: &Answer, counts: bool) -> Result<(), BuyerError> {
        let mut state = self.state();
        let order = state.order(&answer.order)?;
        if counts {
            order.delivery = answer.delivery.clone();
        }
        order.answers.push(answer.clone());
        Ok(())
    }
}
