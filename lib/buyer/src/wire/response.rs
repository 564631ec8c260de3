//! The answer to an invoice.

use crate::Status;
use crate::ids::wire_time;
use askama::Template;
use jiff::Timestamp;

#[derive(Template)]
#[template(path = "wire/response.xml")]
struct Response<'a> {
    bare: bool,
    payload_id: String,
    timestamp: String,
    status: &'a Status,
}

/// A `Response`, in a cXML document or, as Coupa may answer, as the root itself.
pub(crate) fn response(
    status: &Status,
    bare: bool,
    payload_id: String,
    at: Timestamp,
) -> askama::Result<String> {
    let timestamp = wire_time(at);
    Response { bare, payload_id, timestamp, status }.render()
}
