//! Secrets.

use axum::extract::State;
use jiff::SignedDuration;

use crate::Configuration;
use crate::answer::{Answer, ok};
use crate::caller::Signed;
use crate::failure::Failures;
use crate::input::{Body, Named, RotateBody};
use crate::view::{ConnectionView, Created};

/// Gives a connection another secret, which is shown this once.
#[utoipa::path(post, path = "/config/connections/{id}/secret",
    request_body = RotateBody,
    params(("id" = String, Path, description = "The connection's id")),
    responses((status = 200, body = Created, description = "Done"), Failures))]
pub(crate) async fn rotate(
    State(configuration): State<Configuration>,
    Signed(caller): Signed,
    Named(id): Named,
    Body(body): Body<RotateBody>,
) -> Answer {
    let overlap = SignedDuration::from_hours(i64::from(body.overlap_hours));
    let rotated = configuration.rotate_in(&caller, id, body.version, (overlap, body.deployment)).await?;
    let (connection, purchase_information) = rotated;
    let connection = ConnectionView::from(&connection);
    ok(Created { connection, purchase_information, notices: Vec::new() })
}
