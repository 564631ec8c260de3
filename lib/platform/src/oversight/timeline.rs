//! What happened to a request (R58).

use procurement::id::RequisitionId;
use procurement::job::known_of;
use procurement::requisition::Requisition;
use procurement::timeline::{Happening, timeline};

use crate::core::Core;
use crate::table::ReadError;

/// A request with all that happened to it, its subscription and its invoices, oldest first.
pub async fn of_request(
    core: &Core,
    id: RequisitionId,
) -> Result<Option<(Requisition, Vec<Happening>)>, ReadError> {
    let Some(requisition) = core.store.requisition(id).await? else { return Ok(None) };
    let invoices = core.store.invoices(id).await?;
    let jobs = core.store.jobs(&known_of(&requisition)).await?;
    let happenings = timeline(&requisition, &invoices, &jobs);
    Ok(Some((requisition, happenings)))
}
