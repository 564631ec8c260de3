//! Coupa's search, as a client of the four calls.

use procurement::connection::HashedSecret;
use serde_json::{Value, json};
use support::Harness;

/// The secret that these tests add to the Coupa connection.
const SECRET: &str = "a secret: of the Coupa connection";

/// Somebody who searches from within Coupa.
pub struct Client<'a> {
    pub harness: &'a Harness,
    pub http: reqwest::Client,
    /// Under which the calls are found, such as `/v1.0.0`.
    pub version: &'static str,
}

// === impl Client ===

impl<'a> Client<'a> {
    /// A client that knows the connection's secret.
    pub async fn of(harness: &'a Harness) -> Self {
        let secret = HashedSecret::new(&harness.core().keys.secret_key(), SECRET, harness.now());
        harness.change_coupa(|connection| connection.secrets.push(secret)).await;
        Self { harness, http: reqwest::Client::new(), version: "" }
    }

    /// What the credentials field holds.
    pub fn credentials(&self) -> String {
        format!("{}:{SECRET}", self.harness.world().coupa_connection.buyer.value)
    }

    /// A token.
    pub async fn token(&self) -> String {
        let body = json!({ "credentials": self.credentials(), "email": "ada@acme.example" });
        let (status, answer) = self.call("authentication", &body, None).await;
        assert_eq!(status, 200, "{answer}");
        answer["token"].as_str().expect("a token").to_owned()
    }

    /// The ids of what is found.
    pub async fn found(&self, words: &str) -> Vec<String> {
        let (status, answer) = self
            .call("search", &json!({ "query": words, "page_number": 1 }), Some(&self.token().await))
            .await;
        assert_eq!(status, 200, "{answer}");
        let results = answer["results"].as_array().expect("results");
        results.iter().map(|item| item["source_part_num"].as_str().expect("an id").to_owned()).collect()
    }

    /// A call with a bearer token or none; HTTP status and answer.
    pub async fn call(&self, name: &str, body: &Value, bearer: Option<&str>) -> (u16, Value) {
        self.send(name, body.to_string(), bearer).await
    }

    /// The same with any body.
    pub async fn send(&self, name: &str, body: String, bearer: Option<&str>) -> (u16, Value) {
        let path = format!("open-buy/{name}{}", self.version);
        let mut request = self.http.post(self.harness.core().marketplace.url(&path)).body(body);
        if let Some(token) = bearer {
            request = request.header("Authorization", format!("Bearer {token}"));
        }
        let response = request.send().await.expect("an answer");
        let status = response.status().as_u16();
        let text = response.text().await.expect("a body");
        (status, serde_json::from_str(&text).unwrap_or_else(|_| panic!("not JSON: {text}")))
    }
}
