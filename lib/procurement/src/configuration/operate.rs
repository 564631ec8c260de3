//! What is the operator's (R13, R14), and how an administrator asks for it.

use super::change::{changed, same_version};
use super::onboarding::{Onboarding, Step, Takes};
use super::{Acting, Action, AuditEntry, Changed, OrganisationSettings, Problem};
use crate::connection::{Connection, Mode};

/// A connection that is to be removed, with everything that is written with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Removal {
    /// The connection.
    pub connection: Connection,
    /// The organisation's settings at their next version.
    pub organisation: OrganisationSettings,
    /// What the audit log says; the log stays (R14).
    pub audit: AuditEntry,
}

/// The administrator asks the operator to take the connection live (R13).
pub fn request_live(acting: &Acting<'_>, connection: &Connection, version: u64) -> Result<Changed, Problem> {
    acting.caller.may_put_connection(connection)?;
    step(acting, connection, version, Step::LiveRequested, Takes::Administrator)
}

/// The operator takes the connection a step on, or back (R13). Live is real, and everything before it a test.
pub fn advance(
    acting: &Acting<'_>,
    connection: &Connection,
    version: u64,
    to: Step,
) -> Result<Changed, Problem> {
    acting.caller.may_operate()?;
    step(acting, connection, version, to, Takes::Operator)
}

fn step(
    acting: &Acting<'_>,
    connection: &Connection,
    version: u64,
    to: Step,
    who: Takes,
) -> Result<Changed, Problem> {
    same_version(connection, version)?;
    let Some(onboarding) = &connection.onboarding else {
        return Err(Problem::conflict(
            "step",
            "Only SAP Ariba connections are taken into use by the operator; this one's administrator switches test mode off.",
        ));
    };
    if !onboarding.step.may_go_to(to, who) {
        let (from, to) = (onboarding.step.label(), to.label());
        return Err(Problem::conflict(
            "step",
            format!("The connection is at the step {from}; it cannot go to {to} from there."),
        ));
    }
    let mode = if to == Step::Live { Mode::Live } else { Mode::Test };
    let onboarding = Some(Onboarding { step: to, since: acting.now });
    let after = Connection { onboarding, mode, ..connection.clone() };
    Ok(changed(acting, Action::Onboarding, connection, after, None))
}

/// Removes a connection for good. Requests that wait for a purchase order would wait for ever, so it is refused while
/// there are any, unless forced (R14).
pub fn remove(
    acting: &Acting<'_>,
    connection: &Connection,
    version: u64,
    organisation: &OrganisationSettings,
    (pending, force): (usize, bool),
) -> Result<Removal, Problem> {
    acting.caller.may_operate()?;
    same_version(connection, version)?;
    if pending > 0 && !force {
        return Err(Problem::conflict(
            "force",
            format!(
                "{} for a purchase order, which would be refused. Disable the connection and wait for that, or force the \
                 removal.",
                if pending == 1 {
                    "1 request of this connection waits".to_owned()
                } else {
                    format!("{pending} requests of this connection wait")
                }
            ),
        ));
    }
    Ok(Removal {
        connection: connection.clone(),
        organisation: organisation.without_connection(connection.id),
        audit: AuditEntry::of_connection(acting, Action::Remove, Some(connection), None),
    })
}
