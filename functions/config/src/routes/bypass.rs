//! What an organisation bought without its procurement system (R11).

use axum::extract::State;
use axum::http::{HeaderValue, header};
use axum::response::IntoResponse as _;
use jiff::Timestamp;
use procurement::account::AccountId;
use procurement::direct::bypass::{self, PurchaseElsewhere};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::Configuration;
use crate::answer::{Answer, ok};
use crate::caller::Signed;
use crate::failure::Failures;
use crate::input::{Body, unreadable};

/// The bypass report, newest first.
#[derive(Debug, Serialize, ToSchema)]
pub struct BypassReport {
    pub purchases: Vec<BypassView>,
}

/// A purchase that went past the procurement system.
#[derive(Debug, Serialize, ToSchema)]
pub struct BypassView {
    #[schema(format = DateTime)]
    pub at: String,
    pub account: String,
    /// Who bought it; may be empty.
    pub by: String,
    pub product: String,
    /// `12.50`; nothing where it is not known.
    pub amount: Option<String>,
    pub currency: Option<&'static str>,
    /// The console that made it; nothing for the marketplace itself.
    pub console: Option<String>,
    /// What names it there.
    pub reference: String,
}

/// A purchase that another console made.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ElsewhereBody {
    /// The account that bought: 12 digits.
    #[schema(pattern = "^[0-9]{12}$")]
    pub account: String,
    /// `EC2`
    #[schema(max_length = 200)]
    pub console: String,
    /// What names the purchase there: it is recorded once.
    #[schema(max_length = 200)]
    pub reference: String,
    /// Who bought.
    #[serde(default)]
    #[schema(max_length = 200)]
    pub by: String,
    #[schema(max_length = 200)]
    pub product: String,
    /// `12.50`, where it is known.
    #[serde(default)]
    pub amount: Option<String>,
    /// `USD`, with an amount.
    #[serde(default)]
    pub currency: Option<String>,
    #[schema(format = DateTime)]
    pub at: String,
}

/// Whether it was new.
#[derive(Debug, Serialize, ToSchema)]
pub struct Recorded {
    pub recorded: bool,
}

/// What was bought without the procurement system.
#[utoipa::path(get, path = "/config/bypass",
    responses((status = 200, body = BypassReport, description = "Done"), Failures))]
pub(crate) async fn report(State(configuration): State<Configuration>, Signed(caller): Signed) -> Answer {
    let lines = configuration.bypass(&caller).await?;
    ok(BypassReport { purchases: lines.into_iter().map(BypassView::from).collect() })
}

/// The same as CSV.
#[utoipa::path(get, path = "/config/bypass.csv",
    responses((status = 200, body = String, content_type = "text/csv", description = "Done"), Failures))]
pub(crate) async fn table(State(configuration): State<Configuration>, Signed(caller): Signed) -> Answer {
    let table = configuration.bypass_table(&caller).await?;
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("text/csv; charset=utf-8")),
        (header::CONTENT_DISPOSITION, HeaderValue::from_static("attachment; filename=\"bypass.csv\"")),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
    ];
    Ok((headers, table).into_response())
}

/// Records a purchase that another console made for an account; once, by the console's name of it.
#[utoipa::path(post, path = "/config/operator/purchases-elsewhere", request_body = ElsewhereBody,
    responses((status = 200, body = Recorded, description = "Done"), Failures))]
pub(crate) async fn record(
    State(configuration): State<Configuration>,
    Signed(caller): Signed,
    Body(body): Body<ElsewhereBody>,
) -> Answer {
    caller.may_operate()?;
    let account: AccountId =
        body.account.parse().map_err(|error| unreadable("account", format!("{error}.")))?;
    let at: Timestamp = body.at.parse().map_err(|_| {
        unreadable("at", "Write the time with its offset, such as 2026-11-21T12:00:00Z.".to_owned())
    })?;
    let amount = match (&body.amount, &body.currency) {
        (Some(amount), currency) => Some(bypass::amount(amount, currency.as_deref().unwrap_or_default())?),
        (None, _) => None,
    };
    let recorded = configuration.core.clock.now();
    let purchase = |organisation| PurchaseElsewhere {
        organisation,
        account,
        console: body.console,
        reference: body.reference,
        by: body.by,
        product: body.product,
        amount,
        at,
        recorded,
    };
    ok(Recorded { recorded: configuration.record_elsewhere(&caller, purchase, account).await? })
}

impl From<bypass::Bypass> for BypassView {
    fn from(line: bypass::Bypass) -> Self {
        Self {
            at: line.at.to_string(),
            account: line.account.to_string(),
            by: line.by,
            product: line.product,
            amount: line.amount.map(|amount| amount.amount_text()),
            currency: line.amount.map(|amount| amount.currency.code()),
            console: line.console,
            reference: line.reference,
        }
    }
}
