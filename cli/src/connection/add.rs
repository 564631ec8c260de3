//! `punchgate connection add`.

use std::path::PathBuf;

use clap::ValueEnum;
use platform::outbound::Reach;
use procurement::account::AccountId;
use procurement::configuration::Draft;
use procurement::connection::{Mode, NewSystem};
use url::Url;

use super::ConnectionError;
use crate::marketplace::configuration;
use crate::place::{Place, marketplace_at};
use crate::provision;

/// What a new connection takes.
#[derive(Debug, clap::Args)]
pub struct Add {
    /// The marketplace's directory.
    #[arg(long, value_name = "DIR")]
    data: PathBuf,
    /// The address under which buyers reach the marketplace, as given to `serve`.
    #[arg(long, value_name = "URL", default_value = "http://127.0.0.1:8080/")]
    base_url: Url,
    /// The procurement system.
    #[arg(long, value_enum)]
    system: System,
    /// The organisation's management account, or the standalone account, from accounts.toml.
    #[arg(long, value_name = "ACCOUNT")]
    account: AccountId,
    /// The connection's name.
    #[arg(long)]
    name: String,
    /// A host that carts may be sent back to, such as acme.coupahost.com; may be repeated.
    #[arg(long = "form-host", value_name = "HOST", required = true)]
    form_hosts: Vec<String>,
    /// The buyer's Ariba Network ID; SAP Ariba only.
    #[arg(long, required_if_eq("system", "sap-ariba"))]
    anid: Option<String>,
    /// Purchases are real. Without it they are tests, and nothing is bought.
    #[arg(long)]
    live: bool,
    /// Send the cart in the field cxml-urlencoded instead of cxml-base64.
    #[arg(long)]
    urlencoded: bool,
    /// Where invoices are POSTed, such as `https://acme.coupahost.com/cxml/invoices`; Coupa only.
    #[arg(long, value_name = "URL", requires_all = ["invoice_domain", "invoice_identity", "invoice_secret_file"])]
    invoice_url: Option<Url>,
    /// The domain of the marketplace's identity on invoices.
    #[arg(long, value_name = "DOMAIN")]
    invoice_domain: Option<String>,
    /// The marketplace's identity on invoices.
    #[arg(long, value_name = "IDENTITY")]
    invoice_identity: Option<String>,
    /// A file that holds the secret for invoices.
    #[arg(long, value_name = "FILE")]
    invoice_secret_file: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum System {
    Coupa,
    SapAriba,
}

// === impl Add ===

impl Add {
    pub(super) async fn run(self) -> Result<(), ConnectionError> {
        let draft = self.draft()?;
        let place = Place::open(&self.data).await?;
        let parts = place.parts(marketplace_at(self.base_url.clone()), Reach::Public)?;
        let configuration = configuration(&parts);
        let caller = provision::local_caller(&configuration, self.account).await?;
        let mode = if self.live { Mode::Live } else { Mode::Test };
        let information =
            provision::connection(&configuration, &caller, self.new_system(), &draft, mode).await?;
        println!("{information}");
        Ok(())
    }

    fn new_system(&self) -> NewSystem {
        match self.system {
            System::Coupa => NewSystem::Coupa,
            System::SapAriba => NewSystem::SapAriba { anid: self.anid.clone().unwrap_or_default() },
        }
    }

    fn draft(&self) -> Result<Draft, ConnectionError> {
        let secret = self.invoice_secret_file.as_ref().map(|file| {
            let text = std::fs::read_to_string(file);
            text.map_err(|error| ConnectionError::File(file.display().to_string(), error))
        });
        Ok(Draft {
            name: Some(self.name.clone()),
            form_hosts: Some(self.form_hosts.clone()),
            form_field: self.urlencoded.then(|| "cxml-urlencoded".to_owned()),
            invoice_channel: self.invoice_url.as_ref().map(|_| "cxml".to_owned()),
            invoice_url: self.invoice_url.as_ref().map(Url::to_string),
            invoice_domain: self.invoice_domain.clone(),
            invoice_identity: self.invoice_identity.clone(),
            invoice_secret: secret.transpose()?,
            ..Draft::default()
        })
    }
}
