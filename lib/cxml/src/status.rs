//! How it went: status codes with the guide's meaning and retry rule (R53).

use std::fmt;

/// `Status`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Status {
    /// `code`.
    pub code: StatusCode,
    /// `text`: the name of the code, `Unauthorized`.
    pub text: String,
    /// `xml:lang` of the message.
    pub lang: Option<String>,
    /// What happened, for people.
    pub message: String,
}

impl Status {
    /// A code with its usual text, and what happened in words.
    pub fn new(code: StatusCode, message: impl Into<String>) -> Self {
        Self { code, text: code.text().to_owned(), lang: None, message: message.into() }
    }

    /// 200 `OK`.
    pub fn ok() -> Self {
        Self::new(StatusCode::OK, "")
    }
}

/// `Status/@code`: any number of three digits; the ones with a meaning are constants.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct StatusCode(pub u16);

impl StatusCode {
    /// Done.
    pub const OK: Self = Self(200);
    /// Queued; a StatusUpdateRequest must follow.
    pub const ACCEPTED: Self = Self(201);
    /// Nothing to return; in a cart message, the session ended unchanged.
    pub const NO_CONTENT: Self = Self(204);
    /// Forwarded by a hub over a reliable transport.
    pub const FORWARDED: Self = Self(280);
    /// Forwarded by a hub over a transport that does not confirm.
    pub const FORWARDED_UNCONFIRMED: Self = Self(281);
    /// Parsed, but unacceptable.
    pub const BAD_REQUEST: Self = Self(400);
    /// The Sender's credential is not known.
    pub const UNAUTHORIZED: Self = Self(401);
    /// Payment is needed.
    pub const PAYMENT_REQUIRED: Self = Self(402);
    /// Known, but not allowed.
    pub const FORBIDDEN: Self = Self(403);
    /// Does not parse or validate.
    pub const NOT_ACCEPTABLE: Self = Self(406);
    /// The state of things forbids it.
    pub const CONFLICT: Self = Self(409);
    /// A precondition fails, such as `edit` where it was not allowed.
    pub const PRECONDITION_FAILED: Self = Self(412);
    /// Something referred to is missing.
    pub const EXPECTATION_FAILED: Self = Self(417);
    /// The request or operation is not supported.
    pub const NOT_IMPLEMENTED: Self = Self(450);
    /// A signature is required.
    pub const SIGNATURE_REQUIRED: Self = Self(475);
    /// The signature does not verify.
    pub const SIGNATURE_VERIFICATION_FAILED: Self = Self(476);
    /// The signature is not one that is accepted.
    pub const SIGNATURE_UNACCEPTABLE: Self = Self(477);
    /// The document is too large.
    pub const DOCUMENT_SIZE: Self = Self(499);
    /// Could not complete; the sender repeats.
    pub const INTERNAL_SERVER_ERROR: Self = Self(500);
    /// The server behind cannot be reached; the sender repeats.
    pub const UNABLE_TO_REACH_SERVER: Self = Self(550);
    /// Cannot forward, for a reason that will not pass by itself.
    pub const UNABLE_TO_FORWARD: Self = Self(551);
    /// Maintenance or overload; the sender repeats.
    pub const TEMPORARY_SERVER_ERROR: Self = Self(560);

    /// Whether it is a 2xx: only then did the receiver take the document, whatever HTTP said.
    pub fn is_success(self) -> bool {
        self.0 / 100 == 2
    }

    /// Whether the sender repeats the document: on 5xx, known or not, and on nothing else (R38).
    pub fn is_retryable(self) -> bool {
        self.0 / 100 == 5
    }

    /// The text that the guide gives this code; an unknown one has the text of its class.
    pub fn text(self) -> &'static str {
        match self.0 {
            200 => "OK",
            201 => "Accepted",
            204 => "No Content",
            280 | 281 => "Forwarded",
            400 => "Bad Request",
            401 => "Unauthorized",
            402 => "Payment Required",
            403 => "Forbidden",
            406 => "Not Acceptable",
            409 => "Conflict",
            412 => "Precondition Failed",
            417 => "Expectation Failed",
            450 => "Not Implemented",
            475 => "Signature Required",
            476 => "Signature Verification Failed",
            477 => "Signature Unacceptable",
            499 => "Document Size",
            500 => "Internal Server Error",
            550 => "Unable to reach cXML server",
            551 => "Unable to forward request",
            560 => "Temporary server error",
            code if code / 100 == 2 => "OK",
            code if code / 100 == 4 => "Bad Request",
            code if code / 100 == 5 => "Internal Server Error",
            _ => "Unknown",
        }
    }
}

impl fmt::Display for StatusCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:03}", self.0)
    }
}
