//! What is the operator's.

use axum::extract::{Path, State};

use crate::Configuration;
use crate::answer::{Answer, ok};
use crate::caller::Signed;
use crate::failure::Failures;
use crate::input::{AfterQuery, Asked, Body, Named, RemoveQuery, StepBody, unreadable};
use crate::view::{ConnectionList, ConnectionView, CustomerPage, CustomerView, Ended};

/// Every customer.
#[utoipa::path(get, path = "/config/operator/customers",
    params(AfterQuery),
    responses((status = 200, body = CustomerPage, description = "Done"), Failures))]
pub(crate) async fn customers(
    State(configuration): State<Configuration>,
    Signed(caller): Signed,
    Asked(query): Asked<AfterQuery>,
) -> Answer {
    let page = configuration.customers(&caller, query.after.as_deref()).await?;
    ok(CustomerPage { customers: page.items.iter().map(CustomerView::from).collect(), next: page.next })
}

/// The connections of a customer.
#[utoipa::path(get, path = "/config/operator/customers/{account}/connections",
    params(("account" = String, Path, description = "12 digits", pattern = "^[0-9]{12}$")),
    responses((status = 200, body = ConnectionList, description = "Done"), Failures))]
pub(crate) async fn connections(
    State(configuration): State<Configuration>,
    Signed(caller): Signed,
    Path(account): Path<String>,
) -> Answer {
    let account = account.parse().map_err(|error| unreadable("account", format!("{error}.")))?;
    let connections = configuration.connections_of_customer(&caller, account).await?;
    ok(ConnectionList { connections: connections.iter().map(ConnectionView::from).collect() })
}

/// The SAP Ariba connections on their way to live use, the longest waiting first.
#[utoipa::path(get, path = "/config/operator/onboarding",
    responses((status = 200, body = ConnectionList, description = "Done"), Failures))]
pub(crate) async fn queue(State(configuration): State<Configuration>, Signed(caller): Signed) -> Answer {
    let connections = configuration.onboarding_queue(&caller).await?;
    ok(ConnectionList { connections: connections.iter().map(ConnectionView::from).collect() })
}

/// Takes an SAP Ariba connection a step on, or back.
#[utoipa::path(post, path = "/config/operator/connections/{id}/onboarding",
    request_body = StepBody,
    params(("id" = String, Path, description = "The connection's id")),
    responses((status = 200, body = ConnectionView, description = "Done"), Failures))]
pub(crate) async fn advance(
    State(configuration): State<Configuration>,
    Signed(caller): Signed,
    Named(id): Named,
    Body(body): Body<StepBody>,
) -> Answer {
    let connection = configuration.advance(&caller, id, body.version, body.step).await?;
    ok(ConnectionView::from(&connection))
}

/// Removes a connection for good; the audit log stays.
#[utoipa::path(delete, path = "/config/operator/connections/{id}",
    params(("id" = String, Path, description = "The connection's id"), RemoveQuery),
    responses((status = 200, body = Ended, description = "Done"), Failures))]
pub(crate) async fn remove(
    State(configuration): State<Configuration>,
    Signed(caller): Signed,
    Named(id): Named,
    Asked(query): Asked<RemoveQuery>,
) -> Answer {
    configuration.remove(&caller, id, query.version, query.force).await?;
    ok(Ended { ended: 1 })
}
