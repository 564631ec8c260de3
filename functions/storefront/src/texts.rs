//! Every text of every page, in every language. Each page's texts are in one file, both languages one below the other;
//! a language lacks none, because it would not compile.

mod cart;
mod direct;
mod formats;
mod frame;
pub mod notices;
mod offer;
mod price;
mod product;
mod reference;
mod requests;
mod search;
mod subscriptions;

use procurement::mail::Language;

pub use formats::Formats;

/// The texts of one language.
#[derive(Debug)]
pub struct Texts {
    pub language: Language,
    pub formats: Formats,
    pub frame: frame::Texts,
    pub search: search::Texts,
    pub product: product::Texts,
    pub price: price::Texts,
    pub offer: offer::Texts,
    pub cart: cart::Texts,
    pub direct: direct::Texts,
    pub requests: requests::Texts,
    pub subscriptions: subscriptions::Texts,
    pub reference: reference::Texts,
    pub notices: notices::Texts,
}

const ENGLISH: Texts = Texts {
    language: Language::English,
    formats: formats::ENGLISH,
    frame: frame::ENGLISH,
    search: search::ENGLISH,
    product: product::ENGLISH,
    price: price::ENGLISH,
    offer: offer::ENGLISH,
    cart: cart::ENGLISH,
    direct: direct::ENGLISH,
    requests: requests::ENGLISH,
    subscriptions: subscriptions::ENGLISH,
    reference: reference::ENGLISH,
    notices: notices::ENGLISH,
};

const GERMAN: Texts = Texts {
    language: Language::German,
    formats: formats::GERMAN,
    frame: frame::GERMAN,
    search: search::GERMAN,
    product: product::GERMAN,
    price: price::GERMAN,
    offer: offer::GERMAN,
    cart: cart::GERMAN,
    direct: direct::GERMAN,
    requests: requests::GERMAN,
    subscriptions: subscriptions::GERMAN,
    reference: reference::GERMAN,
    notices: notices::GERMAN,
};

/// The texts of a language.
pub fn of(language: Language) -> &'static Texts {
    static TEXTS: [Texts; 2] = [ENGLISH, GERMAN];
    match language {
        Language::English => &TEXTS[0],
        Language::German => &TEXTS[1],
    }
}
