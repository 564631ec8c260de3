//! Whether a document means the buyer's test account or the one for production, and what a disagreement with the connection's
//! mode comes to (R20).
//!
//! The connection's mode decides what happens, always. What a document says of itself can only agree, be marked, or, under
//! the strict setting, be refused.

use cxml::model::{DeploymentMode, Document};

use crate::connection::{Connection, Deployment, Identity};
use crate::refusal::Refusal;
use crate::sender::Known;

/// A document says another account than the connection's mode: taken, and marked. The text is for people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark(pub String);

/// Holds what a document says against its connection's mode.
pub fn judge(document: &Document, known: &Known<'_>) -> Result<Option<Mark>, Refusal> {
    let connection = known.connection;
    let mode = Deployment::from(connection.mode);
    let claims = claims(document, known);
    let others: Vec<String> =
        claims.into_iter().filter(|(_, meant)| *meant != mode).map(|(what, _)| what).collect();
    if others.is_empty() {
        return Ok(None);
    }
    let others = others.join(" and ");
    if connection.settings.strict_deployment_mode {
        return Err(Refusal::conflict(refusal(connection, &others)));
    }
    Ok(Some(Mark(mark(connection, &others))))
}

fn mark(connection: &Connection, others: &str) -> String {
    if connection.is_test() {
        return format!(
            "It was sent with {others}, but the connection is in test mode: it was taken as a test, and nothing is bought."
        );
    }
    format!("It was sent with {others}, but the connection is live: it was taken as real.")
}

fn refusal(connection: &Connection, others: &str) -> String {
    let mode = if connection.is_test() { "in test mode" } else { "live" };
    format!(
        "This was sent with {others}, but the connection \"{}\" is {mode}, and its settings refuse what disagrees. Send it from \
         the other account, or change the connection.",
        connection.name
    )
}

/// What says which account is meant, each with which. What says nothing claims nothing: Coupa has no deploymentMode.
fn claims(document: &Document, known: &Known<'_>) -> Vec<(String, Deployment)> {
    let mut claims = Vec::new();
    match document.deployment_mode() {
        Some(DeploymentMode::Test) => claims.push(("deploymentMode test".to_owned(), Deployment::Test)),
        Some(DeploymentMode::Production) => {
            claims.push(("deploymentMode production".to_owned(), Deployment::Production));
        }
        None => {}
    }
    if named_test(document) {
        let suffix = Deployment::TEST_SUFFIX;
        claims.push((format!("an identity that ends in {suffix}"), Deployment::Test));
    }
    if known.connection.has_two_sets() {
        let set = known.secret.deployment;
        claims.push((format!("the credentials for {set}"), set));
    }
    claims
}

fn named_test(document: &Document) -> bool {
    let from = document.header.iter().flat_map(|header| &header.from.credentials);
    let identities =
        from.filter_map(|credential| Identity::new(&credential.domain, &credential.identity).ok());
    identities.map(|identity| identity.account().1).any(|meant| meant == Deployment::Test)
}
