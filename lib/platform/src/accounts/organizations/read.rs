//! From what AWS Organizations says to our accounts.

use aws_sdk_organizations::types::{Account as Described, AccountState as Reported};
use procurement::account::{Account, AccountId, AccountState};

/// An account as it was described; one without an id is none.
pub(super) fn account(described: &Described) -> Option<Account> {
    let id: AccountId = described.id()?.parse().ok()?;
    Some(Account {
        id,
        name: described.name().map_or_else(|| id.to_string(), str::to_owned),
        email: described.email().unwrap_or_default().to_owned(),
        state: state(described.state()),
    })
}

/// The `State` decides, not the retired `Status` (R4). A state that we do not know is not one to buy for.
fn state(reported: Option<&Reported>) -> AccountState {
    match reported {
        Some(Reported::Active) => AccountState::Active,
        Some(Reported::PendingActivation) => AccountState::PendingActivation,
        Some(Reported::PendingClosure) => AccountState::PendingClosure,
        Some(Reported::Closed) => AccountState::Closed,
        _ => AccountState::Suspended,
    }
}
