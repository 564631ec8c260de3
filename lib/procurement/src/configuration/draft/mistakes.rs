//! Every mistake of a draft, noted on the way, so that all of them are told at once.

use crate::configuration::Mistake;

/// Every mistake of a draft, noted on the way.
pub(in crate::configuration) struct Mistakes(pub Vec<Mistake>);

// === impl Mistakes ===

impl Mistakes {
    pub(in crate::configuration) fn note(&mut self, field: &str, message: &str) {
        self.0.push(Mistake::new(field, message));
    }

    pub(in crate::configuration) fn take<T>(&mut self, field: &str, read: Result<T, String>) -> Option<T> {
        read.map_err(|message| self.note(field, &message)).ok()
    }
}
