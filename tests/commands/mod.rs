//! `punchgate` as the operator calls it: a process over the marketplace's directory.

mod catalogue;
mod desk;
mod invoices;
mod messages;
mod subscriptions;
