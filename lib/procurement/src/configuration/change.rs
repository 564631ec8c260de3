//! Changing a connection: its settings, and whether it is enabled.

use jiff::Timestamp;

use super::delivery::Seal;
use super::draft::Draft;
use super::organisation::exclude_purchase_order_management;
use super::{Action, AuditEntry, Caller, OrganisationSettings, Problem};
use crate::connection::{Connection, Mode, ProcurementSystem};

/// Who acts, and when.
#[derive(Clone, Copy, Debug)]
pub struct Acting<'a> {
    /// Who.
    pub caller: &'a Caller,
    /// When.
    pub now: Timestamp,
}

/// A connection as it is to be written, with everything that is written with it in one transaction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// The connection as it was; none if it is new.
    pub before: Option<Connection>,
    /// The connection as it is to be.
    pub after: Connection,
    /// The organisation's settings at their next version, if the change touches them: they know which connections are
    /// enabled, so that R18 holds also when two people act at once.
    pub organisation: Option<OrganisationSettings>,
    /// What the audit log says.
    pub audit: AuditEntry,
}

/// Changes what was typed in, over the version that was read.
pub fn change(
    acting: &Acting<'_>,
    connection: &Connection,
    version: u64,
    draft: &Draft,
    seal: Seal<'_>,
) -> Result<Changed, Problem> {
    acting.caller.may_put_connection(connection)?;
    same_version(connection, version)?;
    let after = draft.apply(connection, seal).map_err(Problem::Invalid)?;
    mode_is_ours(connection, after.mode)?;
    Ok(changed(acting, Action::Change, connection, after, None))
}

/// Enables a connection; everything is as it was (R14).
pub fn enable(
    acting: &Acting<'_>,
    connection: &Connection,
    version: u64,
    organisation: &OrganisationSettings,
) -> Result<Changed, Problem> {
    acting.caller.may_put_connection(connection)?;
    same_version(connection, version)?;
    exclude_purchase_order_management(organisation)?;
    let after = Connection { enabled: true, ..connection.clone() };
    let settings = organisation.with_connection(connection.id);
    Ok(changed(acting, Action::Enable, connection, after, Some(settings)))
}

/// Disables a connection: it takes no new punch-outs, and keeps every setting and secret (R14).
pub fn disable(
    acting: &Acting<'_>,
    connection: &Connection,
    version: u64,
    organisation: &OrganisationSettings,
) -> Result<Changed, Problem> {
    acting.caller.may_put_connection(connection)?;
    same_version(connection, version)?;
    let after = Connection { enabled: false, ..connection.clone() };
    let settings = organisation.without_connection(connection.id);
    Ok(changed(acting, Action::Disable, connection, after, Some(settings)))
}

pub(super) fn changed(
    acting: &Acting<'_>,
    action: Action,
    before: &Connection,
    after: Connection,
    organisation: Option<OrganisationSettings>,
) -> Changed {
    let after = Connection { version: before.version + 1, ..after };
    let audit = AuditEntry::of_connection(acting, action, Some(before), Some(&after));
    Changed { before: Some(before.clone()), after, organisation, audit }
}

pub(super) fn same_version(connection: &Connection, version: u64) -> Result<(), Problem> {
    if connection.version == version {
        return Ok(());
    }
    Err(Problem::Changed { read: version, now: connection.version })
}

/// An SAP Ariba connection goes live, and back, by the operator's step alone (R13).
fn mode_is_ours(before: &Connection, wanted: Mode) -> Result<(), Problem> {
    if before.system == ProcurementSystem::SapAriba && before.mode != wanted {
        return Err(Problem::conflict(
            "mode",
            "The operator takes an SAP Ariba connection live, and back to test mode. Ask for it with \"request live\".",
        ));
    }
    Ok(())
}
