//! The table on one machine: an embedded engine, called in process by the SDK's client.
//!
//! The engine could listen on a port; but then every program of the machine, and every page in its browser, could talk to
//! it. Here the client's HTTP requests never leave the process.

use std::path::Path;

use aws_sdk_dynamodb::config::{Credentials, Region};
use aws_sdk_dynamodb::{Client, Config};
use dynoxide::Database;

use super::Table;
use super::client::bounded;
use super::create::CreateError;

mod connector;
mod dispatch;

use connector::InProcess;

const TABLE: &str = "punchgate";

/// The embedded engine with its table ready.
#[derive(Clone)]
pub struct Embedded {
    database: Database,
    table: Table,
}

#[derive(Debug, thiserror::Error)]
pub enum EmbeddedError {
    #[error(
        "the store {file} cannot be opened: {reason}; is it a file of this program, and may it be written?"
    )]
    Open { file: String, reason: String },
    #[error(transparent)]
    Create(#[from] CreateError),
    #[error("expired records could not be removed from the store: {0}")]
    Sweep(String),
}

// === impl Embedded ===

impl std::fmt::Debug for Embedded {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Embedded").field("table", &self.table).finish_non_exhaustive()
    }
}

impl Embedded {
    /// In one file, which is made if absent. What is committed survives the end of the process, however it ends.
    pub async fn file(path: &Path) -> Result<Self, EmbeddedError> {
        let file = path.display().to_string();
        let open = |reason: String| EmbeddedError::Open { file: file.clone(), reason };
        let text = path.to_str().ok_or_else(|| open("its name is not UTF-8".to_owned()))?;
        Self::over(Database::new(text).map_err(|error| open(error.to_string()))?).await
    }

    /// In memory, gone with the process.
    pub async fn memory() -> Result<Self, EmbeddedError> {
        let database = Database::memory().map_err(|error| EmbeddedError::Open {
            file: "in memory".to_owned(),
            reason: error.to_string(),
        })?;
        Self::over(database).await
    }

    pub fn table(&self) -> Table {
        self.table.clone()
    }

    /// Removes what has expired by the machine's clock, as DynamoDB does by itself; returns how many records.
    pub async fn sweep_expired(&self) -> Result<usize, EmbeddedError> {
        let database = self.database.clone();
        let swept = tokio::task::spawn_blocking(move || database.sweep_ttl()).await;
        swept
            .map_err(|error| EmbeddedError::Sweep(error.to_string()))?
            .map_err(|error| EmbeddedError::Sweep(error.to_string()))
    }

    async fn over(database: Database) -> Result<Self, EmbeddedError> {
        let table = Table::new(client(&database), TABLE);
        table.create_if_absent().await?;
        Ok(Self { database, table })
    }
}

/// Region, endpoint and credentials have no meaning here, but the SDK insists on them.
fn client(database: &Database) -> Client {
    let config = Config::builder()
        .region(Region::from_static("local"))
        .endpoint_url("http://embedded.invalid")
        .credentials_provider(Credentials::new("local", "local", None, None, "local"))
        .http_client(InProcess::new(database.clone()));
    Client::from_conf(bounded(config).build())
}
