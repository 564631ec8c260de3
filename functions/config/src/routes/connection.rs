//! Connections.

use axum::extract::State;

use crate::Configuration;
use crate::answer::{Answer, created, ok};
use crate::caller::Signed;
use crate::failure::Failures;
use crate::input::{Body, ChangeBody, Imported, Named, NewConnectionBody, VersionBody};
use crate::view::{CheckReport, ConnectionList, ConnectionView, Created, HealthView, PurchaseInformation};

/// The connections of the caller's organisation.
#[utoipa::path(get, path = "/config/connections",
    responses((status = 200, body = ConnectionList, description = "Done"), Failures))]
pub(crate) async fn list(State(configuration): State<Configuration>, Signed(caller): Signed) -> Answer {
    let connections = configuration.connections(&caller).await?;
    ok(ConnectionList { connections: connections.iter().map(ConnectionView::from).collect() })
}

/// Makes a connection; its secret is shown this once.
#[utoipa::path(post, path = "/config/connections",
    request_body = NewConnectionBody,
    responses((status = 201, body = Created, description = "Done"), Failures))]
pub(crate) async fn create(
    State(configuration): State<Configuration>,
    Signed(caller): Signed,
    Body(body): Body<NewConnectionBody>,
) -> Answer {
    let made = configuration.create(&caller, body.new_system(), &body.connection).await?;
    created(Created {
        connection: ConnectionView::from(&made.0),
        purchase_information: made.1,
        notices: Vec::new(),
    })
}

/// A connection.
#[utoipa::path(get, path = "/config/connections/{id}",
    params(("id" = String, Path, description = "The connection's id")),
    responses((status = 200, body = ConnectionView, description = "Done"), Failures))]
pub(crate) async fn show(
    State(configuration): State<Configuration>,
    Signed(caller): Signed,
    Named(id): Named,
) -> Answer {
    let connection = configuration.connection(&caller, id).await?;
    let uses = configuration.secret_uses(&caller, id).await?;
    ok(ConnectionView::from(&connection).with_uses(&uses))
}

/// Changes what is given, over the version that was read.
#[utoipa::path(patch, path = "/config/connections/{id}",
    request_body = ChangeBody,
    params(("id" = String, Path, description = "The connection's id")),
    responses((status = 200, body = ConnectionView, description = "Done"), Failures))]
pub(crate) async fn change(
    State(configuration): State<Configuration>,
    Signed(caller): Signed,
    Named(id): Named,
    Body(body): Body<ChangeBody>,
) -> Answer {
    let connection = configuration.change(&caller, id, body.version, &body.change).await?;
    ok(ConnectionView::from(&connection))
}

/// Enables a connection.
#[utoipa::path(post, path = "/config/connections/{id}/enable",
    request_body = VersionBody,
    params(("id" = String, Path, description = "The connection's id")),
    responses((status = 200, body = ConnectionView, description = "Done"), Failures))]
pub(crate) async fn enable(
    State(configuration): State<Configuration>,
    Signed(caller): Signed,
    Named(id): Named,
    Body(body): Body<VersionBody>,
) -> Answer {
    let connection = configuration.enable(&caller, id, body.version).await?;
    ok(ConnectionView::from(&connection))
}

/// Disables a connection; it keeps everything.
#[utoipa::path(post, path = "/config/connections/{id}/disable",
    request_body = VersionBody,
    params(("id" = String, Path, description = "The connection's id")),
    responses((status = 200, body = ConnectionView, description = "Done"), Failures))]
pub(crate) async fn disable(
    State(configuration): State<Configuration>,
    Signed(caller): Signed,
    Named(id): Named,
    Body(body): Body<VersionBody>,
) -> Answer {
    let connection = configuration.disable(&caller, id, body.version).await?;
    ok(ConnectionView::from(&connection))
}

/// Asks the operator to take an SAP Ariba connection live.
#[utoipa::path(post, path = "/config/connections/{id}/request-live",
    request_body = VersionBody,
    params(("id" = String, Path, description = "The connection's id")),
    responses((status = 200, body = ConnectionView, description = "Done"), Failures))]
pub(crate) async fn request_live(
    State(configuration): State<Configuration>,
    Signed(caller): Signed,
    Named(id): Named,
    Body(body): Body<VersionBody>,
) -> Answer {
    let connection = configuration.request_live(&caller, id, body.version).await?;
    ok(ConnectionView::from(&connection))
}

/// What the procurement system's administrator types in.
#[utoipa::path(get, path = "/config/connections/{id}/purchase-information",
    params(("id" = String, Path, description = "The connection's id")),
    responses((status = 200, body = PurchaseInformation, description = "Done"), Failures))]
pub(crate) async fn purchase_information(
    State(configuration): State<Configuration>,
    Signed(caller): Signed,
    Named(id): Named,
) -> Answer {
    ok(configuration.purchase_information(&caller, id).await?)
}

/// How a connection is doing.
#[utoipa::path(get, path = "/config/connections/{id}/health",
    params(("id" = String, Path, description = "The connection's id")),
    responses((status = 200, body = HealthView, description = "Done"), Failures))]
pub(crate) async fn health(
    State(configuration): State<Configuration>,
    Signed(caller): Signed,
    Named(id): Named,
) -> Answer {
    ok(configuration.health(&caller, id).await?)
}

/// Checks a connection, as far as it can be done without the buyer.
#[utoipa::path(post, path = "/config/connections/{id}/check",
    params(("id" = String, Path, description = "The connection's id")),
    responses((status = 200, body = CheckReport, description = "Done"), Failures))]
pub(crate) async fn check(
    State(configuration): State<Configuration>,
    Signed(caller): Signed,
    Named(id): Named,
) -> Answer {
    ok(CheckReport::from(configuration.check(&caller, id).await?))
}

/// A connection without its secrets.
#[utoipa::path(get, path = "/config/connections/{id}/export",
    params(("id" = String, Path, description = "The connection's id")),
    responses((status = 200, body = Imported, description = "Done"), Failures))]
pub(crate) async fn export(
    State(configuration): State<Configuration>,
    Signed(caller): Signed,
    Named(id): Named,
) -> Answer {
    ok(configuration.export(&caller, id).await?)
}

/// Makes a connection of an exported one, in test mode, with a secret of its own.
#[utoipa::path(post, path = "/config/imports",
    request_body = Imported,
    responses((status = 201, body = Created, description = "Done"), Failures))]
pub(crate) async fn import(
    State(configuration): State<Configuration>,
    Signed(caller): Signed,
    Body(body): Body<Imported>,
) -> Answer {
    let (connection, purchase_information, notices) = configuration.import(&caller, &body).await?;
    created(Created { connection: ConnectionView::from(&connection), purchase_information, notices })
}
