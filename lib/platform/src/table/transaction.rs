//! Writes that take place together or not at all. One write alone is a transaction of one element.

use serde::Serialize;

use super::condition::Condition;
use super::key::Key;
use super::record::{Attributes, Record, Unstorable};
use super::update::Update;

/// The writes of one commit, in order; `CommitError::Conflict` names elements by their position in it.
#[derive(Debug, Clone, Default)]
pub struct Transaction {
    pub(super) elements: Vec<Element>,
    pub(super) client_request_token: Option<String>,
    pub(super) unstorable: Option<Unstorable>,
}

#[derive(Debug, Clone)]
pub(super) struct Element {
    pub action: Action,
    pub condition: Option<Condition>,
}

#[derive(Debug, Clone)]
pub(super) enum Action {
    Put(Attributes),
    Update(Key, Update),
    Delete(Key),
    Check(Key),
}

// === impl Transaction ===

impl Transaction {
    pub fn new() -> Self {
        Self::default()
    }

    /// Stores the record; nothing may be stored under its key.
    #[must_use]
    pub fn put_new<T: Serialize>(self, record: &Record<T>) -> Self {
        self.put_record(record, 1, Some(Condition::Absent))
    }

    /// Replaces the record, if nobody wrote it since it was read with `version`.
    #[must_use]
    pub fn put_if_version<T: Serialize>(self, record: &Record<T>, version: u64) -> Self {
        self.put_record(record, version + 1, Some(Condition::Version(version)))
    }

    /// The same, several versions later at once.
    #[must_use]
    pub fn put_versions_later<T: Serialize>(self, record: &Record<T>, read: u64, version: u64) -> Self {
        let condition = if read == 0 { Condition::Absent } else { Condition::Version(read) };
        self.put_record(record, version, Some(condition))
    }

    /// Stores the record under a condition.
    #[must_use]
    pub fn put_if<T: Serialize>(self, record: &Record<T>, condition: Condition) -> Self {
        self.put_record(record, record.version + 1, Some(condition))
    }

    /// Stores the record whatever was there: for what is written once, or may be overwritten.
    #[must_use]
    pub fn put<T: Serialize>(self, record: &Record<T>) -> Self {
        self.put_record(record, record.version + 1, None)
    }

    /// Changes single fields; makes the record if it is absent, unless a condition forbids it.
    #[must_use]
    pub fn update(self, key: Key, update: Update, condition: Option<Condition>) -> Self {
        self.element(Action::Update(key, update), condition)
    }

    /// Removes the record, if it is there.
    #[must_use]
    pub fn delete(self, key: Key) -> Self {
        self.element(Action::Delete(key), None)
    }

    #[must_use]
    pub fn delete_if(self, key: Key, condition: Condition) -> Self {
        self.element(Action::Delete(key), Some(condition))
    }

    /// Writes nothing, but the condition must hold.
    #[must_use]
    pub fn check(self, key: Key, condition: Condition) -> Self {
        self.element(Action::Check(key), Some(condition))
    }

    /// For ten minutes the same content under the same token is written once, and the same answer given again.
    /// At most 36 characters.
    #[must_use]
    pub fn client_request_token(mut self, token: impl Into<String>) -> Self {
        self.client_request_token = Some(token.into());
        self
    }

    pub fn len(&self) -> usize {
        self.elements.len()
    }

    pub fn is_empty(&self) -> bool {
        self.elements.is_empty()
    }

    fn put_record<T: Serialize>(
        mut self,
        record: &Record<T>,
        version: u64,
        condition: Option<Condition>,
    ) -> Self {
        match record.to_attributes(version) {
            Ok(attributes) => self.element(Action::Put(attributes), condition),
            Err(unstorable) => {
                self.unstorable.get_or_insert(unstorable);
                self
            }
        }
    }

    fn element(mut self, action: Action, condition: Option<Condition>) -> Self {
        self.elements.push(Element { action, condition });
        self
    }
}
