//! Subscriptions: whoever may read the connection sees them; the operator alone changes and ends them, and records what is
//! used (R39, R42, R47).

use platform::oversight::agreements::{AgreementError, Measured, amend_now, end_now, meter};
use procurement::agreement::{Agreement, Amendment, CannotChange};
use procurement::configuration::{Caller, Obstacle, Problem};
use procurement::id::{ConnectionId, RequisitionId};
use procurement::invoice::Invoice;
use procurement::requisition::Requisition;
use procurement::usage::{Metered, Statement, Tariff, UsageAccount, UsageError};

use super::purchases::sentence;
use crate::{Configuration, Failure};

/// A subscription, and what was billed and used of it.
#[derive(Clone, Debug)]
pub struct Subscription {
    /// It.
    pub agreement: Agreement,
    /// The request that it fulfils.
    pub requisition: Requisition,
    /// Its invoices and credits.
    pub invoices: Vec<Invoice>,
    /// What was used of it, if it is paid as it goes.
    pub usage: UsageAccount,
    /// The statements of the months that are over.
    pub statements: Vec<Statement>,
}

impl Configuration {
    /// The subscription that fulfils this request.
    pub async fn subscription(
        &self,
        caller: &Caller,
        id: ConnectionId,
        request: RequisitionId,
    ) -> Result<Subscription, Failure> {
        let connection = self.readable(caller, id).await?;
        let store = &self.core.store;
        let none = || no_subscription(request);
        let agreement = store.agreement(request).await?.filter(|one| one.connection == connection.id);
        let agreement = agreement.ok_or_else(none)?;
        let requisition = store.requisition(request).await?.ok_or_else(none)?;
        Ok(Subscription {
            agreement,
            requisition,
            invoices: store.invoices(request).await?,
            usage: store.usage(request).await?,
            statements: store.statements(request).await?,
        })
    }

    /// Ends it now.
    pub async fn end_subscription(
        &self,
        caller: &Caller,
        (id, request, version): (ConnectionId, RequisitionId, u64),
        reason: &str,
    ) -> Result<Agreement, Failure> {
        self.operable(caller, id, request, version).await?;
        let changed = end_now(&self.core, request, &caller.arn, reason).await?;
        tracing::info!(agreement = %changed.agreement.id, who = caller.arn, "subscription: ended");
        Ok(changed.agreement)
    }

    /// Changes its last day, and what is not invoiced yet.
    pub async fn amend_subscription(
        &self,
        caller: &Caller,
        (id, request, version): (ConnectionId, RequisitionId, u64),
        amendment: &Amendment,
        reason: &str,
    ) -> Result<Agreement, Failure> {
        self.operable(caller, id, request, version).await?;
        let changed = amend_now(&self.core, request, amendment, &caller.arn, reason).await?;
        tracing::info!(agreement = %changed.agreement.id, who = caller.arn, "subscription: changed");
        Ok(changed.agreement)
    }

    /// Records a measurement; whether it was new.
    pub async fn record_usage(
        &self,
        caller: &Caller,
        (id, request): (ConnectionId, RequisitionId),
        metered: &Metered,
    ) -> Result<bool, Failure> {
        caller.may_operate()?;
        self.subscription(caller, id, request).await?;
        Ok(matches!(meter(&self.core, request, metered).await?, Measured::Now(_)))
    }

    /// A change is made over the version that was looked at.
    async fn operable(
        &self,
        caller: &Caller,
        id: ConnectionId,
        request: RequisitionId,
        version: u64,
    ) -> Result<(), Failure> {
        caller.may_operate()?;
        let now = self.subscription(caller, id, request).await?.agreement.version;
        if now == version { Ok(()) } else { Err(Problem::Changed { read: version, now }.into()) }
    }
}

// === impl Subscription ===

impl Subscription {
    /// What usage costs, if it is paid as it goes.
    pub fn tariff(&self) -> Option<Tariff<'_>> {
        Tariff::of(&self.requisition.offer.pricing)
    }

    /// Whether this part of the schedule has no invoice yet, so that it may become another.
    pub fn is_open(&self, place: usize) -> bool {
        !self.invoices.iter().any(|invoice| invoice.instalment == place && !invoice.is_credit())
    }
}

fn no_subscription(request: RequisitionId) -> Failure {
    Problem::NotFound(format!("There is no subscription for request {request} of this connection.")).into()
}

impl From<AgreementError> for Failure {
    fn from(error: AgreementError) -> Self {
        match error {
            AgreementError::Read(error) => error.into(),
            AgreementError::Commit(error) => error.into(),
            AgreementError::None(request) => no_subscription(request),
            AgreementError::Change(error) => changed(&error),
            AgreementError::Usage(error) => metered(&error),
        }
    }
}

fn changed(error: &CannotChange) -> Failure {
    let message = sentence(error);
    match error {
        CannotChange::Reason => Problem::invalid("reason", message),
        CannotChange::Past(_) => Problem::invalid("last_day", message),
        CannotChange::NoCharge(_) | CannotChange::Amount(..) => Problem::invalid("charges", message),
        CannotChange::Over(_) => Problem::conflict("ended", message),
        CannotChange::NoEnd => Problem::conflict("last_day", message),
        CannotChange::Nothing => Problem::conflict("nothing", message),
        CannotChange::Invoiced(_) | CannotChange::Beyond { .. } => Problem::conflict("charges", message),
        CannotChange::TooOften(times) => Problem::from(Obstacle::Amended(*times)),
        CannotChange::Money(error) => Problem::from(Obstacle::Money(error.clone())),
    }
    .into()
}

fn metered(error: &UsageError) -> Failure {
    let message = sentence(error);
    match error {
        UsageError::Id => Problem::invalid("id", message),
        UsageError::Rate { .. } => Problem::invalid("rate", message),
        UsageError::Quantity => Problem::invalid("quantity", message),
        UsageError::Time(_) => Problem::invalid("at", message),
        UsageError::NotMetered | UsageError::Ended | UsageError::Stated(_) | UsageError::Money(_) => {
            Problem::conflict("usage", message)
        }
    }
    .into()
}
