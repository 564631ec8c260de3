//! Everything that takes more than one module to test, in one binary.

mod samples;
mod shared;
mod w3c;
