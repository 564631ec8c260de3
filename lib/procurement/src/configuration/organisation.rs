//! What holds for all purchases of an organisation (R16, R18).

use serde::{Deserialize, Serialize};

use super::{Acting, AuditEntry, AutomaticApproval, Problem};
use crate::account::Organisation;
use crate::id::ConnectionId;

/// The most connections of an organisation.
pub const MAX_CONNECTIONS: usize = 50;

/// An organisation's settings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrganisationSettings {
    /// Counts the changes, for optimistic locking; 0 before anything was set.
    pub version: u64,
    /// Whose they are.
    pub organisation: Organisation,
    /// What a new connection begins with (R16).
    #[serde(default)]
    pub automatic_approval: AutomaticApproval,
    /// A PO number is typed in before a contract is bought without this integration (R18).
    #[serde(default)]
    pub purchase_order_management: bool,
    /// The PO number appears on the bill for SaaS contracts (R18).
    #[serde(default)]
    pub billing_integration: bool,
    /// The connections that are enabled, kept here so that one record decides about R18.
    #[serde(default)]
    pub enabled_connections: Vec<ConnectionId>,
}

/// What was typed in; what is absent stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default, deny_unknown_fields)]
pub struct OrganisationDraft {
    /// Free products need no approval over new connections (R16).
    pub automatic_approval_free: Option<bool>,
    /// Products with a licence of one's own need no approval over new connections (R16).
    pub automatic_approval_byol: Option<bool>,
    /// Purchase order management (R18).
    pub purchase_order_management: Option<bool>,
    /// Billing integration (R18).
    pub billing_integration: Option<bool>,
}

/// Changes an organisation's settings, over the version that was read. `enabled` tells whether a connection is.
pub fn change_organisation(
    acting: &Acting<'_>,
    settings: &OrganisationSettings,
    version: u64,
    draft: &OrganisationDraft,
    enabled: bool,
) -> Result<(OrganisationSettings, AuditEntry), Problem> {
    acting.caller.may_put()?;
    if settings.version != version {
        return Err(Problem::Changed { read: version, now: settings.version });
    }
    let mut after = settings.clone();
    after.version += 1;
    draft.apply(&mut after);
    if after.purchase_order_management && (enabled || !after.enabled_connections.is_empty()) {
        return Err(Problem::conflict(
            "purchase_order_management",
            "Purchase order management and the integration of a procurement system exclude each other. Disable every connection first.",
        ));
    }
    let audit = AuditEntry::of_organisation(acting, settings, &after);
    Ok((after, audit))
}

/// A connection cannot be enabled while PO numbers are typed in by hand (R18).
pub(super) fn exclude_purchase_order_management(settings: &OrganisationSettings) -> Result<(), Problem> {
    if !settings.purchase_order_management {
        return Ok(());
    }
    Err(Problem::conflict(
        "enabled",
        "Purchase order management is on, and it excludes the integration of a procurement system. Switch it off in the \
         organisation's settings first.",
    ))
}

// === impl OrganisationSettings ===

impl OrganisationSettings {
    /// What holds before anything was set.
    pub const fn of(organisation: Organisation) -> Self {
        Self {
            version: 0,
            organisation,
            automatic_approval: AutomaticApproval { free: false, byol: false },
            purchase_order_management: false,
            billing_integration: false,
            enabled_connections: Vec::new(),
        }
    }

    pub(super) fn with_connection(&self, id: ConnectionId) -> Self {
        let mut after = self.without_connection(id);
        after.enabled_connections.push(id);
        after
    }

    pub(super) fn without_connection(&self, id: ConnectionId) -> Self {
        let mut after = self.clone();
        after.version += 1;
        after.enabled_connections.retain(|other| *other != id);
        after
    }

    /// Every field that somebody sets, as a named text (R5).
    pub(super) fn fields(&self) -> Vec<(&'static str, String)> {
        vec![
            ("automatic_approval_free", self.automatic_approval.free.to_string()),
            ("automatic_approval_byol", self.automatic_approval.byol.to_string()),
            ("purchase_order_management", self.purchase_order_management.to_string()),
            ("billing_integration", self.billing_integration.to_string()),
        ]
    }
}

// === impl OrganisationDraft ===

impl OrganisationDraft {
    fn apply(&self, to: &mut OrganisationSettings) {
        let approval = &mut to.automatic_approval;
        approval.free = self.automatic_approval_free.unwrap_or(approval.free);
        approval.byol = self.automatic_approval_byol.unwrap_or(approval.byol);
        let on = to.purchase_order_management;
        to.purchase_order_management = self.purchase_order_management.unwrap_or(on);
        to.billing_integration = self.billing_integration.unwrap_or(to.billing_integration);
    }
}
