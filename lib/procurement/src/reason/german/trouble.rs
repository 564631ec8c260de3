//! Why something could not be delivered or sent.

use super::amount;
use crate::invoice::{InvoiceFault, Sum};
use crate::trouble::Trouble;

/// Without what is quoted: that is the detail in the words of whoever gave it.
pub fn trouble(why: &Trouble) -> String {
    match why {
        Trouble::Answered { code, .. } => format!("Der Empfänger antwortete mit dem Status {code}:"),
        Trouble::NotCxml { http } => {
            format!("Die Antwort (HTTP {http}) ist kein cXML-Dokument mit einem Status.")
        }
        Trouble::Unreachable { .. } => "Der Empfänger war nicht zu erreichen:".to_owned(),
        Trouble::Silent => "Der Empfänger hat nicht rechtzeitig geantwortet.".to_owned(),
        Trouble::LongAnswer => "Die Antwort des Empfängers ist länger als 1 MB.".to_owned(),
        Trouble::Address { .. } => "An die eingestellte Adresse wird nichts gesendet. Stellen Sie eine öffentliche https-Adresse ohne \
            Benutzernamen und Passwort ein:"
            .to_owned(),
        Trouble::Secret { .. } => {
            "Das Geheimnis der Verbindung lässt sich nicht lesen. Geben Sie es in ihren Einstellungen neu ein:".to_owned()
        }
        Trouble::NoInvoicing => "Die Verbindung hat keine elektronische Rechnungsstellung.".to_owned(),
        Trouble::NoConfirmations => "Die Verbindung will keine Bestätigungen mehr.".to_owned(),
        Trouble::Faults { faults } => {
            let texts: Vec<String> = faults.iter().map(fault).collect();
            format!(
                "Vor dem Senden gefunden, daher wurde nichts gesendet: {}. Berichtigen Sie sie und senden Sie sie noch einmal.",
                texts.join("; ")
            )
        }
        Trouble::Suppressed => "Frühere Mails an alle Empfänger kamen zurück oder waren unerwünscht. Berichtigen Sie die Adresse."
            .to_owned(),
        Trouble::Unwritten { .. } => "Die Mail ließ sich nicht schreiben:".to_owned(),
        Trouble::Mail { .. } => "Der Mailversand meldet:".to_owned(),
        Trouble::Events { .. } => "Die Ereignisse ließen sich nicht veröffentlichen:".to_owned(),
        Trouble::Broken { .. } => "Das lässt sich so nicht ausführen; der Betreiber muss nachsehen:".to_owned(),
        Trouble::Written { .. } => String::new(),
        Trouble::WornOut { tries } => format!(
            "{tries} Versuche endeten ohne Ergebnis; das Protokoll des Betreibers zeigt, woran. Ist das behoben, kann es noch einmal \
             ausgeführt werden."
        ),
        Trouble::GivenUp { tries, because } => {
            format!("Nach {tries} Versuchen aufgegeben. {}", trouble(because))
        }
        Trouble::Doubtful { because } => {
            format!("Vielleicht kam es einmal oder zweimal an, daher wird es nicht noch einmal gesendet. {}", trouble(because))
        }
    }
}

fn fault(fault: &InvoiceFault) -> String {
    match fault {
        InvoiceFault::Shape => "Das Dokument ist keine Rechnung mit Zeilen zu einer Bestellung".to_owned(),
        InvoiceFault::Order { found, ordered } => {
            format!("sie nennt die Bestellung „{found}“ und nicht {ordered}")
        }
        InvoiceFault::Line { found, ordered } => {
            format!("sie berechnet Zeile {found}, bestellt wurde Zeile {ordered}")
        }
        InvoiceFault::Kind { line, is_service: true } => {
            format!("Zeile {line} der Bestellung kauft eine Leistung; das muss die Rechnungszeile auch")
        }
        InvoiceFault::Kind { line, is_service: false } => {
            format!("Zeile {line} der Bestellung kauft eine Menge; das muss die Rechnungszeile auch")
        }
        InvoiceFault::Unit { line, found, ordered } => {
            format!("Zeile {line} ist in „{found}“ berechnet, bestellt wurde in „{ordered}“")
        }
        InvoiceFault::Part { line, found, ordered } => {
            format!("Zeile {line} berechnet den Artikel {found}, bestellt wurde {ordered}")
        }
        InvoiceFault::Currency { found, ordered } => {
            format!("sie ist in {found}, die Bestellung in {ordered}")
        }
        InvoiceFault::Sum { what, found, reckoned } => {
            format!("{} ist {found}, gerechnet ergibt sich {reckoned}", sum(*what))
        }
        InvoiceFault::TooMuch { billed, ordered } => {
            format!("mit ihr wären {} berechnet, bestellt wurden {}", amount(*billed), amount(*ordered))
        }
        InvoiceFault::Nothing(billed) => format!("sie berechnet {billed}, also nichts"),
    }
}

const fn sum(what: Sum) -> &'static str {
    match what {
        Sum::Line => "die Zwischensumme der Zeile",
        Sum::Subtotal => "die Zwischensumme",
        Sum::Net => "der Nettobetrag",
    }
}
