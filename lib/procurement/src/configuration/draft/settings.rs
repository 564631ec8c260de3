//! What was typed in, put into a connection field by field.

use iso_currency::Currency;
use rust_decimal::Decimal;

use super::Draft;
use super::mistakes::Mistakes;
use super::typed::{
    paragraph, read_contacts, read_form_field, read_hosts, read_line_rule, read_mode, read_unit, read_url,
    read_version, text,
};
use crate::connection::{Connection, ProcurementSystem, Settings, is_named};
use crate::money::Money;

/// The most characters of a name.
const MAX_NAME: usize = 100;

impl Draft {
    pub(super) fn apply_names(&self, connection: &mut Connection, mistakes: &mut Mistakes) {
        if let Some(name) = &self.name
            && let Some(name) = mistakes.take("name", text(name, 1, MAX_NAME))
        {
            connection.name = name;
        }
        if let Some(description) = &self.description
            && let Some(text) = mistakes.take("description", paragraph(description))
        {
            connection.description = text;
        }
        if let Some(mode) = &self.mode
            && let Some(mode) = mistakes.take("mode", read_mode(mode))
        {
            connection.mode = mode;
        }
    }

    pub(super) fn apply_settings(&self, settings: &mut Settings, mistakes: &mut Mistakes) {
        if let Some(hosts) = &self.form_hosts
            && let Some(hosts) = mistakes.take("form_hosts", read_hosts(hosts))
        {
            settings.form_hosts = hosts;
        }
        if let Some(field) = &self.form_field
            && let Some(field) = mistakes.take("form_field", read_form_field(field))
        {
            settings.form_field = field;
        }
        if let Some(unit) = &self.unit_of_measure
            && let Some(unit) = mistakes.take("unit_of_measure", read_unit(unit))
        {
            settings.unit_of_measure = unit;
        }
        if let Some(version) = &self.cart_version
            && let Some(version) = mistakes.take("cart_version", read_version(version))
        {
            settings.cart_version = version;
        }
        if let Some(contacts) = &self.contacts
            && let Some(contacts) = mistakes.take("contacts", read_contacts(contacts))
        {
            settings.contacts = contacts;
        }
        if let Some(rule) = &self.line_rule
            && let Some(rule) = mistakes.take("line_rule", read_line_rule(rule))
        {
            settings.line_rule = rule;
        }
        settings.strict_deployment_mode =
            self.strict_deployment_mode.unwrap_or(settings.strict_deployment_mode);
        settings.credential_mac = self.credential_mac.unwrap_or(settings.credential_mac);
        let approval = &mut settings.automatic_approval;
        approval.free = self.automatic_approval_free.unwrap_or(approval.free);
        approval.byol = self.automatic_approval_byol.unwrap_or(approval.byol);
        self.apply_blanket(&mut settings.blanket_amount, mistakes);
    }

    pub(super) fn apply_blanket(&self, blanket: &mut Money, mistakes: &mut Mistakes) {
        let mut typed = *blanket;
        if let Some(currency) = &self.blanket_currency {
            match Currency::from_code(currency.trim()) {
                Some(known) => typed.currency = known,
                None => {
                    mistakes.note("blanket_currency", "Write the currency as its three letters, such as USD.")
                }
            }
        }
        if let Some(amount) = &self.blanket_amount {
            match amount.trim().parse() {
                Ok(number) => typed.amount = number,
                Err(_) => {
                    return mistakes
                        .note("blanket_amount", "Write the amount as a number, such as 10000.00.");
                }
            }
        }
        let most = Decimal::from(1_000_000_000_u64);
        if typed.amount > Decimal::ZERO && typed.amount <= most && typed.is_payable() {
            *blanket = typed;
        } else {
            mistakes.note(
                "blanket_amount",
                "The blanket amount must be more than 0, at most 1,000,000,000, and without fractions of the currency's smallest unit.",
            );
        }
    }

    /// The approval URL is a page of the connection's own procurement system (R11).
    pub(super) fn apply_redirect(&self, connection: &mut Connection, mistakes: &mut Mistakes) {
        let coupa = connection.system == ProcurementSystem::Coupa;
        let settings = &mut connection.settings;
        settings.redirect = self.redirect.unwrap_or(settings.redirect);
        match self.approval_url.as_deref().map(str::trim) {
            None => {}
            Some("") => settings.approval_url = None,
            Some(url) => settings.approval_url = mistakes.take("approval_url", read_url(url)),
        }
        if !coupa && (settings.redirect || settings.approval_url.is_some()) {
            return mistakes
                .note("redirect", "Redirect is for Coupa only; an SAP Ariba purchase starts in SAP Ariba.");
        }
        let missing = settings.redirect && settings.approval_url.is_none();
        if missing && mistakes.0.iter().all(|mistake| mistake.field != "approval_url") {
            mistakes.note(
                "approval_url",
                "Redirect needs the address of the page in Coupa on which requests begin.",
            );
        }
        if let Some(url) = &settings.approval_url
            && !settings
                .form_hosts
                .iter()
                .any(|host| is_named(host, url.host_str().unwrap_or(""), url.port()))
        {
            mistakes.note(
                "approval_url",
                "The approval URL must be on the connection's own procurement system; use one of the allowed hosts.",
            );
        }
    }
}
