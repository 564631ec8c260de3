//! What is for sale: products, who sells them, and the offers under which they can be had.

mod eligibility;
mod listing;
mod offer;
mod pricing;
mod product;
mod search;
mod unspsc;

pub use eligibility::{Eligibility, NotEligible, eligibility};
pub use listing::{CatalogueFault, Listing, parse_lines};
pub use offer::{Audience, Offer};
pub use pricing::{
    Choice, ChoiceError, ContractPrice, Dimension, Due, Instalment, MAX_QUANTITY, Pricing, Quote, Rate,
    date_of, quote,
};
pub use product::{Product, ProductType, Seller};
pub use search::{Index, Query};
