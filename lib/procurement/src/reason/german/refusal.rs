//! Why a purchase order is refused, and what marks a document.

use super::{amount, date, no_longer};
use crate::connection::Deployment;
use crate::deployment::{Claim, Mark};
use crate::order::{LineFault, MAX_LINES, MAX_ORDER_ID, OrderFault};

/// All that is wrong with an order, as one text.
pub fn all(faults: &[OrderFault]) -> String {
    let mut texts: Vec<String> = faults.iter().map(order_fault).collect();
    if faults.iter().any(|fault| matches!(fault, OrderFault::Line { .. })) {
        texts.push("Es wurde nichts gekauft.".to_owned());
    }
    texts.join(" ")
}

pub fn order_fault(why: &OrderFault) -> String {
    match why {
        OrderFault::Line { number, fault } => format!("Zeile {number}: {}", line_fault(fault)),
        OrderFault::TestCompleted { order_id } => format!(
            "TEST: Die Bestellung {order_id} wurde als Test abgeschlossen. Es wurde nichts gekauft, also gibt es nichts zu ändern oder \
             zurückzunehmen. Für einen weiteren Test fragen Sie die Genehmigung im Marktplatz neu an."
        ),
        OrderFault::Different { order_id } => format!(
            "Die Bestellung {order_id} kam schon einmal mit anderem Inhalt. Es wurde nichts geändert. Um etwas anderes zu bestellen, \
             senden Sie es unter einer neuen Nummer oder einer neuen orderVersion."
        ),
        OrderFault::Fulfilled { order_id } => format!(
            "Die Bestellung {order_id} ist ausgeführt: Das Abonnement besteht und lässt sich durch keine Bestellung ändern. Bitten Sie \
             den Anbieter, es zu ändern oder zu beenden, oder bestellen Sie den Unterschied mit einer neuen Anfrage."
        ),
        OrderFault::NamesNothing { order_id } => format!(
            "Die Rücknahme der Bestellung {order_id} nennt keine Anfrage dieses Marktplatzes, daher wurde nichts zurückgenommen. \
             Senden Sie sie mit den Zeilen der Bestellung, jede mit ihrer SupplierPartAuxiliaryID."
        ),
        OrderFault::Release => "Abrufe aus einer Rahmenbestellung werden nicht unterstützt: Schon die Rahmenbestellung schließt die \
            Vereinbarung. Senden Sie eine einfache Bestellung oder eine Rahmenbestellung."
            .to_owned(),
        OrderFault::OrderId => {
            format!("Die Bestellung braucht eine orderID von 1 bis {MAX_ORDER_ID} Zeichen.")
        }
        OrderFault::Lines { count } => format!(
            "Die Bestellung hat {count} Zeilen; eine Bestellung darf 1 bis {MAX_LINES} haben. Teilen Sie sie auf mehrere auf."
        ),
        OrderFault::Version => "Die orderVersion ist keine ganze Zahl. Zählen Sie sie mit jeder Änderung der Bestellung um 1 weiter."
            .to_owned(),
        OrderFault::OtherMode { mark, connection } => format!(
            "Das wurde mit {} gesendet, aber die Verbindung „{connection}“ ist {}, und ihre Einstellungen lehnen ab, was nicht \
             übereinstimmt. Senden Sie es vom anderen Konto aus oder ändern Sie die Verbindung.",
            claims(&mark.claims),
            mode(mark.test)
        ),
    }
}

fn line_fault(why: &LineFault) -> String {
    const NEW: &str = "Fragen Sie die Genehmigung im Marktplatz neu an.";
    match why {
        LineFault::Reference => format!(
            "Die SupplierPartAuxiliaryID fehlt oder wurde verändert. Senden Sie sie genau so, wie der Warenkorb sie enthielt. Ist sie \
             verloren: {NEW}"
        ),
        LineFault::Unknown => format!("Die Anfrage, auf die sie sich bezieht, gibt es nicht mehr. {NEW}"),
        LineFault::SomebodyElses => "Die Anfrage, auf die sie sich bezieht, gehört einem anderen Käufer. Bestellen kann nur, wer \
            angefragt hat."
            .to_owned(),
        LineFault::Ordered(order_id) => format!(
            "Die Anfrage wurde schon bestellt, mit der Bestellung {order_id}. Um noch einmal zu kaufen: {NEW}"
        ),
        LineFault::Cancelled => format!("Die Anfrage wurde zurückgenommen. {NEW}"),
        LineFault::NotSent => {
            "Die Anfrage wurde nie zur Genehmigung gesendet. Schließen Sie zuerst den Warenkorb im Marktplatz ab.".to_owned()
        }
        LineFault::Expired(day) => {
            format!("Die Anfrage ist am {} abgelaufen, weil keine Bestellung rechtzeitig kam. {NEW}", written(day))
        }
        LineFault::Product { found, requested } => format!(
            "Die Artikelnummer ist {found}, angefragt wurde {requested}. Bestellen Sie, was angefragt wurde."
        ),
        LineFault::Quantity { found, requested } => format!(
            "Die Menge ist {found}, angefragt wurde {requested}. Bestellen Sie, was angefragt wurde, oder fragen Sie die Genehmigung \
             neu an."
        ),
        LineFault::NoPrice(price) => {
            format!("Ein Preis je Einheit fehlt. Bestellen Sie zu {}, wie angefragt.", amount(*price))
        }
        LineFault::Currency { found, requested } => format!(
            "Der Preis ist in {found}, angefragt wurde in {requested}. Bestellen Sie zum angefragten Preis."
        ),
        LineFault::Price { found, requested } => format!(
            "Der Preis ist {}, angefragt wurde {}. Bestellen Sie zu diesem Preis oder fragen Sie die Genehmigung neu an.",
            amount(*found),
            amount(*requested)
        ),
        LineFault::NoLonger(why) => no_longer(why),
        LineFault::Twice => {
            "Eine andere Zeile bezieht sich auf dieselbe Anfrage. Bestellen Sie jede Anfrage einmal.".to_owned()
        }
        LineFault::Mixed => "Die Anfrage wurde im Testmodus gestellt, und damit lässt sich nichts kaufen. Bestellen Sie sie getrennt von \
            echten Anfragen."
            .to_owned(),
    }
}

/// A day of the form `2026-11-30`; anything else as it is.
fn written(day: &str) -> String {
    day.parse().map_or_else(|_| day.to_owned(), date)
}

pub fn mark(mark: &Mark) -> String {
    let claims = claims(&mark.claims);
    if mark.test {
        return format!(
            "Es wurde mit {claims} gesendet, aber die Verbindung ist im Testmodus: Es wurde als Test genommen, und nichts wird gekauft."
        );
    }
    format!("Es wurde mit {claims} gesendet, aber die Verbindung ist produktiv: Es wurde als echt genommen.")
}

fn claims(claims: &[Claim]) -> String {
    let texts: Vec<String> = claims.iter().map(|claim| claimed(*claim)).collect();
    texts.join(" und ")
}

fn claimed(claim: Claim) -> String {
    match claim {
        Claim::Mode(deployment) => format!("deploymentMode {deployment}"),
        Claim::Identity => format!("einer Kennung, die auf {} endet,", Deployment::TEST_SUFFIX),
        Claim::Credentials(Deployment::Test) => "den Zugangsdaten für den Test".to_owned(),
        Claim::Credentials(Deployment::Production) => "den Zugangsdaten für den Produktivbetrieb".to_owned(),
    }
}

const fn mode(test: bool) -> &'static str {
    if test { "im Testmodus" } else { "produktiv" }
}
