//! Broken worlds, to prove that the simulation can fail: each takes away one guarantee that the product rests on, or that
//! the invariants watch.

use serde_json::Value;

/// What is broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sabotage {
    /// Nothing.
    None,
    /// The table does not look at conditions.
    NoConditions,
    /// A transaction writes only the first half of what it holds.
    TornTransactions,
    /// Jobs are left out of transactions.
    LostJobs,
    /// One of fifty writes is acknowledged and not done.
    SwallowedWrites,
    /// SES hands every message over twice.
    DoubledMail,
    /// The procurement system says that it took an invoice, and did not.
    LyingInbox,
}

// === impl Sabotage ===

impl Sabotage {
    pub const ALL: [Self; 6] = [
        Self::NoConditions,
        Self::TornTransactions,
        Self::LostJobs,
        Self::SwallowedWrites,
        Self::DoubledMail,
        Self::LyingInbox,
    ];

    /// The request as it reaches the engine.
    pub fn of_request(self, target: &str, body: &[u8]) -> Vec<u8> {
        let mut request: Value = match self {
            Self::NoConditions | Self::TornTransactions | Self::LostJobs => {
                serde_json::from_slice(body).expect("JSON")
            }
            _ => return body.to_vec(),
        };
        match self {
            Self::NoConditions if !target.ends_with("Query") => without_conditions(&mut request),
            Self::TornTransactions => {
                if let Some(items) = items(&mut request) {
                    items.truncate(items.len().div_ceil(2));
                }
            }
            Self::LostJobs => {
                if let Some(items) = items(&mut request).filter(|items| items.len() > 3) {
                    items.retain(|item| !is_job(item));
                }
            }
            _ => {}
        }
        request.to_string().into_bytes()
    }

    /// Whether the engine never gets this request.
    pub fn swallows(self, target: &str, dice: u64) -> bool {
        self == Self::SwallowedWrites && dice < 2 && target.ends_with("Items") && target.contains("Transact")
    }
}

fn items(request: &mut Value) -> Option<&mut Vec<Value>> {
    request.get_mut("TransactItems")?.as_array_mut()
}

fn is_job(item: &Value) -> bool {
    item["Put"]["Item"]["pk"]["S"].as_str().is_some_and(|pk| pk.starts_with("JOB#"))
}

/// Names and values that no expression uses would be refused, so they go as well.
fn without_conditions(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            if fields.remove("ConditionExpression").is_some() && !fields.contains_key("UpdateExpression") {
                fields.remove("ExpressionAttributeNames");
                fields.remove("ExpressionAttributeValues");
            }
            fields.values_mut().for_each(without_conditions);
        }
        Value::Array(values) => values.iter_mut().for_each(without_conditions),
        _ => {}
    }
}
