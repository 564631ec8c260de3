//! What a request to AWS asks for, in the words of policies.

use axum::http::HeaderMap;
use serde_json::Value;

/// A call to AWS: what is done, and to which partition of the table or of an index.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Call {
    /// As policies name it.
    pub action: String,
    pub key: Option<String>,
}

/// From the signature: `Credential=ID/DATE/REGION/SERVICE/aws4_request`.
pub fn service(headers: &HeaderMap) -> String {
    let signature = headers.get("authorization").and_then(|value| value.to_str().ok()).unwrap_or_default();
    let scope = signature.split("Credential=").nth(1).unwrap_or_default();
    scope.split('/').nth(3).unwrap_or_default().to_owned()
}

/// `X-Amz-Target` of the JSON services, `Action` of the others.
pub fn operation(headers: &HeaderMap, body: &[u8]) -> String {
    if let Some(target) = headers.get("x-amz-target").and_then(|value| value.to_str().ok()) {
        return target.rsplit('.').next().unwrap_or_default().to_owned();
    }
    let text = String::from_utf8_lossy(body);
    let action = text.split('&').find_map(|pair| pair.strip_prefix("Action="));
    action.unwrap_or_default().to_owned()
}

/// A transaction is allowed by the actions of its parts.
pub fn calls(service: &str, operation: &str, body: &[u8]) -> Vec<Call> {
    if service != "dynamodb" {
        return vec![Call { action: format!("{service}:{operation}"), key: None }];
    }
    let body: Value = serde_json::from_slice(body).expect("JSON");
    match operation {
        "GetItem" | "DeleteItem" | "UpdateItem" => vec![call(operation, &body["Key"]["pk"]["S"])],
        "PutItem" => vec![call(operation, &body["Item"]["pk"]["S"])],
        "Query" => vec![call(operation, partition(&body))],
        "BatchGetItem" => {
            let tables = body["RequestItems"].as_object().expect("tables");
            let keys = tables.values().flat_map(|table| table["Keys"].as_array().expect("keys"));
            keys.map(|key| call(operation, &key["pk"]["S"])).collect()
        }
        "TransactWriteItems" => {
            let parts = body["TransactItems"].as_array().expect("parts");
            parts.iter().map(of_part).collect()
        }
        other => vec![Call { action: format!("dynamodb:{other}"), key: None }],
    }
}

fn call(operation: &str, key: &Value) -> Call {
    let key = key.as_str().unwrap_or("no partition").to_owned();
    Call { action: format!("dynamodb:{operation}"), key: Some(key) }
}

fn of_part(part: &Value) -> Call {
    let (kind, part) = part.as_object().and_then(|part| part.iter().next()).expect("a part");
    match kind.as_str() {
        "Put" => call("PutItem", &part["Item"]["pk"]["S"]),
        "ConditionCheck" => call("ConditionCheckItem", &part["Key"]["pk"]["S"]),
        other => call(&format!("{other}Item"), &part["Key"]["pk"]["S"]),
    }
}

/// The value that the key condition names first.
fn partition(query: &Value) -> &Value {
    let condition = query["KeyConditionExpression"].as_str().expect("a condition");
    let placeholder =
        condition.split(['=', ' ', ')']).find(|part| part.starts_with(':')).expect("a placeholder");
    &query["ExpressionAttributeValues"][placeholder]["S"]
}
