//! A parked invoice that a person sets right and sends again (R48).

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Invoice, InvoiceState};
use crate::agreement::OrderLine;
use crate::job::{Job, Task};

/// What the procurement system's order says otherwise than it was received. What is left out stays.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Correction {
    /// The purchase order's number.
    pub order_id: Option<String>,
    /// The line.
    pub line: Option<u32>,
    /// The unit of measure.
    pub unit_of_measure: Option<String>,
    /// Whether the line buys an amount and not units.
    pub is_service: Option<bool>,
    /// The part number.
    pub part_id: Option<String>,
}

/// Why an invoice is not sent again.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CannotResend {
    /// The procurement system has it.
    #[error("invoice {0} was delivered; cancel it if it is wrong")]
    Delivered(String),
    /// It will be tried anyway.
    #[error("invoice {0} is still being tried; wait until it is delivered or parked")]
    UnderWay(String),
    /// A person uploads it.
    #[error("invoice {0} is uploaded by hand; download it again")]
    ByHand(String),
    /// It counts no more.
    #[error("invoice {0} was cancelled")]
    Cancelled(String),
}

/// The parked invoice with what was set right, and the job that delivers it. Set right, it is another document
/// with a payloadID of its own; as it was, it is the same one. Its number stays in either case.
pub fn resend(
    invoice: &Invoice,
    correction: Correction,
    payload_id: String,
    now: Timestamp,
) -> Result<(Invoice, Job), CannotResend> {
    let number = invoice.number.clone();
    match invoice.state {
        InvoiceState::Parked { .. } => {}
        InvoiceState::Due => return Err(CannotResend::UnderWay(number)),
        InvoiceState::Delivered { .. } | InvoiceState::Withdrawing { .. } => {
            return Err(CannotResend::Delivered(number));
        }
        InvoiceState::ToUpload { .. } => return Err(CannotResend::ByHand(number)),
        InvoiceState::Cancelled { .. } => return Err(CannotResend::Cancelled(number)),
    }
    let mut again = invoice.clone().with(InvoiceState::Due);
    if !correction.is_empty() {
        again.correction = again.correction.and(correction);
        again.payload_id = payload_id;
    }
    let job = job(&again, now);
    Ok((again, job))
}

fn job(invoice: &Invoice, now: Timestamp) -> Job {
    let (requisition, instalment) = (invoice.requisition, invoice.instalment);
    let kind = if invoice.is_credit() { "credit" } else { "invoice" };
    let id = format!("{kind}-again-{}-{instalment}-{}", invoice.agreement, invoice.version);
    let task = if invoice.is_credit() {
        Task::CreditNote { requisition, instalment }
    } else {
        Task::Invoice { requisition, instalment }
    };
    Job::new(id, task, now, now)
}

// === impl Correction ===

impl Correction {
    /// Whether nothing is set right.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// This correction and a later one, which wins.
    #[must_use]
    pub fn and(self, later: Self) -> Self {
        Self {
            order_id: later.order_id.or(self.order_id),
            line: later.line.or(self.line),
            unit_of_measure: later.unit_of_measure.or(self.unit_of_measure),
            is_service: later.is_service.or(self.is_service),
            part_id: later.part_id.or(self.part_id),
        }
    }

    /// The line of the order as the procurement system has it.
    pub fn apply(&self, mut line: OrderLine) -> OrderLine {
        if let Some(order_id) = &self.order_id {
            line.order_id.clone_from(order_id);
        }
        if let Some(unit) = &self.unit_of_measure {
            line.unit_of_measure.clone_from(unit);
        }
        if let Some(part_id) = &self.part_id {
            line.part_id.clone_from(part_id);
        }
        line.line = self.line.unwrap_or(line.line);
        line.is_service = self.is_service.unwrap_or(line.is_service);
        line
    }
}
