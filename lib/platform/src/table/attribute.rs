//! The attributes that the table gives a meaning to. A record's body may not use their names.

pub(super) const PK: &str = "pk";
pub(super) const SK: &str = "sk";
pub(super) const DUE_SHARD: &str = "due_shard";
pub(super) const DUE_AT: &str = "due_at";
pub(super) const GSI1_PK: &str = "gsi1pk";
pub(super) const GSI1_SK: &str = "gsi1sk";
/// Epoch seconds after which DynamoDB removes the item.
pub(super) const TTL: &str = "ttl";
/// Counts the writes of this record, for optimistic locking.
pub(super) const VERSION: &str = "version";

pub(super) const RESERVED: [&str; 8] = [PK, SK, DUE_SHARD, DUE_AT, GSI1_PK, GSI1_SK, TTL, VERSION];
