//! The catalogue: each product with its offers, and each offer by itself for the decision about an order.

use std::collections::BTreeSet;

use jiff::Timestamp;
use procurement::catalogue::{Listing, Offer};
use procurement::id::{OfferId, ProductId};

use super::{Store, decode, keys, record, take};
use crate::table::{CommitError, Index, Query, ReadError, Transaction};

/// In how many parts the catalogue can be read.
pub const CATALOGUE_PARTS: u8 = keys::CATALOGUE_SHARDS;

impl Store {
    /// A product with its offers.
    pub async fn listing(&self, product: &ProductId) -> Result<Option<Listing>, ReadError> {
        self.get(&keys::product(product.as_str())).await
    }

    /// The products of these ids that exist, with their offers; one read.
    pub async fn listings_of(&self, products: &BTreeSet<ProductId>) -> Result<Vec<Listing>, ReadError> {
        if products.is_empty() {
            return Ok(Vec::new());
        }
        let keys: Vec<_> = products.iter().map(|id| keys::product(id.as_str())).collect();
        let mut batch = self.table.batch_get(keys.iter().cloned()).await?;
        keys.iter().filter_map(|key| take(&mut batch, key).transpose()).collect()
    }

    /// An offer.
    pub async fn offer(&self, id: &OfferId) -> Result<Option<Offer>, ReadError> {
        self.get(&keys::offer(id)).await
    }

    /// All products with their offers.
    pub async fn listings(&self) -> Result<Vec<Listing>, ReadError> {
        let mut listings = Vec::new();
        for part in 0..CATALOGUE_PARTS {
            listings.extend(self.listings_part(part).await?);
        }
        Ok(listings)
    }

    /// A part of them, counted from 0.
    pub async fn listings_part(&self, part: u8) -> Result<Vec<Listing>, ReadError> {
        let query = Query::on(Index::Gsi1, keys::catalogue_shard(part)).eventually_consistent();
        self.table.query_all(&query).await?.into_iter().map(decode).collect()
    }

    /// Writes a product with its offers, whatever was there: all of it or nothing. Offers that it no longer has are
    /// withdrawn.
    pub async fn put_listing(&self, listing: &Listing) -> Result<(), CommitError> {
        let before = self
            .listing(&listing.product.id)
            .await
            .map_err(|error| CommitError::Unavailable(error.to_string()))?;
        let product = record(keys::product(listing.product.id.as_str()), listing);
        let mut transaction =
            Transaction::new().put(&product.gsi1(keys::catalogue_place(&listing.product.id)));
        for offer in &listing.offers {
            transaction = transaction.put(&record(keys::offer(&offer.id), offer));
        }
        for gone in before.iter().flat_map(|before| &before.offers) {
            if listing.offers.iter().all(|offer| offer.id != gone.id) {
                transaction = transaction.delete(keys::offer(&gone.id));
            }
        }
        self.commit(transaction).await
    }

    /// When the catalogue changed last; a cache that is as new need not be filled again.
    pub async fn catalogue_changed(&self) -> Result<Option<Timestamp>, ReadError> {
        self.get(&keys::catalogue_version()).await
    }

    /// Notes that the catalogue changed.
    pub async fn note_catalogue_change(&self, now: Timestamp) -> Result<(), CommitError> {
        self.commit(Transaction::new().put(&record(keys::catalogue_version(), &now))).await
    }
}
