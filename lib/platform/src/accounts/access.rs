//! Access keys of people and programs that sign their requests, where there is no IAM to check them (R2).

use std::collections::BTreeMap;
use std::fmt;

use procurement::account::AccountId;
use procurement::configuration::Permissions;
use zeroize::Zeroizing;

/// A key that requests are signed with.
#[derive(Clone, PartialEq, Eq)]
pub struct AccessKey {
    /// Names the key in the signature.
    pub id: String,
    /// Signs.
    pub(crate) secret: Zeroizing<String>,
    /// The account that the key speaks for.
    pub account: AccountId,
    /// Whose key it is; the audit log shows the ARN (R5).
    pub user: String,
    /// What its owner may do (R2).
    pub permissions: Permissions,
}

/// Every access key, by its id.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AccessKeys(pub(super) BTreeMap<String, AccessKey>);

// === impl AccessKey ===

impl AccessKey {
    /// The owner's ARN, as IAM writes it.
    pub fn arn(&self) -> String {
        format!("arn:aws:iam::{}:user/{}", self.account, self.user)
    }
}

impl fmt::Debug for AccessKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "AccessKey({})", self.id)
    }
}

// === impl AccessKeys ===

impl AccessKeys {
    /// The key of this id.
    pub fn find(&self, id: &str) -> Option<&AccessKey> {
        self.0.get(id)
    }

    /// A key of this account, if there is one.
    pub fn of(&self, account: AccountId) -> Option<&AccessKey> {
        self.0.values().find(|key| key.account == account)
    }
}
