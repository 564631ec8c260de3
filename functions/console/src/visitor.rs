//! Who looks at a page, and in which language.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::response::Response;
use procurement::configuration::Caller;

use crate::Console;
use crate::chrome::{Chrome, Place};
use crate::failure::Failure;
use crate::finish::see_other;
use crate::language::Language;
use crate::texts::In;

/// Who looks at a page; the guard has made sure of it. Every handler takes one.
#[derive(Clone, Debug)]
pub struct Visitor {
    /// For whom the use cases are asked.
    pub caller: Caller,
    /// What the browser asks for.
    pub language: Language,
    /// What the pages stand on.
    pub console: Console,
}

// === impl Visitor ===

impl Visitor {
    /// The use cases.
    pub fn configuration(&self) -> &config::Configuration {
        &self.console.configuration
    }

    /// The texts in the visitor's language.
    pub fn words<T>(&self, texts: &'static In<T>) -> &'static T {
        texts.the(self.language)
    }

    /// What stands around a page in this part of the console.
    pub fn chrome(&self, place: Place) -> Chrome {
        Chrome::of(self, place)
    }

    /// Sends the browser on to a path of the console, such as `/console/connections`.
    pub fn go_to(&self, path: &str) -> Response {
        see_other(&format!("{}{path}", self.console.root()))
    }
}

impl<S: Sync> FromRequestParts<S> for Visitor {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Failure> {
        parts.extensions.get::<Self>().cloned().ok_or(Failure::NoSession)
    }
}
