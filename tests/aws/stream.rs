//! The table's stream, as Lambda's event source mapping reads it: filtered, in batches.

use serde_json::{Value, json};

use crate::aws::services::{TABLE, authorization, call};
use crate::aws::template;

/// Everything that was written so far, as the records of an event.
pub async fn records(dynamodb: &str) -> Vec<Value> {
    let listed = ask(dynamodb, "ListStreams", json!({"TableName": TABLE})).await;
    let stream = &listed["Streams"][0]["StreamArn"];
    let described = ask(dynamodb, "DescribeStream", json!({"StreamArn": stream})).await;
    let mut records = Vec::new();
    for shard in described["StreamDescription"]["Shards"].as_array().expect("shards") {
        let from =
            json!({"StreamArn": stream, "ShardId": shard["ShardId"], "ShardIteratorType": "TRIM_HORIZON"});
        let mut iterator = ask(dynamodb, "GetShardIterator", from).await["ShardIterator"].clone();
        while iterator.is_string() {
            let read = ask(dynamodb, "GetRecords", json!({"ShardIterator": iterator})).await;
            let some = read["Records"].as_array().cloned().unwrap_or_default();
            if some.is_empty() {
                break;
            }
            records.extend(some);
            iterator = read["NextShardIterator"].clone();
        }
    }
    records
}

async fn ask(dynamodb: &str, operation: &str, request: Value) -> Value {
    let post = reqwest::Client::new()
        .post(dynamodb)
        .header("x-amz-target", format!("DynamoDBStreams_20120810.{operation}"))
        .header("content-type", "application/x-amz-json-1.0")
        .header("x-amz-date", "20260101T000000Z")
        .header("authorization", authorization("dynamodb"))
        .body(request.to_string());
    call(post).await
}

/// What the template's filter lets through to a worker.
pub fn for_worker(records: &[Value], function: &str) -> Vec<Value> {
    let pattern = template::filter(function);
    records.iter().filter(|record| lets_through(&pattern, record)).cloned().collect()
}

/// An event's pattern, as EventBridge reads it: objects by their fields, lists by one of their values.
fn lets_through(pattern: &Value, value: &Value) -> bool {
    match pattern {
        Value::Object(fields) => fields.iter().all(|(name, pattern)| lets_through(pattern, &value[name])),
        Value::Array(any) => any.iter().any(|one| fits(one, value)),
        _ => false,
    }
}

fn fits(one: &Value, value: &Value) -> bool {
    match one["prefix"].as_str() {
        Some(prefix) => value.as_str().is_some_and(|text| text.starts_with(prefix)),
        None => one == value,
    }
}
