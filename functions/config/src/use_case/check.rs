//! "Check this connection": what can be proved before it is needed.

use platform::outbound::Probed;
use procurement::configuration::{Caller, Check, Reached, Readiness, readiness};
use procurement::connection::{Connection, InvoiceChannel};
use procurement::id::ConnectionId;

use crate::{Configuration, Failure};

impl Configuration {
    /// Runs every check that needs no buyer.
    pub async fn check(&self, caller: &Caller, id: ConnectionId) -> Result<Vec<Check>, Failure> {
        let connection = self.readable(caller, id).await?;
        let found = self.core.store.connections_by_buyer(std::slice::from_ref(&connection.buyer)).await?;
        Ok(readiness(&Readiness {
            connection: &connection,
            with_identity: found.len(),
            invoice_url: self.reach(&connection).await,
            mail_from: &self.core.marketplace.mail_from,
            now: self.core.clock.now(),
        }))
    }

    async fn reach(&self, connection: &Connection) -> Option<Reached> {
        let InvoiceChannel::Cxml(delivery) = &connection.settings.invoicing else { return None };
        Some(match self.outbound.probe(&delivery.url).await {
            Ok(Probed { certificate_until }) => Reached::Answered { certificate_until },
            Err(error) => Reached::Failed(error.to_string()),
        })
    }
}
