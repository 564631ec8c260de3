//! All functions of the marketplace in one process, for real use on one machine, for the demonstration, and for tests.

pub mod agreement;
pub mod catalogue;
pub mod command;
pub mod config_command;
pub mod connection;
pub mod console_link;
pub mod cxml_check;
pub mod demo;
pub mod gate;
pub mod inspect;
pub mod invoice;
pub mod marketplace;
pub mod place;
pub mod provision;
pub mod reconcile;
pub mod replay;
pub mod self_test;
pub mod serve;
pub mod shopper;
pub mod signed;
pub mod stop;
pub mod store_link;
pub mod usage;

/// The embedded engine takes memory on one thread and gives it back on another, many times a request: the system's allocator
/// spends a third of the time of a purchase on that.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;
