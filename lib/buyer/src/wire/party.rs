//! From, To and Sender as they are written.

use super::mac::CredentialMac;
use crate::Credential;

/// How a credential is proved.
#[derive(Clone, Debug)]
pub(crate) enum Proof {
    None,
    SharedSecret(String),
    Mac(CredentialMac),
}

#[derive(Clone, Debug)]
pub(crate) struct WrittenCredential {
    pub(crate) domain: String,
    pub(crate) identities: Vec<String>,
    pub(crate) proof: Proof,
}

impl From<&Credential> for WrittenCredential {
    fn from(credential: &Credential) -> Self {
        Self {
            domain: credential.domain.clone(),
            identities: vec![credential.identity.clone()],
            proof: Proof::None,
        }
    }
}

#[derive(Clone, Debug)]
pub(crate) struct Party {
    pub(crate) element: &'static str,
    pub(crate) credentials: Vec<WrittenCredential>,
    pub(crate) user_agent: Option<String>,
}

impl Party {
    pub(crate) fn new(element: &'static str, credential: &Credential) -> Self {
        Self { element, credentials: vec![credential.into()], user_agent: None }
    }
}
