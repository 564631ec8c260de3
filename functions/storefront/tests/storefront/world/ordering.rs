//! What happens to an item outside of the store: it is sent for approval, and ordered.

use procurement::agreement::{Agreement, OrderLine};
use procurement::id::{AgreementId, RequisitionId};
use procurement::order::{
    Acceptance, Answer as Answered, Fulfilment, OrderKey, OrderRecord, OrderResult, Outcome,
};
use procurement::requisition::{Happened, Requisition, Status};
use rust_decimal::Decimal;

use super::World;

impl World {
    /// What the return of the cart makes of an item.
    pub async fn send_for_approval(&self, item: RequisitionId) {
        let told = Happened::Sent { system: self.connection.system, test: false };
        let sent = self.requisition(item).await.with(Status::SentForApproval, told, self.now());
        self.core.store.put_requisition(&sent).await.expect("written");
    }

    /// What a purchase order makes of an item.
    pub async fn buy(&self, item: RequisitionId, order_id: &str) -> Agreement {
        let now = self.now();
        let requisition = self.requisition(item).await;
        let agreement = Agreement::new(
            AgreementId::new(self.core.ids.uuid()),
            &requisition,
            order_line(&requisition, order_id),
            now,
        );
        let status = Status::Subscribed { agreement: agreement.id, order_id: order_id.to_owned() };
        let told = Happened::Subscribed {
            order_id: order_id.to_owned(),
            account: requisition.account,
            product: requisition.product.name.clone(),
        };
        let requisition = requisition.with(status, told, now);
        let line = Fulfilment { requisition, agreement: agreement.clone(), jobs: Vec::new() };
        let record = self.order_record(item, order_id);
        let accepted = Outcome::Accepted(Acceptance { record, lines: vec![line], jobs: Vec::new() });
        self.core.store.commit_order(&accepted, None, self.now()).await.expect("an agreement");
        agreement
    }

    fn order_record(&self, item: RequisitionId, order_id: &str) -> OrderRecord {
        let key = OrderKey {
            buyer: self.connection.buyer.clone(),
            order_id: order_id.to_owned(),
            order_version: 1,
        };
        OrderRecord {
            version: 1,
            key,
            connection: self.connection.id,
            digest: String::new(),
            payload_id: "2@acme".to_owned(),
            received: self.now(),
            result: OrderResult::Accepted,
            answer: Answered { payload_id: "3@market".into(), at: self.now(), code: 200, text: "OK".into() },
            requisitions: vec![item],
        }
    }
}

fn order_line(requisition: &Requisition, order_id: &str) -> OrderLine {
    OrderLine {
        order_id: order_id.to_owned(),
        order_date: None,
        line: 1,
        quantity: Decimal::ONE,
        unit_price: requisition.quote.total,
        unit_of_measure: "EA".to_owned(),
        is_service: false,
        part_id: requisition.product.id.to_string(),
        reference: String::new(),
    }
}
