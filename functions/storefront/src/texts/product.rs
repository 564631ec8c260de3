//! A product.

/// A product.
#[derive(Debug)]
pub struct Texts {
    pub about: &'static str,
    pub seller: &'static str,
    pub delivered_as: &'static str,
    pub support: &'static str,
    pub offers: fn(usize) -> &'static str,
    pub no_offer: &'static str,
    pub private: &'static str,
    pub ends: fn(&str) -> String,
    pub request: &'static str,
    pub request_for: fn(&str) -> String,
}

pub const ENGLISH: Texts = Texts {
    about: "About this product",
    seller: "Seller",
    delivered_as: "Delivered as",
    support: "Support",
    offers: |count| if count == 1 { "Offer" } else { "Offers" },
    no_offer: "There is no offer of this product for your organisation. Ask the seller for one.",
    private: "Private offer for you",
    ends: |end| format!("This offer ends on {end}."),
    request: "Request approval",
    request_for: |offer| format!(" for {offer}"),
};

pub const GERMAN: Texts = Texts {
    about: "Über dieses Produkt",
    seller: "Anbieter",
    delivered_as: "Wird geliefert als",
    support: "Unterstützung",
    offers: |count| if count == 1 { "Angebot" } else { "Angebote" },
    no_offer: "Für Ihre Organisation gibt es kein Angebot dieses Produkts. Bitten Sie den Anbieter um eines.",
    private: "Privates Angebot für Sie",
    ends: |end| format!("Dieses Angebot endet am {end}."),
    request: "Genehmigung anfragen",
    request_for: |offer| format!(" für {offer}"),
};
