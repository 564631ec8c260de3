//! Confirmations: what becomes of each line of a purchase order, for procurement systems that want to be told (R43).

use cxml::Secret;
use cxml::model::{
    Comments, ConfirmationHeader, ConfirmationItem, ConfirmationRequest, ConfirmationStatus,
    ConfirmationStatusType, ConfirmationType, Document, Header, OrderReference, Request,
};
use jiff::Timestamp;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::cart::credential;
use crate::connection::{Connection, InvoiceDelivery};
use crate::id::{ConnectionId, RequisitionId};
use crate::job::{Job, Task};
use crate::marketplace::Marketplace;
use crate::order::PurchaseOrder;

const LANGUAGE: &str = "en-US";

/// What is told about an order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Confirmation {
    /// The connection that the order came over.
    pub connection: ConnectionId,
    /// The order's number.
    pub order_id: String,
    /// The payloadID of the order's document.
    pub order_payload_id: String,
    /// When it was written, as it said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order_date: Option<Timestamp>,
    /// Why it is rejected; nothing where it is accepted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rejected: Option<String>,
    /// Its lines.
    pub lines: Vec<ConfirmedLine>,
    /// The requests that it names.
    pub requisitions: Vec<RequisitionId>,
}

/// A line of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConfirmedLine {
    /// The line.
    pub number: u32,
    /// How many were ordered.
    pub quantity: Decimal,
    /// The unit of measure, as the order writes it.
    pub unit_of_measure: String,
}

/// The job that tells what became of an order, if the connection wants to know. `unique` is what no other decision has. A
/// test buys nothing, so there is nothing to confirm (R9).
pub fn job(
    connection: &Connection,
    order: &PurchaseOrder,
    rejected: Option<&str>,
    requisitions: Vec<RequisitionId>,
    unique: &str,
    now: Timestamp,
) -> Option<Job> {
    connection.settings.confirmations.as_ref()?;
    let line = |line: &crate::order::Line| ConfirmedLine {
        number: line.number,
        quantity: line.quantity,
        unit_of_measure: line.unit_of_measure.clone(),
    };
    let confirmation = Confirmation {
        connection: connection.id,
        order_id: order.order_id.clone(),
        order_payload_id: order.payload_id.clone(),
        order_date: order.order_date,
        rejected: rejected.map(str::to_owned),
        lines: order.lines.iter().map(line).collect(),
        requisitions,
    };
    let unique = unique.split('@').next().unwrap_or(unique);
    let task = Task::Confirm { confirmation: Box::new(confirmation) };
    (!connection.is_test()).then(|| Job::new(format!("confirmation-{unique}"), task, now, now))
}

/// The document. It is the same at every try: payloadID and time are its job's.
pub fn build(
    confirmation: &Confirmation,
    job: &Job,
    delivery: &InvoiceDelivery,
    secret: Secret,
    marketplace: &Marketplace,
) -> Document {
    let from = credential(&delivery.from);
    let header = Header::new(
        from.clone(),
        credential(&delivery.to),
        from.with_secret(secret),
        Marketplace::USER_AGENT,
    );
    let request = ConfirmationRequest {
        header: ConfirmationHeader {
            confirm_id: Some(job.id.clone()),
            kind: confirmation.kind(),
            notice_date: job.created.into(),
            comments: confirmation.rejected.iter().map(|why| Comments::new(LANGUAGE, why)).collect(),
            ..ConfirmationHeader::default()
        },
        order_reference: OrderReference {
            payload_id: confirmation.order_payload_id.clone(),
            order_id: Some(confirmation.order_id.clone()),
            order_date: confirmation.order_date.map(cxml::Timestamp::from),
        },
        items: confirmation.lines.iter().map(|line| confirmation.item(line)).collect(),
    };
    let payload_id = marketplace.payload_id(&job.id);
    Document::request(payload_id, job.created, header, Request::from(request)).with_lang(LANGUAGE)
}

// === impl Confirmation ===

impl Confirmation {
    fn kind(&self) -> ConfirmationType {
        match self.rejected {
            None => ConfirmationType::AllDetail,
            Some(_) => ConfirmationType::Reject,
        }
    }

    fn item(&self, line: &ConfirmedLine) -> ConfirmationItem {
        let unit_of_measure =
            if line.unit_of_measure.is_empty() { "EA".to_owned() } else { line.unit_of_measure.clone() };
        let kind = match self.rejected {
            None => ConfirmationStatusType::Accept,
            Some(_) => ConfirmationStatusType::Reject,
        };
        let status = ConfirmationStatus {
            quantity: Some(line.quantity),
            kind,
            unit_of_measure: unit_of_measure.clone(),
            comments: self.rejected.iter().map(|why| Comments::new(LANGUAGE, why)).collect(),
            ..ConfirmationStatus::default()
        };
        ConfirmationItem {
            quantity: Some(line.quantity),
            line_number: Some(line.number),
            unit_of_measure,
            statuses: vec![status],
            ..ConfirmationItem::default()
        }
    }
}
