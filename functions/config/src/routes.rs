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
use axum::handler::Handler;
use axum::http::StatusCode;
use axum::middleware::from_fn_with_state;
use axum::response::{IntoResponse as _, Response};
use axum::routing::{MethodFilter, get, on};
use axum::{Json, Router};
use utoipa::openapi::security::{ApiKey, ApiKeyValue, SecurityScheme};
use utoipa::{Modify, OpenApi};
use utoipa_axum::{PathItemExt, paste};

use crate::Configuration;
use crate::caller::authenticate;

/// Routes, and the description that is made from the same handlers: only when somebody asks for it, since a function should
/// start without it.
macro_rules! described {
    ($($module:ident::$handler:ident),* $(,)?) => {
        #[derive(OpenApi)]
        #[openapi(
            info(
                title = "Punchgate configuration",
                description = "Connections to procurement systems, and what holds for an organisation. Requests are signed \
                               with AWS Signature Version 4 for the service execute-api. Every failure is JSON with a code \
                               for programs, a sentence for people, and the field at fault."
            ),
            paths($($module::$handler),*),
            components(schemas(crate::Told)),
            modifiers(&Signatures),
            security(("sigv4" = []))
        )]
        struct Description;

        fn signed() -> Router<Configuration> {
            Router::new()$(.merge(paste! { at::<$module::[<__path_ $handler>], _, _>($module::$handler) }))*
        }
    };
}

described! {
    connection::list,
    connection::create,
    connection::show,
    connection::change,
    connection::enable,
    connection::disable,
    connection::request_live,
    connection::purchase_information,
    connection::health,
    connection::check,
    connection::export,
    connection::import,
    secret::rotate,
    organisation::show,
    organisation::change,
    organisation::approved_products,
    organisation::set_approved_products,
    organisation::audit,
    organisation::which,
    console_link::ask,
    console_link::list,
    console_link::end,
    store_link::ask,
    bypass::report,
    bypass::table,
    bypass::record,
    catalogue::import_catalogue,
    catalogue::export_catalogue,
    operator::customers,
    operator::connections,
    operator::queue,
    operator::advance,
    operator::remove,
    subscription::show,
    subscription::amend,
    subscription::end,
    subscription::record,
}

/// A handler at the path and under the method of its description.
fn at<P: utoipa::Path, T: 'static, H: Handler<T, Configuration>>(handler: H) -> Router<Configuration> {
    let methods = P::methods().iter().map(PathItemExt::to_method_filter).reduce(MethodFilter::or);
    Router::new().route(&P::path(), on(methods.expect("a method"), handler))
}

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
    let signed = signed()
        .method_not_allowed_fallback(wrong_method)
        // How much is taken is decided where the caller is.
        .layer(DefaultBodyLimit::disable())
        .layer(from_fn_with_state(configuration.clone(), authenticate))
        .with_state(configuration);
    Router::new().route("/openapi.json", get(async || Json(openapi()))).merge(signed)
}

/// The description, generated from the routes.
pub fn openapi() -> utoipa::openapi::OpenApi {
    Description::openapi()
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
