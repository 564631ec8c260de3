//! The receiver's law: what the real systems demand of a cart and of an invoice.
//!
//! Documents are read here by a small strict reader of its own and not by the `cxml` crate: what that
//! crate writes shall be judged by somebody else, as in real life.

mod amount;
mod carrier;
mod cart;
mod cart_line;
mod invoice;
mod invoice_lines;
mod invoice_parties;
mod invoice_sums;
mod rejection;
#[cfg(test)]
mod samples;
mod shape;
mod tree;
mod verdict;

pub(crate) use cart::{Expected, ReturnedCart, carried, judge_cart};
pub(crate) use invoice::{BookableInvoice, Inbox, Judged, judge_invoice};
pub(crate) use invoice_parties::is_the_suppliers;
pub use rejection::CartRejection;
pub use tree::ReadError;
pub(crate) use tree::{Element, Tree, read};
pub(crate) use verdict::status;
