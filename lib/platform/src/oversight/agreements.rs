//! The operator ends or changes an agreement, and usage is recorded.

use procurement::agreement::{Agreement, Amendment, CannotChange, Changed, amend, end};
use procurement::id::RequisitionId;
use procurement::requisition::Requisition;
use procurement::usage::{Metered, Recorded, UsageError, record};

use crate::core::Core;
use crate::table::{CommitError, ReadError};

/// How often a lost race is run again.
const MAX_TRIES: u32 = 5;

/// Why it was not done.
#[derive(Debug, thiserror::Error)]
pub enum AgreementError {
    /// Reading.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// Writing.
    #[error("nothing was changed: {0}")]
    Commit(#[from] CommitError),
    /// There is none.
    #[error("the request {0} has no subscription")]
    None(RequisitionId),
    /// It cannot be changed so.
    #[error(transparent)]
    Change(#[from] CannotChange),
    /// It cannot be recorded so.
    #[error(transparent)]
    Usage(#[from] UsageError),
}

/// What came of a measurement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Measured {
    /// It was recorded.
    Now(Box<Recorded>),
    /// It was recorded before, under the same name.
    Before,
}

/// Ends the agreement of this request now.
pub async fn end_now(
    core: &Core,
    requisition: RequisitionId,
    by: &str,
    reason: &str,
) -> Result<Changed, AgreementError> {
    change(core, requisition, |agreement, request, _| end(agreement, request, by, reason, core.clock.now()))
        .await
}

/// Changes the agreement of this request: its last day, and what is not invoiced yet.
pub async fn amend_now(
    core: &Core,
    requisition: RequisitionId,
    amendment: &Amendment,
    by: &str,
    reason: &str,
) -> Result<Changed, AgreementError> {
    change(core, requisition, |agreement, request, invoiced| {
        amend(agreement, request, (amendment, invoiced), by, reason, core.clock.now())
    })
    .await
}

async fn change(
    core: &Core,
    requisition: RequisitionId,
    decide: impl Fn(&Agreement, Requisition, &[usize]) -> Result<Changed, CannotChange>,
) -> Result<Changed, AgreementError> {
    for attempt in 1.. {
        let (agreement, request) = load(core, requisition).await?;
        let changed = decide(&agreement, request, &invoiced(core, requisition).await?)?;
        match core.store.put_changed_agreement(&changed).await {
            Ok(()) => return Ok(changed),
            Err(CommitError::Conflict { .. } | CommitError::Contention) if attempt < MAX_TRIES => {}
            Err(error) => return Err(error.into()),
        }
    }
    Err(AgreementError::None(requisition))
}

/// Records a measurement of usage, once however often it is sent (R47).
pub async fn meter(
    core: &Core,
    requisition: RequisitionId,
    metered: &Metered,
) -> Result<Measured, AgreementError> {
    for attempt in 1.. {
        if core.store.is_recorded(requisition, &metered.id).await? {
            return Ok(Measured::Before);
        }
        let (agreement, request) = load(core, requisition).await?;
        let account = core.store.usage(requisition).await?;
        let recorded = record(&agreement, &request, account, metered.clone(), core.clock.now())?;
        match core.store.put_usage(&recorded).await {
            Ok(()) => return Ok(Measured::Now(Box::new(recorded))),
            Err(CommitError::Conflict { .. } | CommitError::Contention) if attempt < MAX_TRIES => {}
            Err(error) => return Err(error.into()),
        }
    }
    Err(AgreementError::None(requisition))
}

/// The parts of the schedule that have an invoice, whatever became of it.
async fn invoiced(core: &Core, requisition: RequisitionId) -> Result<Vec<usize>, ReadError> {
    let invoices = core.store.invoices(requisition).await?;
    Ok(invoices.iter().filter(|one| !one.is_credit()).map(|one| one.instalment).collect())
}

async fn load(core: &Core, id: RequisitionId) -> Result<(Agreement, Requisition), AgreementError> {
    let agreement = core.store.agreement(id).await?.ok_or(AgreementError::None(id))?;
    let requisition = core.store.requisition(id).await?.ok_or(AgreementError::None(id))?;
    Ok((agreement, requisition))
}
