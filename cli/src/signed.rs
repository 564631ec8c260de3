//! Signed requests to a marketplace's configuration API.

use aws_credential_types::Credentials;
use jiff::Timestamp;
use platform::signature::{CannotSign, Signable, sign};
use reqwest::{Client, Method};
use serde_json::Value;
use url::Url;

/// The region of the signature; a marketplace on one machine takes any.
pub const REGION: &str = "us-east-1";

/// Where requests go, and whose they are.
#[derive(Clone, Debug, clap::Args)]
pub struct Endpoint {
    /// The marketplace's address; in AWS the address of its API, with the stage.
    #[arg(long, value_name = "URL", default_value = "http://127.0.0.1:8080/")]
    url: Url,
    /// The region of the API.
    #[arg(long, default_value = REGION, env = "AWS_REGION")]
    region: String,
}

/// A client that signs.
#[derive(Clone, Debug)]
pub struct Signed {
    url: Url,
    region: String,
    credentials: Credentials,
    client: Client,
}

/// An answer: its status, and what it says.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The status of HTTP.
    pub status: u16,
    /// The body; null if it is no JSON.
    pub json: Value,
}

/// Why there is no answer.
#[derive(Debug, thiserror::Error)]
pub enum SignedError {
    /// The environment names no key.
    #[error(
        "there are no credentials; set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY (and AWS_SESSION_TOKEN), on one machine to \
         a key of accounts.toml"
    )]
    NoCredentials,
    /// The path is none.
    #[error("{0} is no path of the API: {1}")]
    Path(String, url::ParseError),
    /// Signing.
    #[error(transparent)]
    Sign(#[from] CannotSign),
    /// The way there.
    #[error("the marketplace does not answer: {0}")]
    Http(#[from] reqwest::Error),
    /// The marketplace says no.
    #[error("{0}")]
    Refused(String),
}

// === impl Endpoint ===

impl Endpoint {
    /// A client with the credentials of the environment.
    pub fn client(self) -> Result<Signed, SignedError> {
        let variable = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
        let key = variable("AWS_ACCESS_KEY_ID").zip(variable("AWS_SECRET_ACCESS_KEY"));
        let (id, secret) = key.ok_or(SignedError::NoCredentials)?;
        let credentials = Credentials::new(id, secret, variable("AWS_SESSION_TOKEN"), None, "environment");
        Ok(Signed::new(self.url, self.region, credentials))
    }
}

// === impl Signed ===

impl Signed {
    /// A client for this address.
    pub fn new(url: Url, region: String, credentials: Credentials) -> Self {
        Self { url, region, credentials, client: Client::new() }
    }

    /// Sends a request, signed now.
    pub async fn send(
        &self,
        method: Method,
        path: &str,
        body: Option<&Value>,
    ) -> Result<Answer, SignedError> {
        self.send_at(method, path, body, Timestamp::now()).await
    }

    /// Sends a request, signed at this time.
    pub async fn send_at(
        &self,
        method: Method,
        path: &str,
        body: Option<&Value>,
        now: Timestamp,
    ) -> Result<Answer, SignedError> {
        let url = self.address(path)?;
        let body = body.map(Value::to_string).unwrap_or_default();
        let headers = [("content-type", "application/json")];
        let signable =
            Signable { method: method.as_str(), url: url.as_str(), headers: &headers, body: body.as_bytes() };
        let signed = sign(&signable, &self.credentials, &self.region, now)?;
        let mut request = self.client.request(method, url).header("content-type", "application/json");
        for (name, value) in signed {
            request = request.header(name, value);
        }
        let answer = request.body(body).send().await?;
        let status = answer.status().as_u16();
        let json = serde_json::from_slice(&answer.bytes().await?).unwrap_or(Value::Null);
        Ok(Answer { status, json })
    }

    fn address(&self, path: &str) -> Result<Url, SignedError> {
        let base = self.url.as_str().trim_end_matches('/');
        let path = path.trim_start_matches('/');
        format!("{base}/{path}").parse().map_err(|error| SignedError::Path(path.to_owned(), error))
    }
}

// === impl Answer ===

impl Answer {
    /// What it says, if it was done.
    pub fn done(self) -> Result<Value, SignedError> {
        if (200..300).contains(&self.status) {
            return Ok(self.json);
        }
        let message = self.json.get("message").and_then(Value::as_str);
        let message =
            message.map_or_else(|| format!("the marketplace answers {}", self.status), str::to_owned);
        Err(SignedError::Refused(message))
    }
}
