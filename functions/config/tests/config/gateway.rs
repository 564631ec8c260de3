//! Behind API Gateway: the caller is whom the gateway verified, and nobody else.

use axum::body::Body;
use axum::http::Request;
use config::Configuration;
use tower::ServiceExt as _;

use crate::world::{MANAGEMENT, MEMBER, OPERATOR, World};

fn event(account: &str, arn: &str) -> Request<Body> {
    let event = serde_json::json!({
        "resource": "/{proxy+}", "path": "/config/connections", "httpMethod": "GET",
        "headers": {"host": "api.example"}, "multiValueHeaders": {"host": ["api.example"]},
        "queryStringParameters": {}, "multiValueQueryStringParameters": {}, "pathParameters": {}, "stageVariables": {},
        "requestContext": {"accountId": "999900001111", "stage": "$default", "requestId": "r", "path": "/config/connections",
            "httpMethod": "GET", "identity": {"accountId": account, "userArn": arn, "sourceIp": "192.0.2.1"}},
        "body": null, "isBase64Encoded": false
    });
    let request = lambda_http::request::from_str(&event.to_string()).expect("an event");
    let (parts, _) = request.into_parts();
    Request::from_parts(parts, Body::empty())
}

async fn status(world: &World, request: Request<Body>) -> u16 {
    let Configuration { core, accounts, outbound, .. } = world.configuration.clone();
    let operator = OPERATOR.parse().expect("an account");
    let router = config::routes(Configuration::behind_gateway(core, accounts, outbound, operator));
    router.oneshot(request).await.expect("an answer").status().as_u16()
}

#[tokio::test]
async fn the_gateways_identity_is_the_caller() {
    let world = World::start().await;
    for (account, expected) in [(MANAGEMENT, 200), (MEMBER, 403), ("123456789012", 403)] {
        let arn = format!("arn:aws:sts::{account}:assumed-role/Admin/ada");
        assert_eq!(status(&world, event(account, &arn)).await, expected, "{account}");
    }
}

#[tokio::test]
async fn behind_a_gateway_a_request_without_its_context_is_nobody() {
    let world = World::start().await;
    let signed = world.signed(MANAGEMENT, "GET", "/config/connections", "");
    assert_eq!(status(&world, signed).await, 401);
}
