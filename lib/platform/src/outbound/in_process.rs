//! A receiver in this process, where a test plays the other side without a network.

use std::fmt::Debug;
use std::future::Future;
use std::pin::Pin;

use url::Url;

use super::error::{Answer, OutboundError};

/// What is posted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Posted {
    pub url: Url,
    pub content_type: String,
    pub body: Vec<u8>,
}

/// What comes back, or why nothing does.
pub type Receiving = Pin<Box<dyn Future<Output = Result<Answer, OutboundError>> + Send>>;

/// Takes what is posted.
pub trait Receiver: Debug + Send + Sync {
    fn receive(&self, posted: Posted) -> Receiving;
}
