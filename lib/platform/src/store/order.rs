//! Purchase orders: one read for all that the decision needs, one transaction for all that comes of it.

use std::collections::HashMap;

use jiff::Timestamp;
use procurement::account::AccountId;
use procurement::approved_products::ApprovedProducts;
use procurement::catalogue::{Listing, Offer};
use procurement::connection::{Connection, Identity};
use procurement::id::ConnectionId;
use procurement::mail;
use procurement::order::{Acceptance, Loaded, OrderKey, OrderRecord, Outcome, PurchaseOrder};
use procurement::reference::{NotAReference, Reference};
use procurement::requisition::Requisition;

use super::agreement::put_agreement;
use super::connection::MAX_IDENTITIES;
use super::job::{put_job, put_same_job};
use super::requisition::put_requisition;
use super::{DocumentRef, Store, decode, keys, put, record, take};
use crate::table::{Batch, CommitError, Gsi1, Index, Key, Query, ReadError, Transaction, sortable_time};

/// Everything that the decision about a purchase order needs.
#[derive(Clone, Debug)]
pub struct LoadedOrder {
    /// The connections whose buyer goes by one of the identities.
    pub connections: Vec<Connection>,
    /// What is remembered of orders of this number and version, by buyer.
    earlier: Vec<OrderRecord>,
    /// What was found for each line, in order.
    pub lines: Vec<Loaded>,
    /// The lists of approved products of the organisations that the lines name; nothing where one has no list (R23).
    approved: HashMap<AccountId, Option<ApprovedProducts>>,
}

impl Store {
    /// Loads what the decision about a purchase order of one of these buyers, for these organisations, needs; one read.
    pub async fn load_order(
        &self,
        buyers: &[Identity],
        order: &PurchaseOrder,
        references: Vec<Result<Reference, NotAReference>>,
        organisations: &[AccountId],
    ) -> Result<LoadedOrder, ReadError> {
        let buyers = &buyers[..buyers.len().min(MAX_IDENTITIES)];
        let order_keys =
            |buyer| [keys::buyer(buyer), keys::order(buyer, &order.order_id, order.order_version)];
        let buyer_keys: Vec<[Key; 2]> = buyers.iter().map(order_keys).collect();
        let line_keys: Vec<[Key; 3]> = order
            .lines
            .iter()
            .zip(&references)
            .filter_map(|(line, reference)| Some(keys_of_line(&line.part_id, reference.as_ref().ok()?)))
            .collect();
        let lists = organisations.iter().map(|organisation| keys::approved_products(*organisation));
        let all = buyer_keys.iter().flatten().chain(line_keys.iter().flatten()).cloned().chain(lists);
        let mut batch = self.table.batch_get(all).await?;
        let mut loaded = LoadedOrder::of_connections(Vec::new());
        for [connection, earlier] in &buyer_keys {
            loaded.add_connection(take(&mut batch, connection)?);
            loaded.earlier.extend(take(&mut batch, earlier)?);
        }
        let found = Lines::read(&mut batch, &line_keys)?;
        let lines = order.lines.iter().zip(references);
        loaded.lines = lines.map(|(line, reference)| found.loaded(&line.part_id, reference)).collect();
        for organisation in organisations {
            let list = take(&mut batch, &keys::approved_products(*organisation))?;
            loaded.approved.entry(*organisation).or_insert(list);
        }
        Ok(loaded)
    }

    /// Writes all that comes of a purchase order, in one transaction (R34).
    /// The answer that is given is kept with it; one that was given before is there.
    pub async fn commit_order(
        &self,
        outcome: &Outcome,
        answer: Option<&DocumentRef<'_>>,
        now: Timestamp,
    ) -> Result<(), CommitError> {
        let transaction = match outcome {
            Outcome::AlreadyAnswered(_) => return Ok(()),
            Outcome::Accepted(accepted) => put_accepted(accepted),
            Outcome::TestCompleted(order) => {
                let transaction = put_order(Transaction::new(), &order.record);
                let transaction = order.requisitions.iter().fold(transaction, put_requisition);
                // Whoever is in test mode is reminded of it (R10).
                order.requisitions.first().into_iter().fold(transaction, |all, tested| {
                    let (connection, now) = (order.record.connection, order.record.received);
                    put_same_job(all, &mail::test_mode_job(connection, &tested.account_email, now))
                })
            }
            Outcome::Cancelled(order) => {
                order.requisitions.iter().fold(put_order(Transaction::new(), &order.record), put_requisition)
            }
            Outcome::Refused(refused) => {
                let transaction = refused.record.iter().fold(Transaction::new(), put_order);
                let transaction = refused.requisitions.iter().fold(transaction, put_requisition);
                refused.jobs.iter().fold(transaction, put_job)
            }
        };
        let transaction = answer.iter().try_fold(transaction, |all, answer| answer.put_into(all, now));
        self.commit(transaction.map_err(|error| CommitError::Refused(error.to_string()))?).await
    }

