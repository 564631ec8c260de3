//! Logging: lines of JSON where machines read them, plain lines on a terminal.

use std::io::{self, IsTerminal};

use tracing_subscriber::EnvFilter;
use tracing_subscriber::util::TryInitError;

/// How a log line looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    Json,
    Plain,
}

const USUALLY: &str = "info,aws_config=warn,aws_smithy_runtime=warn,hyper=warn";

/// Starts logging to standard error, once per process. `PUNCHGATE_LOG` sets what is logged, as in `debug,hyper=warn`.
pub fn start(format: Format) -> Result<(), TryInitError> {
    use tracing_subscriber::util::SubscriberInitExt;

    let filter = EnvFilter::try_from_env("PUNCHGATE_LOG").unwrap_or_else(|_| EnvFilter::new(USUALLY));
    let subscriber = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(io::stderr)
        .with_ansi(io::stderr().is_terminal());
    match format {
        Format::Json => subscriber.json().flatten_event(true).finish().try_init(),
        Format::Plain => subscriber.with_target(false).finish().try_init(),
    }
}

// === impl Format ===

impl Format {
    /// JSON inside AWS Lambda, plain elsewhere.
    pub fn of_this_place() -> Self {
        if std::env::var_os("AWS_LAMBDA_FUNCTION_NAME").is_some() { Self::Json } else { Self::Plain }
    }
}
