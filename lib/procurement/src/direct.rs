//! Direct visits: somebody comes to the store without a punch-out (R11, R13, R16, R18, R27).
//!
//! A direct visit is a session of the organisation itself and not of one of its connections ([`visit`]). What may be bought in
//! it is decided anew at every purchase by the connections that there are ([`course`]): with none that stands against it the
//! account subscribes natively ([`buy`]), otherwise the choice waits for the same person's next punch-out ([`wait`],
//! [`take_up`]), or begins in SAP Ariba. What was bought past the procurement system is in the bypass report ([`bypass`]).

mod buy;
pub mod bypass;
mod visitor;
mod waiting;

pub use buy::{DirectWish, NotBought, buy, course};
pub use visitor::{DirectVisitor, own_connection, own_id, visit};
pub use waiting::{TakenUp, WAITS, Waiting, Wanted, persons, take_up, wait};
