//! AWS accounts and the organisations they belong to.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// The twelve digits that name an AWS account.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct AccountId([u8; 12]);

/// An AWS account as the requester's organisation knows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    /// The twelve digits.
    pub id: AccountId,
    /// The account's name, for people.
    pub name: String,
    /// The address that AWS has on file; mail about subscriptions goes there (R44).
    pub email: String,
    /// Whether a subscription may be made for it.
    pub state: AccountState,
}

/// The `State` of an account, as AWS Organizations reports it (R4: not the retired `Status`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum AccountState {
    /// Being created.
    PendingActivation,
    /// In use.
    Active,
    /// Suspended by AWS.
    Suspended,
    /// Being closed by its owner.
    PendingClosure,
    /// Closed.
    Closed,
}

/// Who owns a configuration: an organisation, named by its management account, or one
/// standalone account (R3).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Organisation {
    /// The management account, or the standalone account itself.
    pub management_account: AccountId,
    /// The name, for people.
    pub name: String,
    /// `true` for an account that is in no organisation: it is its own.
    pub standalone: bool,
}

/// Why a text is not an account id.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("an AWS account id is exactly 12 digits, not \"{0}\"")]
pub struct NotAnAccountId(String);

// === impl AccountId ===

impl AccountId {
    /// The twelve digits as text.
    pub fn as_str(&self) -> &str {
        // Only digits are ever stored, so this is always text.
        std::str::from_utf8(&self.0).unwrap_or("000000000000")
    }
}

impl FromStr for AccountId {
    type Err = NotAnAccountId;

    fn from_str(text: &str) -> Result<Self, NotAnAccountId> {
        let refuse = || NotAnAccountId(text.chars().take(40).collect());
        let digits: [u8; 12] = text.as_bytes().try_into().map_err(|_| refuse())?;
        if digits.iter().all(u8::is_ascii_digit) { Ok(Self(digits)) } else { Err(refuse()) }
    }
}

impl TryFrom<String> for AccountId {
    type Error = NotAnAccountId;

    fn try_from(text: String) -> Result<Self, NotAnAccountId> {
        text.parse()
    }
}

impl From<AccountId> for String {
    fn from(id: AccountId) -> Self {
        id.as_str().to_owned()
    }
}

impl fmt::Display for AccountId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for AccountId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

// === impl Account ===

impl Account {
    /// Whether a subscription may be made for this account (R30).
    pub fn is_active(&self) -> bool {
        self.state == AccountState::Active
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_account_id_is_twelve_digits_and_nothing_else() {
        assert_eq!("123456789012".parse::<AccountId>().map(|id| id.to_string()), Ok("123456789012".into()));
        for wrong in ["", "12345678901", "1234567890123", "12345678901x", "１２３４"] {
            assert!(wrong.parse::<AccountId>().is_err(), "{wrong}");
        }
    }
}
