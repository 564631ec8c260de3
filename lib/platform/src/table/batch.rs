//! Reads many records of different kinds by their keys, in as few calls as possible.

use std::collections::{HashMap, HashSet};
use std::time::Duration;

use aws_sdk_dynamodb::types::{KeysAndAttributes, ReturnConsumedCapacity};
use serde::de::DeserializeOwned;

use super::Table;
use super::error::ReadError;
use super::failure;
use super::item::Item;
use super::key::Key;
use super::record::{Attributes, Record, key_attributes};

/// BatchGetItem takes no more.
const KEYS_PER_CALL: usize = 100;
/// How often in a row DynamoDB may leave everything unprocessed before we give up.
const FRUITLESS_CALLS: u32 = 6;
const FIRST_PAUSE: Duration = Duration::from_millis(20);

/// What a batch read found.
#[derive(Debug, Clone, Default)]
pub struct Batch {
    items: HashMap<Key, Item>,
}

// === impl Batch ===

impl Batch {
    /// Takes the record under this key out of the batch; none if the table has none.
    pub fn take<T: DeserializeOwned>(&mut self, key: &Key) -> Result<Option<Record<T>>, ReadError> {
        self.items.remove(key).map(Item::decode).transpose()
    }

    pub fn contains(&self, key: &Key) -> bool {
        self.items.contains_key(key)
    }

    fn insert_all(&mut self, found: Vec<Attributes>) -> Result<(), ReadError> {
        for attributes in found {
            let item = Item::from_attributes(attributes)?;
            self.items.insert(item.key.clone(), item);
        }
        Ok(())
    }
}

// === impl Table ===

impl Table {
    /// The records under these keys, as of now (strongly consistent). A key may be named twice.
    pub async fn batch_get(&self, keys: impl IntoIterator<Item = Key>) -> Result<Batch, ReadError> {
        let keys: HashSet<Key> = keys.into_iter().collect();
        let keys: Vec<Attributes> = keys.iter().map(key_attributes).collect();
        let mut batch = Batch::default();
        for some in keys.chunks(KEYS_PER_CALL) {
            self.batch_get_chunk(some.to_vec(), &mut batch).await?;
        }
        Ok(batch)
    }

    /// Asks until nothing is left unprocessed: DynamoDB returns at most 16 MB at once, and less when throttled.
    async fn batch_get_chunk(&self, mut keys: Vec<Attributes>, batch: &mut Batch) -> Result<(), ReadError> {
        let mut fruitless = 0;
        while !keys.is_empty() {
            let (found, left) = self.batch_get_once(keys).await?;
            if found.is_empty() && !left.is_empty() {
                fruitless += 1;
                pause_after(fruitless).await?;
            } else {
                fruitless = 0;
            }
            batch.insert_all(found)?;
            keys = left;
        }
        Ok(())
    }

    async fn batch_get_once(
        &self,
        keys: Vec<Attributes>,
    ) -> Result<(Vec<Attributes>, Vec<Attributes>), ReadError> {
        let request = KeysAndAttributes::builder()
            .set_keys(Some(keys))
            .consistent_read(true)
            .build()
            .map_err(|error| ReadError::Refused(error.to_string()))?;
        self.meter.read();
        let mut output = self
            .client
            .batch_get_item()
            .request_items(&self.name, request)
            .return_consumed_capacity(ReturnConsumedCapacity::Total)
            .send()
            .await
            .map_err(failure::of_read)?;
        self.meter.read_units(output.consumed_capacity());
        let found = output.responses.as_mut().and_then(|all| all.remove(&self.name));
        let left = output.unprocessed_keys.as_mut().and_then(|all| all.remove(&self.name));
        Ok((found.unwrap_or_default(), left.map(|left| left.keys).unwrap_or_default()))
    }
}

/// 20 ms, 40 ms, 80 ms …
async fn pause_after(fruitless: u32) -> Result<(), ReadError> {
    if fruitless >= FRUITLESS_CALLS {
        let reason = "throttled: it returned none of the records asked for";
        return Err(ReadError::Unavailable(reason.to_owned()));
    }
    tokio::time::sleep(FIRST_PAUSE * 2_u32.pow(fruitless - 1)).await;
    Ok(())
}
