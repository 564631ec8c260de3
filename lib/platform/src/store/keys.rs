//! Every key of the table; README.md says what is read and written by which.
//!
//! A partition's key begins with the kind of its records: in AWS each function may read and write only the kinds that it
//! works with, and it is by this beginning that they are named in its policy.

use jiff::Timestamp;
use procurement::account::AccountId;
use procurement::connection::{Identity, SecretId};
use procurement::id::{ConnectionId, OfferId, ProductId, RequisitionId};
use procurement::job::Worker;
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use crate::table::{Due, Gsi1, Key, sortable_time};

/// How many partitions of the index of due jobs each worker has.
pub const DUE_SHARDS: u8 = 16;
/// How many partitions the list of all products has.
pub const CATALOGUE_SHARDS: u8 = 8;

pub fn connection(id: ConnectionId) -> Key {
    Key::new(format!("CONN#{id}"), "CONNECTION")
}

/// The copy of a connection under the identity that its buyer goes by, so that one read finds it.
pub fn buyer(identity: &Identity) -> Key {
    Key::new(format!("BUYER#{}", identity.normal()), "CONNECTION")
}

/// When a connection's secrets were used last.
pub fn secret_uses_of(connection: ConnectionId) -> String {
    format!("SECRET-USE#{connection}")
}

pub fn secret_use(connection: ConnectionId, secret: &SecretId) -> Key {
    Key::new(secret_uses_of(connection), secret.to_string())
}

pub fn connections_of(organisation: AccountId) -> String {
    format!("ORG#{organisation}")
}

/// Every customer of the marketplace, for its operator.
pub const CUSTOMERS: &str = "CUSTOMERS";
/// The connections that wait for a step of the operator or of their administrator.
pub const ONBOARDING: &str = "ONBOARDING";

pub fn customer(organisation: AccountId) -> Key {
    Key::new(format!("ORG#{organisation}"), "CUSTOMER")
}

pub fn organisation_settings(organisation: AccountId) -> Key {
    Key::new(format!("ORG#{organisation}"), "SETTINGS")
}

pub fn audit_of(organisation: AccountId) -> String {
    format!("AUDIT#{organisation}")
}

pub fn audit(organisation: AccountId, at: Timestamp, entry: Uuid) -> Key {
    Key::new(audit_of(organisation), format!("{}#{entry}", sortable_time(at)))
}

pub fn onboarding(connection: ConnectionId) -> Key {
    Key::new(format!("CONN#{connection}"), "ONBOARDING")
}

pub fn console_link(token: &str) -> Key {
    Key::new(format!("CONSOLE-LINK#{}", digest(token)), "LINK")
}

pub fn console(token: &str) -> Key {
    Key::new(format!("CONSOLE#{}", digest(token)), "SESSION")
}

pub fn consoles_of(account: AccountId) -> String {
    format!("CONSOLES#{account}")
}

pub fn requisitions_of(connection: ConnectionId) -> String {
    format!("REQS#{connection}")
}

pub fn documents_index(connection: ConnectionId) -> String {
    format!("DOCS#{connection}")
}

pub fn order(buyer: &Identity, order_id: &str, order_version: u32) -> Key {
    Key::new(format!("ORDER#{}", buyer.normal()), format!("{order_id}#{order_version}"))
}

pub fn orders_of(connection: ConnectionId) -> String {
    format!("ORDERS#{connection}")
}

pub fn session(key: &str) -> Key {
    Key::new(format!("SESSION#{}", digest(key)), "SESSION")
}

/// What is remembered of a requester between sessions.
pub fn requester(connection: ConnectionId, requester: &str) -> Key {
    Key::new(format!("REQUESTER#{connection}"), digest(requester))
}

/// Everything that a person chose directly and that waits for their punch-out over this connection.
pub fn waiting_of(connection: ConnectionId, person: &str) -> (String, String) {
    (format!("REQUESTER#{connection}"), format!("WAITING#{}#", digest(&person.to_lowercase())))
}

pub fn waiting(connection: ConnectionId, person: &str, id: RequisitionId) -> Key {
    let (partition, prefix) = waiting_of(connection, person);
    Key::new(partition, format!("{prefix}{id}"))
}

/// What an organisation's people bought in other consoles.
pub fn elsewhere_of(organisation: AccountId) -> (String, &'static str) {
    (format!("ORG#{organisation}"), "ELSEWHERE#")
}

/// A purchase in another console, under its own name there: it is recorded once.
pub fn elsewhere(organisation: AccountId, console: &str, reference: &str) -> Key {
    let (partition, prefix) = elsewhere_of(organisation);
    Key::new(partition, format!("{prefix}{}", digest(&format!("{console}\n{reference}"))))
}

pub fn requisition(id: RequisitionId) -> Key {
    Key::new(format!("REQ#{id}"), "REQUISITION")
}

