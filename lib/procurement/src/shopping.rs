//! What a requester does in a session, as decisions: open it, put an item in the cart, take one out.
//!
//! Each gives the records as they are to be written, in one transaction, or says why not in words for the
//! requester (R40). The session goes one version on with every one of them, so of two clicks at once one wins
//! and the other decides again over what the first one wrote.

mod enter;
mod remove;
mod request;
mod sendable;
mod split;
mod subscribe;

pub use enter::{NotEntered, enter};
pub use remove::{Removed, remove};
pub use request::{Added, NotAdded, Wish, request};
pub(crate) use request::{Place, ask};
pub use sendable::{NotSendable, sendable};
pub use split::{parts, request_each};
pub use subscribe::{Subscribed, subscribe};
pub(crate) use subscribe::{fulfilled, what_follows, without_order};
