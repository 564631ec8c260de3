//! Documents as the simulated systems write them, and how they are sent.
//!
//! They are written here by templates and not by the `cxml` crate, so that a mistake in its writer or its
//! reader cannot cancel itself out.

mod answer;
mod encode;
mod envelope;
mod mac;
mod network;
mod order_request;
mod party;
mod post;
mod response;
mod setup_request;

pub(crate) use answer::read_answer;
pub(crate) use encode::encode;
pub(crate) use envelope::Envelope;
pub(crate) use network::forward;
pub(crate) use order_request::OrderRequest;
pub(crate) use post::{Exchange, post};
pub(crate) use response::response;
pub(crate) use setup_request::SetupRequest;
