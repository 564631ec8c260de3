//! `punchgate console`: a link that opens the console, for whoever holds an access key.

use reqwest::Method;

use crate::signed::{Endpoint, SignedError};

/// What `console` takes.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(flatten)]
    endpoint: Endpoint,
}

/// Asks for a link and prints it.
pub async fn run(args: Args) -> Result<(), SignedError> {
    let client = args.endpoint.client()?;
    let link = client.send(Method::POST, "config/console-links", None).await?.done()?;
    let text = |name: &str| link.get(name).and_then(serde_json::Value::as_str).unwrap_or_default().to_owned();
    println!("{}", text("url"));
    eprintln!("Open it once, before {}.", text("until"));
    Ok(())
}
