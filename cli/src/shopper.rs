//! Somebody who clicks through pages by real HTTP, without a browser: opens, reads forms, fills them in, submits.

use buyer::{Form, FormError};
use reqwest::redirect::Policy;
use url::Url;

/// The most redirects of one click.
const MAX_REDIRECTS: usize = 5;

/// Somebody who clicks.
#[derive(Clone, Debug)]
pub struct Shopper {
    client: reqwest::Client,
}

/// A page as it was found.
#[derive(Clone, Debug)]
pub struct Page {
    /// Its address, after redirects.
    pub url: Url,
    /// The HTTP status.
    pub status: u16,
    /// What it says.
    pub html: String,
}

/// Why a click came to nothing.
#[derive(Debug, thiserror::Error)]
pub enum ShopperError {
    /// Nobody answered.
    #[error("no page came back: {0}")]
    Http(#[from] reqwest::Error),
    /// The page's forms.
    #[error(transparent)]
    Form(#[from] FormError),
    /// The page lacks what was to be clicked.
    #[error("the page {url} (HTTP {status}) has no {what}")]
    Missing {
        /// The page.
        url: Url,
        /// Its status.
        status: u16,
        /// What is missing.
        what: String,
    },
}

// === impl Shopper ===

impl Shopper {
    /// Somebody without cookies.
    pub fn new() -> Result<Self, ShopperError> {
        let client =
            reqwest::Client::builder().redirect(Policy::limited(MAX_REDIRECTS)).no_proxy().build()?;
        Ok(Self { client })
    }

    /// Opens an address.
    pub async fn open(&self, url: &Url) -> Result<Page, ShopperError> {
        page(self.client.get(url.clone()).send().await?).await
    }

    /// Submits a form.
    pub async fn submit(&self, form: &Form) -> Result<Page, ShopperError> {
        let request = match form.method.as_str() {
            "post" => self.client.post(form.action.clone()).form(&form.fields),
            _ => self.client.get(with_query(form)),
        };
        page(request.send().await?).await
    }
}

fn with_query(form: &Form) -> Url {
    let mut url = form.action.clone();
    url.query_pairs_mut().clear().extend_pairs(&form.fields);
    url
}

async fn page(response: reqwest::Response) -> Result<Page, ShopperError> {
    let (url, status) = (response.url().clone(), response.status().as_u16());
    Ok(Page { url, status, html: response.text().await? })
}

// === impl Page ===

impl Page {
    /// The form whose action ends so.
    pub fn form_to(&self, action_ends: &str) -> Result<Form, ShopperError> {
        let forms = buyer::forms(&self.url, &self.html)?;
        let found = forms.into_iter().find(|form| form.action.path().ends_with(action_ends));
        found.ok_or_else(|| self.missing(format!("form to {action_ends}")))
    }

    /// The form that carries a cart to a procurement system.
    pub fn cart_form(&self) -> Result<Form, ShopperError> {
        let forms = buyer::forms(&self.url, &self.html)?;
        forms
            .into_iter()
            .find(Form::carries_a_cart)
            .ok_or_else(|| self.missing("form with a cart".to_owned()))
    }

    /// The first link whose path holds this.
    pub fn link_to(&self, part: &str) -> Result<Url, ShopperError> {
        let hrefs = self.html.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
        let mut links = hrefs.filter_map(|href| self.url.join(&href.replace("&amp;", "&")).ok());
        links.find(|url| url.path().contains(part)).ok_or_else(|| self.missing(format!("link to {part}")))
    }

    /// Whether the page says this, tags and entities aside.
    pub fn says(&self, words: &str) -> bool {
        self.html.contains(words)
    }

    fn missing(&self, what: String) -> ShopperError {
        ShopperError::Missing { url: self.url.clone(), status: self.status, what }
    }
}
