//! A plain value of a field, for conditions and updates.

use aws_sdk_dynamodb::types::AttributeValue;

use super::record::{number, text};

/// A plain value of a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    Text(String),
    Number(i64),
    Flag(bool),
}

// === impl Value ===

impl From<&str> for Value {
    fn from(value: &str) -> Self {
        Self::Text(value.to_owned())
    }
}

impl From<String> for Value {
    fn from(value: String) -> Self {
        Self::Text(value)
    }
}

impl From<i64> for Value {
    fn from(value: i64) -> Self {
        Self::Number(value)
    }
}

impl From<bool> for Value {
    fn from(value: bool) -> Self {
        Self::Flag(value)
    }
}

impl From<&Value> for AttributeValue {
    fn from(value: &Value) -> Self {
        match value {
            Value::Text(content) => text(content),
            Value::Number(content) => number(content),
            Value::Flag(content) => AttributeValue::Bool(*content),
        }
    }
}
