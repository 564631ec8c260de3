//! Where log events go inside Lambda: what says how a request went is folded into its line, warnings and errors get a
//! line of their own that names the request, everything else is left out.

use std::fmt;

use jiff::Timestamp;
use serde_json::{Map, Value};
use tracing::field::{Field, Visit};
use tracing::{Event, Level, Subscriber};
use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::layer::{Context, Layer, SubscriberExt as _};
use tracing_subscriber::registry::Registry;
use tracing_subscriber::util::{SubscriberInitExt as _, TryInitError};

use super::line::{self, LINE};

struct Lines;

/// Starts logging, once per process.
pub(super) fn start() -> Result<(), TryInitError> {
    let ours = Targets::new().with_default(LevelFilter::INFO).with_targets([
        ("aws_smithy_runtime", LevelFilter::ERROR),
        ("hyper", LevelFilter::ERROR),
        ("hyper_util", LevelFilter::ERROR),
        ("lambda_runtime", LevelFilter::ERROR),
        ("lambda_http", LevelFilter::ERROR),
    ]);
    Registry::default().with(Lines.with_filter(ours)).try_init()
}

// === impl Lines ===

impl<S: Subscriber> Layer<S> for Lines {
    fn on_event(&self, event: &Event<'_>, _: Context<'_, S>) {
        let mut fields = Fields(Map::new());
        event.record(&mut fields);
        let request_id = fold(&fields.0);
        if *event.metadata().level() <= Level::WARN {
            line::print(&fields.into_line(event.metadata().level(), request_id));
        }
    }
}

/// Gives the fields to the line of the request, if there is one, and tells which it is.
fn fold(fields: &Map<String, Value>) -> Option<String> {
    let fold = |line: &std::cell::RefCell<line::Line>| {
        let mut line = line.borrow_mut();
        for (name, value) in fields {
            match value {
                Value::String(text) => line.note(name, text),
                other => line.note(name, &other.to_string()),
            }
        }
        line.request_id().to_owned()
    };
    LINE.try_with(fold).ok()
}

struct Fields(Map<String, Value>);

// === impl Fields ===

impl Fields {
    fn into_line(mut self, level: &Level, request_id: Option<String>) -> Value {
        self.0.insert("time".to_owned(), Timestamp::now().to_string().into());
        self.0.insert("level".to_owned(), level.as_str().into());
        self.0.insert("function".to_owned(), line::function().into());
        self.0.insert("request_id".to_owned(), request_id.into());
        Value::Object(self.0)
    }

    fn insert(&mut self, field: &Field, value: impl Into<Value>) {
        self.0.insert(field.name().to_owned(), value.into());
    }
}

impl Visit for Fields {
    fn record_str(&mut self, field: &Field, value: &str) {
        self.insert(field, value);
    }

    fn record_u64(&mut self, field: &Field, value: u64) {
        self.insert(field, value);
    }

    fn record_i64(&mut self, field: &Field, value: i64) {
        self.insert(field, value);
    }

    fn record_bool(&mut self, field: &Field, value: bool) {
        self.insert(field, value);
    }

    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        self.insert(field, format!("{value:?}"));
    }
}
