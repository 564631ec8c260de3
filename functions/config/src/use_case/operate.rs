//! What is the operator's: every customer, onboarding, and removing a connection (R13, R14).

use procurement::account::{AccountId, Organisation};
use procurement::configuration::{Caller, Step, advance, remove};
use procurement::connection::Connection;
use procurement::id::ConnectionId;
use procurement::requisition::Status;

use super::{Page, cursor};
use crate::{Configuration, Failure};

impl Configuration {
    /// A page of the customers.
    pub async fn customers(
        &self,
        caller: &Caller,
        after: Option<&str>,
    ) -> Result<Page<Organisation>, Failure> {
        caller.may_oversee()?;
        let listed = self.core.store.customers(cursor(after)?).await?;
        Ok(Page { items: listed.items, next: listed.next.map(|next| next.to_string()) })
    }

    /// The connections of a customer.
    pub async fn connections_of_customer(
        &self,
        caller: &Caller,
        customer: AccountId,
    ) -> Result<Vec<Connection>, Failure> {
        caller.may_oversee()?;
        Ok(self.core.store.connections_of(customer).await?)
    }

    /// The SAP Ariba connections on their way to live use, the longest waiting first (R13).
    pub async fn onboarding_queue(&self, caller: &Caller) -> Result<Vec<Connection>, Failure> {
        caller.may_oversee()?;
        let mut queue = Vec::new();
        for id in self.core.store.onboarding_queue().await? {
            queue.extend(self.core.store.connection(id).await?);
        }
        Ok(queue)
    }

    /// Takes an SAP Ariba connection a step on, or back (R13).
    pub async fn advance(
        &self,
        caller: &Caller,
        id: ConnectionId,
        version: u64,
        to: Step,
    ) -> Result<Connection, Failure> {
        caller.may_operate()?;
        let before = self.existing(id).await?;
        self.commit(advance(&self.acting(caller), &before, version, to)?).await
    }

    /// Removes a connection for good; refused while requests are pending, unless forced (R14).
    pub async fn remove(
        &self,
        caller: &Caller,
        id: ConnectionId,
        version: u64,
        force: bool,
    ) -> Result<(), Failure> {
        caller.may_operate()?;
        let connection = self.existing(id).await?;
        let pending = self.waiting(id).await?;
        let organisation = self.core.store.organisation_settings(&connection.organisation).await?;
        let removal = remove(&self.acting(caller), &connection, version, &organisation, (pending, force))?;
        let committed = self.core.store.commit_removal(&removal, self.core.ids.uuid()).await;
        committed.map_err(|error| Failure::of_commit(error, version))?;
        tracing::info!(connection = %id, who = caller.arn, "configuration: removed");
        Ok(())
    }

    /// Where the operator is reached: the address of the account that runs the marketplace, or the sender of its mail
    /// where that is not known (R13).
    pub async fn operator_contact(&self) -> Result<String, Failure> {
        let account = match self.operator {
            Some(operator) => self.accounts.account(operator).await?,
            None => None,
        };
        Ok(account.map_or_else(|| self.core.marketplace.mail_from.clone(), |account| account.email))
    }

    /// How many requests of a connection wait for a purchase order.
    pub async fn pending(&self, caller: &Caller, id: ConnectionId) -> Result<usize, Failure> {
        caller.may_oversee()?;
        self.waiting(id).await
    }

    async fn waiting(&self, id: ConnectionId) -> Result<usize, Failure> {
        let now = self.core.clock.now();
        let requisitions = self.core.store.all_requisitions_of(id).await?;
        let waits = |status: &Status| matches!(status, Status::InCart | Status::SentForApproval);
        Ok(requisitions.iter().filter(|one| waits(&one.status) && now < one.expires).count())
    }
}
