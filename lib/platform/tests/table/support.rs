//! A table and a small body to put into it: in memory, or, where `DYNAMODB_URL` is set, at AWS's DynamoDB Local.

use std::sync::atomic::{AtomicU32, Ordering};

use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::config::{Builder, Credentials, Region};
use platform::table::local::Embedded;
use platform::table::{Key, Record, Stream, Table, Transaction, bounded};
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Note {
    pub text: String,
    pub amount: i64,
}

/// The suite is what the code may assume: it holds over every engine.
pub async fn table() -> Table {
    match std::env::var("DYNAMODB_URL") {
        Ok(url) => table_at(&url).await,
        Err(_) => Embedded::memory().await.expect("an engine").table(),
    }
}

/// Each test has a table of its own.
async fn table_at(url: &str) -> Table {
    static MADE: AtomicU32 = AtomicU32::new(0);
    let name = format!("contract-{}-{}", std::process::id(), MADE.fetch_add(1, Ordering::Relaxed));
    let config = Builder::new()
        .region(Region::from_static("eu-west-1"))
        .endpoint_url(url)
        .credentials_provider(Credentials::new("AKIDTEST", "secret", None, None, "test"));
    let table = Table::new(Client::from_conf(bounded(config).build()), name);
    table.create_if_absent(Stream::NewImages).await.expect("a table");
    table
}

pub fn note(pk: &str, sk: &str, text: &str) -> Record<Note> {
    let text = text.to_owned();
    Record::new(Key::new(pk, sk), Note { text, amount: 7 })
}

pub async fn put_all(table: &Table, records: impl IntoIterator<Item = Record<Note>>) {
    for record in records {
        table.commit(&Transaction::new().put(&record)).await.expect("stored");
    }
}

pub async fn stored(table: &Table, pk: &str, sk: &str) -> Option<Record<Note>> {
    table.get(&Key::new(pk, sk)).await.expect("an answer")
}
