//! The catalogue, imported and exported as JSON lines (docs/catalogue.md).

use axum::extract::State;
use axum::http::{HeaderName, HeaderValue, header};
use axum::response::IntoResponse as _;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::answer::{Answer, ok};
use crate::caller::Signed;
use crate::failure::Failures;
use crate::input::{Asked, unreadable};
use crate::{Configuration, Failure};

/// How many parts there are.
const PARTS: HeaderName = HeaderName::from_static("x-catalogue-parts");
const JSON_LINES: &str = "application/x-ndjson";

/// How an import went.
#[derive(Debug, Serialize, ToSchema)]
pub struct CatalogueImported {
    /// Products that were new or had changed.
    pub written: usize,
    /// Products that were there as they are.
    pub unchanged: usize,
    /// What is wrong with the lines that were passed over; at most 1,000 faults.
    pub faults: Vec<LineFault>,
    /// Faults beyond these.
    pub more_faults: usize,
}

/// Something for which a line was passed over.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CatalogueLineFault)]
pub struct LineFault {
    /// Which, from 1.
    pub line: usize,
    /// What is wrong and what to do.
    pub problem: String,
}

/// Which part of the catalogue.
#[derive(Clone, Copy, Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct PartQuery {
    /// From 0; the header `x-catalogue-parts` says how many there are.
    #[serde(default)]
    pub part: u8,
}

/// Products and offers, a line each. Lines at fault are passed over and told; what is there as it is stays.
#[utoipa::path(post, path = "/config/operator/catalogue",
    request_body(content = String, content_type = "application/x-ndjson"),
    responses(
        (status = 200, body = CatalogueImported, description = "Done"),
        Failures,
    )
)]
pub(crate) async fn import_catalogue(
    State(configuration): State<Configuration>,
    Signed(caller): Signed,
    body: axum::body::Bytes,
) -> Answer {
    let text = std::str::from_utf8(&body)
        .map_err(|_| unreadable("body", "The body is not text in UTF-8.".to_owned()))?;
    if text.trim().is_empty() {
        return Err(unreadable(
            "body",
            "The body is empty; send products and offers, a line each.".to_owned(),
        ));
    }
    let imported = configuration.import_catalogue(&caller, text).await?;
    let faults = imported.faults.into_iter();
    ok(CatalogueImported {
        written: imported.written,
        unchanged: imported.unchanged,
        more_faults: imported.more_faults,
        faults: faults.map(|fault| LineFault { line: fault.line, problem: fault.problem }).collect(),
    })
}

/// A part of all products and offers, a line each, as they are imported.
#[utoipa::path(get, path = "/config/operator/catalogue",
    params(PartQuery),
    responses(
        (status = 200, body = String, content_type = "application/x-ndjson", description = "Done"),
        Failures,
    )
)]
pub(crate) async fn export_catalogue(
    State(configuration): State<Configuration>,
    Signed(caller): Signed,
    Asked(query): Asked<PartQuery>,
) -> Answer {
    let mut lines = String::new();
    for listing in configuration.export_catalogue(&caller, query.part).await? {
        lines += &listing.to_line().map_err(|error| Failure::Broken(error.to_string()))?;
        lines.push('\n');
    }
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(JSON_LINES)),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
        (PARTS, HeaderValue::from(u16::from(platform::store::CATALOGUE_PARTS))),
    ];
    Ok((headers, lines).into_response())
}
