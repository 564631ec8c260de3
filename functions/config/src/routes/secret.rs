//! Secrets.

use axum::extract::State;
use jiff::SignedDuration;

use crate::answer::{Answer, ok};
use crate::caller::Signed;
use crate::input::{Body, Named, RotateBody};
use crate::view::{ConnectionView, Created};
use crate::{Configuration, Told};

/// Gives a connection another secret, which is shown this once.
#[utoipa::path(post, path = "/config/connections/{id}/secret",
    request_body = RotateBody,
    params(("id" = String, Path, description = "The connection's id")),
    responses(
        (status = 200, body = Created, description = "Done"),
        (status = 400, body = Told, description = "A value cannot be taken"),
        (status = 401, body = Told, description = "Not signed"),
        (status = 403, body = Told, description = "This caller may not"),
        (status = 404, body = Told, description = "Not there, or not this caller's"),
        (status = 409, body = Told, description = "Changed in the meantime, or what is there forbids it"),
        (status = 413, body = Told, description = "Too large"),
        (status = 503, body = Told, description = "Not possible at the moment"),
    )
)]
pub(crate) async fn rotate(
    State(configuration): State<Configuration>,
    Signed(caller): Signed,
    Named(id): Named,
    Body(body): Body<RotateBody>,
) -> Answer {
    let overlap = SignedDuration::from_hours(i64::from(body.overlap_hours));
    let (connection, purchase_information) = configuration.rotate(&caller, id, body.version, overlap).await?;
    let connection = ConnectionView::from(&connection);
    ok(Created { connection, purchase_information, notices: Vec::new() })
}
