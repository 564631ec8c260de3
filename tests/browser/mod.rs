//! Pages in a real browser.

mod demonstration;
