//! A worker and what is due: however much it is, and whatever is wrong with some of it.

mod many;
mod poisoned;
mod support;
