//! Places.

use super::{Email, Fax, Name, Phone, Url};

/// `Address`: a place with a name; what `ShipTo` and `BillTo` hold.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Address {
    /// `isoCountryCode`.
    pub iso_country_code: Option<String>,
    /// `addressID`, the buyer's code of the place.
    pub address_id: Option<String>,
    /// The name of the place.
    pub name: Name,
    /// Where it is.
    pub postal_address: Option<PostalAddress>,
    /// E-mail there.
    pub email: Option<Email>,
    /// Telephone there.
    pub phone: Option<Phone>,
    /// Fax there.
    pub fax: Option<Fax>,
    /// A web address.
    pub url: Option<Url>,
}

/// `PostalAddress`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PostalAddress {
    /// `name`.
    pub name: Option<String>,
    /// `DeliverTo` lines: person, department, room.
    pub deliver_to: Vec<String>,
    /// `Street` lines, none of them empty.
    pub street: Vec<String>,
    /// The city.
    pub city: String,
    /// State or region.
    pub state: Option<String>,
    /// Postal code.
    pub postal_code: Option<String>,
    /// The country.
    pub country: Country,
}

/// `Country`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Country {
    /// `isoCountryCode`, two letters.
    pub iso_country_code: String,
    /// The name for people.
    pub name: String,
}
