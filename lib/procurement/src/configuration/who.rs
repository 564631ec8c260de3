//! Who may configure (R1–R3): the management account of an organisation, or a standalone account for itself.

use serde::{Deserialize, Serialize};

use super::Problem;
use crate::account::{AccountId, Organisation};
use crate::connection::Connection;

/// Who asks: an account whose identity was verified, and what it is in its organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caller {
    /// The account.
    pub account: AccountId,
    /// The person or role in it, for the audit log (R5).
    pub arn: String,
    /// What its policies permit (R2).
    pub permissions: Permissions,
    /// What the account is.
    pub standing: Standing,
    /// Whether it is the account that runs the marketplace.
    pub operator: bool,
}

/// The two permissions (R2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Permissions {
    /// Create and change.
    pub put: bool,
    /// Read.
    pub describe: bool,
}

/// What an account is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// The management account of this organisation.
    Management(Organisation),
    /// In no organisation: it is its own.
    Standalone(Organisation),
    /// A member of this organisation.
    Member(Organisation),
    /// Nobody that the marketplace knows.
    Unknown,
}

// === impl Permissions ===

impl Permissions {
    /// Both.
    pub const ALL: Self = Self { put: true, describe: true };
}

// === impl Standing ===

impl Standing {
    /// What `account` is, by the organisation that it belongs to now.
    pub fn of(account: AccountId, organisation: Option<Organisation>) -> Self {
        match organisation {
            None => Self::Unknown,
            Some(organisation) if organisation.standalone => Self::Standalone(organisation),
            Some(organisation) if organisation.management_account == account => {
                Self::Management(organisation)
            }
            Some(organisation) => Self::Member(organisation),
        }
    }
}

// === impl Caller ===

impl Caller {
    /// The organisation whose configuration this caller may read (R1, R2).
    pub fn may_describe(&self) -> Result<&Organisation, Problem> {
        self.has_describe()?;
        self.owns()
    }

    /// The organisation whose configuration this caller may change (R1, R2).
    pub fn may_put(&self) -> Result<&Organisation, Problem> {
        self.has_put()?;
        self.owns()
    }

    /// Whether this caller may read this connection: its organisation's, and the operator.
    pub fn may_describe_connection(&self, connection: &Connection) -> Result<(), Problem> {
        self.has_describe()?;
        if self.operator || self.owns()?.management_account == connection.organisation.management_account {
            return Ok(());
        }
        Err(no_connection(&connection.id.to_string()))
    }

    /// Whether this caller may change this connection: its organisation's. The operator is told whose it is, anybody else
    /// not even that it exists.
    pub fn may_put_connection(&self, connection: &Connection) -> Result<(), Problem> {
        self.has_put()?;
        let owner = connection.organisation.management_account;
        let own = self.owns().map(|organisation| organisation.management_account == owner);
        match own {
            Ok(true) => Ok(()),
            _ if self.operator => Err(Problem::NotAllowed(format!(
                "Only account {owner} may change this connection; the operator may remove it and decide when it goes live."
            ))),
            Ok(false) => Err(no_connection(&connection.id.to_string())),
            Err(problem) => Err(problem),
        }
    }

    /// Whether this caller may see every customer.
    pub fn may_oversee(&self) -> Result<(), Problem> {
        self.is_operator()?;
        self.has_describe()
    }

    /// Whether this caller may do what is the operator's alone (R13, R14).
    pub fn may_operate(&self) -> Result<(), Problem> {
        self.is_operator()?;
        self.has_put()
    }

    /// The organisation that this account speaks for.
    fn owns(&self) -> Result<&Organisation, Problem> {
        match &self.standing {
            Standing::Management(organisation) | Standing::Standalone(organisation) => Ok(organisation),
            Standing::Member(organisation) => Err(Problem::NotAllowed(format!(
                "Account {} is a member of the organisation {}. Its management account {} may configure; ask there.",
                self.account, organisation.name, organisation.management_account
            ))),
            Standing::Unknown => Err(Problem::NotAllowed(format!(
                "Account {} is in no organisation that buys here. Use the management account of your organisation.",
                self.account
            ))),
        }
    }

    fn is_operator(&self) -> Result<(), Problem> {
        if self.operator {
            return Ok(());
        }
        Err(Problem::NotAllowed(format!(
            "Account {} does not run this marketplace; only its operator may do this.",
            self.account
        )))
    }

    fn has_put(&self) -> Result<(), Problem> {
        permitted(self.permissions.put, &self.arn, "put")
    }

    fn has_describe(&self) -> Result<(), Problem> {
        permitted(self.permissions.describe, &self.arn, "describe")
    }
}

fn permitted(granted: bool, arn: &str, permission: &str) -> Result<(), Problem> {
    if granted {
        return Ok(());
    }
    Err(Problem::NotAllowed(format!(
        "{arn} lacks the permission to {permission} the procurement configuration. An administrator of the account can grant it."
    )))
}

/// There is no such connection, as far as this caller is concerned.
pub(super) fn no_connection(id: &str) -> Problem {
    Problem::NotFound(format!("There is no connection {id} in this organisation."))
}
