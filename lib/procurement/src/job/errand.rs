//! What a job does, as people call it.

use serde::{Deserialize, Serialize};

use super::Task;

/// What a job does for people. English is its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum Errand {
    /// [`Task::SubscribedMail`]
    #[error("Mail about the subscription")]
    Subscribed,
    /// [`Task::RefusedMail`]
    #[error("Mail about the refusal")]
    Refused,
    /// [`Task::OfferExpiringMail`]
    #[error("Mail that the offer is about to expire")]
    OfferExpiring,
    /// [`Task::RequestExpiringMail`]
    #[error("Mail that the request is about to expire")]
    RequestExpiring,
    /// [`Task::TestModeMail`]
    #[error("Reminder of test mode")]
    TestMode,
    /// [`Task::FailingMail`]
    #[error("Mail that deliveries fail")]
    Failing,
    /// [`Task::EndedMail`]
    #[error("Mail that the subscription was ended")]
    Ended,
    /// [`Task::AmendedMail`]
    #[error("Mail that the subscription was changed")]
    Amended,
    /// [`Task::OverrunMail`]
    #[error("Mail that usage has passed the estimate")]
    Overrun,
    /// [`Task::StatementMail`]
    #[error("Mail with the statement of a month's usage")]
    Statement,
    /// [`Task::Confirm`]
    #[error("Confirmation to the procurement system")]
    Confirmation,
}

// === impl Task ===

impl Task {
    /// It as people call it; nothing for what shows elsewhere: invoices, and looking whether something is over.
    pub const fn errand(&self) -> Option<Errand> {
        Some(match self {
            Self::SubscribedMail { .. } => Errand::Subscribed,
            Self::RefusedMail { .. } => Errand::Refused,
            Self::OfferExpiringMail { .. } => Errand::OfferExpiring,
            Self::RequestExpiringMail { .. } => Errand::RequestExpiring,
            Self::TestModeMail { .. } => Errand::TestMode,
            Self::FailingMail { .. } => Errand::Failing,
            Self::EndedMail { .. } => Errand::Ended,
            Self::AmendedMail { .. } => Errand::Amended,
            Self::OverrunMail { .. } => Errand::Overrun,
            Self::StatementMail { .. } => Errand::Statement,
            Self::Confirm { .. } => Errand::Confirmation,
            Self::ExpireRequest { .. }
            | Self::Invoice { .. }
            | Self::WithdrawInvoice { .. }
            | Self::Statement { .. }
            | Self::PublishEvents { .. }
            | Self::CreditNote { .. } => return None,
        })
    }
}
