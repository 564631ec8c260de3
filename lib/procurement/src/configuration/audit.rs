//! The audit log: who changed what, when, from what to what (R5).

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::field::fields;
use super::{Acting, OrganisationSettings};
use crate::account::AccountId;
use crate::approved_products::ApprovedProducts;
use crate::connection::{Connection, InvoiceChannel, SealedSecret};
use crate::id::ConnectionId;

/// One change of the configuration. It holds no secret: what is a secret is no field (see [`fields`]).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuditEntry {
    /// When.
    pub at: Timestamp,
    /// Who: the ARN.
    pub who: String,
    /// The account of the caller.
    pub account: AccountId,
    /// Whose configuration it is.
    pub organisation: AccountId,
    /// What was done.
    pub action: Action,
    /// The connection, if it was about one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub connection: Option<ConnectionId>,
    /// The connection's name at that time; empty if it was about none.
    #[serde(default)]
    pub name: String,
    /// Every field that is another now.
    pub changes: Vec<FieldChange>,
}

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Action {
    /// A connection was made.
    Create,
    /// Its settings were changed.
    Change,
    /// It was enabled.
    Enable,
    /// It was disabled.
    Disable,
    /// It got another secret.
    RotateSecret,
    /// It was removed for good.
    Remove,
    /// Its onboarding went a step on, or back.
    Onboarding,
    /// The organisation's settings were changed.
    ChangeOrganisation,
}

/// A field that is another now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldChange {
    /// Its name.
    pub field: String,
    /// What it was; empty if it was not there.
    pub old: String,
    /// What it is; empty if it is no longer there.
    pub new: String,
}

// === impl AuditEntry ===

impl AuditEntry {
    /// What happened to a connection; one of both sides is there.
    pub(super) fn of_connection(
        acting: &Acting<'_>,
        action: Action,
        before: Option<&Connection>,
        after: Option<&Connection>,
    ) -> Self {
        let connection = after.or(before);
        let owner = connection.map_or(acting.caller.account, |one| one.organisation.management_account);
        let mut changes =
            difference(&before.map(fields).unwrap_or_default(), &after.map(fields).unwrap_or_default());
        changes.extend(before.zip(after).map(|(before, after)| replaced(before, after)).unwrap_or_default());
        Self {
            connection: connection.map(|connection| connection.id),
            name: connection.map(|connection| connection.name.clone()).unwrap_or_default(),
            changes,
            ..Self::new(acting, action, owner)
        }
    }

    /// What happened to an organisation's settings.
    pub(super) fn of_organisation(
        acting: &Acting<'_>,
        before: &OrganisationSettings,
        after: &OrganisationSettings,
    ) -> Self {
        let changes = difference(&before.fields(), &after.fields());
        let owner = after.organisation.management_account;
        Self { changes, ..Self::new(acting, Action::ChangeOrganisation, owner) }
    }

    /// What happened to an organisation's list of approved products (R23).
    pub fn of_approved_products(
        acting: &Acting<'_>,
        before: Option<&ApprovedProducts>,
        after: &ApprovedProducts,
    ) -> Self {
        let changes = difference(&before.map(listed).unwrap_or_default(), &listed(after));
        Self { changes, ..Self::new(acting, Action::ChangeOrganisation, after.organisation) }
    }

    fn new(acting: &Acting<'_>, action: Action, organisation: AccountId) -> Self {
        Self {
            at: acting.now,
            who: acting.caller.arn.clone(),
            account: acting.caller.account,
            organisation,
            action,
            connection: None,
            name: String::new(),
            changes: Vec::new(),
        }
    }
}

/// The outbound secrets that are others now, and nothing about them (R15).
fn replaced(before: &Connection, after: &Connection) -> Vec<FieldChange> {
    let change = |(field, old, new): (&str, Option<&SealedSecret>, Option<&SealedSecret>)| {
        let (old, new) = (old?, new?);
        let (field, old_text, new_text) =
            (field.to_owned(), "a secret".to_owned(), "another secret".to_owned());
        (old != new).then_some(FieldChange { field, old: old_text, new: new_text })
    };
    let (old, new) = (&before.settings, &after.settings);
    let pairs = [
        ("invoice_secret", invoice_secret(&old.invoicing), invoice_secret(&new.invoicing)),
        (
            "confirmation_secret",
            old.confirmations.as_ref().map(|delivery| &delivery.secret),
            new.confirmations.as_ref().map(|delivery| &delivery.secret),
        ),
    ];
    pairs.into_iter().filter_map(change).collect()
}

fn invoice_secret(channel: &InvoiceChannel) -> Option<&SealedSecret> {
    match channel {
        InvoiceChannel::Cxml(delivery) => Some(&delivery.secret),
        InvoiceChannel::None | InvoiceChannel::SupplierPortal => None,
    }
}

fn listed(list: &ApprovedProducts) -> Fields {
    let products: Vec<&str> = list.products.iter().map(|product| product.as_str()).collect();
    vec![("only_approved_products", list.applied.to_string()), ("approved_products", products.join(", "))]
}

type Fields = Vec<(&'static str, String)>;

fn difference(before: &Fields, after: &Fields) -> Vec<FieldChange> {
    let value = |fields: &Fields, name: &str| {
        fields.iter().find(|(field, _)| *field == name).map(|(_, value)| value.clone()).unwrap_or_default()
    };
    let gone = before.iter().filter(|(name, _)| after.iter().all(|(other, _)| other != name));
    let names = after.iter().chain(gone).map(|(name, _)| *name);
    names
        .map(|name| FieldChange { field: name.to_owned(), old: value(before, name), new: value(after, name) })
        .filter(|change| change.old != change.new)
        .collect()
}

impl Action {
    /// What was done, for people.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Create => "Connection created",
            Self::Change => "Settings changed",
            Self::Enable => "Connection enabled",
            Self::Disable => "Connection disabled",
            Self::RotateSecret => "Secret rotated",
            Self::Remove => "Connection removed",
            Self::Onboarding => "Onboarding moved",
            Self::ChangeOrganisation => "Organisation settings changed",
        }
    }
}
