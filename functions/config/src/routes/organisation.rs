//! An organisation's settings.

use axum::extract::State;

use crate::Configuration;
use crate::answer::{Answer, ok};
use crate::caller::Signed;
use crate::failure::Failures;
use crate::input::{AccountQuery, AfterQuery, ApprovedBody, Asked, Body, OrganisationBody, unreadable};
use crate::view::{ApprovedView, AuditPage, AuditView, OrganisationView, WhichView};

/// The settings of the caller's organisation.
#[utoipa::path(get, path = "/config/organisation",
    responses((status = 200, body = OrganisationView, description = "Done"), Failures))]
pub(crate) async fn show(State(configuration): State<Configuration>, Signed(caller): Signed) -> Answer {
    ok(OrganisationView::from(&configuration.organisation(&caller).await?))
}

/// Changes what is given, over the version that was read.
#[utoipa::path(patch, path = "/config/organisation",
    request_body = OrganisationBody,
    responses((status = 200, body = OrganisationView, description = "Done"), Failures))]
pub(crate) async fn change(
    State(configuration): State<Configuration>,
    Signed(caller): Signed,
    Body(body): Body<OrganisationBody>,
) -> Answer {
    let settings = configuration.change_organisation(&caller, body.version, &body.change).await?;
    ok(OrganisationView::from(&settings))
}

/// The products that may be bought.
#[utoipa::path(get, path = "/config/approved-products",
    responses((status = 200, body = ApprovedView, description = "Done"), Failures))]
pub(crate) async fn approved_products(
    State(configuration): State<Configuration>,
    Signed(caller): Signed,
) -> Answer {
    let list = configuration.approved_products(&caller).await?;
    ok(list.map_or_else(ApprovedView::none, |list| ApprovedView::from(&list)))
}

/// Sets the products that may be bought, over the version that was read.
#[utoipa::path(put, path = "/config/approved-products",
    request_body = ApprovedBody,
    responses((status = 200, body = ApprovedView, description = "Done"), Failures))]
pub(crate) async fn set_approved_products(
    State(configuration): State<Configuration>,
    Signed(caller): Signed,
    Body(body): Body<ApprovedBody>,
) -> Answer {
    let list =
        configuration.set_approved_products(&caller, body.version, body.applied, &body.products).await?;
    ok(ApprovedView::from(&list))
}

/// The audit log, newest first.
#[utoipa::path(get, path = "/config/audit",
    params(AfterQuery),
    responses((status = 200, body = AuditPage, description = "Done"), Failures))]
pub(crate) async fn audit(
    State(configuration): State<Configuration>,
    Signed(caller): Signed,
    Asked(query): Asked<AfterQuery>,
) -> Answer {
    let page = configuration.audit(&caller, query.after.as_deref()).await?;
    ok(AuditPage { entries: page.items.iter().map(AuditView::from).collect(), next: page.next })
}

/// Which connection an account's purchases go over, and why.
#[utoipa::path(get, path = "/config/which-connection",
    params(AccountQuery),
    responses((status = 200, body = WhichView, description = "Done"), Failures))]
pub(crate) async fn which(
    State(configuration): State<Configuration>,
    Signed(caller): Signed,
    Asked(query): Asked<AccountQuery>,
) -> Answer {
    let account = query.account.parse().map_err(|error| unreadable("account", format!("{error}.")))?;
    ok(WhichView::from(configuration.which(&caller, account).await?))
}
