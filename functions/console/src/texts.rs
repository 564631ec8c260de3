//! Every word that the console says, a file for each page, in all languages side by side: what one language lacks does not
//! compile.

use crate::language::Language;

pub mod audit;
pub mod bypass;
pub mod check;
pub mod chrome;
pub mod confirming;
pub mod connection;
pub mod connections;
pub mod entrance;
pub mod guide;
pub mod head;
pub mod health;
pub mod invoices;
pub mod invoicing;
pub mod messages;
pub mod mistake;
pub mod new_connection;
pub mod notice;
pub mod onboarding;
pub mod operator;
pub mod organisation;
pub mod purchase_information;
pub mod reconciliation;
pub mod refusal;
pub mod requests;
pub mod subscription;
pub mod timeline;
pub mod which;

/// The same texts in each language.
#[derive(Debug)]
pub struct In<T> {
    pub english: T,
    pub german: T,
}

// === impl In ===

impl<T> In<T> {
    /// The texts in this language.
    pub const fn the(&self, language: Language) -> &T {
        match language {
            Language::English => &self.english,
            Language::German => &self.german,
        }
    }
}
