//! Whether and where confirmations are sent, as it was typed in (R43).

use super::delivery::{Names, Seal, Typed};
use super::draft::{Draft, Mistakes};
use crate::connection::Connection;

static NAMES: Names = Names {
    url: "confirmation_url",
    domain: "confirmation_domain",
    identity: "confirmation_identity",
    secret: "confirmation_secret",
    version: "confirmation_version",
};

/// An empty address switches confirmations off, and forgets the secret for them.
pub(super) fn apply(draft: &Draft, connection: &mut Connection, seal: Seal<'_>, mistakes: &mut Mistakes) {
    let typed = typed(draft);
    let kept = connection.settings.confirmations.as_ref();
    match typed.url.map(str::trim) {
        Some("") => connection.settings.confirmations = None,
        None if kept.is_none() && !typed.is_begun() => {}
        _ => {
            if let Some(delivery) = typed.read(connection, kept, seal, mistakes) {
                connection.settings.confirmations = Some(delivery);
            }
        }
    }
}

fn typed(draft: &Draft) -> Typed<'_> {
    Typed {
        names: &NAMES,
        url: draft.confirmation_url.as_deref(),
        domain: draft.confirmation_domain.as_deref(),
        identity: draft.confirmation_identity.as_deref(),
        secret: draft.confirmation_secret.as_deref(),
        version: draft.confirmation_version.as_deref(),
    }
}
