//! One HTTP request to the marketplace and what came back of it.

use super::encode::Encoded;
use reqwest::Client;
use reqwest::header::CONTENT_TYPE;
use std::error::Error;
use std::time::{Duration, Instant};
use url::Url;

/// An answer is read up to here; a longer one is no cXML answer.
const LONGEST_ANSWER: usize = 4 * 1024 * 1024;

/// What came back, or why nothing did.
#[derive(Debug)]
pub(crate) struct Exchange {
    pub(crate) outcome: Result<HttpAnswer, String>,
    pub(crate) elapsed: Duration,
}

#[derive(Debug)]
pub(crate) struct HttpAnswer {
    pub(crate) http_status: u16,
    pub(crate) body: Vec<u8>,
}

/// Posts a document and reads the whole answer, within the client's time limit.
pub(crate) async fn post(client: &Client, url: &Url, document: Encoded) -> Exchange {
    let started = Instant::now();
    let outcome = exchange(client, url, document).await.map_err(|error| in_words(&error));
    Exchange { outcome, elapsed: started.elapsed() }
}

async fn exchange(client: &Client, url: &Url, document: Encoded) -> reqwest::Result<HttpAnswer> {
    let mut answer = client
        .post(url.clone())
        .header(CONTENT_TYPE, document.content_type)
        .body(document.bytes)
        .send()
        .await?;
    let http_status = answer.status().as_u16();
    let mut body = Vec::new();
    while let Some(chunk) = answer.chunk().await? {
        body.extend_from_slice(&chunk);
        if body.len() > LONGEST_ANSWER {
            break;
        }
    }
    Ok(HttpAnswer { http_status, body })
}

/// The error and its causes; without the URL, which the caller knows.
fn in_words(error: &reqwest::Error) -> String {
    if error.is_timeout() {
        return "no answer within the time limit".to_owned();
    }
    let mut words = vec!["no answer".to_owned()];
    let mut cause = error.source();
    while let Some(inner) = cause {
        words.push(inner.to_string());
        cause = inner.source();
    }
    words.join(": ")
}
