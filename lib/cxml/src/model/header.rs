//! The envelope: from whom, to whom, through whom.

use super::Credential;

/// `Header`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Header {
    /// `From`: who made the document; the buyer, also behind a network (R13).
    pub from: Party,
    /// `To`: for whom it is.
    pub to: Party,
    /// `Sender`: who opened this connection, and proves it.
    pub sender: Sender,
}

/// `From` or `To`: one organisation, called by one or more names.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Party {
    /// All its credentials. All must mean the same organisation;
    /// [`auth::identities`](crate::auth::identities) checks that.
    pub credentials: Vec<Credential>,
}

/// `Sender`: a party that proves who it is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sender {
    /// Its credentials, at least one of them with a secret or a MAC.
    pub credentials: Vec<Credential>,
    /// `UserAgent`, such as `Coupa Procurement 1.0`; often missing.
    pub user_agent: Option<String>,
}

impl Header {
    /// A header with one credential per party.
    pub fn new(from: Credential, to: Credential, sender: Credential, user_agent: impl Into<String>) -> Self {
        Self {
            from: from.into(),
            to: to.into(),
            sender: Sender { credentials: vec![sender], user_agent: Some(user_agent.into()) },
        }
    }
}

impl From<Credential> for Party {
    fn from(credential: Credential) -> Self {
        Self { credentials: vec![credential] }
    }
}

impl Party {
    /// The identity in a domain; domains are compared without case.
    pub fn identity(&self, domain: &str) -> Option<&str> {
        self.credentials.iter().find(|c| c.domain.eq_ignore_ascii_case(domain)).map(|c| c.identity.as_str())
    }
}
