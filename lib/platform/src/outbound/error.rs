//! What comes back from a receiver, and why nothing does. No text names the URL: it may hold a secret.

use std::error::Error;

use super::resolver::Forbidden;

/// What the receiver answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    pub status: u16,
    pub content_type: Option<String>,
    pub body: Vec<u8>,
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum OutboundError {
    /// We do not send to such an address; it must be configured otherwise.
    #[error("the address was refused: {0}")]
    Refused(String),
    /// No complete answer. The receiver may have got the document.
    #[error("the receiver could not be reached: {0}")]
    Transport(String),
    /// The receiver got the document, but its answer is longer than 1 MB.
    #[error("the receiver's answer is longer than 1 MB")]
    TooLarge,
    /// The receiver may have got the document.
    #[error("the receiver did not answer in time")]
    Timeout,
}

pub(super) fn refused(reason: &str) -> OutboundError {
    OutboundError::Refused(reason.to_owned())
}

pub(super) fn of_transport(error: reqwest::Error) -> OutboundError {
    if let Some(forbidden) = causes(&error).find_map(|cause| cause.downcast_ref::<Forbidden>()) {
        return OutboundError::Refused(forbidden.to_string());
    }
    if error.is_timeout() {
        return OutboundError::Timeout;
    }
    let error = error.without_url();
    let innermost = causes(&error).last().map(ToString::to_string);
    OutboundError::Transport(innermost.unwrap_or_else(|| error.to_string()))
}

fn causes(error: &reqwest::Error) -> impl Iterator<Item = &(dyn Error + 'static)> {
    std::iter::successors(error.source(), |cause| (*cause).source())
}
