//! The store's pages in a real browser: frames, sessions, the back button, and every page looked at.

mod approved;
mod bypass;
mod carrying;
mod direct;
mod frames;
mod lines;
mod order_number;
mod pages;
mod reopened;
mod resend;
mod sessions;
mod sign_on;
mod trouble;
mod way;
