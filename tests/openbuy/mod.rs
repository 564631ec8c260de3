//! Open Buy and the Private Marketplace: what an organisation finds, and what it may buy (R22, R23).

mod approved;
mod calls;
mod client;
mod kept;
