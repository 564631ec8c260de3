//! The simulated systems over real HTTP, against a marketplace that is scripted.

mod cart;
mod counterpart;
mod documents;
mod form;
mod inbox;
mod marketplace;
mod ordering;
mod pages;
mod punch_out;
mod start;
