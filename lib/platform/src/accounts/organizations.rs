//! Accounts and organisations through AWS Organizations (R4).
//!
//! The stack's own organisation answers with the function's own credentials. Any other account is looked up by taking on the
//! role that its administrator granted us, under the external id that was agreed: `DescribeOrganization` works from
//! every member, `ListAccounts` from the management account. What was found is kept for ten minutes, and one call per
//! account is under way at a time; while Organizations does not answer, what was found before is better than nothing.
//! No function that answers cXML has this backend.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

use procurement::account::{Account, AccountId, Organisation};
use tokio::sync::Mutex;

use super::AccountsUnavailable;
use crate::aws::Aws;
use crate::clock::Clock;
use crate::environment::BuyersRole;

mod ask;
mod cache;
mod read;
#[cfg(test)]
mod tests;

use ask::{Ask, Asked, Membership};
use cache::Cache;

/// AWS Organizations, and what it answered lately.
#[derive(Debug)]
pub struct Organizations {
    ask: Ask,
    clock: Clock,
    memberships: Cache<Option<Membership>>,
    accounts: Cache<Vec<Account>>,
    /// One call at a time for each account that is asked about.
    under_way: RwLock<HashMap<AccountId, Arc<Mutex<()>>>>,
}

// === impl Organizations ===

impl Organizations {
    /// Over these clients; without a role only the stack's own organisation is known.
    pub fn new(aws: Aws, role: Option<BuyersRole>, clock: Clock) -> Self {
        Self {
            ask: Ask::new(aws, role),
            clock,
            memberships: Cache::default(),
            accounts: Cache::default(),
            under_way: RwLock::default(),
        }
    }

    pub(super) async fn account(&self, id: AccountId) -> Result<Option<Account>, AccountsUnavailable> {
        let Some(membership) = self.membership(id).await? else { return Ok(None) };
        let all = self.all_accounts(membership.management_account).await?;
        Ok(all.into_iter().find(|account| account.id == id))
    }

    pub(super) async fn organisation_of(
        &self,
        id: AccountId,
    ) -> Result<Option<Organisation>, AccountsUnavailable> {
        let Some(membership) = self.membership(id).await? else { return Ok(None) };
        let management_account = membership.management_account;
        let all = self.all_accounts(management_account).await.unwrap_or_default();
        let name =
            all.into_iter().find(|account| account.id == management_account).map(|account| account.name);
        Ok(Some(Organisation {
            management_account,
            name: name.unwrap_or_else(|| management_account.to_string()),
            standalone: membership.standalone,
        }))
    }

    pub(super) async fn active_accounts(&self, of: AccountId) -> Result<Vec<Account>, AccountsUnavailable> {
        let all = self.all_accounts(of).await?;
        Ok(all.into_iter().filter(Account::is_active).collect())
    }

    async fn membership(&self, id: AccountId) -> Result<Option<Membership>, AccountsUnavailable> {
        self.once(&self.memberships, id, || self.ask.membership(id)).await
    }

    async fn all_accounts(&self, of: AccountId) -> Result<Vec<Account>, AccountsUnavailable> {
        self.once(&self.accounts, of, || self.ask.accounts(of)).await
    }

    /// From the cache, or asked for by whoever comes first while the others wait for the answer.
    async fn once<T, F>(
        &self,
        cache: &Cache<T>,
        id: AccountId,
        ask: impl FnOnce() -> F,
    ) -> Result<T, AccountsUnavailable>
    where
        T: Clone,
        F: Future<Output = Asked<T>>,
    {
        if let Some(fresh) = cache.fresh(id, self.clock.now()) {
            return Ok(fresh);
        }
        let alone = self.alone(id);
        let _alone = alone.lock().await;
        if let Some(fresh) = cache.fresh(id, self.clock.now()) {
            return Ok(fresh);
        }
        match ask().await {
            Ok(found) => Ok(cache.keep(id, found, self.clock.now())),
            Err(unavailable) => cache.stale(id).ok_or(unavailable),
        }
    }

    fn alone(&self, id: AccountId) -> Arc<Mutex<()>> {
        let mut under_way = self.under_way.write().unwrap_or_else(PoisonError::into_inner);
        under_way.entry(id).or_default().clone()
    }
}
