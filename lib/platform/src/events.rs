//! Tells others what happened: EventBridge in AWS, a file on one machine, both with the same events.
//!
//! An event may be published twice, if what came of the first time was not learnt; its id is the same.

use std::path::PathBuf;

use procurement::event::Event;

#[cfg(feature = "eventbridge")]
mod bridge;
mod log;

#[cfg(feature = "eventbridge")]
pub use bridge::Bridge;

/// Where events go.
#[derive(Clone, Debug)]
pub enum Events {
    /// A line of JSON each, at the end of this file.
    Log(PathBuf),
    /// An event bus of Amazon EventBridge.
    #[cfg(feature = "eventbridge")]
    Bridge(Bridge),
}

/// Why events were not published.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EventsError {
    /// Publish the same again later.
    #[error("the events could not be published now: {0}; they are to be published again")]
    Temporary(String),
    /// The same would be refused again.
    #[error("the events were refused: {0}")]
    Permanent(String),
}

// === impl Events ===

impl Events {
    /// Publishes these, in order.
    pub async fn publish(&self, events: &[Event]) -> Result<(), EventsError> {
        match self {
            Self::Log(path) => log::append(path, events).await,
            #[cfg(feature = "eventbridge")]
            Self::Bridge(bridge) => bridge.put(events).await,
        }
    }
}

fn text(event: &Event) -> Result<String, EventsError> {
    serde_json::to_string(event).map_err(|error| EventsError::Permanent(error.to_string()))
}
