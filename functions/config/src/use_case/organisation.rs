//! An organisation's settings, its audit log, and which connection an account would use.

use procurement::account::AccountId;
use procurement::configuration::{
    AuditEntry, Caller, OrganisationDraft, OrganisationSettings, Problem, WhichConnection,
    change_organisation, which,
};

use super::{Page, cursor};
use crate::{Configuration, Failure};

impl Configuration {
    /// The settings of the caller's organisation.
    pub async fn organisation(&self, caller: &Caller) -> Result<OrganisationSettings, Failure> {
        Ok(self.core.store.organisation_settings(caller.may_describe()?).await?)
    }

    /// Changes them, over the version that was read.
    pub async fn change_organisation(
        &self,
        caller: &Caller,
        version: u64,
        draft: &OrganisationDraft,
    ) -> Result<OrganisationSettings, Failure> {
        let owner = caller.may_put()?;
        let store = &self.core.store;
        let before = store.organisation_settings(owner).await?;
        let connections = store.connections_of(owner.management_account).await?;
        let enabled = connections.iter().any(|connection| connection.enabled);
        let (after, audit) = change_organisation(&self.acting(caller), &before, version, draft, enabled)?;
        let committed = store.commit_organisation(&after, &audit, self.core.ids.uuid()).await;
        committed.map_err(|error| Failure::of_commit(error, version))?;
        Ok(after)
    }

    /// A page of the audit log of the caller's organisation, newest first (R5).
    pub async fn audit(&self, caller: &Caller, after: Option<&str>) -> Result<Page<AuditEntry>, Failure> {
        let owner = caller.may_describe()?.management_account;
        let listed = self.core.store.audit(owner, cursor(after)?).await?;
        Ok(Page { items: listed.items, next: listed.next.map(|next| next.to_string()) })
    }

    /// Which connection an account of the caller's organisation would use, and why (R58).
    pub async fn which(&self, caller: &Caller, account: AccountId) -> Result<WhichConnection, Failure> {
        let owner = caller.may_describe()?;
        let organisation = self.accounts.organisation_of(account).await?;
        let ours = organisation.is_some_and(|other| other.management_account == owner.management_account);
        let account = self.accounts.account(account).await?.filter(|_| ours);
        let account = account.ok_or_else(|| {
            Problem::NotFound(format!("There is no such account in the organisation {}.", owner.name))
        })?;
        let connections = self.core.store.connections_of(owner.management_account).await?;
        Ok(which(&account, owner, &connections))
    }
}
