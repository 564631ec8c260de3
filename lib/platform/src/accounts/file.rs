//! Accounts and organisations from a TOML file; its format is described in this crate's README.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use procurement::account::{Account, AccountId, Organisation};

use super::access::AccessKeys;
use super::mistakes::{Mistakes, Notes};
use super::reading;

/// More is no list that somebody keeps by hand.
const LARGEST: u64 = 4 * 1024 * 1024;

/// What the file says, free of mistakes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AccountsFile {
    pub(super) accounts: BTreeMap<AccountId, Entry>,
    pub(super) organisations: BTreeMap<AccountId, Organisation>,
    pub(super) keys: AccessKeys,
    /// The account that runs the marketplace.
    pub(super) operator: Option<AccountId>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    pub account: Account,
    /// Its organisation's management account; none: it stands alone.
    pub management_account: Option<AccountId>,
}

#[derive(Debug, thiserror::Error)]
pub enum AccountsFileError {
    #[error("the accounts file {file} cannot be read: {reason}")]
    Unreadable { file: String, reason: io::Error },
    #[error(transparent)]
    Mistakes(#[from] Mistakes),
}

// === impl AccountsFile ===

impl AccountsFile {
    pub fn read(path: &Path) -> Result<Self, AccountsFileError> {
        let file = path.display().to_string();
        match read_text(path) {
            Ok(text) => Ok(Self::parse(&text, &file)?),
            Err(reason) => Err(AccountsFileError::Unreadable { file, reason }),
        }
    }

    /// `file` is the name that mistakes are told with.
    pub fn parse(text: &str, file: &str) -> Result<Self, Mistakes> {
        let mut notes = Notes::on(text);
        let read = reading::read(text, &mut notes);
        notes.finish(file)?;
        Ok(read)
    }

    pub fn account(&self, id: AccountId) -> Option<&Account> {
        self.accounts.get(&id).map(|entry| &entry.account)
    }

    /// The organisation of an account; an account that stands alone is its own (R3, R4).
    pub fn organisation_of(&self, id: AccountId) -> Option<Organisation> {
        let entry = self.accounts.get(&id)?;
        match entry.management_account {
            Some(management) => self.organisations.get(&management).cloned(),
            None => Some(Organisation {
                management_account: id,
                name: entry.account.name.clone(),
                standalone: true,
            }),
        }
    }

    /// The active accounts of an organisation, or the one account that stands alone, in the order of their ids (R30).
    pub fn active_accounts(&self, of: AccountId) -> Vec<Account> {
        let belongs = |entry: &&Entry| entry.management_account.unwrap_or(entry.account.id) == of;
        let entries = self.accounts.values().filter(belongs);
        entries.map(|entry| &entry.account).filter(|account| account.is_active()).cloned().collect()
    }
}

fn read_text(path: &Path) -> io::Result<String> {
    if std::fs::metadata(path)?.len() > LARGEST {
        return Err(io::Error::other("it is larger than 4 MB"));
    }
    std::fs::read_to_string(path)
}
