//! People and how to reach them.

use super::{Extrinsic, IdReference, Name, PostalAddress};

/// `Contact`: a person or a group and the ways to reach them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Contact {
    /// `role`, such as `endUser` or `billFrom`. A name token: characters that XML does not allow
    /// in one are written as `_`.
    pub role: Option<String>,
    /// `addressID`, the partner's own code for this place.
    pub address_id: Option<String>,
    /// The name.
    pub name: Name,
    /// Where letters go.
    pub postal_addresses: Vec<PostalAddress>,
    /// E-mail addresses.
    pub emails: Vec<Email>,
    /// Telephones.
    pub phones: Vec<Phone>,
    /// Fax machines.
    pub faxes: Vec<Fax>,
    /// Web addresses.
    pub urls: Vec<Url>,
    /// Other identifiers.
    pub id_references: Vec<IdReference>,
    /// Extensions.
    pub extrinsics: Vec<Extrinsic>,
}

/// `Email`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Email {
    /// `name`, what the address is for.
    pub name: Option<String>,
    /// `preferredLang`, the language its owner reads.
    pub preferred_lang: Option<String>,
    /// The address.
    pub address: String,
}

impl Email {
    /// An address without a name.
    pub fn new(address: impl Into<String>) -> Self {
        Self { address: address.into(), ..Self::default() }
    }
}

/// `URL` where it may carry a name.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Url {
    /// `name`, what the address is for.
    pub name: Option<String>,
    /// The address as it was sent. It is not checked here.
    pub address: String,
}

impl Url {
    /// An address without a name.
    pub fn new(address: impl Into<String>) -> Self {
        Self { name: None, address: address.into() }
    }
}

/// `Phone`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Phone {
    /// `name`, such as `work`.
    pub name: Option<String>,
    /// The number.
    pub number: TelephoneNumber,
}

/// `TelephoneNumber`, in its parts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TelephoneNumber {
    /// `isoCountryCode` of the country code.
    pub iso_country_code: String,
    /// The dialling code of the country, without plus.
    pub country_code: String,
    /// The area or city.
    pub area_or_city_code: String,
    /// The number itself.
    pub number: String,
    /// An extension.
    pub extension: Option<String>,
}

/// `Fax`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Fax {
    /// `name`.
    pub name: Option<String>,
    /// Where a fax arrives.
    pub target: FaxTarget,
}

/// What a `Fax` element may hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FaxTarget {
    /// A machine at a number.
    Telephone(TelephoneNumber),
    /// A service at an address.
    Url(Url),
    /// A service that takes e-mail.
    Email(Email),
}

impl Default for FaxTarget {
    fn default() -> Self {
        Self::Telephone(TelephoneNumber::default())
    }
}
