//! The pages over an embedded store, called as a browser calls them.

mod automatic;
mod cart;
mod direct;
mod german;
mod hostile;
mod offer;
mod product;
mod reference;
mod requests;
mod search;
mod session;
mod start;
mod surroundings;
mod world;
