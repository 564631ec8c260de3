//! Reads variables and notes every mistake. Values are never repeated: some are secrets.

use std::collections::BTreeMap;
use std::fmt::{self, Display};

/// Names and values.
pub type Variables = BTreeMap<String, String>;

/// What is missing or wrong, each by name, with what belongs there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadEnvironment(Vec<String>);

/// Variables that are being read.
#[derive(Debug)]
pub(crate) struct Reading<'a> {
    pub(crate) variables: &'a Variables,
    mistakes: Vec<String>,
}

// === impl Reading ===

impl<'a> Reading<'a> {
    pub(crate) fn new(variables: &'a Variables) -> Self {
        Self { variables, mistakes: Vec::new() }
    }

    /// A variable that must be there; an empty one is none.
    pub(crate) fn required(&mut self, name: &str, what: &str) -> Option<String> {
        let value = self.optional(name);
        if value.is_none() {
            self.mistakes.push(format!("{name} is missing: {what}"));
        }
        value
    }

    pub(crate) fn optional(&self, name: &str) -> Option<String> {
        self.variables.get(name).filter(|value| !value.trim().is_empty()).cloned()
    }

    /// A variable that must be there and must be read as something.
    pub(crate) fn parsed<T>(
        &mut self,
        name: &str,
        what: &str,
        parse: impl FnOnce(&str) -> Result<T, String>,
    ) -> Option<T> {
        let value = self.required(name, what)?;
        let parsed = parse(&value).map_err(|reason| format!("{reason}; it is to be {what}"));
        self.checked(name, parsed)
    }

    /// Notes why something is wrong.
    pub(crate) fn checked<T, E: Display>(&mut self, name: &str, result: Result<T, E>) -> Option<T> {
        match result {
            Ok(value) => Some(value),
            Err(error) => {
                self.mistakes.push(format!("{name} is wrong: {error}"));
                None
            }
        }
    }

    pub(crate) fn finish<T>(self, read: Option<T>) -> Result<T, BadEnvironment> {
        match read {
            Some(read) if self.mistakes.is_empty() => Ok(read),
            _ => Err(BadEnvironment(self.mistakes)),
        }
    }
}

// === impl BadEnvironment ===

impl Display for BadEnvironment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the function's environment is not complete: {}", self.0.join("; "))
    }
}

impl std::error::Error for BadEnvironment {}
