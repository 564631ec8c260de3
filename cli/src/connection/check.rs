//! `punchgate connection check`: what can be proved of a connection before it is needed.

use reqwest::Method;
use serde_json::Value;

use super::ConnectionError;
use crate::signed::Endpoint;

/// What `check` takes.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The connection's id.
    #[arg(value_name = "CONNECTION")]
    id: String,
    #[command(flatten)]
    endpoint: Endpoint,
}

/// Runs the checks at the marketplace and prints what came of each.
pub async fn run(args: Args) -> Result<(), ConnectionError> {
    let path = format!("config/connections/{}/check", args.id);
    let report = args.endpoint.client()?.send(Method::POST, &path, None).await?.done()?;
    for check in report.get("checks").and_then(Value::as_array).into_iter().flatten() {
        let text = |name: &str| check.get(name).and_then(Value::as_str).unwrap_or_default();
        println!("{:<6}  {:<20}  {}", text("finding"), text("name"), text("message"));
    }
    match report.get("ready").and_then(Value::as_bool) {
        Some(true) => Ok(()),
        _ => Err(ConnectionError::NotReady),
    }
}
