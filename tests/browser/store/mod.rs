//! The store's pages in a real browser: frames, sessions, the back button, and every page looked at.

mod carrying;
mod direct;
mod frames;
mod pages;
mod sessions;
mod sign_on;
mod trouble;
mod way;
