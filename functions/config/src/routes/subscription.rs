//! Subscriptions: seen by whoever may read the connection; changed, ended and metered by the operator.

use axum::extract::State;
use jiff::Timestamp;
use procurement::agreement::Amendment;
use procurement::money::Money;
use procurement::usage::Metered;

use crate::answer::{Answer, ok};
use crate::caller::Signed;
use crate::failure::Failures;
use crate::input::{AmendBody, Body, EndBody, NamedRequest, UsageBody, unreadable};
use crate::use_case::Subscription;
use crate::view::{SubscriptionView, UsageRecorded};
use crate::{Configuration, Failure};

/// The subscription that fulfils a request: its charges, invoices and usage.
#[utoipa::path(get, path = "/config/connections/{id}/requests/{request}/subscription",
    params(("id" = String, Path, description = "The connection's id"),
           ("request" = String, Path, description = "The request's id")),
    responses((status = 200, body = SubscriptionView, description = "Done"), Failures))]
pub(crate) async fn show(
    State(configuration): State<Configuration>,
    Signed(caller): Signed,
    NamedRequest(id, request): NamedRequest,
) -> Answer {
    let found = configuration.subscription(&caller, id, request).await?;
    ok(SubscriptionView::of(&found)?)
}

/// Changes the last day, and what is not invoiced yet, within what the purchase order commits to.
#[utoipa::path(patch, path = "/config/operator/connections/{id}/requests/{request}/subscription",
    request_body = AmendBody,
    params(("id" = String, Path, description = "The connection's id"),
           ("request" = String, Path, description = "The request's id")),
    responses((status = 200, body = SubscriptionView, description = "Done"), Failures))]
pub(crate) async fn amend(
    State(configuration): State<Configuration>,
    Signed(caller): Signed,
    NamedRequest(id, request): NamedRequest,
    Body(body): Body<AmendBody>,
) -> Answer {
    caller.may_operate()?;
    let found = configuration.subscription(&caller, id, request).await?;
    let amendment = amendment(&found, &body)?;
    let asked = (id, request, body.version);
    configuration.amend_subscription(&caller, asked, &amendment, &body.reason).await?;
    ok(SubscriptionView::of(&configuration.subscription(&caller, id, request).await?)?)
}

/// Ends it now. What falls due later is not invoiced.
#[utoipa::path(post, path = "/config/operator/connections/{id}/requests/{request}/subscription/end",
    request_body = EndBody,
    params(("id" = String, Path, description = "The connection's id"),
           ("request" = String, Path, description = "The request's id")),
    responses((status = 200, body = SubscriptionView, description = "Done"), Failures))]
pub(crate) async fn end(
    State(configuration): State<Configuration>,
    Signed(caller): Signed,
    NamedRequest(id, request): NamedRequest,
    Body(body): Body<EndBody>,
) -> Answer {
    configuration.end_subscription(&caller, (id, request, body.version), &body.reason).await?;
    ok(SubscriptionView::of(&configuration.subscription(&caller, id, request).await?)?)
}

/// Records a measurement of what is paid as it goes. The same id again changes nothing.
#[utoipa::path(post, path = "/config/operator/connections/{id}/requests/{request}/subscription/usage",
    request_body = UsageBody,
    params(("id" = String, Path, description = "The connection's id"),
           ("request" = String, Path, description = "The request's id")),
    responses((status = 200, body = UsageRecorded, description = "Done"), Failures))]
pub(crate) async fn record(
    State(configuration): State<Configuration>,
    Signed(caller): Signed,
    NamedRequest(id, request): NamedRequest,
    Body(body): Body<UsageBody>,
) -> Answer {
    let metered = metered(body, configuration.core.clock.now())?;
    let recorded = configuration.record_usage(&caller, (id, request), &metered).await?;
    ok(UsageRecorded { recorded })
}

fn amendment(found: &Subscription, body: &AmendBody) -> Result<Amendment, Failure> {
    let mut amendment = Amendment::default();
    if let Some(day) = &body.last_day {
        let day = day.parse().map_err(|_| unreadable("last_day", "Give the day as 2027-12-31.".to_owned()));
        amendment.last_day = Some(day?);
    }
    let currency = found.agreement.quote.total.currency;
    for charge in &body.charges {
        let amount = charge.amount.parse().map_err(|_| {
            unreadable("charges", "Give each amount as a decimal number, such as 1200.00.".to_owned())
        })?;
        let place = charge.number.checked_sub(1).ok_or_else(|| {
            unreadable("charges", "Charges are counted from 1, in the order of their dates.".to_owned())
        })?;
        amendment.charges.insert(place, Money::new(amount, currency));
    }
    Ok(amendment)
}

fn metered(body: UsageBody, now: Timestamp) -> Result<Metered, Failure> {
    let quantity = body.quantity.parse().map_err(|_| {
        unreadable("quantity", "Give the quantity as a decimal number, such as 12.5.".to_owned())
    })?;
    let at = match body.at {
        None => now,
        Some(at) => at.parse().map_err(|_| {
            unreadable("at", "Give the time with an offset, such as 2026-11-21T12:00:00Z.".to_owned())
        })?,
    };
    Ok(Metered { id: body.id, rate: body.rate, quantity, at })
}
