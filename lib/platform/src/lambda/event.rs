//! What wakes a worker: the table's stream, a schedule, news of a mail, or a message that was given up.

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Any event that a worker gets.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(untagged)]
pub enum Wake {
    /// Records of the table's stream, or messages of a queue.
    Records {
        #[serde(rename = "Records")]
        records: Vec<Notice>,
    },
    /// From EventBridge: the schedule, or news of a mail from Amazon SES.
    Bus(Bus),
}

/// One record of a batch.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Notice {
    /// `aws:dynamodb` or `aws:sqs`.
    #[serde(rename = "eventSource")]
    pub source: String,
    /// What changed in the table.
    #[serde(default)]
    pub dynamodb: Option<Change>,
    /// The id of a queue's message.
    #[serde(default, rename = "messageId")]
    pub message_id: Option<String>,
}

/// A change in the table.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Change {
    #[serde(rename = "SequenceNumber")]
    pub sequence_number: String,
    #[serde(default, rename = "Keys")]
    keys: Value,
}

/// An event of EventBridge.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Bus {
    pub source: String,
    #[serde(default, rename = "detail-type")]
    pub detail_type: String,
    #[serde(default)]
    pub detail: Value,
}

/// The records that Lambda is to give again; it goes on from the first of them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct BatchAnswer {
    #[serde(rename = "batchItemFailures")]
    pub failures: Vec<BatchItemFailure>,
}

/// A record that was not seen through.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct BatchItemFailure {
    #[serde(rename = "itemIdentifier")]
    pub identifier: String,
}

// === impl Change ===

impl Change {
    /// The job that the changed record is, if it is one.
    pub fn job(&self) -> Option<&str> {
        self.keys.get("pk")?.get("S")?.as_str()?.strip_prefix("JOB#")
    }
}

// === impl BatchAnswer ===

impl BatchAnswer {
    pub fn fail(&mut self, identifier: impl Into<String>) {
        self.failures.push(BatchItemFailure { identifier: identifier.into() });
    }
}
