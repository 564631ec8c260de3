//! What is for sale.

use iso_currency::Currency;
use procurement::catalogue::{
    Audience, Choice, ContractPrice, Dimension, Due, Instalment, Offer, Pricing, Product, ProductType, Quote,
    Rate, Seller, quote,
};
use procurement::marketplace::Marketplace;
use procurement::money::Money;

use super::{decimal, money};

/// Every way to pay, each with the name of its model.
pub fn every_pricing() -> [Pricing; 6] {
    [contract(), instalments(), usage(), Pricing::Free, Pricing::Byol, Pricing::FreeTrial { days: 30 }]
}

pub fn product() -> Product {
    Product {
        id: "prod-lumen-logs".parse().expect("an id"),
        name: "Lumen Logs".into(),
        summary: "Keeps logs.".into(),
        description: "Keeps logs, and finds them again.".into(),
        product_type: ProductType::Saas,
        category: "Observability".into(),
        seller: Seller { id: "seller-lumen".parse().expect("an id"), name: "Lumenwick".into() },
        support: None,
        setup_url: "https://start.lumenwick.example/".parse().expect("a URL"),
        withdrawn: false,
    }
}

pub fn product_of(product_type: ProductType) -> Product {
    Product { product_type, ..product() }
}

/// A public offer of the product that does not end.
pub fn offer(pricing: Pricing) -> Offer {
    Offer {
        id: "offer-standard".parse().expect("an id"),
        product: product().id,
        revision: 3,
        name: "Standard".into(),
        audience: Audience::Public,
        pricing,
        expires: None,
        replaced_by: None,
    }
}

/// Seats at 120.00 a year or 200.00 for two.
pub fn contract() -> Pricing {
    Pricing::Contract { currency: Currency::USD, dimensions: vec![seats(), hosts()] }
}

pub fn seats() -> Dimension {
    dimension("seats", "seat", &[(12, "120.00"), (24, "200.00")])
}

pub fn hosts() -> Dimension {
    dimension("hosts", "host", &[(12, "0.35"), (24, "0.60")])
}

pub fn dimension(key: &str, unit: &str, prices: &[(u16, &str)]) -> Dimension {
    let prices =
        prices.iter().map(|(months, price)| ContractPrice { months: *months, price: decimal(price) });
    Dimension { key: key.into(), name: key.into(), unit: unit.into(), prices: prices.collect() }
}

/// 10,000.00 in three parts: at once, after six months, and on a date.
pub fn instalments() -> Pricing {
    let part = |due, amount| Instalment { due, amount: decimal(amount) };
    Pricing::FlexiblePaymentSchedule {
        currency: Currency::USD,
        months: 12,
        instalments: vec![
            part(Due::AfterMonths(0), "3333.33"),
            part(Due::AfterMonths(6), "3333.33"),
            part(Due::On("2027-01-01".parse().expect("a date")), "3333.34"),
        ],
    }
}

pub fn usage() -> Pricing {
    let rate = Rate { name: "Host hours".into(), unit: "host hour".into(), price: decimal("0.012") };
    Pricing::PayAsYouGo { currency: Currency::USD, rates: vec![rate] }
}

/// What a requester enters to get the price that the examples go by.
pub fn choice(pricing: &Pricing) -> Choice {
    match pricing {
        Pricing::Contract { dimensions, .. } => seats_for(dimensions[0].prices[0].months, 10),
        _ => Choice::default(),
    }
}

pub fn seats_for(months: u16, seats: u32) -> Choice {
    Choice { months: Some(months), quantities: [("seats".to_owned(), seats)].into(), estimate: None }
}

/// What the usual choice under this offer comes to, with this blanket amount.
pub fn quote_of(offer: &Offer, blanket: Money) -> Quote {
    quote(&offer.pricing, &choice(&offer.pricing), blanket).expect("a price")
}

/// Ten seats and a host for a year: two charges of the contract.
pub fn quote_of_two() -> (Choice, Quote) {
    let mut choice = seats_for(12, 10);
    choice.quantities.insert("hosts".to_owned(), 1);
    let quote = quote(&contract(), &choice, blanket()).expect("a price");
    (choice, quote)
}

/// What pay-as-you-go comes to without an estimate.
pub fn blanket() -> Money {
    money("10000.00 USD")
}

pub fn marketplace() -> Marketplace {
    Marketplace {
        name: "Software Market".into(),
        base_url: "https://market.example/shop/".parse().expect("a URL"),
        mail_from: "shop@market.example".into(),
        supplier: super::identity("DUNS", "123456789"),
    }
}
