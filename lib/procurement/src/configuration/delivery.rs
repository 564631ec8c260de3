//! Where documents are POSTed and as whom, as it was typed in (R12, R43).

use super::draft::{Mistakes, read_url, read_version, text};
use crate::connection::{Connection, Identity, InvoiceDelivery, SealedSecret};

/// Encrypts an outbound secret for a connection (R15).
pub type Seal<'a> = &'a dyn Fn(&str) -> SealedSecret;

const VERSION: &str = "1.2.020";

/// What was typed in about a delivery; what is absent stays as it is.
#[derive(Clone, Copy)]
pub(super) struct Typed<'a> {
    pub names: &'static Names,
    pub url: Option<&'a str>,
    pub domain: Option<&'a str>,
    pub identity: Option<&'a str>,
    pub secret: Option<&'a str>,
    pub version: Option<&'a str>,
}

/// The names of the fields, for mistakes.
pub(super) struct Names {
    pub url: &'static str,
    pub domain: &'static str,
    pub identity: &'static str,
    pub secret: &'static str,
    pub version: &'static str,
}

// === impl Typed ===

impl Typed<'_> {
    /// Whether anything was typed in that needs an address.
    pub fn is_begun(&self) -> bool {
        let fields = [self.domain, self.identity, self.secret, self.version];
        fields.into_iter().flatten().any(|typed| !typed.trim().is_empty())
    }

    /// The delivery with what was typed in; none if there is a mistake in it.
    pub fn read(
        &self,
        connection: &Connection,
        kept: Option<&InvoiceDelivery>,
        seal: Seal<'_>,
        mistakes: &mut Mistakes,
    ) -> Option<InvoiceDelivery> {
        let url = match (self.url, kept) {
            (Some(typed), _) => mistakes.take(self.names.url, read_url(typed)),
            (None, Some(kept)) => Some(kept.url.clone()),
            (None, None) => {
                mistakes.take(self.names.url, Err("Write the address that takes them.".to_owned()))
            }
        };
        let version = match (self.version, kept) {
            (Some(typed), _) => mistakes.take(self.names.version, read_version(typed)),
            (None, kept) => Some(kept.map_or_else(|| VERSION.to_owned(), |kept| kept.version.clone())),
        };
        let from = self.identity(kept, mistakes);
        let secret = self.secret(kept, seal, mistakes);
        let to = connection.buyer.clone();
        Some(InvoiceDelivery { url: url?, from: from?, to, secret: secret?, version: version? })
    }

    fn identity(&self, kept: Option<&InvoiceDelivery>, mistakes: &mut Mistakes) -> Option<Identity> {
        let domain = self.domain.or(kept.map(|kept| kept.from.domain.as_str())).unwrap_or_default();
        let value = self.identity.or(kept.map(|kept| kept.from.value.as_str())).unwrap_or_default();
        let known = Identity::new(domain, "x").map_err(|error| format!("{error}."));
        let known = mistakes.take(self.names.domain, known);
        let value = mistakes.take(self.names.identity, text(value, 1, 255))?;
        Some(Identity { domain: known?.domain, value })
    }

    /// An empty field keeps the secret that is there: it is never shown, so a form cannot send it back (R15). It is kept
    /// only for the host that it was given for, or whoever may set the address could send it to one of their own.
    fn secret(
        &self,
        kept: Option<&InvoiceDelivery>,
        seal: Seal<'_>,
        mistakes: &mut Mistakes,
    ) -> Option<SealedSecret> {
        let missing = match (self.secret.map(str::trim), kept) {
            (None | Some(""), Some(kept)) if self.is_same_host(kept) => return Some(kept.secret.clone()),
            (None | Some(""), Some(_)) => "The address is on another host; write the secret for that one.",
            (None | Some(""), None) => "Write the secret that the procurement system expects.",
            (Some(typed), _) => {
                return mistakes.take(self.names.secret, text(typed, 1, 255)).map(|typed| seal(&typed));
            }
        };
        mistakes.take(self.names.secret, Err(missing.to_owned()))
    }

    fn is_same_host(&self, kept: &InvoiceDelivery) -> bool {
        let Some(typed) = self.url else { return true };
        read_url(typed).is_ok_and(|url| url.origin() == kept.url.origin())
    }
}
