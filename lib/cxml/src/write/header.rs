//! The envelope.

use super::output::Output;
use crate::{Credential, CredentialMac, Header};

impl Output {
    pub(super) fn header(&mut self, header: &Header) {
        self.element("Header", |o| {
            o.element("From", |o| {
                o.some(&header.from.credentials, Output::credential);
            });
            o.element("To", |o| {
                o.some(&header.to.credentials, Output::credential);
            });
            o.element("Sender", |o| {
                o.some(&header.sender.credentials, Output::credential);
                let user_agent = header.sender.user_agent.as_deref();
                o.text_element("UserAgent", user_agent.unwrap_or_default());
            });
        });
    }

    fn credential(&mut self, credential: &Credential) {
        self.element("Credential", |o| {
            o.attribute("domain", &credential.domain);
            o.optional_keyword("type", credential.kind);
            o.text_element("Identity", &credential.identity);
            match (&credential.secret, &credential.mac) {
                (Some(secret), _) => o.text_element("SharedSecret", secret.expose()),
                (None, Some(mac)) => o.credential_mac(mac),
                (None, None) => {}
            }
        });
    }

    fn credential_mac(&mut self, mac: &CredentialMac) {
        self.element("CredentialMac", |o| {
            o.attribute("type", &mac.kind);
            o.attribute("algorithm", &mac.algorithm);
            o.moment("creationDate", &mac.creation_date);
            o.moment("expirationDate", &mac.expiration_date);
            o.xml.text(&mac.value);
        });
    }
}
