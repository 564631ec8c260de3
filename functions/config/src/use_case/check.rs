//! "Check this connection": what can be proved before it is needed.

use platform::mail::Verification;
use platform::outbound::Probed;
use procurement::configuration::{
    Asked, Caller, Check, Place, Reached, Readiness, Sender, addresses, readiness,
};
use procurement::id::ConnectionId;
use url::Url;

use crate::{Configuration, Failure};

impl Configuration {
    /// Runs every check that needs no buyer.
    pub async fn check(&self, caller: &Caller, id: ConnectionId) -> Result<Vec<Check>, Failure> {
        let connection = self.readable(caller, id).await?;
        let found = self.core.store.connections_by_buyer(std::slice::from_ref(&connection.buyer)).await?;
        let marketplace = &self.core.marketplace;
        let mut asked = Vec::new();
        for (place, url) in addresses(&connection, &marketplace.base_url) {
            asked.push(self.ask(place, url).await);
        }
        Ok(readiness(&Readiness {
            connection: &connection,
            with_identity: found.len(),
            asked,
            mail_from: &marketplace.mail_from,
            sender: self.sender(&marketplace.mail_from).await,
            now: self.core.clock.now(),
        }))
    }

    async fn ask(&self, place: Place, url: Url) -> Asked {
        let reached = match self.outbound.probe(&url).await {
            Ok(Probed { certificate_until }) => Reached::Answered { certificate_until },
            Err(error) => Reached::Failed(error.to_string()),
        };
        Asked { place, url, reached }
    }

    async fn sender(&self, address: &str) -> Sender {
        let Some(mail) = &self.mail else { return Sender::NobodyToAsk };
        match mail.verification(address).await {
            Verification::Verified => Sender::Verified,
            Verification::NotVerified => Sender::NotVerified,
            Verification::NobodyToAsk => Sender::NobodyToAsk,
            Verification::NoAnswer => Sender::NoAnswer,
        }
    }
}
