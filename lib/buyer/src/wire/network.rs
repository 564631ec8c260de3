//! The SAP Business Network: the hop between an SAP Ariba buyer and the supplier.
//!
//! The buyer's document reaches the network under the buyer's own credentials; the network replaces the
//! Sender by itself and proves it with the *supplier's* shared secret. From stays the buyer's ANID, To the
//! supplier. The same hop repeats what failed for a time.

use super::envelope::Envelope;
use super::party::Proof;
use crate::{Connection, Credential};

/// The document as the network passes it on to the supplier.
pub(crate) fn forward(mut envelope: Envelope, connection: &Connection) -> Envelope {
    envelope.rename("Sender", &network());
    if let Some(sender) = envelope.party("Sender") {
        sender.credentials[0].proof = Proof::SharedSecret(connection.shared_secret.clone());
    }
    envelope.deployment_mode = Some(deployment_mode(connection).to_owned());
    if connection.test_account {
        for (element, party) in [("From", &connection.buyer), ("To", &connection.supplier)] {
            envelope.rename(element, &test_account_of(party));
        }
    }
    envelope
}

/// How the network names itself in Sender.
fn network() -> Credential {
    Credential::new("AribaNetworkUserId", "sysadmin@ariba.com")
}

fn deployment_mode(connection: &Connection) -> &'static str {
    if connection.test_account { "test" } else { "production" }
}

fn test_account_of(party: &Credential) -> Credential {
    if party.identity.ends_with("-T") {
        return party.clone();
    }
    Credential::new(&party.domain, format!("{}-T", party.identity))
}
