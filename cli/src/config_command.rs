//! `punchgate config`: any request to the configuration API, signed.

use std::path::PathBuf;

use reqwest::Method;
use serde_json::Value;

use crate::signed::{Endpoint, SignedError};

/// What `config` takes.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// get, post, patch, put or delete.
    #[arg(value_parser = ["get", "post", "patch", "put", "delete"])]
    method: String,
    /// The path after /config/, such as `connections` or `connections/ID/check`; /openapi.json lists them.
    path: String,
    /// A file with the request's JSON; `-` reads standard input.
    #[arg(long, value_name = "FILE")]
    body: Option<PathBuf>,
    #[command(flatten)]
    endpoint: Endpoint,
}

/// Why it was not done.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// The request.
    #[error(transparent)]
    Signed(#[from] SignedError),
    /// The file.
    #[error("{0} cannot be read: {1}")]
    File(String, std::io::Error),
    /// What is in it.
    #[error("{0} is not JSON: {1}")]
    Json(String, serde_json::Error),
}

/// Sends the request and prints what it is answered.
pub async fn run(args: Args) -> Result<(), ConfigError> {
    let body = args.body.as_deref().map(read).transpose()?;
    let method: Method = args.method.to_uppercase().parse().unwrap_or(Method::GET);
    let client = args.endpoint.client()?;
    let path = format!("config/{}", args.path.trim_start_matches('/'));
    let answer = client.send(method, &path, body.as_ref()).await?.done()?;
    println!("{answer:#}");
    Ok(())
}

fn read(path: &std::path::Path) -> Result<Value, ConfigError> {
    let name = path.display().to_string();
    let text =
        if name == "-" { std::io::read_to_string(std::io::stdin()) } else { std::fs::read_to_string(path) };
    let text = text.map_err(|error| ConfigError::File(name.clone(), error))?;
    serde_json::from_str(&text).map_err(|error| ConfigError::Json(name, error))
}
