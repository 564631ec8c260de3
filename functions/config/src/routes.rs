//! The routes below `/config`, and their description.

mod bypass;
mod catalogue;
mod connection;
mod console_link;
mod operator;
mod organisation;
mod secret;
mod store_link;
mod subscription;

use axum::extract::DefaultBodyLimit;
use axum::http::StatusCode;
use axum::middleware::from_fn_with_state;
use axum::response::{IntoResponse as _, Response};
use axum::{Json, Router, routing::get};
use utoipa::openapi::security::{ApiKey, ApiKeyValue, SecurityScheme};
use utoipa::{Modify, OpenApi};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes as of;

use crate::Configuration;
use crate::caller::authenticate;

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Punchgate configuration",
        description = "Connections to procurement systems, and what holds for an organisation. Requests are signed with AWS \
                       Signature Version 4 for the service execute-api. Every failure is JSON with a code for programs, a \
                       sentence for people, and the field at fault."
    ),
    components(schemas(crate::Told)),
    modifiers(&Signatures),
    security(("sigv4" = []))
)]
struct Description;

struct Signatures;

impl Modify for Signatures {
    fn modify(&self, openapi: &mut utoipa::openapi::OpenApi) {
        let header = SecurityScheme::ApiKey(ApiKey::Header(ApiKeyValue::with_description(
            "Authorization",
            "AWS Signature Version 4, service execute-api",
        )));
        openapi.components.get_or_insert_default().add_security_scheme("sigv4", header);
    }
}

/// Everything below `/config`, and `/openapi.json`.
pub fn routes(configuration: Configuration) -> Router {
    let (signed, description) = signed().split_for_parts();
    let signed = signed
        .method_not_allowed_fallback(wrong_method)
        // How much is taken is decided where the caller is.
        .layer(DefaultBodyLimit::disable())
        .layer(from_fn_with_state(configuration.clone(), authenticate))
        .with_state(configuration);
    let described = get(move || async move { Json(description) });
    Router::new().route("/openapi.json", described).merge(signed)
}

/// The description, generated from the routes.
pub fn openapi() -> utoipa::openapi::OpenApi {
    signed().split_for_parts().1
}

fn signed() -> OpenApiRouter<Configuration> {
    OpenApiRouter::with_openapi(Description::openapi())
        .routes(of!(connection::list, connection::create))
        .routes(of!(connection::show, connection::change))
        .routes(of!(connection::enable))
        .routes(of!(connection::disable))
        .routes(of!(connection::request_live))
        .routes(of!(connection::purchase_information))
        .routes(of!(connection::health))
        .routes(of!(connection::check))
        .routes(of!(connection::export))
        .routes(of!(connection::import))
        .routes(of!(secret::rotate))
        .routes(of!(organisation::show, organisation::change))
        .routes(of!(organisation::approved_products, organisation::set_approved_products))
        .routes(of!(organisation::audit))
        .routes(of!(organisation::which))
        .routes(of!(console_link::ask))
        .routes(of!(console_link::list, console_link::end))
        .routes(of!(store_link::ask))
        .routes(of!(bypass::report))
        .routes(of!(bypass::table))
        .routes(of!(bypass::record))
        .routes(of!(catalogue::import_catalogue, catalogue::export_catalogue))
        .routes(of!(operator::customers))
        .routes(of!(operator::connections))
        .routes(of!(operator::queue))
        .routes(of!(operator::advance))
        .routes(of!(operator::remove))
        .routes(of!(subscription::show))
        .routes(of!(subscription::amend))
        .routes(of!(subscription::end))
        .routes(of!(subscription::record))
}

async fn wrong_method() -> Response {
    let told = crate::Told {
        code: "wrong_method",
        message: "This address does not take this method; /openapi.json says which it takes.".to_owned(),
        field: None,
        mistakes: Vec::new(),
    };
    (StatusCode::METHOD_NOT_ALLOWED, Json(told)).into_response()
}
