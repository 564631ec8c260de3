//! AWS accounts and the organisations they belong to: who may configure (R1), whose configuration a purchase falls under
//! (R3), for whom a requester may buy (R30).

use procurement::account::{Account, AccountId, Organisation};

mod access;
mod file;
mod mistakes;
#[cfg(feature = "organizations")]
mod organizations;
mod reading;
mod values;
mod written;

pub use access::{AccessKey, AccessKeys};
pub use file::{AccountsFile, AccountsFileError};
pub use mistakes::{Mistake, Mistakes};
#[cfg(feature = "organizations")]
pub use organizations::Organizations;

/// Where accounts are looked up.
#[derive(Debug, Clone)]
pub enum Accounts {
    /// In a file that was read at the start.
    File(std::sync::Arc<AccountsFile>),
    /// In AWS Organizations.
    #[cfg(feature = "organizations")]
    Organizations(std::sync::Arc<Organizations>),
}

/// The accounts could not be looked up just now; try again later.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the accounts could not be looked up: {0}; try again later")]
pub struct AccountsUnavailable(pub String);

// === impl Accounts ===

impl Accounts {
    /// Accounts from a file, with all its mistakes told by line.
    pub fn from_file(path: &std::path::Path) -> Result<Self, AccountsFileError> {
        AccountsFile::read(path).map(|file| Self::File(std::sync::Arc::new(file)))
    }

    /// The access keys that requests may be signed with, and the account that runs the marketplace, where the accounts
    /// are in a file. In AWS both are known otherwise.
    pub fn access(&self) -> (AccessKeys, Option<AccountId>) {
        match self {
            Self::File(file) => (file.keys.clone(), file.operator),
            #[cfg(feature = "organizations")]
            Self::Organizations(_) => Default::default(),
        }
    }

    /// The account; none if nobody here knows it.
    pub async fn account(&self, id: AccountId) -> Result<Option<Account>, AccountsUnavailable> {
        match self {
            Self::File(file) => Ok(file.account(id).cloned()),
            #[cfg(feature = "organizations")]
            Self::Organizations(organizations) => organizations.account(id).await,
        }
    }

    /// The organisation of an account; an account that stands alone is its own (R3).
    pub async fn organisation_of(&self, id: AccountId) -> Result<Option<Organisation>, AccountsUnavailable> {
        match self {
            Self::File(file) => Ok(file.organisation_of(id)),
            #[cfg(feature = "organizations")]
            Self::Organizations(organizations) => organizations.organisation_of(id).await,
        }
    }

    /// The active accounts of an organisation, named by its management account, or the one that stands alone (R30).
    pub async fn active_accounts(&self, of: AccountId) -> Result<Vec<Account>, AccountsUnavailable> {
        match self {
            Self::File(file) => Ok(file.active_accounts(of)),
            #[cfg(feature = "organizations")]
            Self::Organizations(organizations) => organizations.active_accounts(of).await,
        }
    }
}