    /// What is remembered of this order.
    pub async fn order(&self, key: &OrderKey) -> Result<Option<OrderRecord>, ReadError> {
        self.get(&keys::order(&key.buyer, &key.order_id, key.order_version)).await
    }

    /// The orders of a connection that came since `since`, oldest first.
    pub async fn orders(
        &self,
        connection: ConnectionId,
        since: Timestamp,
    ) -> Result<Vec<OrderRecord>, ReadError> {
        let query = Query::on(Index::Gsi1, keys::orders_of(connection))
            .sk_between(sortable_time(since), sortable_time(Timestamp::MAX));
        self.table.query_all(&query).await?.into_iter().map(decode).collect()
    }
}

fn put_accepted(accepted: &Acceptance) -> Transaction {
    let order = put_order(Transaction::new(), &accepted.record);
    let lines = accepted.lines.iter().fold(order, |transaction, line| {
        let transaction = put_requisition(transaction, &line.requisition);
        line.jobs.iter().fold(put_agreement(transaction, &line.agreement), put_job)
    });
    accepted.jobs.iter().fold(lines, put_job)
}

fn put_order(transaction: Transaction, order: &OrderRecord) -> Transaction {
    let key = keys::order(&order.key.buyer, &order.key.order_id, order.key.order_version);
    let place = Gsi1::new(keys::orders_of(order.connection), sortable_time(order.received));
    put(transaction, &record(key, order).gsi1(place))
}

fn keys_of_line(part_id: &str, reference: &Reference) -> [Key; 3] {
    [keys::requisition(reference.requisition), keys::product(part_id), keys::offer(&reference.offer)]
}

/// What was read for the lines, each record once: two lines may share a product or an offer.
#[derive(Default)]
struct Lines {
    requisitions: HashMap<Key, Requisition>,
    products: HashMap<Key, Listing>,
    offers: HashMap<Key, Offer>,
}

// === impl Lines ===

impl Lines {
    fn read(batch: &mut Batch, keys: &[[Key; 3]]) -> Result<Self, ReadError> {
        let mut lines = Self::default();
        for [requisition, product, offer] in keys {
            lines.requisitions.extend(take(batch, requisition)?.map(|found| (requisition.clone(), found)));
            lines.products.extend(take(batch, product)?.map(|found| (product.clone(), found)));
            lines.offers.extend(take(batch, offer)?.map(|found| (offer.clone(), found)));
        }
        Ok(lines)
    }

    fn loaded(&self, part_id: &str, reference: Result<Reference, NotAReference>) -> Loaded {
        let keys = reference.as_ref().ok().map(|reference| keys_of_line(part_id, reference));
        let Some([requisition, product, offer]) = keys else {
            return Loaded { reference, requisition: None, product: None, offer: None };
        };
        Loaded {
            reference,
            requisition: self.requisitions.get(&requisition).cloned(),
            product: self.products.get(&product).map(|listing| listing.product.clone()),
            offer: self.offers.get(&offer).cloned(),
        }
    }
}

// === impl LoadedOrder ===

impl LoadedOrder {
    /// Only connections, for an order that is refused without looking anything else up.
    pub fn of_connections(connections: Vec<Connection>) -> Self {
        Self { connections, earlier: Vec::new(), lines: Vec::new(), approved: HashMap::new() }
    }

    /// What is remembered of the order, for this connection's buyer.
    pub fn earlier(&self, connection: &Connection) -> Option<&OrderRecord> {
        self.earlier.iter().find(|order| order.key.buyer == connection.buyer)
    }

    /// The list of approved products of an organisation that no line named; the lines of older carts name none.
    pub fn add_approved(&mut self, organisation: AccountId, list: Option<ApprovedProducts>) {
        self.approved.insert(organisation, list);
    }

    /// Whether it is known what this organisation approves.
    pub fn knows_approved(&self, organisation: AccountId) -> bool {
        self.approved.contains_key(&organisation)
    }

    /// What this organisation approves, if it has a list (R23).
    pub fn approved(&self, organisation: AccountId) -> Option<&ApprovedProducts> {
        self.approved.get(&organisation)?.as_ref()
    }

    fn add_connection(&mut self, found: Option<Connection>) {
        let new = found.filter(|one| self.connections.iter().all(|other| other.id != one.id));
        self.connections.extend(new);
    }
}
