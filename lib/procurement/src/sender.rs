//! Who sent a document: the buyer behind it, and whether its Sender knows the shared secret (R8, R54).

use cxml::auth::mac_matches;
use cxml::model::{Credential, Header};
use jiff::Timestamp;

use crate::connection::{Connection, HashedSecret, Identity, SealedSecret, SecretKey};
use crate::id::ConnectionId;
use crate::refusal::Refusal;

/// What Senders are known by.
#[derive(Clone, Copy)]
pub struct SenderKeys<'a> {
    /// What secrets are hashed with.
    pub hash: &'a SecretKey,
    /// Opens a secret that was sealed for a connection; nothing where it cannot be opened.
    pub open: &'a dyn Fn(ConnectionId, &SealedSecret) -> Option<cxml::Secret>,
}

/// A Sender that proved who it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Known<'a> {
    /// The connection that the document came over.
    pub connection: &'a Connection,
    /// The secret that the Sender knows.
    pub secret: &'a HashedSecret,
}

/// The buyer's identities, by which a connection is looked up: those of From in the domains that are
/// known here. From is the buyer also where a network is the Sender (R13), and a test account is the same buyer (R20).
/// Written twice, an identity counts once; one domain with two values is refused.
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
    let identity = Identity::new(&credential.domain, &credential.identity).ok()?;
    Some(identity.account().0)
}

fn two_values(identity: &Identity) -> Refusal {
    Refusal::bad_request(format!(
        "From has two different {} identities. Send one identity in each domain.",
        identity.domain
    ))
}

/// The connection that a document came over, if its Sender presents a secret of it, or proves by a CredentialMac that it
/// knows one. All of the buyer's identities must mean the same connection. A stranger does not learn which part was wrong.
pub fn authenticate<'a>(
    header: &Header,
    connections: &'a [Connection],
    keys: &SenderKeys<'_>,
    now: Timestamp,
) -> Result<Known<'a>, Refusal> {
    let [connection] = connections else { return Err(Refusal::unauthorized()) };
    let secret = presented(header, connection, keys.hash, now);
    let secret = secret.or_else(|| proved(header, connection, keys, now));
    secret.map(|secret| Known { connection, secret }).ok_or_else(Refusal::unauthorized)
}

fn presented<'a>(
    header: &Header,
    connection: &'a Connection,
    key: &SecretKey,
    now: Timestamp,
) -> Option<&'a HashedSecret> {
    let secrets = header.sender.credentials.iter().filter_map(|credential| credential.secret.as_ref());
    secrets.filter_map(|secret| connection.secret_presented(key, secret.expose(), now)).next()
}

/// A code needs the secret itself, which is there only where the connection asked for it (R54).
fn proved<'a>(
    header: &Header,
    connection: &'a Connection,
    keys: &SenderKeys<'_>,
    now: Timestamp,
) -> Option<&'a HashedSecret> {
    let kept = || connection.secrets.iter().filter(|secret| secret.is_valid(now));
    let sealed = kept().filter_map(|secret| Some((secret, secret.sealed.as_ref()?)));
    let is_taken =
        connection.settings.credential_mac && header.sender.credentials.iter().any(|one| one.mac.is_some());
    sealed
        .filter(|_| is_taken)
        .find(|(_, sealed)| {
            (keys.open)(connection.id, sealed).is_some_and(|secret| proves(header, &secret, now))
        })
        .map(|(secret, _)| secret)
}

fn proves(header: &Header, secret: &cxml::Secret, now: Timestamp) -> bool {
    let codes = header.sender.credentials.iter().filter_map(|sender| Some((sender, sender.mac.as_ref()?)));
    codes.into_iter().any(|(sender, code)| {
        let mut from = header.from.credentials.iter();
        from.any(|from| mac_matches(from, sender, code, secret, now).is_ok())
    })
}
