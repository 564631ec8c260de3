//! How invoices are delivered, as it was typed in (R12).

use super::delivery::{Names, Seal, Typed};
use super::draft::{Draft, Mistakes};
use crate::connection::{Connection, InvoiceChannel, ProcurementSystem};

static NAMES: Names = Names {
    url: "invoice_url",
    domain: "invoice_domain",
    identity: "invoice_identity",
    secret: "invoice_secret",
    version: "invoice_version",
};

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
            let kept = match &connection.settings.invoicing {
                InvoiceChannel::Cxml(delivery) => Some(delivery),
                _ => None,
            };
            if let Some(delivery) = typed(draft).read(connection, kept, seal, mistakes) {
                connection.settings.invoicing = InvoiceChannel::Cxml(delivery);
            }
        }
        _ => mistakes.note("invoice_channel", "The invoice channel is none, cxml or supplier_portal."),
    }
}

fn typed(draft: &Draft) -> Typed<'_> {
    Typed {
        names: &NAMES,
        url: draft.invoice_url.as_deref(),
        domain: draft.invoice_domain.as_deref(),
        identity: draft.invoice_identity.as_deref(),
        secret: draft.invoice_secret.as_deref(),
        version: draft.invoice_version.as_deref(),
    }
}
