//! Purchase orders: what one says, and what comes of it.
//!
//! A purchase order creates exactly one agreement per requisition item (R34). Three things keep it
//! so, and none of them is luck: the order's record is written new or at the version that was read,
//! every requisition item is written at the version that was read, and the agreement is kept under
//! its requisition item and written only if none is there. All of it is one transaction; whoever
//! loses the race reads again and finds the answer that the winner gave.

mod check;
mod decide;
mod digest;
mod fault;
mod no_longer;
mod offer_check;
mod outcome;
mod purchase_order;
mod unread;

pub use check::{LineFault, Loaded};
pub use decide::{Ids, Situation, decide, refuse_document};
pub use fault::OrderFault;
pub use no_longer::{NoLonger, Today, holds};
pub use offer_check::{Stale, still_holds};
pub use outcome::{
    Acceptance, Answer, Fulfilment, OrderKey, OrderRecord, OrderResult, Outcome, RefusedOrder, TestOrder,
};
pub use purchase_order::{Line, MAX_LINES, MAX_ORDER_ID, OrderAction, PurchaseOrder, read};
pub use unread::{Unread, named_requisitions};
