//! Amazon EventBridge.

use std::time::Duration;

use aws_sdk_eventbridge::Client;
use aws_sdk_eventbridge::config::retry::RetryConfig;
use aws_sdk_eventbridge::config::timeout::TimeoutConfig;
use aws_sdk_eventbridge::config::{BehaviorVersion, Builder};
use aws_sdk_eventbridge::error::{ProvideErrorMetadata, SdkError};
use aws_sdk_eventbridge::primitives::DateTime;
use aws_sdk_eventbridge::types::PutEventsRequestEntry;
use procurement::event::Event;

use super::{EventsError, text};

/// What rules filter by.
const SOURCE: &str = "punchgate";
/// The most that one call takes.
const AT_ONCE: usize = 10;
const ATTEMPT: Duration = Duration::from_secs(5);

/// A client and the bus that it puts events on.
#[derive(Debug, Clone)]
pub struct Bridge {
    client: Client,
    bus: String,
}

// === impl Bridge ===

impl Bridge {
    /// `config` says where EventBridge is and who asks; time limits are set here.
    pub fn new(config: Builder, bus: String) -> Self {
        let timeouts = TimeoutConfig::builder().operation_attempt_timeout(ATTEMPT).operation_timeout(ATTEMPT);
        let config = config
            .behavior_version(BehaviorVersion::latest())
            .timeout_config(timeouts.build())
            // What is not taken is for the job to try again.
            .retry_config(RetryConfig::standard().with_max_attempts(1));
        Self { client: Client::from_conf(config.build()), bus }
    }

    pub(super) async fn put(&self, events: &[Event]) -> Result<(), EventsError> {
        for some in events.chunks(AT_ONCE) {
            let entries = some.iter().map(|event| self.entry(event)).collect::<Result<Vec<_>, _>>()?;
            let put = self.client.put_events().set_entries(Some(entries)).send().await;
            let put = put.map_err(|error| failure(&error))?;
            if put.failed_entry_count() > 0 {
                let codes: Vec<&str> = put.entries().iter().filter_map(|one| one.error_code()).collect();
                return Err(EventsError::Temporary(format!("EventBridge answered {}", codes.join(", "))));
            }
        }
        Ok(())
    }

    fn entry(&self, event: &Event) -> Result<PutEventsRequestEntry, EventsError> {
        Ok(PutEventsRequestEntry::builder()
            .event_bus_name(&self.bus)
            .source(SOURCE)
            .detail_type(event.detail_type())
            .time(DateTime::from_secs(event.at.as_second()))
            .detail(text(event)?)
            .build())
    }
}

fn failure<E: ProvideErrorMetadata>(error: &SdkError<E>) -> EventsError {
    match error {
        SdkError::ServiceError(answered) => {
            let code = answered.err().code().unwrap_or("no error code");
            EventsError::Temporary(format!("EventBridge answered {code}"))
        }
        _ => EventsError::Temporary("EventBridge did not answer".to_owned()),
    }
}

#[cfg(test)]
mod tests;
