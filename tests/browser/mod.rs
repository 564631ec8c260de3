//! Pages in a real browser.

mod after_the_order;
mod console;
mod console_pages;
mod demonstration;
mod store;
