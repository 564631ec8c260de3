//! Changes to single fields of a stored record.

use jiff::Timestamp;

use super::attribute::{DUE_AT, VERSION};
use super::expression::Expression;
use super::key::sortable_time;
use super::record::number;
use super::value::Value;

/// Its version is counted up with them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Update {
    set: Vec<(String, Value)>,
    add: Vec<(String, i64)>,
    remove: Vec<String>,
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

    /// Moves the record within the index of what is due.
    #[must_use]
    pub fn due_at(self, at: Timestamp) -> Self {
        self.set(DUE_AT, sortable_time(at))
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
