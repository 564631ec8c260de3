//! Which connection an account's purchases go over, and why (R3, R58).

use crate::account::{Account, Organisation};
use crate::connection::Connection;
use crate::id::ConnectionId;

/// The answer, in words and with the connections that take part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WhichConnection {
    /// The connections that a purchase for this account can come over; empty if there is none.
    pub connections: Vec<ConnectionId>,
    /// Why, a sentence for each step.
    pub reasons: Vec<String>,
}

/// Explains it for an account of this organisation, whose connections these are.
pub fn which(account: &Account, organisation: &Organisation, connections: &[Connection]) -> WhichConnection {
    let mut reasons = vec![belongs(account, organisation)];
    if !account.is_active() {
        reasons.push(format!("Account {} is not active, so nothing can be bought for it.", account.id));
        return WhichConnection { connections: Vec::new(), reasons };
    }
    let (enabled, disabled): (Vec<_>, Vec<_>) = connections.iter().partition(|connection| connection.enabled);
    let off = disabled.iter().map(|connection| {
        format!(
            "\"{}\" ({}) is disabled and takes no new punch-outs.",
            connection.name,
            connection.system.label()
        )
    });
    reasons.extend(off);
    reasons.extend(enabled.iter().map(|connection| usable(connection)));
    reasons.push(conclusion(&enabled));
    WhichConnection { connections: enabled.iter().map(|connection| connection.id).collect(), reasons }
}

fn belongs(account: &Account, organisation: &Organisation) -> String {
    let management = organisation.management_account;
    if organisation.standalone {
        return format!("Account {} stands alone, so its own configuration holds.", account.id);
    }
    let name = &organisation.name;
    format!("Account {} belongs to {name}, whose configuration account {management} keeps.", account.id)
}

fn usable(connection: &Connection) -> String {
    let mode = if connection.is_test() { "in test mode, so nothing is bought" } else { "live" };
    format!("\"{}\" ({}) is enabled and {mode}.", connection.name, connection.system.label())
}

fn conclusion(enabled: &[&Connection]) -> String {
    match enabled {
        [] => "No connection is enabled: the account buys on the marketplace itself, without approval."
            .to_owned(),
        [one] => format!("Purchases go over \"{}\".", one.name),
        [_, ..] => "Purchases go over the one that the requester punches out from.".to_owned(),
    }
}
