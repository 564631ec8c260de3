//! Places.

use super::output::Output;
use crate::{Address, Country, PostalAddress};

impl Output {
    /// `ShipTo` or `BillTo`.
    pub(super) fn place(&mut self, element: &str, address: &Address) {
        self.element(element, |o| o.address(address));
    }

    fn address(&mut self, address: &Address) {
        self.element("Address", |o| {
            o.optional_attribute("isoCountryCode", address.iso_country_code.as_ref());
            o.optional_attribute("addressID", address.address_id.as_ref());
            o.name("Name", &address.name);
            o.optional(address.postal_address.as_ref(), Output::postal_address);
            o.optional(address.email.as_ref(), Output::email);
            o.optional(address.phone.as_ref(), Output::phone);
            o.optional(address.fax.as_ref(), Output::fax);
            o.optional(address.url.as_ref(), Output::url);
        });
    }

    pub(super) fn postal_address(&mut self, address: &PostalAddress) {
        self.element("PostalAddress", |o| {
            o.optional_attribute("name", address.name.as_ref());
            o.each(&address.deliver_to, |o, line| o.text_element("DeliverTo", line));
            o.some(&address.street, |o, line| o.text_element("Street", line));
            o.text_element("City", &address.city);
            o.optional_text_element("State", address.state.as_ref());
            o.optional_text_element("PostalCode", address.postal_code.as_ref());
            o.country(&address.country);
        });
    }

    pub(super) fn country(&mut self, country: &Country) {
        self.element("Country", |o| {
            o.attribute("isoCountryCode", &country.iso_country_code);
            o.xml.text(&country.name);
        });
    }
}
