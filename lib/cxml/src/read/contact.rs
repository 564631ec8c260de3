//! People and how to reach them.

use super::reader::Reader;
use crate::grammar;
use crate::xml::Fail;
use crate::{Contact, Email, Fax, FaxTarget, Phone, TelephoneNumber, Url};

impl Reader<'_> {
    pub(super) fn contact(&mut self) -> Result<Contact, Fail> {
        let mut contact = Contact {
            role: self.optional("role"),
            address_id: self.optional("addressID"),
            ..Contact::default()
        };
        self.children(&grammar::CONTACT, |r, name| {
            match name {
                "Name" => contact.name = r.name()?,
                "PostalAddress" => contact.postal_addresses.push(r.postal_address()?),
                "Email" => contact.emails.push(r.email()?),
                "Phone" => contact.phones.push(r.phone()?),
                "Fax" => contact.faxes.push(r.fax()?),
                "URL" => contact.urls.push(r.url()?),
                "IdReference" => contact.id_references.push(r.id_reference()?),
                "Extrinsic" => contact.extrinsics.push(r.extrinsic()?),
                _ => r.pass(name)?,
            }
            Ok(())
        })?;
        Ok(contact)
    }

    pub(super) fn email(&mut self) -> Result<Email, Fail> {
        Ok(Email {
            name: self.optional("name"),
            preferred_lang: self.optional("preferredLang"),
            address: self.string()?,
        })
    }

    pub(super) fn url(&mut self) -> Result<Url, Fail> {
        Ok(Url { name: self.optional("name"), address: self.string()? })
    }

    pub(super) fn phone(&mut self) -> Result<Phone, Fail> {
        let name = self.optional("name");
        let number = self.wrapped(&grammar::PHONE, "TelephoneNumber", Self::telephone_number)?;
        Ok(Phone { name, number: number.unwrap_or_default() })
    }

    pub(super) fn fax(&mut self) -> Result<Fax, Fail> {
        let mut fax = Fax { name: self.optional("name"), ..Fax::default() };
        self.children(&grammar::FAX, |r, name| {
            fax.target = match name {
                "TelephoneNumber" => FaxTarget::Telephone(r.telephone_number()?),
                "URL" => FaxTarget::Url(r.url()?),
                "Email" => FaxTarget::Email(r.email()?),
                _ => return r.pass(name),
            };
            Ok(())
        })?;
        Ok(fax)
    }

    fn telephone_number(&mut self) -> Result<TelephoneNumber, Fail> {
        let mut number = TelephoneNumber::default();
        self.children(&grammar::TELEPHONE_NUMBER, |r, name| {
            match name {
                "CountryCode" => {
                    number.iso_country_code = r.required("isoCountryCode");
                    number.country_code = r.string()?;
                }
                "AreaOrCityCode" => number.area_or_city_code = r.string()?,
                "Number" => number.number = r.string()?,
                "Extension" => number.extension = Some(r.string()?),
                _ => r.pass(name)?,
            }
            Ok(())
        })?;
        Ok(number)
    }
}
