//! Which connection an account's purchases go over.

use crate::configuration::WhyConnection;

pub fn why(why: &WhyConnection) -> String {
    match why {
        WhyConnection::StandsAlone { account } => {
            format!("Konto {account} steht für sich, daher gilt seine eigene Konfiguration.")
        }
        WhyConnection::Belongs { account, organisation, management } => {
            format!("Konto {account} gehört zu {organisation}; konfiguriert wird sie vom Konto {management}.")
        }
        WhyConnection::Inactive { account } => {
            format!("Konto {account} ist nicht aktiv; es kann nichts dafür gekauft werden.")
        }
        WhyConnection::Disabled { name, system } => {
            format!("„{name}“ ({}) ist deaktiviert und nimmt keine neuen Punch-outs an.", system.label())
        }
        WhyConnection::Usable { name, system, test: true } => {
            format!("„{name}“ ({}) ist aktiviert und im Testmodus; es wird nichts gekauft.", system.label())
        }
        WhyConnection::Usable { name, system, test: false } => {
            format!("„{name}“ ({}) ist aktiviert und produktiv.", system.label())
        }
        WhyConnection::NoneEnabled => {
            "Keine Verbindung ist aktiviert: Das Konto kauft auf dem Marktplatz selbst, ohne Genehmigung."
                .to_owned()
        }
        WhyConnection::OneEnabled { name } => format!("Einkäufe gehen über „{name}“."),
        WhyConnection::SeveralEnabled => {
            "Einkäufe gehen über die Verbindung, von der aus der Punch-out geschieht.".to_owned()
        }
    }
}
