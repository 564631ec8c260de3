//! From the name of an operation to the engine's method: the operations that this crate uses, and no others.

use dynoxide::actions::transact_write_items::TransactWriteItemsRequest;
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

/// A request that was read, and that the engine has only to do.
pub(super) type Request = Box<dyn FnOnce(&Database) -> Answer + Send>;

/// The token of a client that repeats nothing. The engine is told of no token then: it would keep the token for ten minutes, and
/// look at all that it keeps at each transaction.
pub(super) const NO_TOKEN: &str = "none";

/// Reads a request, which needs nobody's turn.
pub(super) fn read(target: &str, body: &[u8]) -> Request {
    let operation = operation(target, body);
    Box::new(move |database| match operation.and_then(|run| run(database)) {
        Ok(body) => Answer { status: 200, body },
        Err(error) => Answer { status: error.status_code(), body: error.to_json() },
    })
}

type Operation = Box<dyn FnOnce(&Database) -> Result<String, DynoxideError> + Send>;

fn operation(target: &str, body: &[u8]) -> Result<Operation, DynoxideError> {
    match target.strip_prefix(SERVICE).unwrap_or(target) {
        "GetItem" => call(body, Database::get_item),
        "BatchGetItem" => call(body, Database::batch_get_item),
        "Query" => call(body, Database::query),
        "PutItem" => call(body, Database::put_item),
        "UpdateItem" => call(body, Database::update_item),
        "DeleteItem" => call(body, Database::delete_item),
        "TransactWriteItems" => call(body, |database, mut request: TransactWriteItemsRequest| {
            request.client_request_token.take_if(|token| token == NO_TOKEN);
            database.transact_write_items(request)
        }),
        "DescribeTable" => call(body, Database::describe_table),
        "CreateTable" => call(body, Database::create_table),
        "UpdateTable" => call(body, Database::update_table),
        "UpdateTimeToLive" => call(body, Database::update_time_to_live),
        other => {
            Err(DynoxideError::ValidationException(format!("the embedded store does not offer {other}")))
        }
    }
}

fn call<Request, Response>(
    body: &[u8],
    run: impl FnOnce(&Database, Request) -> Result<Response, DynoxideError> + Send + 'static,
) -> Result<Operation, DynoxideError>
where
    Request: DeserializeOwned + Send + 'static,
    Response: Serialize,
{
    let request = serde_json::from_slice(body).map_err(unreadable)?;
    Ok(Box::new(move |database| {
        let response = run(database, request)?;
        serde_json::to_string(&response)
            .map_err(|error| DynoxideError::InternalServerError(error.to_string()))
    }))
}

fn unreadable(error: serde_json::Error) -> DynoxideError {
    DynoxideError::SerializationException(error.to_string())
}
