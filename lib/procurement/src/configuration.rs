//! Who may configure, what they set, and what is kept of it.
//!
//! Every decision takes the records as they were read and gives them as they are to be written, with the entry of the
//! audit log that goes with them (R5); nothing is changed without one. Texts come in as somebody typed them, and each
//! mistake names its field.

mod approval;
mod audit;
mod change;
mod confirming;
mod create;
mod delivery;
mod draft;
mod field;
mod health;
mod invoice_options;
mod invoicing;
mod obstacle;
mod onboarding;
mod operate;
mod order_number;
mod organisation;
mod problem;
mod readiness;
mod rotate;
mod which;
mod who;

pub use approval::AutomaticApproval;
pub use audit::{Action, AuditEntry, FieldChange};
pub use change::{Acting, Changed, change, disable, enable};
pub use create::{Creation, create};
pub use delivery::Seal;
pub use draft::Draft;
pub use field::fields;
pub use health::{Health, WouldHaveBought, health};
pub use obstacle::Obstacle;
pub use onboarding::{Onboarding, Step, Takes};
pub use operate::{Removal, advance, remove, request_live};
pub use order_number::{MAX_ORDER_NUMBER, NotAnOrderNumber, OrderNumber};
pub use organisation::{MAX_CONNECTIONS, OrganisationDraft, OrganisationSettings, change_organisation};
pub use problem::{Mistake, Problem};
pub use readiness::{
    ApprovalUrl, Asked, Check, Ends, Finding, Place, Reached, Readiness, Sender, addresses, readiness,
};
pub use rotate::{MAX_SECRETS, NewSecret, rotate};
pub use which::{WhichConnection, WhyConnection, which};
pub use who::{Caller, Permissions, Standing};
