//! Pages in a real browser.

mod after_the_order;
mod demonstration;
