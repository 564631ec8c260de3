//! Where orders arrive: what is known, a decision from it, and what the decision leaves behind.

use cxml::model::OrderRequest;
use jiff::Timestamp;
use procurement::agreement::Agreement;
use procurement::approved_products::ApprovedProducts;
use procurement::catalogue::{Offer, Product};
use procurement::connection::Connection;
use procurement::id::AgreementId;
use procurement::job::Job;
use procurement::order::{
    self, Ids, Loaded, OrderRecord, Outcome, PurchaseOrder, RefusedOrder, Situation, TestOrder,
};
use procurement::requisition::Requisition;

use super::{connection, now, product, references, uuid};

/// Everything that is known where an order arrives. It keeps what is decided as the store does: new or
/// one version on, or not at all.
#[derive(Clone, Debug)]
pub struct Desk {
    pub connection: Connection,
    pub requisitions: Vec<Requisition>,
    pub products: Vec<Product>,
    pub offers: Vec<Offer>,
    pub orders: Vec<OrderRecord>,
    pub agreements: Vec<Agreement>,
    pub jobs: Vec<Job>,
    pub approved: Option<ApprovedProducts>,
    pub now: Timestamp,
    pub received: u128,
}

impl Desk {
    /// A desk that knows these requests, an hour after they were sent.
    pub fn with(requisitions: &[Requisition]) -> Self {
        Self {
            connection: connection(),
            requisitions: requisitions.to_vec(),
            products: vec![product()],
            offers: requisitions.iter().map(|one| one.offer.clone()).collect(),
            orders: Vec::new(),
            agreements: Vec::new(),
            jobs: Vec::new(),
            approved: None,
            now: now() + jiff::SignedDuration::from_hours(1),
            received: 0,
        }
    }

    /// The same desk for another connection.
    pub fn over(self, connection: Connection) -> Self {
        Self { connection, ..self }
    }

    pub fn requisition(&self, number: u128) -> &Requisition {
        self.requisitions.iter().find(|one| one.id.uuid() == uuid(number)).expect("a request")
    }

    /// What comes of an order, without anything being kept.
    pub fn decide(&self, request: &OrderRequest) -> Outcome {
        let payload_id = format!("po-{}@acme.example", self.received);
        let order = order::read(&payload_id, request).expect("an order that can be read");
        self.decide_read(&order)
    }

    /// What comes of an order that was read before.
    pub fn decide_read(&self, order: &PurchaseOrder) -> Outcome {
        let lines = self.loaded(order);
        let situation = Situation {
            connection: &self.connection,
            order,
            earlier: self.earlier(order),
            lines: &lines,
            approved: self.approved.as_ref(),
            now: self.now,
        };
        order::decide(&situation, self.ids(order.lines.len()))
    }

    /// What is known about each line of an order.
    pub fn loaded(&self, order: &PurchaseOrder) -> Vec<Loaded> {
        order.references(&references()).into_iter().map(|it| self.load(it)).collect()
    }

    /// What comes of an order, and everything that it leaves behind.
    pub fn receive(&mut self, request: &OrderRequest) -> Outcome {
        let outcome = self.decide(request);
        self.received += 1;
        self.keep(&outcome);
        outcome
    }

    fn ids(&self, lines: usize) -> Ids {
        let number = |line: usize| self.received * 1_000 + line as u128;
        Ids {
            payload_id: format!("answer-{}@market.example", self.received),
            agreements: (0..lines).map(|line| AgreementId::new(uuid(number(line)))).collect(),
        }
    }

    fn load(
        &self,
        reference: Result<procurement::reference::Reference, procurement::reference::NotAReference>,
    ) -> Loaded {
        let known = reference.as_ref().ok();
        let requisition =
            known.and_then(|known| self.requisitions.iter().find(|one| one.id == known.requisition)).cloned();
        let product = requisition
            .as_ref()
            .and_then(|asked| self.products.iter().find(|one| one.id == asked.product.id))
            .cloned();
        let offer = known.and_then(|known| self.offers.iter().find(|one| one.id == known.offer)).cloned();
        Loaded { reference, requisition, product, offer }
    }

    fn earlier(&self, order: &PurchaseOrder) -> Option<&OrderRecord> {
        self.orders
            .iter()
            .find(|one| one.key.order_id == order.order_id && one.key.order_version == order.order_version)
    }

    fn keep(&mut self, outcome: &Outcome) {
        match outcome {
            Outcome::Accepted(acceptance) => {
                self.keep_record(&acceptance.record);
                for line in &acceptance.lines {
                    self.keep_requisition(&line.requisition);
                    let taken =
                        self.agreements.iter().any(|one| one.requisition == line.agreement.requisition);
                    assert!(!taken, "a second agreement for one request");
                    self.agreements.push(line.agreement.clone());
                    self.keep_jobs(&line.jobs);
                }
                self.keep_jobs(&acceptance.jobs);
            }
            Outcome::TestCompleted(TestOrder { record, requisitions })
            | Outcome::Cancelled(TestOrder { record, requisitions }) => {
                self.keep_record(record);
                requisitions.iter().for_each(|one| self.keep_requisition(one));
            }
            Outcome::Refused(RefusedOrder { record, requisitions, jobs, .. }) => {
                record.iter().for_each(|record| self.keep_record(record));
                requisitions.iter().for_each(|one| self.keep_requisition(one));
                self.keep_jobs(jobs);
            }
            Outcome::AlreadyAnswered(_) => {}
        }
    }

    fn keep_record(&mut self, record: &OrderRecord) {
        match self.orders.iter_mut().find(|known| known.key == record.key) {
            None => {
                assert_eq!(record.version, 1);
                self.orders.push(record.clone());
            }
            Some(known) => {
                assert_eq!(record.version, known.version + 1, "an order that is written over");
                *known = record.clone();
            }
        }
    }

    fn keep_requisition(&mut self, requisition: &Requisition) {
        let known = self.requisitions.iter_mut().find(|one| one.id == requisition.id).expect("a request");
        assert_eq!(requisition.version, known.version + 1, "a request that is written over");
        *known = requisition.clone();
    }

    fn keep_jobs(&mut self, jobs: &[Job]) {
        for job in jobs {
            assert!(self.jobs.iter().all(|known| known.id != job.id), "{} is there twice", job.id);
            self.jobs.push(job.clone());
        }
    }
}
