//! An item as it was read: what it is kept by is known, what it says is not yet decoded.

use aws_sdk_dynamodb::types::AttributeValue;
use jiff::Timestamp;
use serde::de::DeserializeOwned;

use super::attribute::{DUE_AT, DUE_SHARD, GSI1_PK, GSI1_SK, PK, SK, TTL, VERSION};
use super::error::ReadError;
use super::key::{Due, Gsi1, Key};
use super::record::{Attributes, Record};

/// A partition may hold records of several kinds; its items are told apart by `key` and decoded one by one.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    pub key: Key,
    pub version: u64,
    due: Option<Due>,
    gsi1: Option<Gsi1>,
    ttl: Option<Timestamp>,
    body: Attributes,
}

// === impl Item ===

impl Item {
    /// The record in it, if its body is a `T`.
    pub fn decode<T: DeserializeOwned>(self) -> Result<Record<T>, ReadError> {
        let body =
            serde_dynamo::from_item(self.body).map_err(|error| damaged(&self.key, &error.to_string()))?;
        Ok(Record {
            key: self.key,
            due: self.due,
            gsi1: self.gsi1,
            ttl: self.ttl,
            version: self.version,
            body,
        })
    }

    /// When it is due, if it is in that index.
    pub fn due_at(&self) -> Option<Timestamp> {
        self.due.as_ref().map(|due| due.at)
    }

    pub(super) fn from_attributes(mut attributes: Attributes) -> Result<Self, ReadError> {
        let key = take_key(&mut attributes)?;
        Ok(Self {
            version: take_number(&mut attributes, VERSION, &key)?.unwrap_or(0),
            due: take_due(&mut attributes, &key)?,
            gsi1: take_gsi1(&mut attributes),
            ttl: take_ttl(&mut attributes, &key)?,
            key,
            body: attributes,
        })
    }
}

fn take_key(attributes: &mut Attributes) -> Result<Key, ReadError> {
    let pk = take_text(attributes, PK);
    let sk = take_text(attributes, SK);
    pk.zip(sk).map(|(pk, sk)| Key { pk, sk }).ok_or_else(|| damaged(&Key::new("?", "?"), "it has no key"))
}

fn take_due(attributes: &mut Attributes, key: &Key) -> Result<Option<Due>, ReadError> {
    let shard = take_text(attributes, DUE_SHARD);
    let at = take_text(attributes, DUE_AT);
    let Some((shard, at)) = shard.zip(at) else {
        return Ok(None);
    };
    let at = at.parse().map_err(|_| damaged(key, "its `due_at` is no time"))?;
    Ok(Some(Due { shard, at }))
}

fn take_gsi1(attributes: &mut Attributes) -> Option<Gsi1> {
    let pk = take_text(attributes, GSI1_PK);
    let sk = take_text(attributes, GSI1_SK);
    pk.zip(sk).map(|(pk, sk)| Gsi1 { pk, sk })
}

fn take_ttl(attributes: &mut Attributes, key: &Key) -> Result<Option<Timestamp>, ReadError> {
    take_number(attributes, TTL, key)?
        .map(|seconds| Timestamp::from_second(seconds).map_err(|_| damaged(key, "its `ttl` is no time")))
        .transpose()
}

fn take_text(attributes: &mut Attributes, name: &str) -> Option<String> {
    match attributes.remove(name) {
        Some(AttributeValue::S(text)) => Some(text),
        _ => None,
    }
}

fn take_number<N: std::str::FromStr>(
    attributes: &mut Attributes,
    name: &str,
    key: &Key,
) -> Result<Option<N>, ReadError> {
    match attributes.remove(name) {
        None => Ok(None),
        Some(AttributeValue::N(digits)) => {
            digits.parse().map(Some).map_err(|_| damaged(key, &format!("its `{name}` is out of range")))
        }
        Some(_) => Err(damaged(key, &format!("its `{name}` is no number"))),
    }
}

fn damaged(key: &Key, reason: &str) -> ReadError {
    ReadError::Damaged { key: key.clone(), reason: reason.to_owned() }
}
