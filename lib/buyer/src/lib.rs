//! Simulated procurement systems: Coupa and SAP Ariba, on the wire and as pages in a browser.
//!
//! A [`Buyer`] is a procurement system that runs on loopback. It has two faces over one set of steps:
//!
//! - **pages** for a person: Shop Online, the cart that comes back, submit, approve, the purchase order and
//!   what the marketplace answered, the invoices received, settings;
//! - **calls** for a program: [`Buyer::punch_out`], [`Buyer::receive_cart`], [`Buyer::submit`],
//!   [`Buyer::search`], [`Buyer::approve`], [`Buyer::send_po`], [`Buyer::retry_due`], [`Buyer::received_invoices`], by real HTTP,
//!   each saying what was sent, which Status came back and how long it took.
//!
//! It is the counterpart of the marketplace and not a part of it, so it shares no code with it: it writes its
//! documents by templates of its own, with the oddities of the real systems, reads what it gets with a strict
//! reader of its own, and judges it by the receiver's law. What it can be made to get wrong is a
//! [`Fault`] in what it sends and an [`InboxFault`] in how it takes invoices.
//!
//! SAP Ariba is two hops, as in life: the buyer writes a document, the business network puts itself into
//! Sender, with the supplier's shared secret, and passes it on.

mod approval;
mod buyer;
mod checkout;
mod clock;
mod config;
mod confirmation;
mod connection;
mod delivery;
mod document;
mod error;
mod exchange;
mod fault;
#[cfg(feature = "form")]
mod form;
mod ids;
mod inbox;
mod invoice;
mod law;
mod open_buy;
mod order;
mod ordering;
mod pages;
mod parcel;
mod punch_out;
mod records;
mod requisition;
mod session;
mod state;
mod system;
mod wire;
mod wish;

pub use buyer::Buyer;
pub use clock::Clock;
pub use config::{Config, Invoicing, Requester};
pub use confirmation::{Confirmation, ConfirmedLine};
pub use connection::{Connection, Credential};
pub use document::{About, Direction, Document, DocumentId, Status};
pub use error::BuyerError;
pub use fault::Fault;
#[cfg(feature = "form")]
pub use form::{Form, FormError, forms};
pub use invoice::{InboxFault, Invoice, InvoiceLine};
pub use law::{CartRejection, ReadError};
pub use open_buy::{Found, FoundItem, NotFound};
pub use order::{Answer, Delivery, OrderKind, PurchaseOrder};
pub use parcel::Attachment;
pub use requisition::{Approval, Line, LineType, Requisition};
pub use session::{Checkout, Operation, Reopened, Session, SetupAnswer, Stage};
pub use system::System;
pub use wish::PunchOut;
