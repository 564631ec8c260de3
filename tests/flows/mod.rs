//! What people do, from punch-out to invoice.

mod ariba;
mod calls;
mod cart;
mod changes;
mod coupa;
mod credentials;
mod exactly_once;
mod offers_that_hold;
mod refusals;
mod removal;
mod setup;
mod test_mode;
mod trial;
mod valid;
