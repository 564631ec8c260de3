//! The list of approved products of an organisation (R23).

use std::collections::BTreeSet;

use procurement::approved_products::ApprovedProducts;
use procurement::configuration::{AuditEntry, Caller, Problem};
use procurement::id::ProductId;

use crate::{Configuration, Failure};

impl Configuration {
    /// The list of the caller's organisation, if it has one.
    pub async fn approved_products(&self, caller: &Caller) -> Result<Option<ApprovedProducts>, Failure> {
        let owner = caller.may_describe()?.management_account;
        Ok(self.core.store.approved_products(owner).await?)
    }

    /// Sets the list, over the version that was read; 0 where there was none.
    pub async fn set_approved_products(
        &self,
        caller: &Caller,
        version: u64,
        applied: bool,
        typed: &[String],
    ) -> Result<ApprovedProducts, Failure> {
        let owner = caller.may_put()?.management_account;
        let before = self.core.store.approved_products(owner).await?;
        let now = before.as_ref().map_or(0, |list| list.version);
        if now != version {
            return Err(Problem::Changed { read: version, now }.into());
        }
        let (products, time) = (products(typed)?, self.core.clock.now());
        let blank = || ApprovedProducts {
            organisation: owner,
            version: 0,
            applied,
            products: BTreeSet::new(),
            changed: time,
        };
        let after = before.clone().unwrap_or_else(blank).changed_to(applied, products, time);
        let after = after.map_err(|error| Problem::invalid("products", format!("{error}.")))?;
        let audit = AuditEntry::of_approved_products(&self.acting(caller), before.as_ref(), &after);
        let committed = self.core.store.commit_approved_products(&after, &audit, self.core.ids.uuid()).await;
        committed.map_err(|error| Failure::of_commit(error, version))?;
        Ok(after)
    }
}

fn products(typed: &[String]) -> Result<BTreeSet<ProductId>, Problem> {
    let read = |text: &String| {
        text.trim().parse().map_err(|error| Problem::invalid("products", format!("{error}.")))
    };
    typed.iter().map(read).collect()
}
