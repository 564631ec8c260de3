//! A connection as it would be typed in again.

use super::Draft;
use crate::configuration::field::form_field;
use crate::configuration::invoicing;
use crate::connection::{Connection, InvoiceChannel, Mode};

impl Draft {
    /// A connection as it would be typed in again, without secrets (R15).
    pub fn of(connection: &Connection) -> Self {
        let settings = &connection.settings;
        let delivery = match &settings.invoicing {
            InvoiceChannel::Cxml(delivery) => Some(delivery),
            _ => None,
        };
        let confirmations = settings.confirmations.as_ref();
        let tax = settings.invoices.tax.as_ref();
        Self {
            name: Some(connection.name.clone()),
            description: Some(connection.description.clone()),
            mode: Some(if connection.mode == Mode::Test { "test" } else { "live" }.to_owned()),
            form_hosts: Some(settings.form_hosts.clone()),
            form_field: Some(form_field(settings.form_field).to_owned()),
            unit_of_measure: Some(settings.unit_of_measure.clone()),
            cart_version: Some(settings.cart_version.clone()),
            blanket_amount: Some(settings.blanket_amount.amount_text()),
            blanket_currency: Some(settings.blanket_amount.currency.code().to_owned()),
            redirect: Some(settings.redirect),
            approval_url: settings.approval_url.as_ref().map(ToString::to_string),
            automatic_approval_free: Some(settings.automatic_approval.free),
            automatic_approval_byol: Some(settings.automatic_approval.byol),
            contacts: Some(settings.contacts.clone()),
            line_rule: Some(settings.line_rule.key().to_owned()),
            strict_deployment_mode: Some(settings.strict_deployment_mode),
            credential_mac: Some(settings.credential_mac),
            invoice_channel: Some(invoicing::name(&settings.invoicing).to_owned()),
            invoice_url: delivery.map(|delivery| delivery.url.to_string()),
            invoice_domain: delivery.map(|delivery| delivery.from.domain.to_string()),
            invoice_identity: delivery.map(|delivery| delivery.from.value.clone()),
            invoice_secret: None,
            invoice_version: delivery.map(|delivery| delivery.version.clone()),
            invoice_attach_pdf: Some(settings.invoices.attach_pdf),
            invoice_cancel_by: Some(settings.invoices.cancel_by.key().to_owned()),
            invoice_tax_category: tax.map(|tax| tax.category.clone()),
            invoice_tax_percent: tax.map(|tax| tax.percent.normalize().to_string()),
            invoice_tax_description: tax.map(|tax| tax.description.clone()),
            confirmation_url: confirmations.map(|delivery| delivery.url.to_string()),
            confirmation_domain: confirmations.map(|delivery| delivery.from.domain.to_string()),
            confirmation_identity: confirmations.map(|delivery| delivery.from.value.clone()),
            confirmation_secret: None,
            confirmation_version: confirmations.map(|delivery| delivery.version.clone()),
        }
    }
}
