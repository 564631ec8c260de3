//! Which organisation is meant.

use super::unauthorized;
use crate::{Credential, CredentialType, Fault, Header};

/// Whether two identities in a domain are the same one (R8): those of AribaNetworkUserId are
/// compared exactly, all others without case.
pub fn same_identity(domain: &str, one: &str, other: &str) -> bool {
    let (one, other) = (one.trim(), other.trim());
    match domain.trim().eq_ignore_ascii_case("AribaNetworkUserId") {
        true => one == other,
        false => one.eq_ignore_ascii_case(other),
    }
}

/// The identities of a party, one per domain; domains are compared without case.
///
/// # Errors
///
/// When one domain has two different identities, or there is no identity at all: all credentials of
/// a party must mean one organisation. Also when there are more than a hundred.
pub fn identities(credentials: &[Credential]) -> Result<Vec<&Credential>, Fault> {
    let mut found: Vec<&Credential> = Vec::new();
    if credentials.len() > 100 {
        return Err(unauthorized(
            "a party has more than a hundred credentials",
            "Send one Credential per domain",
        ));
    }
    for credential in credentials {
        if credential.identity.trim().is_empty() {
            continue;
        }
        let same_domain =
            |known: &&&Credential| known.domain.trim().eq_ignore_ascii_case(credential.domain.trim());
        match found.iter().find(same_domain) {
            None => found.push(credential),
            Some(known) if same_identity(&known.domain, &known.identity, &credential.identity) => {}
            Some(_) => {
                return Err(unauthorized(
                    "a party has two different identities in one domain",
                    "Send one Credential per domain",
                ));
            }
        }
    }
    match found.is_empty() {
        true => Err(unauthorized("a party has no identity", "Send a Credential with an Identity")),
        false => Ok(found),
    }
}

/// The credential of the buyer.
///
/// From is the buyer, also when the document comes through a network whose own credential is in
/// Sender (R13). A credential of type `marketplace` is that of a network and is passed over, unless
/// there is no other. Among several, the NetworkId counts first, because a network writes it.
///
/// # Errors
///
/// As [`identities`].
pub fn buyer(header: &Header) -> Result<&Credential, Fault> {
    let credentials = identities(&header.from.credentials)?;
    let rank = |credential: &&Credential| {
        let is_network = credential.kind == Some(CredentialType::Marketplace);
        let is_network_id = credential.domain.trim().eq_ignore_ascii_case("NetworkId");
        (is_network, !is_network_id)
    };
    let buyer = credentials.into_iter().min_by_key(rank);
    buyer.ok_or_else(|| unauthorized("a party has no identity", "Send a Credential"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn credential(domain: &str, identity: &str) -> Credential {
        Credential::new(domain, identity)
    }

    #[test]
    fn only_ariba_users_are_compared_with_case() {
        assert!(same_identity("NetworkId", "an01", "AN01"));
        assert!(same_identity("duns", " 12a ", "12A"));
        assert!(!same_identity("AribaNetworkUserId", "jim@x", "Jim@x"));
        assert!(same_identity("aribanetworkuserid", "Jim@x", "Jim@x"));
    }

    #[test]
    fn a_domain_written_in_two_ways_with_one_identity_is_one() {
        let credentials = [credential("duns", "83a"), credential("Duns", "83A")];
        assert_eq!(identities(&credentials).unwrap().len(), 1);
    }

    #[test]
    fn one_domain_with_two_identities_is_refused() {
        let credentials = [credential("duns", "83"), credential("DUNS", "84")];
        assert_eq!(identities(&credentials).unwrap_err().status.0, 401);
    }

    #[test]
    fn no_identity_is_nobody() {
        assert!(identities(&[]).is_err());
        assert!(identities(&[credential("DUNS", "  ")]).is_err());
    }

    #[test]
    fn the_buyer_behind_a_network_is_in_from_and_not_the_network() {
        let mut header = Header::default();
        let network =
            Credential { kind: Some(CredentialType::Marketplace), ..credential("NetworkId", "AN0100000000") };
        header.from.credentials = vec![network.clone(), credential("DUNS", "83")];
        header.sender.credentials = vec![credential("NetworkId", "AN99")];
        assert_eq!(buyer(&header).unwrap().identity, "83");

        header.from.credentials.push(credential("NetworkId2", "x"));
        header.from.credentials.remove(0);
        header.from.credentials.push(credential("networkid", "AN02"));
        assert_eq!(buyer(&header).unwrap().identity, "AN02");

        header.from.credentials = vec![network];
        assert_eq!(buyer(&header).unwrap().identity, "AN0100000000");
    }
}
