//! The events that API Gateway makes of HTTP requests.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, Value, json};

/// An HTTP request.
#[derive(Clone, Debug)]
pub struct Http<'a> {
    pub method: &'a str,
    pub path: &'a str,
    pub query: &'a str,
    pub headers: Map<String, Value>,
    pub body: &'a [u8],
}

/// As an HTTP API hands it over: payload 2.0.
pub fn http_api(request: &Http<'_>) -> Value {
    let Http { method, path, query, headers, body } = request;
    let (headers, cookies) = without_cookies(headers);
    json!({
        "version": "2.0",
        "routeKey": "$default",
        "rawPath": path,
        "rawQueryString": query,
        "headers": headers,
        "cookies": cookies,
        "requestContext": {
            "accountId": "123456789012", "apiId": "local", "domainName": "127.0.0.1", "domainPrefix": "127",
            "http": {
                "method": method, "path": path, "protocol": "HTTP/1.1", "sourceIp": "127.0.0.1", "userAgent": "test",
            },
            "requestId": "local", "routeKey": "$default", "stage": "$default",
            "time": "21/Nov/2026:09:00:00 +0000", "timeEpoch": 1_795_251_600_000_u64,
        },
        "body": STANDARD.encode(body),
        "isBase64Encoded": true,
    })
}

/// Cookies have a field of their own.
fn without_cookies(headers: &Map<String, Value>) -> (Map<String, Value>, Vec<String>) {
    let mut headers = headers.clone();
    let cookies = headers.remove("cookie");
    let cookies = cookies.as_ref().and_then(Value::as_str).unwrap_or_default();
    let each = cookies.split(';').map(|one| one.trim().to_owned()).filter(|one| !one.is_empty());
    (headers, each.collect())
}

/// As a REST API with IAM authorisation hands it over, from a caller whose signature it has verified.
pub fn rest_api(request: &Http<'_>, account: &str) -> Value {
    let Http { method, path, query, headers, body } = request;
    let queried: Map<String, Value> = url::form_urlencoded::parse(query.as_bytes())
        .map(|(name, value)| (name.into_owned(), value.into_owned().into()))
        .collect();
    let body = String::from_utf8_lossy(body);
    json!({
        "resource": "/config/{proxy+}",
        "path": path,
        "httpMethod": method,
        "headers": headers,
        "multiValueHeaders": {},
        "queryStringParameters": queried,
        "multiValueQueryStringParameters": {},
        "pathParameters": null,
        "stageVariables": null,
        "requestContext": {
            "accountId": "123456789012", "apiId": "local", "authorizer": null, "domainName": "localhost",
            "httpMethod": method,
            "identity": {
                "accessKey": "ASIATEST", "accountId": account, "caller": "AROATEST:ada", "sourceIp": "203.0.113.9",
                "user": "AROATEST:ada", "userAgent": "test",
                "userArn": format!("arn:aws:sts::{account}:assumed-role/Administrator/ada"),
            },
            "path": format!("/v1{path}"), "protocol": "HTTP/1.1", "requestId": "local", "requestTimeEpoch": 1_795_251_600_000_u64,
            "resourceId": "abc", "resourcePath": "/config/{proxy+}", "stage": "v1",
        },
        "body": if body.is_empty() { Value::Null } else { body.into() },
        "isBase64Encoded": false,
    })
}
