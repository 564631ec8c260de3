//! What a marketplace on one machine stands on: a directory with its store, keys, accounts and mail.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use platform::accounts::{Accounts, AccountsFileError};
use platform::clock::Clock;
use platform::core::Core;
use platform::data_dir::{DataDir, DataDirError};
use platform::events::Events;
use platform::ids::Ids;
use platform::keys::{KeyFileError, Keys};
use platform::mail::Mail;
use platform::outbound::{NoClient, Outbound, Reach};
use platform::store::Store;
use platform::table::local::{Embedded, EmbeddedError};
use procurement::connection::{Identity, IdentityDomain};
use procurement::marketplace::Marketplace;
use url::Url;

use crate::marketplace::Parts;

/// A directory that this process holds.
#[derive(Debug)]
pub struct Place {
    /// Held as long as this lives.
    directory: DataDir,
    engine: Embedded,
    store: Store,
    keys: Keys,
}

/// Why a directory cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum PlaceError {
    /// In use, or not to be written.
    #[error(transparent)]
    Directory(#[from] DataDirError),
    /// The store's file.
    #[error(transparent)]
    Store(#[from] EmbeddedError),
    /// The key file.
    #[error(transparent)]
    Keys(#[from] KeyFileError),
    /// The accounts file.
    #[error(transparent)]
    Accounts(#[from] AccountsFileError),
    /// The accounts file could not be begun.
    #[error("the accounts file {0} cannot be written: {1}")]
    NoAccounts(String, std::io::Error),
    /// No HTTPS.
    #[error(transparent)]
    Outbound(#[from] NoClient),
}

/// How often what has expired is removed.
const TIDY: Duration = Duration::from_secs(60 * 60);
const ACCOUNTS_EXAMPLE: &str = include_str!("../sample/accounts-template.toml");

// === impl Place ===

impl Place {
    /// Takes the directory, and makes what is not there yet.
    pub async fn open(path: &Path) -> Result<Self, PlaceError> {
        let directory = DataDir::open(path)?;
        let embedded = Embedded::file(&directory.store()).await?;
        let keys = Keys::from_file(&directory.keys())?;
        Ok(Self { store: Store::new(embedded.table()), keys, engine: embedded, directory })
    }

    /// The directory.
    pub fn directory(&self) -> &DataDir {
        &self.directory
    }

    /// Removes what has expired, again and again; in AWS the table does this by itself.
    pub async fn keep_tidy(&self) {
        loop {
            if let Err(error) = self.engine.sweep_expired().await {
                tracing::warn!(%error, "what has expired could not be removed; trying again");
            }
            tokio::time::sleep(TIDY).await;
        }
    }

    /// Everything that functions stand on, for a marketplace that says this about itself.
    pub fn core(&self, marketplace: Marketplace) -> Core {
        let clock = Clock::System;
        Core {
            store: self.store.clone(),
            ids: Ids::random(clock.clone()),
            clock,
            keys: self.keys.clone(),
            marketplace: Arc::new(marketplace),
        }
    }

    /// The accounts of the directory's accounts file; a file that explains itself is put where there is none.
    pub fn accounts(&self) -> Result<Accounts, PlaceError> {
        let path = self.directory.accounts();
        if !path.exists() {
            std::fs::write(&path, ACCOUNTS_EXAMPLE)
                .map_err(|error| PlaceError::NoAccounts(path.display().to_string(), error))?;
        }
        Ok(Accounts::from_file(&path)?)
    }

    /// Everything that a running marketplace is made of.
    pub fn parts(&self, marketplace: Marketplace, reach: Reach) -> Result<Parts, PlaceError> {
        Ok(Parts {
            core: self.core(marketplace),
            accounts: self.accounts()?,
            mail: Mail::Directory(self.directory.mail()),
            events: Events::Log(self.directory.events()),
            outbound: Outbound::new(reach)?,
        })
    }
}

/// The marketplace at this address, under its usual names.
pub fn marketplace_at(base_url: Url) -> Marketplace {
    Marketplace {
        name: "Punchgate Marketplace".to_owned(),
        base_url,
        mail_from: "no-reply@marketplace.example".to_owned(),
        supplier: Identity { domain: IdentityDomain::NetworkId, value: "PUNCHGATE".to_owned() },
    }
}
