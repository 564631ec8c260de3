//! The colour of a state: a class of the style sheet, always beside the word that says the same.

use crate::{Approval, Delivery, Status};

impl Approval {
    pub(super) fn tone(&self) -> &'static str {
        match self {
            Self::Cart => "plain",
            Self::Pending => "wait",
            Self::Approved(_) => "good",
            Self::Rejected(_) => "bad",
        }
    }
}

impl Delivery {
    pub(super) fn tone(&self) -> &'static str {
        match self {
            Self::Ready => "plain",
            Self::Accepted => "good",
            Self::Waiting { .. } => "wait",
            Self::Refused(_) | Self::GivenUp(_) => "bad",
        }
    }
}

impl Status {
    pub(super) fn tone(&self) -> &'static str {
        match self.code {
            200..300 => "good",
            500..600 => "wait",
            _ => "bad",
        }
    }
}
