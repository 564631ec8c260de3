//! Stands between one function and AWS: notes every call, and passes it on.
//!
//! AWS Organizations is answered here: moto does not know the `State` of an account.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::{Bytes, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Response};
use serde_json::{Value, json};
use tokio::net::TcpListener;

const LARGEST: usize = 32 * 1024 * 1024;
/// The management account of the stack's own organisation; every other one is asked by the role that it granted.
const OURS: &str = "111122223333";

/// A call to AWS: what is done, and to which partition of the table or of an index.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Call {
    /// As policies name it.
    pub action: String,
    pub key: Option<String>,
}

/// What one function asked of AWS.
#[derive(Clone, Debug)]
pub struct Recorder {
    pub url: String,
    calls: Arc<Mutex<BTreeSet<Call>>>,
}

#[derive(Clone)]
struct Passing {
    dynamodb: String,
    moto: String,
    client: reqwest::Client,
    calls: Arc<Mutex<BTreeSet<Call>>>,
}

// === impl Recorder ===

impl Recorder {
    pub async fn start(dynamodb: &str, moto: &str) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        let calls = Arc::<Mutex<BTreeSet<Call>>>::default();
        let passing = Passing {
            dynamodb: dynamodb.to_owned(),
            moto: moto.to_owned(),
            client: reqwest::Client::new(),
            calls: calls.clone(),
        };
        let router = Router::new().fallback(pass).with_state(passing);
        tokio::spawn(async move { axum::serve(listener, router).await });
        Self { url, calls }
    }

    pub fn calls(&self) -> BTreeSet<Call> {
        self.calls.lock().expect("free").clone()
    }
}

async fn pass(State(passing): State<Passing>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let body = to_bytes(body, LARGEST).await.expect("a body");
    let service = service(&parts.headers);
    let operation = operation(&parts.headers, &body);
    passing.calls.lock().expect("free").extend(calls(&service, &operation, &body));
    match service.as_str() {
        "organizations" => organizations(&operation, &body, &parts.headers),
        "sts" => assumed(),
        "dynamodb" => forward(&passing, &passing.dynamodb, parts.headers, body).await,
        _ => forward(&passing, &passing.moto, parts.headers, body).await,
    }
}

async fn forward(passing: &Passing, to: &str, mut headers: HeaderMap, body: Bytes) -> Response {
    headers.remove("host");
    headers.remove("content-length");
    let answered = passing.client.post(to).headers(headers).body(body).send().await.expect("an answer");
    let status = StatusCode::from_u16(answered.status().as_u16()).expect("a status");
    let mut response = (status, ()).into_response();
    for (name, value) in answered.headers() {
        if name != "transfer-encoding" && name != "content-length" {
            response.headers_mut().insert(name.clone(), value.clone());
        }
    }
    *response.body_mut() = answered.bytes().await.expect("a body").into();
    response
}

/// From the signature: `Credential=ID/DATE/REGION/SERVICE/aws4_request`.
fn service(headers: &HeaderMap) -> String {
    let signature = headers.get("authorization").and_then(|value| value.to_str().ok()).unwrap_or_default();
    let scope = signature.split("Credential=").nth(1).unwrap_or_default();
    scope.split('/').nth(3).unwrap_or_default().to_owned()
}

fn operation(headers: &HeaderMap, body: &[u8]) -> String {
    if let Some(target) = headers.get("x-amz-target").and_then(|value| value.to_str().ok()) {
        return target.rsplit('.').next().unwrap_or_default().to_owned();
    }
    let text = String::from_utf8_lossy(body);
    let action = text.split('&').find_map(|pair| pair.strip_prefix("Action="));
    action.unwrap_or_default().to_owned()
}

/// A transaction is allowed by the actions of its parts.
fn calls(service: &str, operation: &str, body: &[u8]) -> Vec<Call> {
    if service != "dynamodb" {
        return vec![Call { action: format!("{service}:{operation}"), key: None }];
    }
    let body: Value = serde_json::from_slice(body).expect("JSON");
    let call = |operation: &str, key: &Value| Call {
        action: format!("dynamodb:{operation}"),
        key: Some(key.as_str().unwrap_or("no partition").to_owned()),
    };
    match operation {
        "GetItem" | "DeleteItem" | "UpdateItem" => vec![call(operation, &body["Key"]["pk"]["S"])],
        "PutItem" => vec![call(operation, &body["Item"]["pk"]["S"])],
        "BatchGetItem" => {
            let tables = body["RequestItems"].as_object().expect("tables");
            let keys = tables.values().flat_map(|table| table["Keys"].as_array().expect("keys"));
            keys.map(|key| call(operation, &key["pk"]["S"])).collect()
        }
        "Query" => {
            let condition = body["KeyConditionExpression"].as_str().expect("a condition");
            let placeholder =
                condition.split(['=', ' ']).find(|part| part.starts_with(':')).expect("a value");
            vec![call(operation, &body["ExpressionAttributeValues"][placeholder]["S"])]
        }
        "TransactWriteItems" => {
            let parts = body["TransactItems"].as_array().expect("parts");
            parts.iter().map(|part| of_part(part, &call)).collect()
        }
        other => vec![Call { action: format!("dynamodb:{other}"), key: None }],
    }
}

fn of_part(part: &Value, call: &impl Fn(&str, &Value) -> Call) -> Call {
    let (kind, part) = part.as_object().and_then(|part| part.iter().next()).expect("a part");
    match kind.as_str() {
        "Put" => call("PutItem", &part["Item"]["pk"]["S"]),
        "ConditionCheck" => call("ConditionCheckItem", &part["Key"]["pk"]["S"]),
        other => call(&format!("{other}Item"), &part["Key"]["pk"]["S"]),
    }
}

fn organizations(operation: &str, body: &[u8], headers: &HeaderMap) -> Response {
    let body: Value = serde_json::from_slice(body).expect("JSON");
    let by_role = headers.contains_key("x-amz-security-token");
    let account = |id: &str, name: &str| json!({"Id": id, "Name": name, "Email": format!("aws-{id}@buyers.example"), "State": "ACTIVE"});
    match operation {
        "DescribeAccount" if body["AccountId"] == OURS => {
            axum::Json(json!({"Account": {"Id": OURS}})).into_response()
        }
        "DescribeAccount" => {
            (StatusCode::BAD_REQUEST, axum::Json(json!({"__type": "AccountNotFoundException"})))
                .into_response()
        }
        "ListAccounts" if by_role => {
            axum::Json(json!({"Accounts": [account("444455550001", "Plants")]})).into_response()
        }
        "ListAccounts" => {
            axum::Json(json!({"Accounts": [account("111122220001", "Research")]})).into_response()
        }
        other => panic!("no function calls {other}"),
    }
}

fn assumed() -> Response {
    "<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>ASIATEST</AccessKeyId>\
     <SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken><Expiration>2100-01-01T00:00:00Z</Expiration>\
     </Credentials></AssumeRoleResult></AssumeRoleResponse>"
        .into_response()
}
