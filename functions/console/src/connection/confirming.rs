//! The fields of **Order confirmations** (R43).

use super::form::DOMAINS;
use super::typed::Typed;
use crate::form::{Choice, Field, Mistakes};
use crate::texts::confirming::{TEXTS, Words};
use crate::visitor::Visitor;

/// The fields, with what stands in them.
pub struct Confirming {
    pub t: &'static Words,
    pub url: Field,
    pub domain: Choice,
    pub identity: Field,
    pub secret: Field,
    pub version: Field,
}

// === impl Confirming ===

impl Confirming {
    pub fn new(visitor: &Visitor, typed: &Typed, mistakes: &Mistakes) -> Self {
        let t = visitor.words(&TEXTS);
        let field = |name, words, value: &String| mistakes.field(name, words, value);
        Self {
            t,
            url: field("confirmation_url", &t.url, &typed.confirmation_url),
            domain: mistakes.choice("confirmation_domain", &t.domain, &typed.confirmation_domain, &DOMAINS),
            identity: field("confirmation_identity", &t.identity, &typed.confirmation_identity),
            // What was typed as a secret goes into no page (R15).
            secret: mistakes.field("confirmation_secret", &t.secret, ""),
            version: field("confirmation_version", &t.version, &typed.confirmation_version),
        }
    }
}
