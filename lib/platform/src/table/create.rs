//! Makes the table where there is none yet. In AWS the template makes it, with the same keys.

use std::time::Duration;

use aws_sdk_dynamodb::error::{BuildError, ProvideErrorMetadata, SdkError};
use aws_sdk_dynamodb::operation::describe_table::DescribeTableOutput;
use aws_sdk_dynamodb::types::{
    AttributeDefinition, BillingMode, GlobalSecondaryIndex, KeySchemaElement, KeyType, Projection,
    ProjectionType, ScalarAttributeType, StreamSpecification, StreamViewType, TableStatus,
    TimeToLiveSpecification,
};

use super::Table;
use super::attribute::{DUE_AT, DUE_SHARD, GSI1_PK, GSI1_SK, PK, SK, TTL};
use super::key::Index;

const PAUSE: Duration = Duration::from_millis(200);
const LOOKS: u32 = 150;

/// Whether what is written can be read from the table's stream.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stream {
    /// No stream: on one machine workers look for themselves, and the engine numbers a stream's records by counting all
    /// that it has, so that every write would take longer than the one before.
    Off,
    /// Records with the new image, as the template's table has them.
    NewImages,
}

/// The table could not be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CreateError {
    #[error("the table {table} could not be made: {reason}")]
    Refused { table: String, reason: String },
    #[error("the table {table} is still not ready; start again later")]
    NotReady { table: String },
}

// === impl Table ===

impl Table {
    /// Makes the table, its indexes, stream and TTL, unless it exists; returns when it can be used.
    pub async fn create_if_absent(&self, stream: Stream) -> Result<(), CreateError> {
        if self.is_active().await? {
            return Ok(());
        }
        self.create(stream).await?;
        self.until_active().await?;
        self.expire_by_ttl().await
    }

    /// Ends the stream, if the table has one.
    #[cfg(feature = "local")]
    pub(super) async fn end_stream(&self) -> Result<(), CreateError> {
        let described = self.client.describe_table().table_name(&self.name).send().await;
        let described = described.map_err(|error| self.failed(&error))?;
        if described.table().and_then(|table| table.stream_specification()).is_none() {
            return Ok(());
        }
        let off = specification(false).map_err(|error| self.refused(&error))?;
        let update = self.client.update_table().table_name(&self.name).stream_specification(off);
        update.send().await.map(|_| ()).map_err(|error| self.failed(&error))
    }

    async fn is_active(&self) -> Result<bool, CreateError> {
        match self.client.describe_table().table_name(&self.name).send().await {
            Ok(output) => Ok(status(&output) == Some(&TableStatus::Active)),
            Err(error) if error.code() == Some("ResourceNotFoundException") => Ok(false),
            Err(error) => Err(self.failed(&error)),
        }
    }

    async fn create(&self, stream: Stream) -> Result<(), CreateError> {
        let schema = Schema::of_the_table(stream).map_err(|error| self.refused(&error))?;
        let answer = self
            .client
            .create_table()
            .table_name(&self.name)
            .set_attribute_definitions(Some(schema.attributes))
            .set_key_schema(Some(schema.keys))
            .set_global_secondary_indexes(Some(schema.indexes))
            .billing_mode(BillingMode::PayPerRequest)
            .set_stream_specification(schema.stream)
            .send()
            .await;
        match answer {
            Ok(_) => Ok(()),
            // Another process was faster.
            Err(error) if error.code() == Some("ResourceInUseException") => Ok(()),
            Err(error) => Err(self.failed(&error)),
        }
    }

    async fn until_active(&self) -> Result<(), CreateError> {
        for _ in 0..LOOKS {
            if self.is_active().await? {
                return Ok(());
            }
            tokio::time::sleep(PAUSE).await;
        }
        Err(CreateError::NotReady { table: self.name.clone() })
    }

    async fn expire_by_ttl(&self) -> Result<(), CreateError> {
        let specification = TimeToLiveSpecification::builder()
            .enabled(true)
            .attribute_name(TTL)
            .build()
            .map_err(|error| self.refused(&error))?;
        self.client
            .update_time_to_live()
            .table_name(&self.name)
            .time_to_live_specification(specification)
            .send()
            .await
            .map(|_| ())
            .map_err(|error| self.failed(&error))
    }

    fn failed<E: ProvideErrorMetadata>(&self, error: &SdkError<E>) -> CreateError {
        let code = error.code().unwrap_or("no answer");
        self.refused(&format!("{code}: {}", error.message().unwrap_or("no message")))
    }

    fn refused(&self, reason: &dyn ToString) -> CreateError {
        CreateError::Refused { table: self.name.clone(), reason: reason.to_string() }
    }
}

fn status(output: &DescribeTableOutput) -> Option<&TableStatus> {
    output.table()?.table_status()
}

struct Schema {
    attributes: Vec<AttributeDefinition>,
    keys: Vec<KeySchemaElement>,
    indexes: Vec<GlobalSecondaryIndex>,
    stream: Option<StreamSpecification>,
}

// === impl Schema ===

impl Schema {
    fn of_the_table(stream: Stream) -> Result<Self, BuildError> {
        let names = [PK, SK, DUE_SHARD, DUE_AT, GSI1_PK, GSI1_SK];
        Ok(Self {
            attributes: names.into_iter().map(text_attribute).collect::<Result<_, _>>()?,
            keys: keys(Index::Table)?,
            indexes: vec![index(Index::Due)?, index(Index::Gsi1)?],
            stream: match stream {
                Stream::Off => None,
                Stream::NewImages => Some(specification(true)?),
            },
        })
    }
}

fn specification(enabled: bool) -> Result<StreamSpecification, BuildError> {
    let view = enabled.then_some(StreamViewType::NewImage);
    StreamSpecification::builder().stream_enabled(enabled).set_stream_view_type(view).build()
}

fn text_attribute(name: &str) -> Result<AttributeDefinition, BuildError> {
    AttributeDefinition::builder().attribute_name(name).attribute_type(ScalarAttributeType::S).build()
}

fn keys(of: Index) -> Result<Vec<KeySchemaElement>, BuildError> {
    let (pk, sk) = of.attributes();
    Ok(vec![key(pk, KeyType::Hash)?, key(sk, KeyType::Range)?])
}

fn key(name: &str, kind: KeyType) -> Result<KeySchemaElement, BuildError> {
    KeySchemaElement::builder().attribute_name(name).key_type(kind).build()
}

fn index(of: Index) -> Result<GlobalSecondaryIndex, BuildError> {
    GlobalSecondaryIndex::builder()
        .set_index_name(of.name().map(str::to_owned))
        .set_key_schema(Some(keys(of)?))
        .projection(Projection::builder().projection_type(ProjectionType::All).build())
        .build()
}
