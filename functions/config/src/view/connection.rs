//! A connection as it is shown.

use super::{Connection, HashedSecret, InvoiceChannel, Mode, Serialize, Step, SystemName, ToSchema};

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
    pub invoice_channel: String,
    pub invoice_url: Option<String>,
    pub invoice_domain: Option<String>,
    pub invoice_identity: Option<String>,
    pub invoice_version: Option<String>,
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
        }
    }
}

impl From<&Connection> for SettingsView {
    fn from(connection: &Connection) -> Self {
        let draft = procurement::configuration::Draft::of(connection);
        let delivery = match &connection.settings.invoicing {
            InvoiceChannel::Cxml(delivery) => Some(delivery),
            _ => None,
        };
        let settings = &connection.settings;
        Self {
            form_hosts: settings.form_hosts.clone(),
            form_field: draft.form_field.unwrap_or_default(),
            unit_of_measure: settings.unit_of_measure.clone(),
            cart_version: settings.cart_version.clone(),
            blanket_amount: settings.blanket_amount.amount_text(),
            blanket_currency: settings.blanket_amount.currency.code().to_owned(),
            redirect: settings.redirect,
            approval_url: settings.approval_url.as_ref().map(ToString::to_string),
            automatic_approval_free: settings.automatic_approval.free,
            automatic_approval_byol: settings.automatic_approval.byol,
            contacts: settings.contacts.clone(),
            invoice_channel: draft.invoice_channel.unwrap_or_default(),
            invoice_url: delivery.map(|delivery| delivery.url.to_string()),
            invoice_domain: delivery.map(|delivery| delivery.from.domain.to_string()),
            invoice_identity: delivery.map(|delivery| delivery.from.value.clone()),
            invoice_version: delivery.map(|delivery| delivery.version.clone()),
        }
    }
}
