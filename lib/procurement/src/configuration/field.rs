//! A connection as named texts, for the audit log: every field, and no secret (R5, R15).

use crate::connection::{
    Connection, Deployment, FormField, HashedSecret, InvoiceChannel, InvoiceDelivery, InvoiceOptions, Mode,
};

/// Every field of a connection that is no secret, by the name under which it is set. Of secrets it tells how many there
/// are and when each ends.
pub fn fields(connection: &Connection) -> Vec<(&'static str, String)> {
    let settings = &connection.settings;
    let mut fields = vec![
        ("name", connection.name.clone()),
        ("description", connection.description.clone()),
        ("enabled", connection.enabled.to_string()),
        ("mode", mode(connection.mode).to_owned()),
        ("supplier", connection.supplier.to_string()),
        ("buyer", connection.buyer.to_string()),
        ("secrets", secrets(connection)),
        ("form_hosts", settings.form_hosts.join(", ")),
        ("form_field", form_field(settings.form_field).to_owned()),
        ("unit_of_measure", settings.unit_of_measure.clone()),
        ("cart_version", settings.cart_version.clone()),
        ("blanket_amount", settings.blanket_amount.to_string()),
        ("redirect", settings.redirect.to_string()),
        ("approval_url", settings.approval_url.as_ref().map(ToString::to_string).unwrap_or_default()),
        ("automatic_approval_free", settings.automatic_approval.free.to_string()),
        ("automatic_approval_byol", settings.automatic_approval.byol.to_string()),
    ];
    fields.push(("contacts", settings.contacts.join(", ")));
    fields.push(("line_rule", settings.line_rule.key().to_owned()));
    fields.push(("strict_deployment_mode", settings.strict_deployment_mode.to_string()));
    fields.push(("credential_mac", settings.credential_mac.to_string()));
    fields.extend(invoicing(&settings.invoicing));
    fields.extend(invoice_options(&settings.invoices));
    fields.extend(settings.confirmations.as_ref().map(confirmations).unwrap_or_default());
    if let Some(onboarding) = &connection.onboarding {
        fields.push(("onboarding", onboarding.step.label().to_owned()));
    }
    fields
}

fn invoicing(channel: &InvoiceChannel) -> Vec<(&'static str, String)> {
    match channel {
        InvoiceChannel::Cxml(delivery) => vec![
            ("invoice_channel", "cxml".to_owned()),
            ("invoice_url", delivery.url.to_string()),
            ("invoice_identity", delivery.from.to_string()),
            ("invoice_version", delivery.version.clone()),
        ],
        other => vec![("invoice_channel", super::invoicing::name(other).to_owned())],
    }
}

fn invoice_options(options: &InvoiceOptions) -> Vec<(&'static str, String)> {
    let tax = options.tax.as_ref();
    vec![
        ("invoice_attach_pdf", options.attach_pdf.to_string()),
        ("invoice_cancel_by", options.cancel_by.key().to_owned()),
        ("invoice_tax_category", tax.map(|tax| tax.category.clone()).unwrap_or_default()),
        ("invoice_tax_percent", tax.map(|tax| tax.percent.normalize().to_string()).unwrap_or_default()),
        ("invoice_tax_description", tax.map(|tax| tax.description.clone()).unwrap_or_default()),
    ]
}

fn confirmations(delivery: &InvoiceDelivery) -> Vec<(&'static str, String)> {
    vec![
        ("confirmation_url", delivery.url.to_string()),
        ("confirmation_identity", delivery.from.to_string()),
        ("confirmation_version", delivery.version.clone()),
    ]
}

fn secrets(connection: &Connection) -> String {
    connection.secrets.iter().map(secret).collect::<Vec<_>>().join("; ")
}

fn secret(secret: &HashedSecret) -> String {
    let set = match secret.deployment {
        Deployment::Production => "",
        Deployment::Test => " for test",
    };
    match secret.valid_until {
        None => format!("made {}{set}", secret.created),
        Some(end) => format!("made {}{set}, valid until {end}", secret.created),
    }
}

const fn mode(mode: Mode) -> &'static str {
    match mode {
        Mode::Test => "test",
        Mode::Live => "live",
    }
}

pub(super) const fn form_field(field: FormField) -> &'static str {
    match field {
        FormField::Base64 => "cxml-base64",
        FormField::UrlEncoded => "cxml-urlencoded",
    }
}
