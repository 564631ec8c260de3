//! A new connection (R6, R7).

use super::delivery::Seal;
use super::draft::Draft;
use super::organisation::{MAX_CONNECTIONS, exclude_purchase_order_management};
use super::{
    Acting, Action, AuditEntry, Changed, Mistake, NewSecret, Obstacle, OrganisationSettings, Problem,
};
use crate::connection::{
    Connection, Deployment, Identity, Mode, NewConnection, NewSystem, SecretKey, Settings,
};
use crate::id::ConnectionId;

/// What a new connection is made of.
#[derive(Clone, Copy, Debug)]
pub struct Creation<'a> {
    /// Its id.
    pub id: ConnectionId,
    /// Its secret (R15).
    pub secret: &'a str,
    /// What secrets are hashed with.
    pub key: &'a SecretKey,
    /// How buyers name the marketplace.
    pub supplier: &'a Identity,
    /// The organisation's settings, as they were read.
    pub organisation: &'a OrganisationSettings,
    /// How many connections the organisation has.
    pub existing: usize,
}

/// Makes a connection of what was typed in: enabled, in test mode (R9).
pub fn create(
    acting: &Acting<'_>,
    system: NewSystem,
    draft: &Draft,
    new: &Creation<'_>,
    seal: Seal<'_>,
) -> Result<Changed, Problem> {
    let owner = acting.caller.may_put()?;
    exclude_purchase_order_management(new.organisation)?;
    if new.existing >= MAX_CONNECTIONS {
        return Err(Obstacle::Connections.into());
    }
    let blank = NewConnection {
        organisation: owner.clone(),
        name: String::new(),
        description: String::new(),
        system,
        supplier: new.supplier.clone(),
        settings: Settings { automatic_approval: new.organisation.automatic_approval, ..Settings::default() },
    };
    let blank = blank
        .make(new.id, new.secret, new.key, acting.now)
        .map_err(|error| Problem::invalid("anid", format!("{error}.")))?;
    let mut after = needed(draft).apply(&blank, seal).map_err(Problem::Invalid)?;
    let secret = NewSecret { text: new.secret, key: new.key, seal };
    after.secrets = vec![secret.kept(&after.settings, Deployment::Production, acting.now)];
    goes_live_later(&after)?;
    let organisation = Some(new.organisation.with_connection(after.id));
    let audit = AuditEntry::of_connection(acting, Action::Create, None, Some(&after));
    Ok(Changed { before: None, after, organisation, audit })
}

/// A new connection needs a name and a host that carts go back to; an absent one is told like an empty one.
fn needed(draft: &Draft) -> Draft {
    Draft {
        name: Some(draft.name.clone().unwrap_or_default()),
        form_hosts: Some(draft.form_hosts.clone().unwrap_or_default()),
        ..draft.clone()
    }
}

/// Test mode is where every connection begins (R9).
fn goes_live_later(connection: &Connection) -> Result<(), Problem> {
    if connection.mode == Mode::Test {
        return Ok(());
    }
    Err(Problem::Invalid(vec![Mistake::new(
        "mode",
        "A connection begins in test mode. Send a test order first, then switch test mode off.",
    )]))
}
