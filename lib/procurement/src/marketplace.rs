//! The marketplace itself, as it names itself to others.

use url::Url;

use crate::connection::Identity;

/// What the marketplace says about itself in documents and mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marketplace {
    /// Its name, for people.
    pub name: String,
    /// Where its pages and services are.
    pub base_url: Url,
    /// The address that mail comes from.
    pub mail_from: String,
    /// How buyers name it in new connections.
    pub supplier: Identity,
}

// === impl Marketplace ===

impl Marketplace {
    /// What UserAgent says.
    pub const USER_AGENT: &'static str = concat!("Punchgate ", env!("CARGO_PKG_VERSION"));

    /// The host that payloadIDs end with.
    pub fn host(&self) -> &str {
        self.base_url.host_str().unwrap_or("localhost")
    }

    /// A payloadID made of something unique, in the form `unique@host`.
    pub fn payload_id(&self, unique: impl std::fmt::Display) -> String {
        format!("{unique}@{}", self.host())
    }

    /// The address of a page or a service; `path` has no leading slash.
    pub fn url(&self, path: &str) -> Url {
        let mut url = self.base_url.clone();
        url.set_path(&format!("{}/{path}", self.base_url.path().trim_end_matches('/')));
        url
    }
}
