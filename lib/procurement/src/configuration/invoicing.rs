//! How invoices are delivered, as it was typed in (R12).

use super::draft::{Draft, Mistakes, read_url, read_version, text};
use crate::connection::{
    Connection, Identity, InvoiceChannel, InvoiceDelivery, ProcurementSystem, SealedSecret,
};

/// Encrypts an outbound secret for a connection (R15).
pub type Seal<'a> = &'a dyn Fn(&str) -> SealedSecret;

const VERSION: &str = "1.2.020";

/// The channel's name, as it is typed in.
pub(super) const fn name(channel: &InvoiceChannel) -> &'static str {
    match channel {
        InvoiceChannel::None => "none",
        InvoiceChannel::Cxml(_) => "cxml",
        InvoiceChannel::SupplierPortal => "supplier_portal",
    }
}

pub(super) fn apply(draft: &Draft, connection: &mut Connection, seal: Seal<'_>, mistakes: &mut Mistakes) {
    let wanted = draft.invoice_channel.as_deref().unwrap_or(name(&connection.settings.invoicing)).trim();
    match wanted {
        "none" => connection.settings.invoicing = InvoiceChannel::None,
        "supplier_portal" => connection.settings.invoicing = InvoiceChannel::SupplierPortal,
        "cxml" if connection.system != ProcurementSystem::Coupa => {
            mistakes.note(
                "invoice_channel",
                "Invoices over cXML are for Coupa only; choose none or supplier_portal.",
            );
        }
        "cxml" => {
            if let Some(delivery) = delivery(draft, connection, seal, mistakes) {
                connection.settings.invoicing = InvoiceChannel::Cxml(delivery);
            }
        }
        _ => mistakes.note("invoice_channel", "The invoice channel is none, cxml or supplier_portal."),
    }
}

fn delivery(
    draft: &Draft,
    connection: &Connection,
    seal: Seal<'_>,
    mistakes: &mut Mistakes,
) -> Option<InvoiceDelivery> {
    let kept = match &connection.settings.invoicing {
        InvoiceChannel::Cxml(delivery) => Some(delivery),
        _ => None,
    };
    let url = match (&draft.invoice_url, kept) {
        (Some(typed), _) => mistakes.take("invoice_url", read_url(typed)),
        (None, Some(kept)) => Some(kept.url.clone()),
        (None, None) => {
            mistakes.take("invoice_url", Err("Write the address that takes invoices.".to_owned()))
        }
    };
    let version = match (&draft.invoice_version, kept) {
        (Some(typed), _) => mistakes.take("invoice_version", read_version(typed)),
        (None, kept) => Some(kept.map_or_else(|| VERSION.to_owned(), |kept| kept.version.clone())),
    };
    let from = identity(draft, kept, mistakes);
    let secret = secret(draft, kept, seal, mistakes);
    Some(InvoiceDelivery {
        url: url?,
        from: from?,
        to: connection.buyer.clone(),
        secret: secret?,
        version: version?,
    })
}

fn identity(draft: &Draft, kept: Option<&InvoiceDelivery>, mistakes: &mut Mistakes) -> Option<Identity> {
    let domain = draft.invoice_domain.clone().or(kept.map(|kept| kept.from.domain.to_string()));
    let value = draft.invoice_identity.clone().or(kept.map(|kept| kept.from.value.clone()));
    let domain = domain.unwrap_or_default();
    let checked =
        mistakes.take("invoice_domain", Identity::new(&domain, "x").map_err(|error| format!("{error}.")));
    let value = mistakes.take("invoice_identity", text(&value.unwrap_or_default(), 1, 255))?;
    Some(Identity { domain: checked?.domain, value })
}

/// An empty field keeps the secret that is there: it is never shown, so a form cannot send it back (R15). It is kept only
/// for the host that it was given for, or whoever may set the address could send it to one of their own.
fn secret(
    draft: &Draft,
    kept: Option<&InvoiceDelivery>,
    seal: Seal<'_>,
    mistakes: &mut Mistakes,
) -> Option<SealedSecret> {
    match (draft.invoice_secret.as_deref().map(str::trim), kept) {
        (None | Some(""), Some(kept)) if same_host(draft, kept) => Some(kept.secret.clone()),
        (None | Some(""), Some(_)) => mistakes.take(
            "invoice_secret",
            Err("The address is on another host; write the secret for that one.".to_owned()),
        ),
        (None | Some(""), None) => mistakes
            .take("invoice_secret", Err("Write the secret that the procurement system expects.".to_owned())),
        (Some(typed), _) => {
            let typed = mistakes.take("invoice_secret", text(typed, 1, 255))?;
            Some(seal(&typed))
        }
    }
}

fn same_host(draft: &Draft, kept: &InvoiceDelivery) -> bool {
    let Some(typed) = &draft.invoice_url else { return true };
    read_url(typed).is_ok_and(|url| url.origin() == kept.url.origin())
}
