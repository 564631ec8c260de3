//! `punchgate connection`: connections to procurement systems, set up from the command line.

use std::path::PathBuf;

use clap::{Subcommand, ValueEnum};
use platform::accounts::AccountsUnavailable;
use platform::core::Core;
use platform::table::ReadError;
use procurement::account::{AccountId, Organisation};
use procurement::connection::{
    Connection, FormField, Identity, InvoiceChannel, InvoiceDelivery, Mode, NewConnection, NewSystem,
    NotAnIdentity, Settings,
};
use url::Url;

use crate::place::{Place, PlaceError, marketplace_at};
use crate::provision::{self, ProvisionError};

/// What can be done with connections.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Make a connection, in test mode unless --live is given, and print the values that the procurement system needs.
    /// Stop the marketplace first.
    Add(Box<Add>),
    /// List an organisation's connections.
    List {
        /// The marketplace's directory.
        #[arg(long, value_name = "DIR")]
        data: PathBuf,
        /// The organisation's management account, or the standalone account.
        #[arg(long, value_name = "ACCOUNT")]
        account: AccountId,
    },
}

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

/// Why it was not done.
#[derive(Debug, thiserror::Error)]
pub enum ConnectionError {
    /// The marketplace's directory.
    #[error(transparent)]
    Place(#[from] PlaceError),
    /// The account is not in the file.
    #[error("account {0} is not in accounts.toml; write it there first")]
    NoAccount(AccountId),
    /// Only a management account, or a standalone one, may configure (R1).
    #[error(
        "account {member} is a member of an organisation; its management account {management} may configure connections"
    )]
    Member {
        /// The account that was named.
        member: AccountId,
        /// The one that may.
        management: AccountId,
    },
    /// The accounts do not answer.
    #[error(transparent)]
    Accounts(#[from] AccountsUnavailable),
    /// An identity for invoices.
    #[error(transparent)]
    Identity(#[from] NotAnIdentity),
    /// The file with the secret.
    #[error("{0} cannot be read: {1}")]
    File(String, std::io::Error),
    /// Invoices to somebody that takes none.
    #[error("invoices over cXML are for Coupa only; leave --invoice-url away")]
    NotCoupa,
    /// Saving it.
    #[error(transparent)]
    Provision(#[from] ProvisionError),
    /// Reading them.
    #[error(transparent)]
    Read(#[from] ReadError),
}

// === impl Command ===

impl Command {
    /// Does it.
    pub async fn run(self) -> Result<(), ConnectionError> {
        match self {
            Self::Add(add) => add.run().await,
            Self::List { data, account } => list(data, account).await,
        }
    }
}

async fn list(data: PathBuf, account: AccountId) -> Result<(), ConnectionError> {
    let place = Place::open(&data).await?;
    let core = place.core(marketplace_at(crate::serve::local(([127, 0, 0, 1], 80).into())));
    for connection in core.store.connections_of(account).await? {
        let mode = if connection.is_test() { "test" } else { "live" };
        let state = if connection.enabled { "enabled" } else { "disabled" };
        println!("{}  {}  {mode}  {state}  {}", connection.id, connection.system.label(), connection.name);
    }
    Ok(())
}

// === impl Add ===

impl Add {
    async fn run(self) -> Result<(), ConnectionError> {
        let place = Place::open(&self.data).await?;
        let core = place.core(marketplace_at(self.base_url.clone()));
        let organisation = self.organisation(&place).await?;
        let delivery = self.delivery()?;
        let new = NewConnection {
            organisation,
            name: self.name.clone(),
            description: String::new(),
            system: self.system(),
            supplier: core.marketplace.supplier.clone(),
            settings: self.settings(),
        };
        let information =
            provision::connection(&core, new, |made| self.adjust(&core, delivery, made)).await?;
        println!("{information}");
        Ok(())
    }

    async fn organisation(&self, place: &Place) -> Result<Organisation, ConnectionError> {
        let found = place.accounts()?.organisation_of(self.account).await?;
        let organisation = found.ok_or(ConnectionError::NoAccount(self.account))?;
        if organisation.management_account == self.account {
            return Ok(organisation);
        }
        Err(ConnectionError::Member { member: self.account, management: organisation.management_account })
    }

    fn system(&self) -> NewSystem {
        match self.system {
            System::Coupa => NewSystem::Coupa,
            System::SapAriba => NewSystem::SapAriba { anid: self.anid.clone().unwrap_or_default() },
        }
    }

    fn settings(&self) -> Settings {
        let form_field = if self.urlencoded { FormField::UrlEncoded } else { FormField::Base64 };
        Settings { form_hosts: self.form_hosts.clone(), form_field, ..Settings::default() }
    }

    fn delivery(&self) -> Result<Option<(Url, Identity, String)>, ConnectionError> {
        let Some(url) = &self.invoice_url else { return Ok(None) };
        if self.system != System::Coupa {
            return Err(ConnectionError::NotCoupa);
        }
        let text = |value: &Option<String>| value.clone().unwrap_or_default();
        let identity = Identity::new(&text(&self.invoice_domain), &text(&self.invoice_identity))?;
        let file = self.invoice_secret_file.clone().unwrap_or_default();
        let secret = std::fs::read_to_string(&file)
            .map_err(|error| ConnectionError::File(file.display().to_string(), error))?;
        Ok(Some((url.clone(), identity, secret.trim().to_owned())))
    }

    fn adjust(&self, core: &Core, delivery: Option<(Url, Identity, String)>, connection: &mut Connection) {
        connection.mode = if self.live { Mode::Live } else { Mode::Test };
        if let Some((url, from, secret)) = delivery {
            connection.settings.invoicing = InvoiceChannel::Cxml(InvoiceDelivery {
                url,
                from,
                to: connection.buyer.clone(),
                secret: core.keys.seal(&secret, &connection.id.to_string()).into(),
                version: "1.2.020".to_owned(),
            });
        }
    }
}
