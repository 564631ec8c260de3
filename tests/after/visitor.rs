//! Somebody who is signed in to the console.

use support::Harness;

/// The administrator of the company that buys through Coupa.
pub const ADMINISTRATOR: &str = "111122223333";
/// The operator of the marketplace.
pub const OPERATOR: &str = "999900001111";

/// Somebody who is signed in.
pub struct Visitor {
    client: reqwest::Client,
    base: String,
}

impl Visitor {
    /// This account's user, with a browser that asks for this language.
    pub async fn enter(harness: &Harness, account: &str, language: &str) -> Self {
        let mut headers = reqwest::header::HeaderMap::new();
        headers.insert("accept-language", language.parse().expect("a language"));
        let client = reqwest::Client::builder().cookie_store(true).default_headers(headers);
        let base = harness.core().marketplace.base_url.as_str().trim_end_matches('/').to_owned();
        let one = Self { client: client.build().expect("a client"), base };
        let entered = one.client.get(format!("{}/demo/console/{account}", one.base)).send().await;
        assert_eq!(entered.expect("an answer").status(), 200);
        one
    }

    /// A page that is there.
    pub async fn page(&self, path: &str) -> String {
        let answer = self.client.get(format!("{}{path}", self.base)).send().await.expect("an answer");
        assert_eq!(answer.status(), 200, "{path}");
        answer.text().await.expect("a page")
    }

    /// A file to be kept: its type and its content.
    pub async fn file(&self, path: &str) -> (String, Vec<u8>) {
        let answer = self.client.get(format!("{}{path}", self.base)).send().await.expect("an answer");
        let kind = answer.headers()["content-type"].to_str().expect("a type").to_owned();
        assert!(answer.headers()["content-disposition"].to_str().expect("a name").starts_with("attachment"));
        (kind, answer.bytes().await.expect("a file").to_vec())
    }

    /// The page that comes of a form that is taken.
    pub async fn post<S: AsRef<str>>(&self, path: &str, fields: &[(&str, S)]) -> String {
        let (status, page) = self.ask(path, fields).await;
        assert_eq!(status, 200, "{path}: {page}");
        page
    }

    /// What comes of a form, whatever it is.
    pub async fn ask<S: AsRef<str>>(&self, path: &str, fields: &[(&str, S)]) -> (u16, String) {
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_ref())).collect();
        let request = self.client.post(format!("{}{path}", self.base)).header("origin", &self.base);
        let answer = request.form(&fields).send().await.expect("an answer");
        (answer.status().as_u16(), answer.text().await.expect("a page"))
    }
}
