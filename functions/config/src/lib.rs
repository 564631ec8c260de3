//! The configuration: what administrators of a buyer organisation, and the operator, set and see.
//!
//! [`Configuration`] has the use cases: each takes the caller, loads, decides in `procurement::configuration`, commits and
//! answers. The routes below `/config` put them behind signed requests as JSON; the console puts its pages over the same
//! use cases.

mod answer;
mod caller;
mod failure;
mod input;
mod routes;
mod use_case;
pub mod view;

use platform::accounts::Accounts;
use platform::core::Core;
use platform::mail::Mail;
use platform::outbound::Outbound;
use procurement::account::AccountId;

pub use caller::Callers;
pub use failure::{Failure, Told};
pub use input::{Imported, NewConnectionBody, SystemName};
pub use routes::{openapi, routes};
pub use use_case::{OpenedConsole, Page, Subscription};

/// What the use cases stand on.
#[derive(Clone, Debug)]
pub struct Configuration {
    /// The store, the time, ids, keys, and the marketplace's own name.
    pub core: Core,
    /// AWS accounts and organisations.
    pub accounts: Accounts,
    /// The way to other people's servers, to see whether they answer.
    pub outbound: Outbound,
    /// How a request proves whose it is.
    pub callers: Callers,
    /// The account that runs the marketplace.
    pub operator: Option<AccountId>,
    /// Who sends its mail, to ask whether the sender's address is verified; none where nobody can be asked.
    pub mail: Option<Mail>,
}

// === impl Configuration ===

impl Configuration {
    /// On one machine: requests are signed with the keys of the accounts file, which also names the operator.
    pub fn on_one_machine(core: Core, accounts: Accounts, outbound: Outbound) -> Self {
        let (keys, operator) = accounts.access();
        Self { core, accounts, outbound, callers: Callers::Signed(keys.into()), operator, mail: None }
    }

    /// Behind API Gateway, which has verified the caller.
    pub fn behind_gateway(core: Core, accounts: Accounts, outbound: Outbound, operator: AccountId) -> Self {
        Self { core, accounts, outbound, callers: Callers::Gateway, operator: Some(operator), mail: None }
    }

    /// The same, with who sends the marketplace's mail.
    #[must_use]
    pub fn sending_by(self, mail: Mail) -> Self {
        Self { mail: Some(mail), ..self }
    }
}
