//! Conditions on a write, and changes to single attributes, as DynamoDB's expressions.

use std::collections::HashMap;

use aws_sdk_dynamodb::types::AttributeValue;

use super::attribute::{PK, VERSION};
use super::record::{number, text};

/// What must hold of the stored record for a write to take place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Condition {
    /// Nothing is stored under the key.
    Absent,
    /// Something is stored under the key.
    Present,
    /// It has been written that many times: nobody wrote since it was read.
    Version(u64),
    /// A top-level field of the body has this value.
    Equals(String, Value),
    /// It is absent, or a top-level field of the body has this value.
    AbsentOrEquals(String, Value),
}

/// A plain value of a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    Text(String),
    Number(i64),
    Flag(bool),
}

/// Changes to single fields of a stored record; its version is counted up with them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Update {
    set: Vec<(String, Value)>,
    add: Vec<(String, i64)>,
    remove: Vec<String>,
}

/// An expression with its placeholders.
#[derive(Debug, Clone, Default)]
pub(super) struct Expression {
    pub text: String,
    pub names: HashMap<String, String>,
    pub values: HashMap<String, AttributeValue>,
}

// === impl Condition ===

impl Condition {
    pub fn equals(field: impl Into<String>, value: impl Into<Value>) -> Self {
        Self::Equals(field.into(), value.into())
    }

    pub fn absent_or_equals(field: impl Into<String>, value: impl Into<Value>) -> Self {
        Self::AbsentOrEquals(field.into(), value.into())
    }

    /// Writes itself into `expression` and returns its text.
    pub(super) fn write(&self, expression: &mut Expression) -> String {
        match self {
            Self::Absent => format!("attribute_not_exists({})", expression.name(PK)),
            Self::Present => format!("attribute_exists({})", expression.name(PK)),
            Self::Version(version) => expression.equals(VERSION, number(version)),
            Self::Equals(field, value) => expression.equals(field, value.into()),
            Self::AbsentOrEquals(field, value) => {
                let equals = expression.equals(field, value.into());
                format!("attribute_not_exists({}) OR {equals}", expression.name(PK))
            }
        }
    }

    pub(super) fn expression(&self) -> Expression {
        let mut expression = Expression::default();
        expression.text = self.write(&mut expression);
        expression
    }
}

// === impl Update ===

impl Update {
    pub fn new() -> Self {
        Self::default()
    }

    #[must_use]
    pub fn set(mut self, field: impl Into<String>, value: impl Into<Value>) -> Self {
        self.set.push((field.into(), value.into()));
        self
    }

    /// Adds to a number; a field that is not there counts as 0.
    #[must_use]
    pub fn add(mut self, field: impl Into<String>, amount: i64) -> Self {
        self.add.push((field.into(), amount));
        self
    }

    #[must_use]
    pub fn remove(mut self, field: impl Into<String>) -> Self {
        self.remove.push(field.into());
        self
    }

    /// The update's text, its placeholders written into `expression`.
    pub(super) fn write(&self, expression: &mut Expression) -> String {
        let mut text = format!("ADD {} {}", expression.name(VERSION), expression.value(number(1)));
        for (field, amount) in &self.add {
            text += &format!(", {} {}", expression.name(field), expression.value(number(amount)));
        }
        for (position, (field, value)) in self.set.iter().enumerate() {
            let word = if position == 0 { " SET" } else { "," };
            text += &format!("{word} {}", expression.equals(field, value.into()));
        }
        for (position, field) in self.remove.iter().enumerate() {
            let word = if position == 0 { " REMOVE" } else { "," };
            text += &format!("{word} {}", expression.name(field));
        }
        text
    }
}

// === impl Expression ===

impl Expression {
    pub(super) fn name(&mut self, attribute: &str) -> String {
        let placeholder = format!("#n{}", self.names.len());
        self.names.insert(placeholder.clone(), attribute.to_owned());
        placeholder
    }

    pub(super) fn value(&mut self, value: AttributeValue) -> String {
        let placeholder = format!(":v{}", self.values.len());
        self.values.insert(placeholder.clone(), value);
        placeholder
    }

    pub(super) fn equals(&mut self, attribute: &str, value: AttributeValue) -> String {
        format!("{} = {}", self.name(attribute), self.value(value))
    }

    /// DynamoDB refuses an empty map of values.
    pub(super) fn values_if_any(&self) -> Option<HashMap<String, AttributeValue>> {
        (!self.values.is_empty()).then(|| self.values.clone())
    }

    pub(super) fn names_if_any(&self) -> Option<HashMap<String, String>> {
        (!self.names.is_empty()).then(|| self.names.clone())
    }
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
