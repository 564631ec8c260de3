//! The harness: a whole marketplace with its own store on a free port, a clock under the test's hand, and the simulated
//! buyers of the demonstration. A test that leaves a due job undone fails when the harness is dropped.

pub mod browser;
mod finished;
mod harness;
mod http_inbox;
mod order_document;
mod prepared;
mod schema;
mod serving;
mod shopping;
pub mod tools;

pub use harness::Harness;
pub use http_inbox::HttpInbox;
pub use order_document::OrderDocument;
pub use prepared::{Ordered, Prepared, PreparedOrder};
pub use schema::validator;
pub use serving::Serving;
pub use shopping::{Offered, Shopping};
