//! A connection as it is shown.

use platform::store::SecretUse;
use procurement::configuration::Draft;
use procurement::connection::{Deployment, SecretId};

use super::{Connection, HashedSecret, Mode, Serialize, Step, SystemName, ToSchema};

/// A connection.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ConnectionView {
    pub id: String,
    /// Counts the changes; a change names the version that it was made over.
    pub version: u64,
    /// Whose it is: the management account, or the standalone account.
    pub management_account: String,
    pub system: SystemName,
    pub name: String,
    pub description: String,
    pub enabled: bool,
    /// `test` or `live`.
    pub mode: String,
    pub supplier: IdentityView,
    pub buyer: IdentityView,
    pub secrets: Vec<SecretView>,
    pub settings: SettingsView,
    /// SAP Ariba only.
    pub onboarding: Option<OnboardingView>,
    #[schema(format = DateTime)]
    pub created: String,
}

/// A domain and an identity in it.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct IdentityView {
    pub domain: String,
    pub identity: String,
}

/// What is known about a shared secret; never the secret.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct SecretView {
    #[schema(format = DateTime)]
    pub created: String,
    /// When it ends, while it is being rotated out.
    #[schema(format = DateTime)]
    pub valid_until: Option<String>,
    /// Which set of credentials it belongs to.
    pub deployment: Deployment,
    /// When it was used last, to the hour; told where one connection is shown, and absent while it was not used.
    #[schema(format = DateTime)]
    pub last_used: Option<String>,
    #[serde(skip)]
    id: SecretId,
}

/// How far an SAP Ariba connection has come.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct OnboardingView {
    pub step: Step,
    #[schema(format = DateTime)]
    pub since: String,
}

/// What can be set, under the names under which it is set.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct SettingsView {
    pub form_hosts: Vec<String>,
    pub form_field: String,
    pub unit_of_measure: String,
    pub cart_version: String,
    pub blanket_amount: String,
    pub blanket_currency: String,
    pub redirect: bool,
    pub approval_url: Option<String>,
    pub automatic_approval_free: bool,
    pub automatic_approval_byol: bool,
    pub contacts: Vec<String>,
    pub line_rule: String,
    pub strict_deployment_mode: bool,
    pub credential_mac: bool,
    pub invoice_channel: String,
    pub invoice_url: Option<String>,
    pub invoice_domain: Option<String>,
    pub invoice_identity: Option<String>,
    pub invoice_version: Option<String>,
    pub invoice_attach_pdf: bool,
    pub invoice_cancel_by: String,
    pub invoice_tax_category: Option<String>,
    pub invoice_tax_percent: Option<String>,
    pub invoice_tax_description: Option<String>,
    pub confirmation_url: Option<String>,
    pub confirmation_domain: Option<String>,
    pub confirmation_identity: Option<String>,
    pub confirmation_version: Option<String>,
}

// === conversions ===

impl From<&Connection> for ConnectionView {
    fn from(connection: &Connection) -> Self {
        Self {
            id: connection.id.to_string(),
            version: connection.version,
            management_account: connection.organisation.management_account.to_string(),
            system: connection.system.into(),
            name: connection.name.clone(),
            description: connection.description.clone(),
            enabled: connection.enabled,
            mode: if connection.mode == Mode::Test { "test" } else { "live" }.to_owned(),
            supplier: IdentityView::from(&connection.supplier),
            buyer: IdentityView::from(&connection.buyer),
            secrets: connection.secrets.iter().map(SecretView::from).collect(),
            settings: SettingsView::from(connection),
            onboarding: connection.onboarding.map(|onboarding| OnboardingView {
                step: onboarding.step,
                since: onboarding.since.to_string(),
            }),
            created: connection.created.to_string(),
        }
    }
}

impl ConnectionView {
    /// The same with the last use of each secret (R15).
    #[must_use]
    pub fn with_uses(mut self, uses: &[SecretUse]) -> Self {
        for secret in &mut self.secrets {
            let used = uses.iter().find(|used| used.secret == secret.id);
            secret.last_used = used.map(|used| used.at.to_string());
        }
        self
    }
}

impl From<&procurement::connection::Identity> for IdentityView {
    fn from(identity: &procurement::connection::Identity) -> Self {
        Self { domain: identity.domain.to_string(), identity: identity.value.clone() }
    }
}

impl From<&HashedSecret> for SecretView {
    fn from(secret: &HashedSecret) -> Self {
        Self {
            created: secret.created.to_string(),
            valid_until: secret.valid_until.map(|end| end.to_string()),
            deployment: secret.deployment,
            last_used: None,
            id: secret.id(),
        }
    }
}

impl From<&Connection> for SettingsView {
    /// As it would be typed in again.
    fn from(connection: &Connection) -> Self {
        let (draft, settings) = (Draft::of(connection), &connection.settings);
        Self {
            form_hosts: settings.form_hosts.clone(),
            form_field: draft.form_field.unwrap_or_default(),
            unit_of_measure: settings.unit_of_measure.clone(),
            cart_version: settings.cart_version.clone(),
            blanket_amount: draft.blanket_amount.unwrap_or_default(),
            blanket_currency: draft.blanket_currency.unwrap_or_default(),
            redirect: settings.redirect,
            approval_url: draft.approval_url,
            automatic_approval_free: settings.automatic_approval.free,
            automatic_approval_byol: settings.automatic_approval.byol,
            contacts: settings.contacts.clone(),
            line_rule: draft.line_rule.unwrap_or_default(),
            strict_deployment_mode: settings.strict_deployment_mode,
            credential_mac: settings.credential_mac,
            invoice_channel: draft.invoice_channel.unwrap_or_default(),
            invoice_url: draft.invoice_url,
            invoice_domain: draft.invoice_domain,
            invoice_identity: draft.invoice_identity,
            invoice_version: draft.invoice_version,
            invoice_attach_pdf: settings.invoices.attach_pdf,
            invoice_cancel_by: draft.invoice_cancel_by.unwrap_or_default(),
            invoice_tax_category: draft.invoice_tax_category,
            invoice_tax_percent: draft.invoice_tax_percent,
            invoice_tax_description: draft.invoice_tax_description,
            confirmation_url: draft.confirmation_url,
            confirmation_domain: draft.confirmation_domain,
            confirmation_identity: draft.confirmation_identity,
            confirmation_version: draft.confirmation_version,
        }
    }
}
