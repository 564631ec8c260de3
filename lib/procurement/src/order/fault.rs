//! What is wrong with a purchase order, by its cause: the sender gets it in English, people in their language (R40).

use serde::{Deserialize, Serialize};

use super::check::LineFault;
use super::purchase_order::{MAX_LINES, MAX_ORDER_ID};
use crate::deployment::Mark;
use crate::refusal::Refusal;

/// What is wrong; the text says what to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum OrderFault {
    /// One of its lines.
    #[error("Line {number}: {}.", .fault.to_string().trim_end_matches('.'))]
    Line {
        /// The line.
        number: u32,
        /// What is wrong with it.
        fault: LineFault,
    },
    /// It changes or takes back what was a test (R9).
    #[error(
        "TEST: purchase order {order_id} was completed as a test. Nothing was bought, so there is nothing to change or to \
         take back. To test again, request approval in the store again."
    )]
    TestCompleted {
        /// Its number.
        order_id: String,
    },
    /// Another order came under its number (R35).
    #[error(
        "Purchase order {order_id} was received before with other content. Nothing was changed. To order something else, send \
         it under a new number or a new orderVersion."
    )]
    Different {
        /// Its number.
        order_id: String,
    },
    /// It changes or takes back what is bought (R39).
    #[error(
        "Purchase order {order_id} has been fulfilled: the subscription exists and cannot be changed by a purchase order. Ask \
         the seller to amend or to end it, or order the difference with a new request."
    )]
    Fulfilled {
        /// The number of the order that bought it.
        order_id: String,
    },
    /// It takes back something that it does not name. Without its lines it cannot be told what a deletion is about: to say
    /// that nothing was bought could be wrong.
    #[error(
        "The deletion of purchase order {order_id} names no request of this marketplace, so nothing was taken back. Send it \
         with the lines of the order, each with its SupplierPartAuxiliaryID."
    )]
    NamesNothing {
        /// Its number.
        order_id: String,
    },
    /// It is a release.
    #[error(
        "Releases against a blanket order are not supported: the agreement is made by the blanket order itself. Send a regular \
         or a blanket order."
    )]
    Release,
    /// It has no number, or one that is too long.
    #[error("The order needs an orderID of 1 to {most} characters.", most = MAX_ORDER_ID)]
    OrderId,
    /// It has no lines, or too many.
    #[error(
        "The order has {count} lines; 1 to {most} are taken in one order. Split it into several orders.",
        most = MAX_LINES
    )]
    Lines {
        /// How many.
        count: usize,
    },
    /// Its version is no number.
    #[error("The orderVersion is not a whole number. Count it up by 1 with every change of the order.")]
    Version,
    /// The document names the other of test and production than the connection's mode, which is strict (R20). Setups are
    /// refused for it as well.
    #[error(
        "This was sent with {}, but the connection \"{connection}\" is {}, and its settings refuse what disagrees. Send it \
         from the other account, or change the connection.",
        .mark.named(),
        if .mark.test { "in test mode" } else { "live" }
    )]
    OtherMode {
        /// What it names.
        mark: Mark,
        /// The connection's name.
        connection: String,
    },
}

// === impl OrderFault ===

impl OrderFault {
    /// The refusal that this makes.
    pub fn refusal(self) -> Refusal {
        let code = self.code();
        Refusal { code, reason: self.to_string(), because: vec![self] }
    }

    fn code(&self) -> u16 {
        match self {
            Self::Line { fault, .. } => fault.code(),
            Self::TestCompleted { .. }
            | Self::Different { .. }
            | Self::Fulfilled { .. }
            | Self::OtherMode { .. } => Refusal::CONFLICT,
            Self::NamesNothing { .. } => Refusal::MISSING,
            Self::Release => Refusal::NOT_IMPLEMENTED,
            Self::OrderId | Self::Lines { .. } | Self::Version => Refusal::BAD_REQUEST,
        }
    }
}
