//! The table on one machine: an embedded engine, called in process by the SDK's client.
//!
//! The engine could listen on a port; but then every program of the machine, and every page in its browser, could talk to
//! it. Here the client's HTTP requests never leave the process.

use std::path::Path;
use std::time::Duration;

use aws_sdk_dynamodb::config::retry::RetryConfig;
use aws_sdk_dynamodb::config::timeout::TimeoutConfig;
use aws_sdk_dynamodb::config::{Builder, Region};
use aws_sdk_dynamodb::{Client, Config};
use dynoxide::Database;

use super::Table;
use super::client::bounded;
use super::create::{CreateError, Stream};

mod connector;
mod dispatch;
mod log;
mod queue;

use connector::InProcess;
pub use dispatch::Answer;
use log::Log;

const TABLE: &str = "punchgate";
/// How long whoever waits for an answer waits for the engine, as long as for DynamoDB with its repetitions.
const ANSWER: Duration = Duration::from_secs(10);
/// How long work that nobody waits for may take to get its turn; less than a job is leased for.
const TURN: Duration = Duration::from_secs(60);

/// The embedded engine with its table ready.
#[derive(Clone)]
pub struct Embedded {
    database: Database,
    log: Option<Log>,
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
        let database = Database::new(text).map_err(|error| open(error.to_string()))?;
        // The engine has no other word for `synchronous=NORMAL`; what a commit then leaves open, `Log` does.
        database.disable_bulk_loading().map_err(|error| open(error.to_string()))?;
        let log = Log::beside(path).map_err(|error| open(error.to_string()))?;
        Self::with(database, Some(log)).await
    }

    /// In memory, gone with the process.
    pub async fn memory() -> Result<Self, EmbeddedError> {
        let database = Database::memory().map_err(|error| EmbeddedError::Open {
            file: "in memory".to_owned(),
            reason: error.to_string(),
        })?;
        Self::over(database).await
    }

    /// Over an engine in memory that the caller holds as well.
    pub async fn over(database: Database) -> Result<Self, EmbeddedError> {
        Self::with(database, None).await
    }

    async fn with(database: Database, log: Option<Log>) -> Result<Self, EmbeddedError> {
        let engine = InProcess::new(database.clone(), log.clone());
        let behind = unrepeated(configuration(engine.in_background()), TURN).build();
        let before = unrepeated(configuration(engine), ANSWER).build();
        let behind = Client::from_conf(behind);
        let table = Table::new(Client::from_conf(before), TABLE);
        let table = Table { background: Some(behind), ..table };
        table.create_if_absent(Stream::Off).await?;
        // A table of an earlier version had one.
        table.end_stream().await?;
        Ok(Self { database, log, table })
    }

    pub fn table(&self) -> Table {
        self.table.clone()
    }

    /// The same table over a client that is changed in some way: tests put a way to the engine there that fails.
    pub fn table_by(&self, change: impl FnOnce(Builder) -> Builder) -> Table {
        let engine = InProcess::new(self.database.clone(), self.log.clone());
        Table::new(Client::from_conf(change(configuration(engine)).build()), TABLE)
    }

    /// Answers one request of the SDK, here and now.
    pub fn answer(&self, target: &str, body: &[u8]) -> Answer {
        dispatch::read(target, body)(&self.database)
    }

    /// Removes what has expired by the machine's clock, as DynamoDB does by itself; returns how many records.
    pub async fn sweep_expired(&self) -> Result<usize, EmbeddedError> {
        let database = self.database.clone();
        let swept = tokio::task::spawn_blocking(move || database.sweep_ttl()).await;
        swept
            .map_err(|error| EmbeddedError::Sweep(error.to_string()))?
            .map_err(|error| EmbeddedError::Sweep(error.to_string()))
    }
}

/// Region and endpoint have no meaning here, but the SDK insists on them. Nobody checks a signature.
fn configuration(engine: InProcess) -> Builder {
    let config = Config::builder()
        .region(Region::from_static("local"))
        .endpoint_url("http://embedded.invalid")
        .allow_no_auth()
        .http_client(engine);
    bounded(config)
}

/// No answer gets lost within a process, so nothing is sent twice, no token need tell whether it was, and the one attempt may take
/// all the time.
fn unrepeated(config: Builder, patience: Duration) -> Builder {
    let timeouts = TimeoutConfig::builder().operation_attempt_timeout(patience).operation_timeout(patience);
    config
        .timeout_config(timeouts.build())
        .retry_config(RetryConfig::disabled())
        .idempotency_token_provider(dispatch::NO_TOKEN)
}
