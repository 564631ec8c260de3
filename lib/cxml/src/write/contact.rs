//! People and how to reach them.

use super::output::Output;
use super::version::Since;
use crate::xml::is_name_token_char;
use crate::{Contact, Email, Fax, FaxTarget, Phone, TelephoneNumber, Url};

impl Output {
    pub(super) fn contact(&mut self, contact: &Contact) {
        if !contact.id_references.is_empty() || !contact.extrinsics.is_empty() {
            self.needs(Since::V069);
        }
        self.element("Contact", |o| {
            if let Some(role) = contact.role.as_deref().filter(|role| !role.is_empty()) {
                o.attribute("role", &name_token(role));
            }
            o.optional_attribute("addressID", contact.address_id.as_ref());
            o.name("Name", &contact.name);
            o.each(&contact.postal_addresses, Output::postal_address);
            o.each(&contact.emails, Output::email);
            o.each(&contact.phones, Output::phone);
            o.each(&contact.faxes, Output::fax);
            o.each(&contact.urls, Output::url);
            o.each(&contact.id_references, Output::id_reference);
            o.each(&contact.extrinsics, Output::extrinsic);
        });
    }

    pub(super) fn email(&mut self, email: &Email) {
        self.element("Email", |o| {
            o.optional_attribute("name", email.name.as_ref());
            o.optional_attribute("preferredLang", email.preferred_lang.as_ref());
            o.xml.text(&email.address);
        });
    }

    pub(super) fn url(&mut self, url: &Url) {
        self.element("URL", |o| {
            o.optional_attribute("name", url.name.as_ref());
            o.xml.text(&url.address);
        });
    }

    pub(super) fn phone(&mut self, phone: &Phone) {
        self.element("Phone", |o| {
            o.optional_attribute("name", phone.name.as_ref());
            o.telephone_number(&phone.number);
        });
    }

    pub(super) fn fax(&mut self, fax: &Fax) {
        self.element("Fax", |o| {
            o.optional_attribute("name", fax.name.as_ref());
            match &fax.target {
                FaxTarget::Telephone(number) => o.telephone_number(number),
                FaxTarget::Url(url) => o.url(url),
                FaxTarget::Email(email) => o.email(email),
            }
        });
    }

    fn telephone_number(&mut self, number: &TelephoneNumber) {
        self.element("TelephoneNumber", |o| {
            o.element("CountryCode", |o| {
                o.attribute("isoCountryCode", &number.iso_country_code);
                o.xml.text(&number.country_code);
            });
            o.text_element("AreaOrCityCode", &number.area_or_city_code);
            o.text_element("Number", &number.number);
            o.optional_text_element("Extension", number.extension.as_ref());
        });
    }
}

/// A name token of what may be none.
fn name_token(role: &str) -> String {
    let token_char = |c| if is_name_token_char(c) { c } else { '_' };
    role.chars().map(token_char).collect()
}
