//! Everything that takes more than one module to test, in one binary.

mod bare_loop;
mod carriers;
mod damage;
mod example;
mod faults;
mod generate;
mod reports;
mod round_trip;
mod samples;
mod shared;
mod tolerance;
mod validity;
mod w3c;
