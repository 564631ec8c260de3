//! What a request is answered that comes to nothing: a code for programs, a sentence for people, and the field.

use std::collections::BTreeMap;

use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use platform::accounts::AccountsUnavailable;
use platform::signature::SignatureError;
use platform::store::CloseError;
use platform::table::{CommitError, ReadError};
use procurement::configuration::{Mistake, Problem};
use serde::Serialize;
use utoipa::openapi::{self, ContentBuilder, Ref, RefOr, ResponseBuilder};
use utoipa::{IntoResponses, ToSchema};

/// Why a use case comes to nothing.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The domain's reason.
    #[error(transparent)]
    Problem(#[from] Problem),
    /// Nobody knows who asks.
    #[error(transparent)]
    Unsigned(#[from] SignatureError),
    /// Behind a gateway that has not said who asks.
    #[error("The request carries no verified identity. Sign it, and send it to the address of the gateway.")]
    NoIdentity,
    /// Larger than anything that is asked for here.
    #[error("The request has more than {0} bytes.")]
    TooLarge(usize),
    /// Something that is needed does not answer.
    #[error("The marketplace cannot do this at the moment. Nothing was changed; try again.")]
    Unavailable(String),
    /// Something is broken.
    #[error("The marketplace could not do this. Try again; if it fails again, tell the operator.")]
    Broken(String),
}

/// A failure as JSON.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Error)]
pub struct Told {
    /// A short name of what is wrong, for programs.
    pub code: &'static str,
    /// What is wrong and what to do, in a sentence.
    pub message: String,
    /// The field that is at fault.
    pub field: Option<String>,
    /// Every field that is at fault.
    pub mistakes: Vec<ToldMistake>,
}

/// A value that cannot be taken.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Mistake)]
pub struct ToldMistake {
    /// The field's name.
    pub field: String,
    /// What is wrong and what to do, in a sentence.
    pub message: String,
}

/// Every failure that any operation may be answered with, for the description: all look the same.
pub(crate) struct Failures;

const FAILURES: [(&str, &str); 7] = [
    ("400", "A value cannot be taken"),
    ("401", "Not signed"),
    ("403", "This caller may not"),
    ("404", "Not there, or not this caller's"),
    ("409", "Changed in the meantime, or what is there forbids it"),
    ("413", "Too large"),
    ("503", "Not possible at the moment"),
];

impl IntoResponses for Failures {
    fn responses() -> BTreeMap<String, RefOr<openapi::Response>> {
        let described = |(status, description): (&str, &str)| {
            let content = ContentBuilder::new().schema(Some(Ref::from_schema_name("Error"))).build();
            let response =
                ResponseBuilder::new().description(description).content("application/json", content);
            (status.to_owned(), RefOr::T(response.build()))
        };
        FAILURES.into_iter().map(described).collect()
    }
}

// === impl Failure ===

impl Failure {
    /// The status of HTTP.
    pub fn status(&self) -> StatusCode {
        match self {
            Self::Problem(problem) => match problem {
                Problem::Invalid(_) => StatusCode::BAD_REQUEST,
                Problem::NotAllowed(_) => StatusCode::FORBIDDEN,
                Problem::NotFound(_) => StatusCode::NOT_FOUND,
                Problem::Changed { .. } | Problem::Conflict { .. } | Problem::Obstacle(_) => {
                    StatusCode::CONFLICT
                }
            },
            Self::Unsigned(_) | Self::NoIdentity => StatusCode::UNAUTHORIZED,
            Self::TooLarge(_) => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Unavailable(_) => StatusCode::SERVICE_UNAVAILABLE,
            Self::Broken(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    const fn code(&self) -> &'static str {
        match self {
            Self::Problem(problem) => problem.code(),
            Self::Unsigned(_) | Self::NoIdentity => "not_signed",
            Self::TooLarge(_) => "too_large",
            Self::Unavailable(_) => "unavailable",
            Self::Broken(_) => "broken",
        }
    }

    /// The failure as JSON says it.
    pub fn told(&self) -> Told {
        let problem = match self {
            Self::Problem(problem) => Some(problem),
            _ => None,
        };
        let mistakes = match problem {
            Some(Problem::Invalid(mistakes)) => mistakes.clone(),
            _ => Vec::new(),
        };
        Told {
            code: self.code(),
            message: self.to_string(),
            field: problem.and_then(Problem::field).map(str::to_owned),
            mistakes: mistakes.into_iter().map(ToldMistake::from).collect(),
        }
    }

    /// A lost race: whoever was first has changed it.
    pub(crate) fn of_commit(error: CommitError, read: u64) -> Self {
        match error {
            CommitError::Conflict { .. } => Problem::Changed { read, now: read + 1 }.into(),
            other => other.into(),
        }
    }

    fn log(&self) {
        match self {
            Self::Unavailable(reason) => tracing::warn!(reason, "configuration: not possible now"),
            Self::Broken(reason) => tracing::error!(reason, "configuration: failed"),
            _ => tracing::info!(code = self.code(), "configuration: refused"),
        }
    }
}

impl From<Mistake> for ToldMistake {
    fn from(mistake: Mistake) -> Self {
        Self { field: mistake.field, message: mistake.message }
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        self.log();
        let mut response = (self.status(), Json(self.told())).into_response();
        if self.status() == StatusCode::UNAUTHORIZED {
            let scheme = HeaderValue::from_static("AWS4-HMAC-SHA256");
            response.headers_mut().insert(header::WWW_AUTHENTICATE, scheme);
        }
        response
    }
}

impl From<ReadError> for Failure {
    fn from(error: ReadError) -> Self {
        match error {
            ReadError::Unavailable(_) => Self::Unavailable(error.to_string()),
            other => Self::Broken(other.to_string()),
        }
    }
}

impl From<CommitError> for Failure {
    fn from(error: CommitError) -> Self {
        match error {
            CommitError::Conflict { .. } | CommitError::Contention | CommitError::Unavailable(_) => {
                Self::Unavailable(error.to_string())
            }
            other => Self::Broken(other.to_string()),
        }
    }
}

impl From<CloseError> for Failure {
    fn from(error: CloseError) -> Self {
        match error {
            CloseError::Read(error) => error.into(),
            CloseError::Commit(error) => error.into(),
        }
    }
}

impl From<AccountsUnavailable> for Failure {
    fn from(error: AccountsUnavailable) -> Self {
        Self::Unavailable(error.to_string())
    }
}
