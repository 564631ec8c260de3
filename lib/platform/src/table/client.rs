//! How patient the client is. A cXML answer must come in under 60 s (R38), ours in under 2: better an early error than a late answer.

use std::time::Duration;

use aws_sdk_dynamodb::config::retry::RetryConfig;
use aws_sdk_dynamodb::config::timeout::TimeoutConfig;
use aws_sdk_dynamodb::config::{BehaviorVersion, Builder};

const CONNECT: Duration = Duration::from_secs(1);
const ATTEMPT: Duration = Duration::from_secs(3);
/// Three attempts and the pauses between them.
const OPERATION: Duration = Duration::from_secs(10);
const ATTEMPTS: u32 = 3;

/// Sets time limits and retries on a configuration that says where the table is and who asks.
pub fn bounded(config: Builder) -> Builder {
    let timeouts = TimeoutConfig::builder()
        .connect_timeout(CONNECT)
        .operation_attempt_timeout(ATTEMPT)
        .operation_timeout(OPERATION)
        .build();
    config
        .behavior_version(BehaviorVersion::latest())
        .timeout_config(timeouts)
        .retry_config(RetryConfig::standard().with_max_attempts(ATTEMPTS))
}
