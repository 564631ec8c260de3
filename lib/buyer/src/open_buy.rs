//! Open Buy: this Coupa searches the marketplace itself, and a click on a result punches out to it (R22).

use std::fmt;

use reqwest::header::CONTENT_TYPE;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::json;
use url::Url;

use crate::{Buyer, Connection, System};

/// The longest answer that is read.
const LONGEST_ANSWER: usize = 1024 * 1024;

/// A page of what the marketplace found.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct Found {
    /// Items on this page.
    pub count: usize,
    /// All that fit.
    pub total_count: usize,
    /// The items.
    pub results: Vec<FoundItem>,
}

/// An item as the marketplace describes it in a search.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct FoundItem {
    /// What a punch-out selects.
    pub source_part_num: String,
    /// Its name and seller.
    pub description: String,
    /// A sentence about it.
    #[serde(default)]
    pub summary: String,
    /// What it costs at the least.
    pub unit_price: Option<String>,
    /// In which currency.
    pub currency: Option<String>,
    /// What that is the price of, or why there is none.
    #[serde(default)]
    pub price_note: String,
    /// The unit of measure.
    pub uom: String,
    /// UNSPSC.
    pub unspsc_code: String,
    /// Who sells it.
    pub manufacturer_name: String,
}

/// Why there is no result; in words for the person who searches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotFound(String);

#[derive(Deserialize)]
struct Token {
    token: String,
}

#[derive(Deserialize)]
struct Fault {
    message: String,
}

// === impl Buyer ===

impl Buyer {
    /// Searches the marketplace as somebody with this address: authentication, then search.
    ///
    /// # Errors
    /// When this system is not connected, is no Coupa, or the marketplace does not answer with results.
    pub async fn search(&self, words: &str, page: usize, email: &str) -> Result<Found, NotFound> {
        if self.system() != System::Coupa {
            return Err(NotFound("Only Coupa has Open Buy.".to_owned()));
        }
        let connection =
            self.connection().ok_or_else(|| NotFound("The marketplace is not connected yet.".to_owned()))?;
        let credentials = format!("{}:{}", connection.buyer.identity, connection.shared_secret);
        let asked = json!({ "credentials": credentials, "email": email });
        let token: Token = self.call(&connection, "authentication", None, &asked).await?;
        let asked = json!({ "query": words, "page_number": page });
        self.call(&connection, "search", Some(&token.token), &asked).await
    }

    async fn call<T: DeserializeOwned>(
        &self,
        connection: &Connection,
        name: &str,
        token: Option<&str>,
        body: &serde_json::Value,
    ) -> Result<T, NotFound> {
        let url = address(connection, name)?;
        let mut request =
            self.http().post(url).header(CONTENT_TYPE, "application/json").body(body.to_string());
        if let Some(token) = token {
            request = request.bearer_auth(token);
        }
        let mut answer =
            request.send().await.map_err(|_| NotFound("The marketplace does not answer.".to_owned()))?;
        let status = answer.status();
        let mut bytes = Vec::new();
        while let Ok(Some(chunk)) = answer.chunk().await {
            bytes.extend_from_slice(&chunk);
            if bytes.len() > LONGEST_ANSWER {
                break;
            }
        }
        if status.is_success() {
            return serde_json::from_slice(&bytes)
                .map_err(|error| NotFound(format!("The marketplace's answer cannot be read: {error}.")));
        }
        let fault: Option<Fault> = serde_json::from_slice(&bytes).ok();
        Err(NotFound(
            fault.map_or_else(|| format!("The marketplace answered {status}."), |fault| fault.message),
        ))
    }
}

/// Open Buy lies beside the punch-out address.
fn address(connection: &Connection, name: &str) -> Result<Url, NotFound> {
    let path = format!("../open-buy/{name}/v1.0.0");
    connection
        .punch_out_url
        .join(&path)
        .map_err(|error| NotFound(format!("There is no such address: {error}.")))
}

// === impl NotFound ===

impl fmt::Display for NotFound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for NotFound {}
