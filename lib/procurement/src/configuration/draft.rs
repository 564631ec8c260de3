//! What an administrator types into a connection, before anything of it is known to be right.

mod mistakes;
mod settings;
mod typed;
mod written;

use std::fmt;

use serde::{Deserialize, Serialize};

use super::Mistake;
use super::delivery::Seal;
use super::{confirming, invoice_options, invoicing};
use crate::connection::Connection;

pub(super) use mistakes::Mistakes;
pub(super) use typed::{read_url, read_version, text};

/// What was typed in; what is absent stays as it is. The names of the fields are the names in mistakes and in the audit log.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Draft {
    /// Its name, for people: 1 to 100 characters.
    pub name: Option<String>,
    /// What it is for: at most 1,000 characters.
    pub description: Option<String>,
    /// `test` or `live` (R9).
    pub mode: Option<String>,
    /// The hosts that a cart may be sent back to (R28).
    pub form_hosts: Option<Vec<String>>,
    /// `cxml-base64` or `cxml-urlencoded` (R28).
    pub form_field: Option<String>,
    /// The unit of measure of every line, such as `EA` (R29).
    pub unit_of_measure: Option<String>,
    /// The DOCTYPE version of carts, such as `1.2.023` (R52).
    pub cart_version: Option<String>,
    /// The blanket amount in major units, such as `10000.00` (R17).
    pub blanket_amount: Option<String>,
    /// The blanket amount's currency, such as `USD`.
    pub blanket_currency: Option<String>,
    /// Enable redirect (R11); Coupa only.
    pub redirect: Option<bool>,
    /// Where a redirected purchase begins; empty removes it (R11).
    pub approval_url: Option<String>,
    /// Free products need no approval (R16).
    pub automatic_approval_free: Option<bool>,
    /// Products with a licence of one's own need no approval (R16).
    pub automatic_approval_byol: Option<bool>,
    /// Who is told what concerns the connection itself (R10, R44): mail addresses.
    pub contacts: Option<Vec<String>>,
    /// `by_product` or `by_line` (R19).
    pub line_rule: Option<String>,
    /// A document that says test where the connection is live, or the other way round, is refused (R20).
    pub strict_deployment_mode: Option<bool>,
    /// A CredentialMac is taken as well as a SharedSecret, with secrets that are made from now on (R54).
    pub credential_mac: Option<bool>,
    /// `none`, `cxml` or `supplier_portal` (R12).
    pub invoice_channel: Option<String>,
    /// Where invoices are POSTed: https.
    pub invoice_url: Option<String>,
    /// The domain of the marketplace's identity on invoices.
    pub invoice_domain: Option<String>,
    /// The marketplace's identity on invoices.
    pub invoice_identity: Option<String>,
    /// The secret for invoices; absent or empty keeps the one that is there.
    pub invoice_secret: Option<String>,
    /// The DOCTYPE version of invoices, such as `1.2.020` (R52).
    pub invoice_version: Option<String>,
    /// An invoice travels with a PDF of it.
    pub invoice_attach_pdf: Option<bool>,
    /// How a delivered invoice is taken back: `delete`, `line_credit` or `credit`.
    pub invoice_cancel_by: Option<String>,
    /// The category of the tax on invoices, such as `vat`; empty for no tax.
    pub invoice_tax_category: Option<String>,
    /// The tax in per cent, such as `19` or `8.875`.
    pub invoice_tax_percent: Option<String>,
    /// The tax as people call it, such as `VAT 19 %`.
    pub invoice_tax_description: Option<String>,
    /// Where confirmations are POSTed: https; empty for none (R43).
    pub confirmation_url: Option<String>,
    /// The domain of the marketplace's identity on confirmations.
    pub confirmation_domain: Option<String>,
    /// The marketplace's identity on confirmations.
    pub confirmation_identity: Option<String>,
    /// The secret for confirmations; absent or empty keeps the one that is there.
    pub confirmation_secret: Option<String>,
    /// The DOCTYPE version of confirmations, such as `1.2.020` (R52).
    pub confirmation_version: Option<String>,
}

// === impl Draft ===

impl Draft {
    /// The connection with what was typed in, or every mistake in it.
    pub fn apply(&self, to: &Connection, seal: Seal<'_>) -> Result<Connection, Vec<Mistake>> {
        let mut mistakes = Mistakes(Vec::new());
        let mut connection = to.clone();
        self.apply_names(&mut connection, &mut mistakes);
        self.apply_settings(&mut connection.settings, &mut mistakes);
        self.apply_redirect(&mut connection, &mut mistakes);
        invoicing::apply(self, &mut connection, seal, &mut mistakes);
        invoice_options::apply(self, &mut connection.settings.invoices, &mut mistakes);
        forget_sealed(&mut connection);
        confirming::apply(self, &mut connection, seal, &mut mistakes);
        if mistakes.0.is_empty() { Ok(connection) } else { Err(mistakes.0) }
    }
}

/// Where no CredentialMac is taken, the secrets themselves are not needed, and not kept (R15).
fn forget_sealed(connection: &mut Connection) {
    if !connection.settings.credential_mac {
        connection.secrets.iter_mut().for_each(|secret| secret.sealed = None);
    }
}

impl fmt::Debug for Draft {
    /// Only the names of what was typed in: one of the fields is a secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = self.name.as_deref().unwrap_or_default();
        write!(f, "Draft({name:?})")
    }
}
