//! The configuration's API, as requests see it.

mod catalogue;
mod connections;
mod description;
mod direct;
mod gateway;
mod moved;
mod organisation;
mod session;
mod signatures;
mod subscription;
mod who_may;
mod world;
