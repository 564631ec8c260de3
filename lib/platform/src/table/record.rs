//! A record: one value of the domain with its key, its places in the indexes, its lifetime and its version.

use std::collections::HashMap;

use aws_sdk_dynamodb::types::AttributeValue;
use jiff::Timestamp;
use serde::Serialize;

use super::attribute::{self, DUE_AT, DUE_SHARD, GSI1_PK, GSI1_SK, PK, SK, TTL, VERSION};
use super::key::{Due, Gsi1, Key, sortable_time};

/// One value as it is stored: the body's fields become the item's attributes, beside the ones named here.
#[derive(Debug, Clone, PartialEq)]
pub struct Record<T> {
    pub key: Key,
    pub due: Option<Due>,
    pub gsi1: Option<Gsi1>,
    /// From then on DynamoDB removes the record, usually within a day: a reader that cares looks at the time itself.
    pub ttl: Option<Timestamp>,
    /// How often it has been written: 0 before the first time. Every write stores one more.
    pub version: u64,
    pub body: T,
}

/// The value cannot be stored as it is: a fault of the program, not of its input.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the record {key} cannot be stored: {reason}")]
pub struct Unstorable {
    pub key: Key,
    pub reason: String,
}

pub(super) type Attributes = HashMap<String, AttributeValue>;

// === impl Record ===

impl<T> Record<T> {
    pub fn new(key: Key, body: T) -> Self {
        Self { key, due: None, gsi1: None, ttl: None, version: 0, body }
    }

    #[must_use]
    pub fn due(mut self, due: Due) -> Self {
        self.due = Some(due);
        self
    }

    #[must_use]
    pub fn gsi1(mut self, gsi1: Gsi1) -> Self {
        self.gsi1 = Some(gsi1);
        self
    }

    #[must_use]
    pub fn expires(mut self, at: Timestamp) -> Self {
        self.ttl = Some(at);
        self
    }

    /// Whether its lifetime is over; DynamoDB may still return it for a while.
    pub fn has_expired(&self, now: Timestamp) -> bool {
        self.ttl.is_some_and(|ttl| ttl <= now)
    }
}

impl<T: Serialize> Record<T> {
    /// The item to write, with `version` as its version.
    pub(super) fn to_attributes(&self, version: u64) -> Result<Attributes, Unstorable> {
        let mut attributes = self.body_attributes()?;
        attributes.extend(key_attributes(&self.key));
        attributes.insert(VERSION.into(), number(version));
        if let Some(due) = &self.due {
            attributes.insert(DUE_SHARD.into(), text(&due.shard));
            attributes.insert(DUE_AT.into(), text(&sortable_time(due.at)));
        }
        if let Some(gsi1) = &self.gsi1 {
            attributes.insert(GSI1_PK.into(), text(&gsi1.pk));
            attributes.insert(GSI1_SK.into(), text(&gsi1.sk));
        }
        if let Some(ttl) = self.ttl {
            attributes.insert(TTL.into(), number(ttl.as_second()));
        }
        Ok(attributes)
    }

    fn body_attributes(&self) -> Result<Attributes, Unstorable> {
        let body: Attributes =
            serde_dynamo::to_item(&self.body).map_err(|error| self.unstorable(error.to_string()))?;
        match attribute::RESERVED.iter().find(|name| body.contains_key(**name)) {
            None => Ok(body),
            Some(name) => Err(self.unstorable(format!(
                "its body has a field `{name}`, a name that the table keeps for itself; rename the field"
            ))),
        }
    }

    fn unstorable(&self, reason: String) -> Unstorable {
        Unstorable { key: self.key.clone(), reason }
    }
}

pub(super) fn key_attributes(key: &Key) -> Attributes {
    HashMap::from([(PK.to_owned(), text(&key.pk)), (SK.to_owned(), text(&key.sk))])
}

pub(super) fn text(value: &str) -> AttributeValue {
    AttributeValue::S(value.to_owned())
}

pub(super) fn number(value: impl ToString) -> AttributeValue {
    AttributeValue::N(value.to_string())
}
