//! The envelope.

use super::reader::Reader;
use crate::grammar;
use crate::xml::Fail;
use crate::{Credential, CredentialMac, Header, NoteKind, Party, Sender};

impl Reader<'_> {
    pub(super) fn header(&mut self) -> Result<Header, Fail> {
        let mut header = Header::default();
        self.children(&grammar::HEADER, |r, name| {
            match name {
                "From" => header.from = r.party(&grammar::FROM)?,
                "To" => header.to = r.party(&grammar::TO)?,
                "Sender" => header.sender = r.sender()?,
                _ => r.pass(name)?,
            }
            Ok(())
        })?;
        Ok(header)
    }

    fn party(&mut self, content: &'static grammar::Content) -> Result<Party, Fail> {
        let mut party = Party::default();
        self.children(content, |r, name| match name {
            "Credential" => r.credential_into(&mut party.credentials),
            _ => r.pass(name),
        })?;
        Ok(party)
    }

    fn sender(&mut self) -> Result<Sender, Fail> {
        let mut sender = Sender::default();
        self.children(&grammar::SENDER, |r, name| {
            match name {
                "Credential" => r.credential_into(&mut sender.credentials)?,
                "UserAgent" => {
                    sender.user_agent = Some(r.string()?).filter(|agent| !agent.is_empty());
                }
                _ => r.pass(name)?,
            }
            Ok(())
        })?;
        Ok(sender)
    }

    fn credential_into(&mut self, list: &mut Vec<Credential>) -> Result<(), Fail> {
        let at = self.cursor.tag();
        let credential = self.credential()?;
        // A party has few; a hostile document may have thousands, which are not all compared.
        let first = &list[..list.len().min(8)];
        if first.iter().any(|c| c.domain.eq_ignore_ascii_case(&credential.domain)) {
            self.notes
                .add(at, NoteKind::DuplicateIdentity, || "a second credential of the same domain".to_owned());
        }
        if credential != Credential::default() {
            list.push(credential);
        }
        Ok(())
    }

    fn credential(&mut self) -> Result<Credential, Fail> {
        let mut credential = Credential {
            domain: self.required("domain"),
            kind: self.keyword("type"),
            ..Credential::default()
        };
        let mut has_identity = false;
        self.children(&grammar::CREDENTIAL, |r, name| {
            match name {
                "Identity" if has_identity => {
                    r.note(NoteKind::DuplicateIdentity, || {
                        "a second Identity in one Credential; the first one counts".to_owned()
                    });
                    r.cursor.skip()?;
                }
                "Identity" => {
                    credential.identity = r.string()?;
                    has_identity = true;
                }
                "SharedSecret" => credential.secret = Some(r.secret()?),
                "CredentialMac" => credential.mac = Some(r.credential_mac()?),
                _ => r.pass(name)?,
            }
            Ok(())
        })?;
        Ok(credential)
    }

    fn credential_mac(&mut self) -> Result<CredentialMac, Fail> {
        Ok(CredentialMac {
            kind: self.required("type"),
            algorithm: self.required("algorithm"),
            creation_date: self.required_moment("creationDate"),
            expiration_date: self.required_moment("expirationDate"),
            value: self.string()?,
        })
    }
}
