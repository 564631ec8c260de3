//! cXML over HTTP: what comes in is bounded and read, and every answer is a cXML document (R38).
//!
//! The outcome stands in the document's Status; HTTP says 200 (protocol: a body that is not cXML, or an HTTP error, counts
//! as a fault of the transport and is repeated).

use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, HeaderValue, Request, StatusCode as HttpStatus, header};
use axum::response::{IntoResponse as _, Response};
use cxml::model::Document;
use cxml::{Limits, ReadOptions, Received, Status, StatusCode, WriteOptions};
use procurement::refusal::Refusal;

use crate::core::Core;
use crate::table::{CommitError, ReadError};

/// The most bytes of a request, attachments included.
pub const MAX_BODY: usize = 4 * 1024 * 1024;
/// The DOCTYPE version of answers (R52).
const ANSWER_VERSION: &str = "1.2.014";

/// A document as it came: its bytes for the record, and what they say.
#[derive(Debug)]
pub struct Inbound {
    /// The request's body to the letter, attachments included.
    pub raw: Vec<u8>,
    /// The document in it.
    pub received: Received,
}

/// Why a request is not answered with what it asked for.
#[derive(Debug)]
pub enum Failure {
    /// It is refused for good, and the sender does not repeat it.
    Refused(Status),
    /// Something here is not to be reached or overloaded; the sender repeats it.
    Temporary(String),
    /// Something here is broken.
    Internal(String),
}

/// Reads a request's body and the document in it.
pub async fn receive(request: Request<Body>) -> Result<Inbound, Failure> {
    let (parts, body) = request.into_parts();
    let raw = to_bytes(body, MAX_BODY).await.map_err(|_| too_large())?;
    let received = read(&parts.headers, &raw)?;
    Ok(Inbound { raw: raw.into(), received })
}

fn read(headers: &HeaderMap, raw: &[u8]) -> Result<Received, Failure> {
    let content_type = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or("");
    let limits = Limits::default();
    if cxml::multipart::is_multipart(content_type) {
        let multipart = cxml::multipart::read(content_type, raw, &limits)?;
        return Ok(cxml::read(&multipart.document, &ReadOptions { limits, charset: multipart.charset })?);
    }
    let charset = content_type.parse::<mime::Mime>().ok();
    let charset = charset.and_then(|mime| mime.get_param(mime::CHARSET).map(|name| name.to_string()));
    Ok(cxml::read(raw, &ReadOptions { limits, charset })?)
}

/// The answer that carries this document.
pub fn respond(document: &Document) -> Response {
    let mut response = (HttpStatus::OK, text(document)).into_response();
    let content_type = HeaderValue::from_static("text/xml; charset=UTF-8");
    response.headers_mut().insert(header::CONTENT_TYPE, content_type);
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// An answer as it goes over the wire.
pub fn text(document: &Document) -> String {
    cxml::write(document, &WriteOptions::version(ANSWER_VERSION))
}

/// An answer that consists of a Status alone.
pub fn respond_status(core: &Core, status: Status) -> Response {
    respond(&Document::response(core.payload_id(), core.clock.now(), status))
}

/// What a GET on a service URL is answered (R53).
pub fn ping(core: &Core) -> Response {
    respond(&Document::ping(core.payload_id(), core.clock.now()))
}

/// What another method than GET and POST is answered: every answer is cXML (R38).
pub fn other_method(core: &Core) -> Response {
    let text = "Only POST and GET are supported here. POST a cXML document.";
    respond_status(core, Status::new(StatusCode::NOT_IMPLEMENTED, text))
}

/// The document that answers, or why there is none.
pub fn answered(core: &Core, answer: Result<Document, Failure>) -> Response {
    match answer {
        Ok(document) => respond(&document),
        Err(failure) => failure.respond(core),
    }
}

/// A document of this name was sent to an address that takes others.
pub fn not_supported(name: &str, supported: &str) -> Failure {
    let text = format!("{name} is not supported here. Send {supported} to this address.");
    Failure::Refused(Status::new(StatusCode::NOT_IMPLEMENTED, text))
}

fn too_large() -> Failure {
    let text = format!(
        "The request is larger than {MAX_BODY} bytes. Send it without, or with smaller, attachments."
    );
    Failure::Refused(Status::new(StatusCode::DOCUMENT_SIZE, text))
}

// === impl Failure ===

impl Failure {
    /// The Status that answers it. What broke stays in the log.
    pub fn status(&self) -> Status {
        match self {
            Self::Refused(status) => status.clone(),
            Self::Temporary(_) => Status::new(
                StatusCode::TEMPORARY_SERVER_ERROR,
                "The marketplace cannot take this document at the moment. Nothing was done; send it again later.",
            ),
            Self::Internal(_) => Status::new(
                StatusCode::INTERNAL_SERVER_ERROR,
                "The marketplace could not complete this request. Send it again later; if it fails again, tell the operator.",
            ),
        }
    }

    /// Answers, and writes what broke to the log.
    pub fn respond(self, core: &Core) -> Response {
        let status = self.status();
        match &self {
            Self::Refused(_) => tracing::info!(status = %status.code, "refused"),
            Self::Temporary(reason) => tracing::warn!(status = %status.code, reason, "not possible now"),
            Self::Internal(reason) => tracing::error!(status = %status.code, reason, "failed"),
        }
        respond_status(core, status)
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(Status::new(StatusCode(refusal.code), refusal.reason))
    }
}

impl From<cxml::Fault> for Failure {
    fn from(fault: cxml::Fault) -> Self {
        Self::Refused(fault.to_status())
    }
}

impl From<ReadError> for Failure {
    fn from(error: ReadError) -> Self {
        match error {
            ReadError::Unavailable(_) => Self::Temporary(error.to_string()),
            other => Self::Internal(other.to_string()),
        }
    }
}

impl From<CommitError> for Failure {
    fn from(error: CommitError) -> Self {
        match error {
            CommitError::Conflict { .. } | CommitError::Contention | CommitError::Unavailable(_) => {
                Self::Temporary(error.to_string())
            }
            other => Self::Internal(other.to_string()),
        }
    }
}
