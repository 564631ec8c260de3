//! Accounts and organisations from a TOML file; its format is described in this crate's README.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use procurement::account::{Account, AccountId, AccountState, Organisation};
use serde::Deserialize;
use toml::Spanned;

use super::mistakes::{Mistakes, Notes};

/// More is no list that somebody keeps by hand.
const LARGEST: u64 = 4 * 1024 * 1024;

/// What the file says, free of mistakes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AccountsFile {
    accounts: BTreeMap<AccountId, Entry>,
    organisations: BTreeMap<AccountId, Organisation>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Entry {
    account: Account,
    /// Its organisation's management account; none: it stands alone.
    management_account: Option<AccountId>,
}

#[derive(Debug, thiserror::Error)]
pub enum AccountsFileError {
    #[error("the accounts file {file} cannot be read: {reason}")]
    Unreadable { file: String, reason: io::Error },
    #[error(transparent)]
    Mistakes(#[from] Mistakes),
}

// The file as it is written.

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    #[serde(default)]
    organisation: Vec<WrittenOrganisation>,
    #[serde(default)]
    account: Vec<WrittenAccount>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenOrganisation {
    management_account: Spanned<String>,
    name: Spanned<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenAccount {
    id: Spanned<String>,
    name: Spanned<String>,
    email: Spanned<String>,
    state: Option<Spanned<String>>,
    organisation: Option<Spanned<String>>,
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
        let read = match toml::from_str::<Written>(text) {
            Ok(written) => {
                Reading { notes: &mut notes, lines: BTreeMap::new(), read: Self::default() }.read(written)
            }
            Err(error) => {
                let message = error.message().replace('\n', ", ");
                let place = error.span().unwrap_or_default();
                notes.note(&place, format!("{message}; the format is described in lib/platform/README.md"));
                Self::default()
            }
        };
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

/// Goes through the file, noting every mistake instead of stopping at the first.
struct Reading<'a, 'text> {
    notes: &'a mut Notes<'text>,
    /// Where each account was named first.
    lines: BTreeMap<AccountId, usize>,
    read: AccountsFile,
}

// === impl Reading ===

impl Reading<'_, '_> {
    fn read(mut self, written: Written) -> AccountsFile {
        for organisation in &written.organisation {
            self.organisation(organisation);
        }
        for account in &written.account {
            self.account(account);
        }
        for organisation in &written.organisation {
            self.management_account(&organisation.management_account);
        }
        self.read
    }

    fn organisation(&mut self, written: &WrittenOrganisation) {
        let (Some(management_account), Some(name)) =
            (self.id(&written.management_account), self.text(&written.name))
        else {
            return;
        };
        let organisation = Organisation { management_account, name, standalone: false };
        if self.read.organisations.insert(management_account, organisation).is_some() {
            self.note(
                &written.management_account,
                format!("the organisation {management_account} is already listed; remove one of the two"),
            );
        }
    }

    fn account(&mut self, written: &WrittenAccount) {
        let id = self.id(&written.id);
        let name = self.text(&written.name);
        let email = self.email(&written.email);
        let state = self.state(written.state.as_ref());
        let management_account = self.membership(written.organisation.as_ref());
        let (Some(id), Some(name), Some(email), Some(state)) = (id, name, email, state) else { return };
        if let Some(line) = self.lines.get(&id) {
            let text = format!("the account {id} is already listed in line {line}; remove one of the two");
            return self.note(&written.id, text);
        }
        self.lines.insert(id, self.notes.line(&written.id.span()));
        let account = Account { id, name, email, state };
        self.read.accounts.insert(id, Entry { account, management_account });
    }

    /// An organisation's management account is one of its accounts.
    fn management_account(&mut self, written: &Spanned<String>) {
        let Ok(id) = written.get_ref().parse::<AccountId>() else { return };
        match self.read.accounts.get(&id) {
            Some(entry) if entry.management_account == Some(id) => {}
            Some(_) => self.note(
                written,
                format!("the management account {id} is not in its own organisation; give that account organisation = \"{id}\""),
            ),
            None => self.note(
                written,
                format!("the management account {id} is not listed; add an [[account]] with id = \"{id}\" and organisation = \"{id}\""),
            ),
        }
    }

    fn membership(&mut self, written: Option<&Spanned<String>>) -> Option<AccountId> {
        let written = written?;
        let id = self.id(written)?;
        if !self.read.organisations.contains_key(&id) {
            self.note(
                written,
                format!("there is no organisation with the management account {id}; add an [[organisation]] with it, or leave `organisation` out for an account that stands alone"),
            );
        }
        Some(id)
    }

    fn id(&mut self, written: &Spanned<String>) -> Option<AccountId> {
        let id = written.get_ref().parse();
        if id.is_err() {
            self.note(
                written,
                format!("{:?} is no AWS account id; write its 12 digits in quotes", written.get_ref()),
            );
        }
        id.ok()
    }

    fn text(&mut self, written: &Spanned<String>) -> Option<String> {
        let text = written.get_ref().trim();
        if text.is_empty() {
            self.note(written, "the name is empty; write the one that people know");
            return None;
        }
        Some(text.to_owned())
    }

    /// Enough to catch a slip; whether mail arrives there nobody can tell from the text.
    fn email(&mut self, written: &Spanned<String>) -> Option<String> {
        let text = written.get_ref();
        let odd = |c: char| c.is_whitespace() || c.is_control() || "<>,;\"".contains(c);
        let is_address = text
            .split_once('@')
            .is_some_and(|(local, domain)| !local.is_empty() && !domain.is_empty() && !domain.contains('@'));
        if !is_address || text.contains(odd) {
            self.note(written, format!("{text:?} is no mail address; write one like \"team@example.com\""));
            return None;
        }
        Some(text.clone())
    }

    fn state(&mut self, written: Option<&Spanned<String>>) -> Option<AccountState> {
        let Some(written) = written else { return Some(AccountState::Active) };
        let state = match written.get_ref().as_str() {
            "PENDING_ACTIVATION" => AccountState::PendingActivation,
            "ACTIVE" => AccountState::Active,
            "SUSPENDED" => AccountState::Suspended,
            "PENDING_CLOSURE" => AccountState::PendingClosure,
            "CLOSED" => AccountState::Closed,
            other => {
                let text = format!(
                    "{other:?} is no state of an account; write PENDING_ACTIVATION, ACTIVE, SUSPENDED, PENDING_CLOSURE or CLOSED"
                );
                self.note(written, text);
                return None;
            }
        };
        Some(state)
    }

    fn note(&mut self, place: &Spanned<String>, text: impl Into<String>) {
        self.notes.note(&place.span(), text);
    }
}
