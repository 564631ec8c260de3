//! Conditions on a write.

use super::attribute::{PK, VERSION};
use super::expression::Expression;
use super::record::number;
use super::value::Value;

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
