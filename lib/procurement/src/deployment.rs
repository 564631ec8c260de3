//! Whether a document means the buyer's test account or the one for production, and what a disagreement with the connection's
//! mode comes to (R20).
//!
//! The connection's mode decides what happens, always. What a document says of itself can only agree, be marked, or, under
//! the strict setting, be refused.

use cxml::model::{DeploymentMode, Document};
use serde::{Deserialize, Serialize};

use crate::connection::{Deployment, Identity};
use crate::order::OrderFault;
use crate::refusal::Refusal;
use crate::sender::Known;

/// A document says another account than the connection's mode: taken, and marked. The text is for people.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[error("It was sent with {}, but {}", named(.claims), if *.test { TAKEN_AS_TEST } else { TAKEN_AS_REAL })]
pub struct Mark {
    /// What says so.
    pub claims: Vec<Claim>,
    /// Whether the connection is in test mode.
    pub test: bool,
}

/// Something in a document that says which account is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum Claim {
    /// The attribute deploymentMode.
    #[error("deploymentMode {0}")]
    Mode(Deployment),
    /// An identity of a test account.
    #[error("an identity that ends in {}", Deployment::TEST_SUFFIX)]
    Identity,
    /// One of the two sets of credentials.
    #[error("the credentials for {0}")]
    Credentials(Deployment),
}

const TAKEN_AS_TEST: &str = "the connection is in test mode: it was taken as a test, and nothing is bought.";
const TAKEN_AS_REAL: &str = "the connection is live: it was taken as real.";

/// Holds what a document says against its connection's mode.
pub fn judge(document: &Document, known: &Known<'_>) -> Result<Option<Mark>, Refusal> {
    let connection = known.connection;
    let mode = Deployment::from(connection.mode);
    let others = claims(document, known).into_iter().filter(|(_, meant)| *meant != mode);
    let claims: Vec<Claim> = others.map(|(claim, _)| claim).collect();
    if claims.is_empty() {
        return Ok(None);
    }
    let mark = Mark { claims, test: connection.is_test() };
    if connection.settings.strict_deployment_mode {
        return Err(OrderFault::OtherMode { mark, connection: connection.name.clone() }.refusal());
    }
    Ok(Some(mark))
}

fn named(claims: &[Claim]) -> String {
    claims.iter().map(ToString::to_string).collect::<Vec<_>>().join(" and ")
}

/// What says which account is meant, each with which. What says nothing claims nothing: Coupa has no deploymentMode.
fn claims(document: &Document, known: &Known<'_>) -> Vec<(Claim, Deployment)> {
    let mut claims = Vec::new();
    let attribute = document.deployment_mode().map(|mode| match mode {
        DeploymentMode::Test => Deployment::Test,
        DeploymentMode::Production => Deployment::Production,
    });
    claims.extend(attribute.map(|meant| (Claim::Mode(meant), meant)));
    if named_test(document) {
        claims.push((Claim::Identity, Deployment::Test));
    }
    if known.connection.has_two_sets() {
        let set = known.secret.deployment;
        claims.push((Claim::Credentials(set), set));
    }
    claims
}

fn named_test(document: &Document) -> bool {
    let from = document.header.iter().flat_map(|header| &header.from.credentials);
    let identities =
        from.filter_map(|credential| Identity::new(&credential.domain, &credential.identity).ok());
    identities.map(|identity| identity.account().1).any(|meant| meant == Deployment::Test)
}

// === impl Mark ===

impl Mark {
    /// What says so, as a part of a sentence.
    pub(crate) fn named(&self) -> String {
        named(&self.claims)
    }
}
