//! A request that comes to no page of its own: why, and the page that says so and what to do.

use askama::Template;
use axum::body::Body;
use axum::http::header::{HeaderValue, RETRY_AFTER};
use axum::http::{Response as HttpResponse, StatusCode};
use axum::response::{Html, IntoResponse, Response};
use procurement::configuration::Problem;

use crate::Console;
use crate::chrome::{Chrome, Place};
use crate::language::Language;
use crate::texts::refusal::{TEXTS, Words};
use crate::visitor::Visitor;

/// Why there is no page.
#[derive(Clone, Debug)]
pub enum Failure {
    /// A use case came to nothing; its reason in English, and what kind it is.
    UseCase(std::sync::Arc<config::Failure>),
    /// A form that no page of the console sent.
    OtherOrigin,
    /// Nobody knows who asks.
    NoSession,
    /// There is no such page.
    NoPage,
    /// A form that was sent twice: what it asked for was done the first time.
    Repeated,
    /// A method that the address does not take.
    Method,
    /// What came cannot be read.
    Malformed,
    /// More came than any form holds.
    TooLarge,
    /// A page could not be made.
    Broken,
}

#[derive(Template)]
#[template(path = "refusal.html")]
struct RefusalPage {
    chrome: Chrome,
    title: &'static str,
    sentence: String,
    what_to_do: &'static str,
    go_on: &'static str,
}

/// Addresses that lead nowhere.
pub async fn no_page() -> Failure {
    Failure::NoPage
}

// === impl Failure ===

impl Failure {
    /// A page that could not be made.
    pub fn broken(error: &askama::Error) -> Self {
        tracing::error!(%error, "a page could not be made");
        Self::Broken
    }

    /// What an answer of the framework with this status comes to.
    pub fn of_status(status: StatusCode) -> Self {
        match status {
            StatusCode::NOT_FOUND => Self::NoPage,
            StatusCode::METHOD_NOT_ALLOWED => Self::Method,
            StatusCode::PAYLOAD_TOO_LARGE => Self::TooLarge,
            status if status.is_server_error() => Self::Broken,
            _ => Self::Malformed,
        }
    }

    /// The failure that an answer carries.
    pub fn take(response: &mut Response) -> Option<Self> {
        response.extensions_mut().remove::<Self>()
    }

    /// The page for this visitor.
    pub fn page(self, visitor: &Visitor) -> Response {
        let words = visitor.words(&TEXTS);
        let sentence = match &self {
            Self::UseCase(failure) => (words.use_case)(failure, &visitor.caller),
            other => other.sentence(words).to_owned(),
        };
        self.made(visitor.chrome(Place::Elsewhere), words, sentence)
    }

    /// The page for somebody who is not signed in.
    pub fn alone(self, console: &Console, language: Language) -> Response {
        let words = TEXTS.the(language);
        let sentence = self.sentence(words).to_owned();
        self.made(Chrome::bare(console, language), words, sentence)
    }

    fn made(self, chrome: Chrome, words: &'static Words, sentence: String) -> Response {
        let (title, what_to_do) = self.title(words);
        let page = RefusalPage { chrome, title, sentence, what_to_do, go_on: words.go_on }.render();
        let page = page.unwrap_or_else(|_| title.to_owned());
        let mut response = (self.status(), Html(page)).into_response();
        if self.status() == StatusCode::SERVICE_UNAVAILABLE {
            response.headers_mut().insert(RETRY_AFTER, HeaderValue::from_static("10"));
        }
        response
    }

    fn status(&self) -> StatusCode {
        match self {
            Self::UseCase(failure) => failure.status(),
            Self::OtherOrigin => StatusCode::FORBIDDEN,
            Self::NoSession => StatusCode::UNAUTHORIZED,
            Self::NoPage => StatusCode::NOT_FOUND,
            Self::Repeated => StatusCode::CONFLICT,
            Self::Method => StatusCode::METHOD_NOT_ALLOWED,
            Self::Malformed => StatusCode::BAD_REQUEST,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Broken => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    const fn sentence(&self, words: &Words) -> &'static str {
        match self {
            Self::UseCase(_) | Self::Broken => words.broken,
            Self::OtherOrigin => words.other_origin,
            Self::NoSession => words.no_session,
            Self::NoPage => words.no_page,
            Self::Repeated => words.repeated,
            Self::Method | Self::Malformed => words.malformed,
            Self::TooLarge => words.too_large,
        }
    }

    /// The heading, and what to do.
    fn title(&self, words: &'static Words) -> (&'static str, &'static str) {
        match self {
            Self::UseCase(failure) => match &**failure {
                config::Failure::Problem(Problem::NotAllowed(_)) => words.not_allowed,
                config::Failure::Problem(Problem::NotFound(_)) => words.not_found,
                config::Failure::Problem(Problem::Changed { .. }) => words.changed,
                config::Failure::Problem(_) => words.not_done,
                _ => words.not_possible,
            },
            Self::NoPage => words.not_found,
            Self::Repeated => words.done_before,
            Self::Broken => words.not_possible,
            _ => words.not_done,
        }
    }
}

impl From<config::Failure> for Failure {
    fn from(failure: config::Failure) -> Self {
        if let config::Failure::Unavailable(reason) | config::Failure::Broken(reason) = &failure {
            tracing::error!(reason, "console: a use case failed");
        }
        Self::UseCase(std::sync::Arc::new(failure))
    }
}

/// The page is made by the guard, which knows the visitor.
impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let mut response = HttpResponse::new(Body::empty());
        *response.status_mut() = self.status();
        response.extensions_mut().insert(self);
        response
    }
}
