//! What is for sale: products, who sells them, and the offers under which they can be had.

mod currency;
mod eligibility;
mod listing;
mod offer;
mod pricing;
mod product;
mod quote;
mod revision;
mod unspsc;

pub use eligibility::{Eligibility, NotEligible, carried, eligibility, for_sale};
pub use listing::{CatalogueFault, Listing, MAX_LINE, MAX_OFFERS, parse_lines};
pub use offer::{Audience, Offer};
pub use pricing::{ContractPrice, Dimension, Due, Instalment, Pricing, Rate, date_of};
pub use product::{Product, ProductType, Seller};
pub use quote::{Choice, ChoiceError, MAX_QUANTITY, Quote, quote};
pub use revision::not_superseding;
