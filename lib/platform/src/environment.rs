//! What a Lambda function is told by its environment: one typed value, or all that is missing or wrong at once.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use aws_sdk_dynamodb::config::Builder as DynamoDbBuilder;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use procurement::account::AccountId;
use procurement::connection::Identity;
use procurement::marketplace::Marketplace;
use url::Url;

use crate::aws::{Aws, Service};
use crate::clock::Clock;
use crate::core::Core;
use crate::ids::Ids;
use crate::keys::{Keys, KmsError};
use crate::store::Store;
use crate::table::{Table, bounded};

mod reading;
#[cfg(test)]
mod tests;

pub(crate) use reading::Reading;
pub use reading::{BadEnvironment, Variables};

/// Everything that the template tells a function.
#[derive(Clone, Debug)]
pub struct Environment {
    /// How AWS is reached.
    pub aws: Aws,
    /// `TABLE_NAME`: the table.
    pub table: String,
    /// `KEYS_CIPHERTEXT`: the three keys, encrypted by KMS.
    pub keys: Ciphertext,
    /// `BASE_URL`, `MARKETPLACE_NAME`, `MAIL_FROM`, `SUPPLIER_DOMAIN`, `SUPPLIER_IDENTITY`.
    pub marketplace: Marketplace,
    /// `CONFIGURATION_SET`: whose events tell of bounces; none: no events.
    pub configuration_set: Option<String>,
    /// Where events go.
    pub event_bus: Option<String>,
    /// `BUYERS_ROLE` and `BUYERS_EXTERNAL_ID`: the role that buyers grant for looking their accounts up.
    pub buyers_role: Option<BuyersRole>,
    /// `OPERATOR_ACCOUNT`: the account that runs the marketplace; only the configuration needs it.
    pub operator: Option<AccountId>,
    /// `ALLOW_LOOPBACK=1`: invoices may go to this machine; for trials, never in AWS.
    pub allow_loopback: bool,
}

/// What KMS encrypted.
#[derive(Clone, PartialEq, Eq)]
pub struct Ciphertext(pub Vec<u8>);

/// The role in buyers' accounts, and the external id that they ask for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BuyersRole {
    pub name: String,
    pub external_id: String,
}

// === impl Environment ===

