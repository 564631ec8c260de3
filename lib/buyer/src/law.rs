//! The receiver's law: what the real systems demand of a cart and of an invoice.
//!
//! Documents are read here by a small strict reader of its own and not by the `cxml` crate: what that
//! crate writes shall be judged by somebody else, as in real life.

mod amount;
mod carrier;
mod cart;
mod invoice;
mod invoice_lines;
mod shape;
mod tree;

pub use cart::CartRejection;
pub(crate) use cart::{Expected, ReturnedCart, carried, judge_cart};
pub(crate) use invoice::{BookableInvoice, Inbox, Judged, judge_invoice, status};
pub use tree::ReadError;
pub(crate) use tree::{Element, read};
