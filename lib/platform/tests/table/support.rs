//! A table in memory and a small body to put into it.

use platform::table::local::Embedded;
use platform::table::{Key, Record, Table, Transaction};
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Note {
    pub text: String,
    pub amount: i64,
}

pub async fn table() -> Table {
    Embedded::memory().await.expect("an engine").table()
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
