//! Reads one record by its key.

use aws_sdk_dynamodb::types::ReturnConsumedCapacity;
use serde::de::DeserializeOwned;

use super::Table;
use super::error::ReadError;
use super::failure;
use super::item::Item;
use super::key::Key;
use super::record::{Record, key_attributes};

impl Table {
    /// The record under this key, as of now (strongly consistent).
    pub async fn get<T: DeserializeOwned>(&self, key: &Key) -> Result<Option<Record<T>>, ReadError> {
        self.get_item(key).await?.map(Item::decode).transpose()
    }

    pub async fn get_item(&self, key: &Key) -> Result<Option<Item>, ReadError> {
        self.meter.read();
        let output = self
            .client
            .get_item()
            .table_name(&self.name)
            .set_key(Some(key_attributes(key)))
            .consistent_read(true)
            .return_consumed_capacity(ReturnConsumedCapacity::Total)
            .send()
            .await
            .map_err(failure::of_read)?;
        self.meter.read_units(output.consumed_capacity());
        output.item.map(Item::from_attributes).transpose()
    }
}
