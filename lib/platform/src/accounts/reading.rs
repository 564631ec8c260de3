//! Goes through what is written, and notes every mistake in it instead of stopping at the first.

use std::collections::BTreeMap;

use procurement::account::{Account, AccountId, AccountState, Organisation};
use procurement::configuration::Permissions;
use toml::Spanned;

use super::access::AccessKey;
use super::file::{AccountsFile, Entry};
use super::mistakes::Notes;
use super::values;
use super::written::{Written, WrittenAccount, WrittenKey, WrittenOrganisation};

/// What could be understood; it is good for use only if nothing was noted.
pub(super) fn read(text: &str, notes: &mut Notes<'_>) -> AccountsFile {
    let reading = Reading { notes, lines: BTreeMap::new(), read: AccountsFile::default() };
    match toml::from_str::<Written>(text) {
        Ok(written) => reading.all(&written),
        Err(error) => {
            let message = error.message().replace('\n', ", ");
            let place = error.span().unwrap_or_default();
            reading
                .notes
                .note(&place, format!("{message}; the format is described in lib/platform/README.md"));
            reading.read
        }
    }
}

struct Reading<'a, 'text> {
    notes: &'a mut Notes<'text>,
    /// Where each account was named first.
    lines: BTreeMap<AccountId, usize>,
    read: AccountsFile,
}

// === impl Reading ===

impl Reading<'_, '_> {
    fn all(mut self, written: &Written) -> AccountsFile {
        for organisation in &written.organisation {
            self.organisation(organisation);
        }
        for account in &written.account {
            self.account(account);
        }
        for organisation in &written.organisation {
            self.management_account(&organisation.management_account);
        }
        for key in &written.key {
            self.key(key);
        }
        if let Some(operator) = &written.operator {
            self.read.operator = self.known_account(operator);
        }
        self.read
    }

    fn organisation(&mut self, written: &WrittenOrganisation) {
        let management_account = self.value(&written.management_account, values::id);
        let name = self.value(&written.name, values::name);
        let Some((management_account, name)) = management_account.zip(name) else { return };
        let organisation = Organisation { management_account, name, standalone: false };
        if self.read.organisations.insert(management_account, organisation).is_some() {
            let text =
                format!("the organisation {management_account} is already listed; remove one of the two");
            self.note(&written.management_account, text);
        }
    }

    fn account(&mut self, written: &WrittenAccount) {
        let id = self.value(&written.id, values::id);
        let name = self.value(&written.name, values::name);
        let email = self.value(&written.email, values::email);
        let state = match &written.state {
            Some(state) => self.value(state, values::state),
            None => Some(AccountState::Active),
        };
        let management_account = self.membership(written.organisation.as_ref());
        if let (Some(id), Some(name), Some(email), Some(state)) = (id, name, email, state) {
            let account = Account { id, name, email, state };
            self.insert(&written.id, Entry { account, management_account });
        }
    }

    fn insert(&mut self, place: &Spanned<String>, entry: Entry) {
        let id = entry.account.id;
        if let Some(line) = self.lines.get(&id) {
            let text = format!("the account {id} is already listed in line {line}; remove one of the two");
            return self.note(place, text);
        }
        self.lines.insert(id, self.notes.line(&place.span()));
        self.read.accounts.insert(id, entry);
    }

    fn membership(&mut self, written: Option<&Spanned<String>>) -> Option<AccountId> {
        let written = written?;
        let id = self.value(written, values::id)?;
        if !self.read.organisations.contains_key(&id) {
            let text = format!(
                "there is no organisation with the management account {id}; add an [[organisation]] with it, \
                 or leave `organisation` out for an account that stands alone"
            );
            self.note(written, text);
        }
        Some(id)
    }

    /// An organisation's management account is one of its accounts.
    fn management_account(&mut self, written: &Spanned<String>) {
        let Ok(id) = written.get_ref().parse::<AccountId>() else { return };
        let text = match self.read.accounts.get(&id) {
            Some(entry) if entry.management_account == Some(id) => return,
            Some(_) => format!(
                "the management account {id} is not in its own organisation; give that account \
                 organisation = \"{id}\""
            ),
            None => format!(
                "the management account {id} is not listed; add an [[account]] with id = \"{id}\" and \
                 organisation = \"{id}\""
            ),
        };
        self.note(written, text);
    }

    fn key(&mut self, written: &WrittenKey) {
        let id = self.value(&written.id, values::key_id);
        let secret = self.value(&written.secret, values::secret);
        let user = self.value(&written.user, values::user);
        let account = self.known_account(&written.account);
        let permissions = match &written.permissions {
            None => Some(Permissions::ALL),
            Some(listed) => match values::permissions(listed.get_ref()) {
                Ok(permissions) => Some(permissions),
                Err(text) => {
                    self.notes.note(&listed.span(), text);
                    None
                }
            },
        };
        if let (Some(id), Some(secret), Some(user), Some(account), Some(permissions)) =
            (id, secret, user, account, permissions)
        {
            let key = AccessKey { id: id.clone(), secret, account, user, permissions };
            if self.read.keys.0.insert(id.clone(), key).is_some() {
                self.note(&written.id, format!("the key {id} is already listed; remove one of the two"));
            }
        }
    }

    /// An account of this file.
    fn known_account(&mut self, written: &Spanned<String>) -> Option<AccountId> {
        let id = self.value(written, values::id)?;
        if !self.read.accounts.contains_key(&id) {
            self.note(
                written,
                format!("the account {id} is not listed; add an [[account]] with id = \"{id}\""),
            );
        }
        Some(id)
    }

    fn value<T>(&mut self, written: &Spanned<String>, read: fn(&str) -> Result<T, String>) -> Option<T> {
        match read(written.get_ref()) {
            Ok(value) => Some(value),
            Err(text) => {
                self.note(written, text);
                None
            }
        }
    }

    fn note(&mut self, place: &Spanned<String>, text: String) {
        self.notes.note(&place.span(), text);
    }
}