impl Environment {
    /// From the environment of this process.
    pub fn of_process() -> Result<Self, BadEnvironment> {
        let texts = std::env::vars_os()
            .filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)));
        Self::read(&texts.collect())
    }

    /// From these variables.
    pub fn read(variables: &BTreeMap<String, String>) -> Result<Self, BadEnvironment> {
        let mut reading = Reading::new(variables);
        let read = Self::all(&mut reading);
        reading.finish(read)
    }

    /// Reads everything before it gives up, so that all mistakes are told at once.
    fn all(reading: &mut Reading<'_>) -> Option<Self> {
        let aws = Aws::read(reading);
        let table = reading.required("TABLE_NAME", "the name of the DynamoDB table");
        let keys = reading.parsed("KEYS_CIPHERTEXT", "made once with infra/make-keys", ciphertext);
        let marketplace = marketplace(reading);
        let buyers_role = buyers_role(reading);
        let operator = reading.optional("OPERATOR_ACCOUNT").map(|id| id.parse());
        let operator = operator.and_then(|parsed| reading.checked("OPERATOR_ACCOUNT", parsed));
        Some(Self {
            aws: aws?,
            table: table?,
            keys: keys?,
            marketplace: marketplace?,
            configuration_set: reading.optional("CONFIGURATION_SET"),
            event_bus: reading.optional("EVENT_BUS"),
            buyers_role,
            operator,
            allow_loopback: reading.optional("ALLOW_LOOPBACK").is_some_and(|value| value == "1"),
        })
    }

    /// What every function stands on. The keys are opened, and the connection to the table is made, at once.
    pub async fn core(&self) -> Result<Core, KmsError> {
        let config = DynamoDbBuilder::from(&self.aws.config(Service::DynamoDb));
        let table = Table::new(aws_sdk_dynamodb::Client::from_conf(bounded(config).build()), &self.table);
        let store = Store::new(table);
        let kms = self.aws.config(Service::Kms);
        let (keys, warmed) = tokio::join!(Keys::from_kms(&kms, &self.keys.0), store.catalogue_changed());
        if let Err(error) = warmed {
            // The first request tries again, and says so to whom it concerns.
            tracing::warn!(%error, "the table did not answer at the start");
        }
        let clock = Clock::System;
        let ids = Ids::random(clock.clone());
        Ok(Core { store, clock, ids, keys: keys?, marketplace: Arc::new(self.marketplace.clone()) })
    }

    /// Mail through Amazon SES.
    #[cfg(feature = "ses")]
    pub fn mail(&self) -> crate::mail::Mail {
        let config = aws_sdk_ses::config::Builder::from(&self.aws.config(Service::Ses));
        crate::mail::Mail::Ses(crate::mail::SesMail::new(config, self.configuration_set.clone()))
    }

    /// Events on Amazon EventBridge; on the account's own bus unless another one is named.
    #[cfg(feature = "eventbridge")]
    pub fn events(&self) -> crate::events::Events {
        let config = aws_sdk_eventbridge::config::Builder::from(&self.aws.config(Service::EventBridge));
        let bus = self.event_bus.clone().unwrap_or_else(|| "default".to_owned());
        crate::events::Events::Bridge(crate::events::Bridge::new(config, bus))
    }

    /// Accounts through AWS Organizations.
    #[cfg(feature = "organizations")]
    pub fn accounts(&self) -> crate::accounts::Accounts {
        use crate::accounts::{Accounts, Organizations};
        let organizations = Organizations::new(self.aws.clone(), self.buyers_role.clone(), Clock::System);
        Accounts::Organizations(Arc::new(organizations))
    }

    /// How far outbound HTTPS goes.
    #[cfg(feature = "outbound")]
    pub fn reach(&self) -> crate::outbound::Reach {
        use crate::outbound::Reach;
        if self.allow_loopback { Reach::PublicAndLoopback } else { Reach::Public }
    }
}

fn marketplace(reading: &mut Reading<'_>) -> Option<Marketplace> {
    let name = reading.required("MARKETPLACE_NAME", "its name in pages, documents and mail");
    let base_url =
        reading.parsed("BASE_URL", "where buyers reach it, such as https://market.example/", base_url);
    let mail_from = reading.required("MAIL_FROM", "the verified address that its mail comes from");
    let domain = reading.required("SUPPLIER_DOMAIN", "such as NetworkId or DUNS");
    let identity = reading.required("SUPPLIER_IDENTITY", "how buyers name the marketplace");
    let supplier = match (domain, identity) {
        (Some(domain), Some(identity)) => {
            reading.checked("SUPPLIER_DOMAIN", Identity::new(&domain, &identity))
        }
        _ => None,
    };
    Some(Marketplace { name: name?, base_url: base_url?, mail_from: mail_from?, supplier: supplier? })
}

fn buyers_role(reading: &mut Reading<'_>) -> Option<BuyersRole> {
    let name = reading.optional("BUYERS_ROLE")?;
    let external_id =
        reading.required("BUYERS_EXTERNAL_ID", "what buyers' roles ask for (with BUYERS_ROLE)")?;
    Some(BuyersRole { name, external_id })
}

fn ciphertext(text: &str) -> Result<Ciphertext, String> {
    STANDARD.decode(text.trim()).map(Ciphertext).map_err(|_| "it is no base64".to_owned())
}

fn base_url(text: &str) -> Result<Url, String> {
    let url: Url = text.parse().map_err(|error| format!("it is no URL ({error})"))?;
    match url.scheme() {
        "https" | "http" if url.has_host() => Ok(url),
        _ => Err("it is no https address".to_owned()),
    }
}

// === impl Ciphertext ===

impl fmt::Debug for Ciphertext {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Ciphertext")
    }
}
