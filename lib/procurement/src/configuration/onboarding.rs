//! How an SAP Ariba connection comes into use, with the operator's part in it (R13).

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// How far a connection has come, and since when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Onboarding {
    /// The step that was reached last.
    pub step: Step,
    /// Since when.
    pub since: Timestamp,
}

/// The steps, in order (R13).
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// The buyer asked for it.
    Requested,
    /// The operator sent the instructions.
    InstructionsSent,
    /// The buyer tries it out.
    Testing,
    /// The buyer asked to go live.
    LiveRequested,
    /// Purchases are real.
    Live,
}

/// Who takes a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Takes {
    /// The operator.
    Operator,
    /// The buyer's administrator.
    Administrator,
}

// === impl Onboarding ===

impl Onboarding {
    /// A connection that was just made.
    pub const fn begun(now: Timestamp) -> Self {
        Self { step: Step::Requested, since: now }
    }
}

// === impl Step ===

impl Step {
    /// All of them, in order.
    pub const ALL: [Self; 5] =
        [Self::Requested, Self::InstructionsSent, Self::Testing, Self::LiveRequested, Self::Live];

    /// Whether somebody may go from this step to `next`. Only the operator makes the last step and the way back (R13).
    pub const fn may_go_to(self, next: Self, who: Takes) -> bool {
        match (self, next) {
            (Self::Testing, Self::LiveRequested) => true,
            (Self::Requested, Self::InstructionsSent)
            | (Self::InstructionsSent, Self::Testing)
            | (Self::LiveRequested, Self::Live | Self::Testing)
            | (Self::Live, Self::Testing) => matches!(who, Takes::Operator),
            _ => false,
        }
    }

    /// The step's name.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Requested => "requested",
            Self::InstructionsSent => "instructions_sent",
            Self::Testing => "testing",
            Self::LiveRequested => "live_requested",
            Self::Live => "live",
        }
    }
}
