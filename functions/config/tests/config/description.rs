//! The OpenAPI description.

use std::path::Path;

use axum::body::Body;
use axum::http::Request;

use crate::world::World;

#[tokio::test]
async fn the_description_is_served_as_it_is_kept_beside_the_code() {
    let world = World::start().await;
    let served = world.send(Request::get("/openapi.json").body(Body::empty()).expect("a request")).await;
    assert_eq!(served.status, 200);
    let served = served.json();
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("openapi.json");
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        std::fs::write(&file, format!("{served:#}\n")).expect("written");
    }
    let kept = std::fs::read_to_string(&file).unwrap_or_default();
    // The order of names says nothing, and depends on what else is built.
    let kept: serde_json::Value = serde_json::from_str(&kept).unwrap_or_default();
    assert!(
        kept == served,
        "openapi.json is another; run the test with UPDATE_SNAPSHOTS=1 and look at the difference"
    );
}

#[test]
fn every_operation_tells_what_a_failure_looks_like() {
    let described = serde_json::to_value(config::openapi()).expect("JSON");
    for (path, methods) in described["paths"].as_object().expect("paths") {
        for (method, operation) in methods.as_object().expect("methods") {
            let schema = &operation["responses"]["403"]["content"]["application/json"]["schema"]["$ref"];
            assert_eq!(schema, "#/components/schemas/Error", "{method} {path}");
        }
    }
}
