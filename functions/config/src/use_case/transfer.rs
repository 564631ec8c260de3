//! A connection as a file, and back: everything but its secrets (R15).

use procurement::configuration::{Caller, Draft, Problem};
use procurement::connection::{Connection, InvoiceChannel, NewSystem, ProcurementSystem};
use procurement::id::ConnectionId;

use crate::view::PurchaseInformation;
use crate::{Configuration, Failure, Imported, SystemName};

const FORMAT: &str = "punchgate-connection/1";

impl Configuration {
    /// A connection without its secrets, and what is left out.
    pub async fn export(&self, caller: &Caller, id: ConnectionId) -> Result<Imported, Failure> {
        let connection = self.readable(caller, id).await?;
        let mut left_out =
            vec!["The shared secret: importing makes a new one, which is shown once.".to_owned()];
        if matches!(connection.settings.invoicing, InvoiceChannel::Cxml(_)) {
            left_out.push("The secret for invoices: write it as invoice_secret before importing.".to_owned());
        }
        if connection.settings.confirmations.is_some() {
            left_out.push(
                "The secret for confirmations: write it as confirmation_secret before importing.".to_owned(),
            );
        }
        let ariba = connection.system == ProcurementSystem::SapAriba;
        Ok(Imported {
            format: FORMAT.to_owned(),
            system: connection.system.into(),
            anid: ariba.then(|| connection.buyer.value.clone()),
            connection: Draft::of(&connection),
            left_out,
        })
    }

    /// Makes a connection of an exported one, in test mode, with a secret of its own; and what is still to be done.
    pub async fn import(
        &self,
        caller: &Caller,
        imported: &Imported,
    ) -> Result<(Connection, PurchaseInformation, Vec<String>), Failure> {
        if imported.format != FORMAT {
            return Err(Problem::invalid("format", format!("The format must be {FORMAT}.")).into());
        }
        let mut notices = Vec::new();
        let mut draft = Draft { mode: Some("test".to_owned()), ..imported.connection.clone() };
        if draft.invoice_channel.as_deref() == Some("cxml") && draft.invoice_secret.is_none() {
            draft.invoice_channel = Some("none".to_owned());
            notices.push(
                "Invoices are off, since their secret was not in the file. Set it, and switch them on."
                    .to_owned(),
            );
        }
        if draft.confirmation_url.is_some() && draft.confirmation_secret.is_none() {
            draft.confirmation_url = Some(String::new());
            notices.push(
                "Confirmations are off, since their secret was not in the file. Write their address again, with the secret."
                    .to_owned(),
            );
        }
        notices.push("The connection is in test mode, with a new shared secret.".to_owned());
        let system = match imported.system {
            SystemName::Coupa => NewSystem::Coupa,
            SystemName::SapAriba => NewSystem::SapAriba { anid: imported.anid.clone().unwrap_or_default() },
        };
        let (connection, information) = self.create(caller, system, &draft).await?;
        Ok((connection, information, notices))
    }
}
