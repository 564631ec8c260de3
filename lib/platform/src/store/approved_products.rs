//! The lists of approved products, one an organisation (R23).

use procurement::account::AccountId;
use procurement::approved_products::ApprovedProducts;

use super::{Store, keys, put, record};
use crate::table::{CommitError, ReadError, Transaction};

impl Store {
    /// An organisation's list of approved products, if it has one.
    pub async fn approved_products(
        &self,
        organisation: AccountId,
    ) -> Result<Option<ApprovedProducts>, ReadError> {
        self.get(&keys::approved_products(organisation)).await
    }

    /// Writes a list at its version.
    pub async fn put_approved_products(&self, list: &ApprovedProducts) -> Result<(), CommitError> {
        let record = record(keys::approved_products(list.organisation), list);
        self.commit(put(Transaction::new(), &record)).await
    }
}
