//! What a listing costs at the least, for a list: the price to compare by, and what it is the price of.

use procurement::catalogue::{Offer, Pricing};
use procurement::money::Money;

/// A price, and what it is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Price {
    pub amount: Money,
    pub note: String,
}

/// The lowest price of an offer.
pub fn of(offer: &Offer) -> Option<Price> {
    let label = offer.pricing.label();
    match &offer.pricing {
        Pricing::Contract { currency, dimensions } => {
            let prices = dimensions.iter().flat_map(|dimension| {
                dimension.prices.iter().map(move |price| (price.price, price.months, &dimension.unit))
            });
            let (price, months, unit) = prices.min_by_key(|(price, ..)| *price)?;
            let note = format!("{label}: from this price for one {unit} and {months} months");
            Some(Price { amount: Money::new(price, *currency), note })
        }
        Pricing::FlexiblePaymentSchedule { currency, months, instalments } => {
            let parts = instalments.iter().map(|part| Money::new(part.amount, *currency));
            let note = format!("{label}: the whole of {months} months");
            Some(Price { amount: Money::sum(parts).ok()?, note })
        }
        Pricing::PayAsYouGo { currency, rates } => {
            let rate = rates.iter().min_by_key(|rate| rate.price)?;
            let note = format!("{label}: from this price for one {}", rate.unit);
            Some(Price { amount: Money::new(rate.price, *currency), note })
        }
        Pricing::Free | Pricing::Byol => {
            Some(Price { amount: Money::zero(offer.pricing.currency()), note: label.to_owned() })
        }
        Pricing::FreeTrial { days } => {
            let note = format!("{label}: nothing for {days} days");
            Some(Price { amount: Money::zero(offer.pricing.currency()), note })
        }
    }
}
