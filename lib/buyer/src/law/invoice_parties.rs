//! Who sends an invoice, and whose it is.

use super::invoice::Inbox;
use super::tree::Element;
use super::verdict::{Verdict, refuse};
use crate::{Credential, Invoicing};

/// The Sender is the one of the credentials for invoicing, and proves it.
pub(super) fn judge_sender(root: &Element, inbox: &Inbox<'_>) -> Verdict<()> {
    if is_the_suppliers(root, inbox.invoicing) {
        Ok(())
    } else {
        refuse(401, "The Sender is not known here, or its shared secret is wrong")
    }
}

/// Whether the Sender is the supplier, by its secret.
pub(crate) fn is_the_suppliers(root: &Element, invoicing: &Invoicing) -> bool {
    let known = &invoicing.credential;
    let offered = root.at("Header/Sender").into_iter().flat_map(|sender| sender.children_named("Credential"));
    let proved = |credential: &Element| {
        let named = Credential::new(
            credential.attribute("domain").unwrap_or_default(),
            credential.text_at("Identity"),
        );
        let secret = credential.text_at("SharedSecret");
        named.names_the_same_party_as(known) && !secret.is_empty() && secret == invoicing.shared_secret
    };
    offered.into_iter().any(proved)
}

/// From is the supplier of the order: as in the connection, or as in the credentials for invoicing.
pub(super) fn judge_supplier(root: &Element, inbox: &Inbox<'_>) -> Verdict<()> {
    let known = [inbox.supplier, Some(&inbox.invoicing.credential)];
    let from = root.at("Header/From").into_iter().flat_map(|from| from.children_named("Credential"));
    let is_known = |it: &Element| {
        let named = Credential::new(it.attribute("domain").unwrap_or_default(), it.text_at("Identity"));
        known.into_iter().flatten().any(|supplier| named.names_the_same_party_as(supplier))
    };
    if from.into_iter().any(is_known) {
        Ok(())
    } else {
        refuse(417, "From is not the supplier of this purchase order")
    }
}
