//! From the name of an operation to the engine's method: the operations that this crate uses, and no others.

use dynoxide::{Database, DynoxideError};
use serde::Serialize;
use serde::de::DeserializeOwned;

const SERVICE: &str = "DynamoDB_20120810.";

/// What the engine answers: an HTTP status and JSON.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    pub status: u16,
    pub body: String,
}

/// Whether the operation may change something.
pub(super) fn is_write(target: &str) -> bool {
    let operation = target.strip_prefix(SERVICE).unwrap_or(target);
    !matches!(operation, "GetItem" | "BatchGetItem" | "Query" | "DescribeTable")
}

pub(super) fn answer(database: &Database, target: &str, body: &[u8]) -> Answer {
    match run(database, target, body) {
        Ok(body) => Answer { status: 200, body },
        Err(error) => Answer { status: error.status_code(), body: error.to_json() },
    }
}

fn run(database: &Database, target: &str, body: &[u8]) -> Result<String, DynoxideError> {
    match target.strip_prefix(SERVICE).unwrap_or(target) {
        "GetItem" => call(body, |request| database.get_item(request)),
        "BatchGetItem" => call(body, |request| database.batch_get_item(request)),
        "Query" => call(body, |request| database.query(request)),
        "PutItem" => call(body, |request| database.put_item(request)),
        "UpdateItem" => call(body, |request| database.update_item(request)),
        "DeleteItem" => call(body, |request| database.delete_item(request)),
        "TransactWriteItems" => call(body, |request| database.transact_write_items(request)),
        "DescribeTable" => call(body, |request| database.describe_table(request)),
        "CreateTable" => call(body, |request| database.create_table(request)),
        "UpdateTable" => call(body, |request| database.update_table(request)),
        "UpdateTimeToLive" => call(body, |request| database.update_time_to_live(request)),
        other => {
            Err(DynoxideError::ValidationException(format!("the embedded store does not offer {other}")))
        }
    }
}

fn call<Request: DeserializeOwned, Response: Serialize>(
    body: &[u8],
    operation: impl FnOnce(Request) -> Result<Response, DynoxideError>,
) -> Result<String, DynoxideError> {
    let request = serde_json::from_slice(body).map_err(unreadable)?;
    let response = operation(request)?;
    serde_json::to_string(&response).map_err(|error| DynoxideError::InternalServerError(error.to_string()))
}

fn unreadable(error: serde_json::Error) -> DynoxideError {
    DynoxideError::SerializationException(error.to_string())
}
