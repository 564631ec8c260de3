//! The bypass report: what an organisation bought without its procurement system (R11).

use procurement::account::AccountId;
use procurement::configuration::{Caller, Problem};
use procurement::direct::bypass::{Bypass, PurchaseElsewhere, check, csv, report};
use procurement::direct::own_id;

use crate::{Configuration, Failure};

impl Configuration {
    /// What went past the procurement system of the caller's organisation, newest first.
    pub async fn bypass(&self, caller: &Caller) -> Result<Vec<Bypass>, Failure> {
        let organisation = caller.may_describe()?.management_account;
        let native = self.core.store.agreements(own_id(organisation)).await?;
        let elsewhere = self.core.store.purchases_elsewhere(organisation).await?;
        Ok(report(&native, &elsewhere))
    }

    /// The same as CSV.
    pub async fn bypass_table(&self, caller: &Caller) -> Result<String, Failure> {
        csv(&self.bypass(caller).await?).map_err(|error| Failure::Broken(error.to_string()))
    }

    /// Records a purchase that another console made for an account; `false` where it was recorded before.
    pub async fn record_elsewhere(
        &self,
        caller: &Caller,
        purchase: impl FnOnce(AccountId) -> PurchaseElsewhere,
        account: AccountId,
    ) -> Result<bool, Failure> {
        caller.may_operate()?;
        let organisation = self.accounts.organisation_of(account).await?.ok_or_else(|| {
            Problem::invalid("account", format!("Account {account} is in no organisation that buys here."))
        })?;
        let purchase = purchase(organisation.management_account);
        check(&purchase)?;
        Ok(self.core.store.record_elsewhere(&purchase).await?)
    }
}
