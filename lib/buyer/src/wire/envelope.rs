//! The cXML document around a request: DOCTYPE, header, deployment mode.

use super::mac::credential_mac;
use super::party::{Party, Proof};
use crate::ids::wire_time;
use crate::{Connection, Credential, Fault, System};
use askama::Template;
use jiff::{SignedDuration, Timestamp};

/// A request document before it becomes text.
#[derive(Clone, Debug, Template)]
#[template(path = "wire/envelope.xml")]
pub(crate) struct Envelope {
    pub(crate) encoding: &'static str,
    pub(crate) system_id: Option<String>,
    pub(crate) internal_subset: &'static str,
    pub(crate) payload_id: String,
    pub(crate) timestamp: String,
    pub(crate) parties: Vec<Party>,
    pub(crate) deployment_mode: Option<String>,
    pub(crate) body: String,
}

impl Envelope {
    /// From the buyer to the supplier, as the buyer's own system writes it.
    pub(crate) fn new(
        system: System,
        connection: &Connection,
        payload_id: &str,
        at: Timestamp,
        body: String,
    ) -> Self {
        let mut sender = Party::new("Sender", &connection.buyer);
        sender.credentials[0].proof = Proof::SharedSecret(written_secret(connection));
        sender.user_agent = Some(system.user_agent().to_owned());
        Self {
            encoding: "UTF-8",
            system_id: Some(system_id(system.version())),
            internal_subset: "",
            payload_id: payload_id.to_owned(),
            timestamp: wire_time(at),
            parties: vec![
                Party::new("From", &connection.buyer),
                Party::new("To", &connection.supplier),
                sender,
            ],
            deployment_mode: None,
            body,
        }
    }

    pub(crate) fn party(&mut self, element: &str) -> Option<&mut Party> {
        self.parties.iter_mut().find(|party| party.element == element)
    }

    /// Applies what concerns the header and the document's own attributes.
    pub(crate) fn apply(&mut self, faults: &[Fault], secret: &str, now: Timestamp) {
        for fault in faults {
            self.apply_one(fault, secret, now);
        }
    }

    fn apply_one(&mut self, fault: &Fault, secret: &str, now: Timestamp) {
        match fault {
            Fault::WrongSecret(other) => self.prove(Proof::SharedSecret(other.clone())),
            Fault::EmptySecret => self.prove(Proof::SharedSecret(String::new())),
            Fault::NoSecret => self.prove(Proof::None),
            Fault::CredentialMac(later) => {
                self.prove_by_mac(secret, now.saturating_add(*later).unwrap_or(now))
            }
            Fault::Sender(other) => self.rename("Sender", other),
            Fault::From(other) => self.rename("From", other),
            Fault::To(other) => self.rename("To", other),
            Fault::AlsoFrom(other) => self.also_from(other),
            Fault::NoUserAgent => self.parties.iter_mut().for_each(|party| party.user_agent = None),
            Fault::HeaderReversed => self.parties.reverse(),
            Fault::DoubleIdentity => self.double_identities(),
            Fault::MixedCaseDomains => self.mix_case(),
            Fault::DeploymentMode(mode) => self.deployment_mode = Some(mode.clone()),
            Fault::Version(version) => self.system_id = Some(system_id(version)),
            Fault::NoDoctype => self.system_id = None,
            Fault::EntityDeclaration => self.internal_subset = " [<!ENTITY local \"text\">]",
            Fault::Timestamp(written) => self.timestamp.clone_from(written),
            Fault::PayloadId(payload_id) => self.payload_id.clone_from(payload_id),
            _ => {}
        }
    }

    fn prove(&mut self, proof: Proof) {
        if let Some(sender) = self.party("Sender") {
            sender.credentials[0].proof = proof;
        }
    }

    fn prove_by_mac(&mut self, secret: &str, created: Timestamp) {
        let expires = created.saturating_add(SignedDuration::from_hours(24)).unwrap_or(created);
        let from = self.first_credential("From");
        let sender = self.first_credential("Sender");
        let mac = credential_mac(secret, &from, &sender, wire_time(created), wire_time(expires));
        self.prove(Proof::Mac(mac));
    }

    fn first_credential(&mut self, element: &str) -> Credential {
        self.party(element).map_or_else(
            || Credential::new("", ""),
            |party| Credential::new(&party.credentials[0].domain, &party.credentials[0].identities[0]),
        )
    }

    pub(crate) fn rename(&mut self, element: &str, to: &Credential) {
        if let Some(party) = self.party(element) {
            let first = &mut party.credentials[0];
            first.domain.clone_from(&to.domain);
            first.identities = vec![to.identity.clone()];
        }
    }

    fn also_from(&mut self, other: &Credential) {
        if let Some(from) = self.party("From") {
            from.credentials.push(other.into());
        }
    }

    fn double_identities(&mut self) {
        for credential in self.parties.iter_mut().flat_map(|party| &mut party.credentials) {
            credential.identities.extend_from_within(..);
        }
    }

    fn mix_case(&mut self) {
        for party in &mut self.parties {
            for credential in &mut party.credentials {
                let lower = credential.domain.to_lowercase();
                credential.domain = if party.element == "To" { capitalised(&lower) } else { lower };
            }
        }
    }
}

/// A secret that nobody set is sent as the word `none`, as Coupa does it.
fn written_secret(connection: &Connection) -> String {
    if connection.shared_secret.is_empty() {
        return "none".to_owned();
    }
    connection.shared_secret.clone()
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_ascii_uppercase().to_string() + letters.as_str()).unwrap_or_default()
}

fn system_id(version: &str) -> String {
    format!("http://xml.cxml.org/schemas/cXML/{version}/cXML.dtd")
}
