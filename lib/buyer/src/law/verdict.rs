//! A refusal is a Status with the guide's text for its code.

use crate::Status;

pub(super) type Verdict<T> = Result<T, Status>;

/// A refusal with the code's own text.
pub(super) fn refuse<T>(code: u16, message: impl Into<String>) -> Verdict<T> {
    Err(status(code, message))
}

/// A Status with the guide's text for its code.
pub(crate) fn status(code: u16, message: impl Into<String>) -> Status {
    let text = match code {
        200 => "OK",
        401 => "Unauthorized",
        403 => "Forbidden",
        406 => "Not Acceptable",
        417 => "Expectation Failed",
        450 => "Not Implemented",
        500 => "Internal Server Error",
        560 => "Temporary Server Error",
        _ => "Error",
    };
    Status { code, text: text.to_owned(), message: message.into() }
}
