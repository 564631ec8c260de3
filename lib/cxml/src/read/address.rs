//! Places.

use super::reader::Reader;
use crate::grammar;
use crate::xml::Fail;
use crate::{Address, Country, PostalAddress};

impl Reader<'_> {
    /// `ShipTo` or `BillTo`; an empty one stands for none.
    pub(super) fn place(&mut self, content: &'static grammar::Content) -> Result<Option<Address>, Fail> {
        self.wrapped(content, "Address", Self::address)
    }

    fn address(&mut self) -> Result<Address, Fail> {
        let mut address = Address {
            iso_country_code: self.optional("isoCountryCode"),
            address_id: self.optional("addressID"),
            ..Address::default()
        };
        self.children(&grammar::ADDRESS, |r, name| {
            match name {
                "Name" => address.name = r.name()?,
                "PostalAddress" => address.postal_address = Some(r.postal_address()?),
                "Email" => address.email = Some(r.email()?),
                "Phone" => address.phone = Some(r.phone()?),
                "Fax" => address.fax = Some(r.fax()?),
                "URL" => address.url = Some(r.url()?),
                _ => r.pass(name)?,
            }
            Ok(())
        })?;
        Ok(address)
    }

    pub(super) fn postal_address(&mut self) -> Result<PostalAddress, Fail> {
        let mut address = PostalAddress { name: self.optional("name"), ..PostalAddress::default() };
        self.children(&grammar::POSTAL_ADDRESS, |r, name| {
            match name {
                "DeliverTo" => address.deliver_to.push(r.string()?),
                "Street" => {
                    let street = r.string()?;
                    if !street.is_empty() {
                        address.street.push(street);
                    }
                }
                "City" => address.city = r.string()?,
                "State" => address.state = Some(r.string()?),
                "PostalCode" => address.postal_code = Some(r.string()?),
                "Country" => address.country = r.country()?,
                _ => r.pass(name)?,
            }
            Ok(())
        })?;
        Ok(address)
    }

    pub(super) fn country(&mut self) -> Result<Country, Fail> {
        Ok(Country { iso_country_code: self.required("isoCountryCode"), name: self.string()? })
    }
}
