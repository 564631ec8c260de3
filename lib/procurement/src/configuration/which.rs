//! Which connection an account's purchases go over, and why (R3, R58).

use crate::account::{Account, AccountId, Organisation};
use crate::connection::{Connection, ProcurementSystem};
use crate::id::ConnectionId;

/// The answer, with the connections that take part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WhichConnection {
    /// The connections that a purchase for this account can come over; empty if there is none.
    pub connections: Vec<ConnectionId>,
    /// Why, step by step.
    pub reasons: Vec<WhyConnection>,
}

/// A step of the explanation, a sentence. English is its text.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WhyConnection {
    /// The account is in no organisation.
    #[error("Account {account} stands alone, so its own configuration holds.")]
    StandsAlone {
        /// The account.
        account: AccountId,
    },
    /// The account is in an organisation.
    #[error("Account {account} belongs to {organisation}, whose configuration account {management} keeps.")]
    Belongs {
        /// The account.
        account: AccountId,
        /// The organisation's name.
        organisation: String,
        /// Its management account.
        management: AccountId,
    },
    /// Nothing can be bought for the account.
    #[error("Account {account} is not active, so nothing can be bought for it.")]
    Inactive {
        /// The account.
        account: AccountId,
    },
    /// A connection that is switched off.
    #[error("\"{name}\" ({}) is disabled and takes no new punch-outs.", .system.label())]
    Disabled {
        /// Its name.
        name: String,
        /// Its procurement system.
        system: ProcurementSystem,
    },
    /// A connection that is switched on.
    #[error(
        "\"{name}\" ({}) is enabled and {}.",
        .system.label(),
        if *.test { "in test mode, so nothing is bought" } else { "live" }
    )]
    Usable {
        /// Its name.
        name: String,
        /// Its procurement system.
        system: ProcurementSystem,
        /// Whether it is in test mode.
        test: bool,
    },
    /// There is none to go over.
    #[error("No connection is enabled: the account buys on the marketplace itself, without approval.")]
    NoneEnabled,
    /// There is one to go over.
    #[error("Purchases go over \"{name}\".")]
    OneEnabled {
        /// Its name.
        name: String,
    },
    /// There are several.
    #[error("Purchases go over the one that the requester punches out from.")]
    SeveralEnabled,
}

/// Explains it for an account of this organisation, whose connections these are.
pub fn which(account: &Account, organisation: &Organisation, connections: &[Connection]) -> WhichConnection {
    let mut reasons = vec![belongs(account, organisation)];
    if !account.is_active() {
        reasons.push(WhyConnection::Inactive { account: account.id });
        return WhichConnection { connections: Vec::new(), reasons };
    }
    let (enabled, disabled): (Vec<_>, Vec<_>) = connections.iter().partition(|connection| connection.enabled);
    reasons.extend(disabled.iter().map(|connection| WhyConnection::Disabled {
        name: connection.name.clone(),
        system: connection.system,
    }));
    reasons.extend(enabled.iter().map(|connection| WhyConnection::Usable {
        name: connection.name.clone(),
        system: connection.system,
        test: connection.is_test(),
    }));
    reasons.push(conclusion(&enabled));
    WhichConnection { connections: enabled.iter().map(|connection| connection.id).collect(), reasons }
}

fn belongs(account: &Account, organisation: &Organisation) -> WhyConnection {
    if organisation.standalone {
        return WhyConnection::StandsAlone { account: account.id };
    }
    WhyConnection::Belongs {
        account: account.id,
        organisation: organisation.name.clone(),
        management: organisation.management_account,
    }
}

fn conclusion(enabled: &[&Connection]) -> WhyConnection {
    match enabled {
        [] => WhyConnection::NoneEnabled,
        [one] => WhyConnection::OneEnabled { name: one.name.clone() },
        [_, ..] => WhyConnection::SeveralEnabled,
    }
}
