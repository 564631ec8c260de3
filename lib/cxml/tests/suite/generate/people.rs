//! The envelope, people and places.

use cxml::*;

use super::Source;

impl Source<'_> {
    pub(crate) fn header(&mut self) -> Header {
        Header {
            from: Party { credentials: self.list_without_empty(Self::credential) },
            to: Credential::new("DUNS", self.text()).into(),
            sender: Sender {
                credentials: self.list_without_empty(Self::credential),
                user_agent: self.optional(Self::full_text),
            },
        }
    }

    fn credential(&mut self) -> Credential {
        let credential = Credential {
            kind: self.one_of(&[None, Some(CredentialType::Marketplace)]),
            ..Credential::new(self.text(), self.text())
        };
        match self.byte() % 3 {
            0 => credential,
            1 => credential.with_secret(self.text()),
            _ => credential.with_mac(CredentialMac {
                kind: self.text(),
                algorithm: self.text(),
                creation_date: self.moment(),
                expiration_date: self.moment(),
                value: self.text(),
            }),
        }
    }

    pub(crate) fn contact(&mut self) -> Contact {
        Contact {
            role: self.one_of(&[None, Some("endUser"), Some("été-1")]).map(str::to_owned),
            address_id: self.optional(Self::text),
            name: self.name(),
            postal_addresses: self.list(Self::postal_address),
            emails: self.list(Self::email),
            phones: self.list(Self::phone),
            faxes: self.list(Self::fax),
            urls: self.list(Self::url),
            id_references: self.list(Self::id_reference),
            extrinsics: self.list(Self::extrinsic),
        }
    }

    pub(crate) fn address(&mut self) -> Address {
        Address {
            iso_country_code: self.optional(Self::text),
            address_id: self.optional(Self::text),
            name: self.name(),
            postal_address: self.optional(Self::postal_address),
            email: self.optional(Self::email),
            phone: self.optional(Self::phone),
            fax: self.optional(Self::fax),
            url: self.optional(Self::url),
        }
    }

    pub(crate) fn postal_address(&mut self) -> PostalAddress {
        PostalAddress {
            name: self.optional(Self::text),
            deliver_to: self.list(Self::text),
            street: self.list(Self::full_text),
            city: self.text(),
            state: self.optional(Self::text),
            postal_code: self.optional(Self::text),
            country: self.country(),
        }
    }

    pub(crate) fn country(&mut self) -> Country {
        Country { iso_country_code: self.text(), name: self.text() }
    }

    fn email(&mut self) -> Email {
        Email {
            name: self.optional(Self::text),
            preferred_lang: self.optional(Self::text),
            address: self.text(),
        }
    }

    pub(crate) fn url(&mut self) -> Url {
        Url { name: self.optional(Self::text), address: self.text() }
    }

    fn phone(&mut self) -> Phone {
        Phone { name: self.optional(Self::text), number: self.telephone_number() }
    }

    fn fax(&mut self) -> Fax {
        Fax {
            name: self.optional(Self::text),
            target: match self.byte() % 3 {
                0 => FaxTarget::Telephone(self.telephone_number()),
                1 => FaxTarget::Url(self.url()),
                _ => FaxTarget::Email(self.email()),
            },
        }
    }

    fn telephone_number(&mut self) -> TelephoneNumber {
        TelephoneNumber {
            iso_country_code: self.text(),
            country_code: self.text(),
            area_or_city_code: self.text(),
            number: self.text(),
            extension: self.optional(Self::text),
        }
    }
}
