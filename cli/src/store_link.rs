//! `punchgate shop`: a link that opens the store without a punch-out, for whoever holds an access key (R11).

use reqwest::Method;

use crate::signed::{Endpoint, SignedError};

/// What `shop` takes.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(flatten)]
    endpoint: Endpoint,
}

/// Asks for a link and prints it.
pub async fn run(args: Args) -> Result<(), SignedError> {
    let client = args.endpoint.client()?;
    let link = client.send(Method::POST, "config/store-links", None).await?.done()?;
    let text = |name: &str| link.get(name).and_then(serde_json::Value::as_str).unwrap_or_default().to_owned();
    println!("{}", text("url"));
    eprintln!("Open it once, before {}.", text("until"));
    Ok(())
}