/// A connection's records of one kind, each requester's together, in order of time.
pub fn of_requester(kind: &str, connection: ConnectionId, requester: &str, at: Timestamp) -> Gsi1 {
    Gsi1::new(format!("{kind}#{connection}"), format!("{}#{}", digest(requester), sortable_time(at)))
}

pub fn requester_prefix(requester: &str) -> String {
    format!("{}#", digest(requester))
}

/// There is one place for the agreement of a requisition item, so there is one agreement (R34).
pub fn agreement(requisition: RequisitionId) -> Key {
    Key::new(format!("AGREEMENT#{requisition}"), "AGREEMENT")
}

pub fn invoice(requisition: RequisitionId, instalment: usize) -> Key {
    Key::new(format!("INVOICE#{requisition}"), format!("INVOICE#{instalment:04}"))
}

/// Beside the invoice that it takes back: there is one place, so there is one credit.
pub fn invoice_credit(requisition: RequisitionId, instalment: usize) -> Key {
    Key::new(format!("INVOICE#{requisition}"), format!("INVOICE#{instalment:04}#CREDIT"))
}

pub fn invoices_of(connection: ConnectionId) -> String {
    format!("INVOICES#{connection}")
}

pub fn invoice_counter(connection: ConnectionId) -> Key {
    Key::new(format!("INVOICE-COUNTER#{connection}"), "INVOICE-COUNTER")
}

pub fn job(id: &str) -> Key {
    Key::new(format!("JOB#{id}"), "JOB")
}

/// The id of the job under this key, if it is one.
pub fn job_id(key: &Key) -> Option<String> {
    key.pk.strip_prefix("JOB#").map(str::to_owned)
}

/// Where a job stands in the index of due jobs: each worker has partitions of its own.
pub fn due(worker: Worker, job: &str, at: Timestamp) -> Due {
    let shard = Sha256::digest(job)[0] % DUE_SHARDS;
    Due::new(due_shard(worker, shard), at)
}

pub fn due_shard(worker: Worker, shard: u8) -> String {
    let name = match worker {
        Worker::Notify => "NOTIFY",
        Worker::InvoicePush => "INVOICE",
    };
    format!("DUE#{name}#{shard:02}")
}

/// Everything that was metered for the agreement of a requisition item.
pub fn usage_account(requisition: RequisitionId) -> Key {
    Key::new(format!("USAGE#{requisition}"), "ACCOUNT")
}

/// A measurement, under its own name: there is one place, so it is recorded once.
pub fn usage_record(requisition: RequisitionId, id: &str) -> Key {
    Key::new(format!("USAGE#{requisition}"), format!("RECORD#{}", digest(id)))
}

pub fn usage_statement(requisition: RequisitionId, month: &str) -> Key {
    Key::new(format!("USAGE#{requisition}"), format!("STATEMENT#{month}"))
}

/// An address that may get no more mail. The address itself is no part of the key.
pub fn mail_address(address: &str) -> Key {
    Key::new(format!("MAIL#{}", digest(&address.to_lowercase())), "SUPPRESSED")
}

/// A mail that was handed over, under the reference that its events name.
pub fn mail_sent(reference: &str) -> Key {
    Key::new(format!("MAIL-SENT#{reference}"), "SENT")
}

pub fn product(id: &str) -> Key {
    Key::new(format!("PRODUCT#{id}"), "PRODUCT")
}

pub fn offer(id: &OfferId) -> Key {
    Key::new(format!("OFFER#{id}"), "OFFER")
}

pub fn catalogue_place(id: &ProductId) -> Gsi1 {
    let shard = Sha256::digest(id.as_str())[0] % CATALOGUE_SHARDS;
    Gsi1::new(catalogue_shard(shard), id.as_str())
}

pub fn catalogue_shard(shard: u8) -> String {
    format!("CATALOGUE#{shard:02}")
}

pub fn catalogue_version() -> Key {
    Key::new("CATALOGUE", "VERSION")
}

/// Which pieces hold the search index.
pub fn search_index() -> Key {
    Key::new("CATALOGUE", "SEARCH-INDEX")
}

pub fn search_piece(generation: &str, number: usize) -> Key {
    Key::new(format!("SEARCH-INDEX#{generation}"), format!("PIECE#{number:04}"))
}

/// What an organisation's people may buy (R23). A purchase order's references name the organisation.
pub fn approved_products(organisation: AccountId) -> Key {
    Key::new(format!("ORG#{organisation}"), "APPROVED-PRODUCTS")
}

pub fn document(id: &str) -> Key {
    Key::new(format!("DOC#{id}"), "DOCUMENT")
}

pub fn documents_of(connection: ConnectionId, at: Timestamp) -> Gsi1 {
    Gsi1::new(format!("DOCS#{connection}"), sortable_time(at))
}

/// SHA-256 in hexadecimal: secrets and texts of any length and content become part of a key.
fn digest(text: &str) -> String {
    Sha256::digest(text).iter().map(|byte| format!("{byte:02x}")).collect()
}
