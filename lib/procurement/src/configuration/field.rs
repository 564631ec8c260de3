//! A connection as named texts, for the audit log: every field, and no secret (R5, R15).

use crate::connection::{Connection, FormField, InvoiceChannel, Mode};

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
    fields.extend(invoicing(&settings.invoicing));
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

fn secrets(connection: &Connection) -> String {
    let one = |secret: &crate::connection::HashedSecret| match secret.valid_until {
        None => format!("made {}", secret.created),
        Some(end) => format!("made {}, valid until {end}", secret.created),
    };
    connection.secrets.iter().map(one).collect::<Vec<_>>().join("; ")
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
