//! Why a call is not answered with what it asked for, as JSON: 400, 401 or 500 (R22).

use ::search::{SearchError, ShelfError};
use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use platform::table::ReadError;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// Why a call is not answered with what it asked for.
#[derive(Debug)]
pub enum Fault {
    /// It cannot be understood, or asks for what is not there; the text says what to do.
    BadRequest(String),
    /// Who asks is not known, or no longer.
    Unauthorized(&'static str),
    /// Something here does not work; the reason goes to the log.
    Internal(String),
}

#[derive(Serialize)]
struct Answer {
    error: &'static str,
    message: String,
}

/// Reads a call's body; whatever content type it came with, it is JSON.
pub fn read<T: DeserializeOwned>(body: &[u8]) -> Result<T, Fault> {
    serde_json::from_slice(body).map_err(|error| {
        Fault::BadRequest(format!("The body is not the JSON that is expected here: {error}."))
    })
}

/// What anything but a POST is answered.
pub async fn not_posted() -> Fault {
    Fault::BadRequest("Send JSON to this address by POST.".to_owned())
}

impl IntoResponse for Fault {
    fn into_response(self) -> Response {
        let (status, error, message) = match self {
            Self::BadRequest(message) => (StatusCode::BAD_REQUEST, "bad_request", message),
            Self::Unauthorized(message) => (StatusCode::UNAUTHORIZED, "unauthorized", message.to_owned()),
            Self::Internal(reason) => {
                tracing::error!(reason, "open buy failed");
                let message = "The marketplace could not answer. Try again later.".to_owned();
                (StatusCode::INTERNAL_SERVER_ERROR, "internal_error", message)
            }
        };
        (status, Json(Answer { error, message })).into_response()
    }
}

impl From<ReadError> for Fault {
    fn from(error: ReadError) -> Self {
        Self::Internal(error.to_string())
    }
}

impl From<ShelfError> for Fault {
    fn from(error: ShelfError) -> Self {
        Self::Internal(error.to_string())
    }
}

impl From<SearchError> for Fault {
    fn from(error: SearchError) -> Self {
        Self::Internal(error.to_string())
    }
}
