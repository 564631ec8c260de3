//! The catalogue: each product with its offers, and each offer by itself for the decision about an order.

use jiff::Timestamp;
use procurement::catalogue::{Listing, Offer};
use procurement::id::{OfferId, ProductId};

use super::{Store, decode, keys, record};
use crate::table::{CommitError, Index, Query, ReadError, Transaction};

impl Store {
    /// A product with its offers.
    pub async fn listing(&self, product: &ProductId) -> Result<Option<Listing>, ReadError> {
        self.get(&keys::product(product.as_str())).await
    }

    /// An offer.
    pub async fn offer(&self, id: &OfferId) -> Result<Option<Offer>, ReadError> {
        self.get(&keys::offer(id)).await
    }

    /// All products with their offers.
    pub async fn listings(&self) -> Result<Vec<Listing>, ReadError> {
        let mut listings = Vec::new();
        for shard in 0..keys::CATALOGUE_SHARDS {
            let query = Query::on(Index::Gsi1, keys::catalogue_shard(shard)).eventually_consistent();
            for item in self.table.query_all(&query).await? {
                listings.push(decode(item)?);
            }
        }
        Ok(listings)
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
