//! What `punchgate self-test` takes.

use std::path::PathBuf;
use std::time::Duration;

use buyer::{Clock, Config, Connection, Credential};
use url::Url;

use super::{Clicks, SelfTestError, Store, Target};

/// What `self-test` takes. Use a connection in test mode: a supplier that takes the orders for real delivers them.
#[derive(Clone, Debug, clap::Args)]
pub struct Args {
    /// Which system is played.
    #[arg(value_enum)]
    pub system: Played,
    /// Where the supplier takes PunchOutSetupRequests.
    #[arg(long, value_name = "URL")]
    pub punch_out_url: Url,
    /// Where it takes OrderRequests.
    #[arg(long, value_name = "URL")]
    pub order_url: Url,
    /// The supplier, such as NetworkId:PUNCHGATE.
    #[arg(long, value_name = "DOMAIN:IDENTITY", value_parser = party)]
    pub supplier: Credential,
    /// The buyer that is played, such as DUNS:123456789, for SAP Ariba NetworkId and its ANID.
    #[arg(long, value_name = "DOMAIN:IDENTITY", value_parser = party)]
    pub buyer: Credential,
    /// What proves the sender.
    #[arg(long, env = "SHARED_SECRET", hide_env_values = true, value_name = "SECRET")]
    pub secret: String,
    /// Speak as the test account: -T identities and deploymentMode="test" (SAP Ariba).
    #[arg(long)]
    pub test_account: bool,
    /// A file of clicks that lead from the start page to a cart (docs/self-test.md).
    #[arg(long, value_name = "FILE", conflicts_with = "by_hand")]
    pub clicks: Option<PathBuf>,
    /// Wait so many seconds for a person to bring a cart back from the start page, which is printed.
    #[arg(long, value_name = "SECONDS")]
    pub by_hand: Option<u64>,
    /// BrowserFormPost, where the supplier's list of hosts knows another one than this machine; not with --by-hand.
    #[arg(long, value_name = "URL", conflicts_with = "by_hand")]
    pub form_post: Option<Url>,
    /// Expect an invoice for the order within so many seconds.
    #[arg(long, value_name = "SECONDS")]
    pub invoices: Option<u64>,
    /// What proves the sender of invoices.
    #[arg(long, env = "INVOICE_SECRET", hide_env_values = true, value_name = "SECRET")]
    pub invoice_secret: Option<String>,
    /// The port on 127.0.0.1 for carts and invoices; any unless given.
    #[arg(long, default_value_t = 0)]
    pub port: u16,
    /// The score in percent that passes; what is demanded must hold in any case.
    #[arg(long, value_name = "PERCENT", default_value_t = 90, value_parser = clap::value_parser!(u8).range(0..=100))]
    pub at_least: u8,
    /// Leave the report in this file too, as JSON.
    #[arg(long, value_name = "FILE")]
    pub json: Option<PathBuf>,
}

/// A procurement system that can be played.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Played {
    /// Coupa.
    Coupa,
    /// SAP Ariba, with its business network.
    Ariba,
}

fn party(text: &str) -> Result<Credential, String> {
    match text.split_once(':') {
        Some((domain, identity)) if !domain.is_empty() && !identity.is_empty() => {
            Ok(Credential::new(domain, identity))
        }
        _ => Err("write domain and identity, such as DUNS:123456789".to_owned()),
    }
}

// === impl Args ===

impl Args {
    pub(super) fn config(&self) -> Config {
        let mut config = match self.system {
            Played::Coupa => Config::coupa(Clock::system()),
            Played::Ariba => Config::ariba(Clock::system()),
        };
        // Numbers that were not used before: the same supplier may be asked again tomorrow.
        config.first_order = u64::try_from(config.clock.now().as_millisecond()).unwrap_or(config.first_order);
        config.invoicing.credential = self.supplier.clone();
        config.invoicing.enabled = self.invoices.is_some();
        if let Some(secret) = &self.invoice_secret {
            config.invoicing.shared_secret.clone_from(secret);
        }
        config
    }

    pub(super) fn connection(&self) -> Connection {
        Connection {
            punch_out_url: self.punch_out_url.clone(),
            order_url: self.order_url.clone(),
            supplier: self.supplier.clone(),
            buyer: self.buyer.clone(),
            shared_secret: self.secret.clone(),
            test_account: self.test_account,
        }
    }

    pub(super) fn target(&self) -> Result<Target, SelfTestError> {
        let store = match (&self.clicks, self.by_hand) {
            (Some(path), _) => {
                let text = std::fs::read_to_string(path)
                    .map_err(|error| SelfTestError::Io(path.display().to_string(), error))?;
                Store::Clicks(text.parse::<Clicks>()?)
            }
            (None, Some(seconds)) => Store::ByHand(Duration::from_secs(seconds)),
            (None, None) => Store::Closed,
        };
        Ok(Target {
            requester: "ada".to_owned(),
            form_post: self.form_post.clone(),
            store,
            invoices: self.invoices.map(Duration::from_secs),
        })
    }
}
