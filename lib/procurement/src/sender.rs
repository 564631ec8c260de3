//! Who sent a document: the buyer behind it, and whether its Sender knows the shared secret (R8, R54).

use cxml::model::{Credential, Header, Sender};
use jiff::Timestamp;

use crate::connection::{Connection, Identity, SecretKey};
use crate::refusal::Refusal;

/// The buyer's identities, by which a connection is looked up: those of From in the domains that are
/// known here. From is the buyer also where a network is the Sender (R13). Written twice, an
/// identity counts once; one domain with two values is refused.
pub fn buyers(header: &Header) -> Result<Vec<Identity>, Refusal> {
    let mut identities = Vec::<Identity>::new();
    for identity in header.from.credentials.iter().filter_map(known) {
        match identities.iter().find(|other| other.domain == identity.domain) {
            None => identities.push(identity),
            Some(same) if *same == identity => {}
            Some(_) => return Err(two_values(&identity)),
        }
    }
    if identities.is_empty() { Err(Refusal::unauthorized()) } else { Ok(identities) }
}

fn known(credential: &Credential) -> Option<Identity> {
    Identity::new(&credential.domain, &credential.identity).ok()
}

fn two_values(identity: &Identity) -> Refusal {
    Refusal::bad_request(format!(
        "From has two different {} identities. Send one identity in each domain.",
        identity.domain
    ))
}

/// The connection that a document came over, if its Sender presents a secret of it. All of the
/// buyer's identities must mean the same connection. A stranger does not learn which part was wrong.
pub fn authenticate<'a>(
    header: &Header,
    connections: &'a [Connection],
    key: &SecretKey,
    now: Timestamp,
) -> Result<&'a Connection, Refusal> {
    let [connection] = connections else { return Err(Refusal::unauthorized()) };
    if secrets(&header.sender).any(|secret| connection.accepts_secret(key, secret, now)) {
        Ok(connection)
    } else {
        Err(Refusal::unauthorized())
    }
}

fn secrets(sender: &Sender) -> impl Iterator<Item = &str> {
    sender
        .credentials
        .iter()
        .filter_map(|credential| credential.secret.as_ref())
        .map(|secret| secret.expose())
}
