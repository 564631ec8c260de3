//! AWS Organizations and STS, as they would answer for the simulated buyers: Coupa's accounts are in the stack's own
//! organisation, SAP Ariba's granted the stack a role.

use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Response};
use serde_json::{Value, json};

const OURS: &str = "111122223333";
const THEIRS: &str = "444455556666";

pub fn answer(operation: &str, body: &[u8], headers: &HeaderMap) -> Response {
    let body: Value = serde_json::from_slice(body).expect("JSON");
    let by_role = headers.contains_key("x-amz-security-token");
    let (management, member, name) =
        if by_role { (THEIRS, "444455550001", "Plants") } else { (OURS, "111122220001", "Research") };
    match operation {
        "DescribeAccount" if body["AccountId"].as_str().is_some_and(|id| id.starts_with("1111")) => {
            axum::Json(json!({"Account": {"Id": body["AccountId"]}})).into_response()
        }
        "DescribeAccount" => refused("AccountNotFoundException"),
        "DescribeOrganization" => {
            axum::Json(json!({"Organization": {"Id": "o-test", "MasterAccountId": management}}))
                .into_response()
        }
        "ListAccounts" => {
            let accounts = [account(management, "Headquarters"), account(member, name)];
            axum::Json(json!({"Accounts": accounts})).into_response()
        }
        other => panic!("no function calls {other}"),
    }
}

pub fn assumed() -> Response {
    "<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>ASIATEST</AccessKeyId>\
     <SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken><Expiration>2100-01-01T00:00:00Z</Expiration>\
     </Credentials></AssumeRoleResult></AssumeRoleResponse>"
        .into_response()
}

fn account(id: &str, name: &str) -> Value {
    json!({"Id": id, "Name": name, "Email": format!("aws-{id}@buyers.example"), "State": "ACTIVE"})
}

fn refused(exception: &str) -> Response {
    (StatusCode::BAD_REQUEST, axum::Json(json!({"__type": exception}))).into_response()
}
