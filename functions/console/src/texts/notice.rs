//! What was just done.

use super::In;

#[derive(Debug)]
pub struct Words {
    pub enabled: &'static str,
    pub disabled: &'static str,
    pub saved: &'static str,
    pub live_requested: &'static str,
    pub step_taken: &'static str,
    pub removed: &'static str,
    pub replayed: &'static str,
    pub replayed_unchanged: &'static str,
    pub invoice_sent_again: &'static str,
    pub invoice_uploaded: &'static str,
    pub invoice_taken_back: &'static str,
    pub subscription_changed: &'static str,
    pub subscription_ended: &'static str,
    pub usage_recorded: &'static str,
    pub usage_recorded_before: &'static str,
}

pub static TEXTS: In<Words> = In {
    english: Words {
        enabled: "The connection is enabled. Punch-outs and orders are taken again.",
        disabled: "The connection is disabled. New punch-outs are refused; orders for carts that were sent before are still honoured.",
        saved: "Saved.",
        live_requested: "The operator is asked to take the connection live.",
        step_taken: "The step is taken.",
        removed: "The connection is removed. Its audit log stays.",
        replayed: "The order was run again and carried out.",
        replayed_unchanged: "The order was run again. Nothing was changed: it had been answered before, or is refused.",
        invoice_sent_again: "The invoice is on its way again.",
        invoice_uploaded: "It is noted that the invoice was uploaded.",
        invoice_taken_back: "The invoice is taken back. What is said below is how.",
        subscription_changed: "The subscription is changed, and its requester is told.",
        subscription_ended: "The subscription is ended, and its requester is told.",
        usage_recorded: "The measurement is recorded.",
        usage_recorded_before: "A measurement of this name was recorded before. Nothing was changed.",
    },
    german: Words {
        enabled: "Die Verbindung ist aktiviert. Punch-outs und Bestellungen werden wieder angenommen.",
        disabled: "Die Verbindung ist deaktiviert. Neue Punch-outs werden abgelehnt; Bestellungen zu früher gesendeten Warenkörben gelten weiter.",
        saved: "Gespeichert.",
        live_requested: "Der Betreiber ist um den Produktivbetrieb gebeten.",
        step_taken: "Der Schritt ist getan.",
        removed: "Die Verbindung ist entfernt. Ihr Änderungsprotokoll bleibt.",
        replayed: "Die Bestellung wurde erneut und mit Erfolg ausgeführt.",
        replayed_unchanged: "Die Bestellung wurde erneut ausgeführt. Geändert hat sich nichts: Sie war schon beantwortet oder wird abgelehnt.",
        invoice_sent_again: "Die Rechnung ist wieder unterwegs.",
        invoice_uploaded: "Es ist vermerkt, dass die Rechnung hochgeladen wurde.",
        invoice_taken_back: "Die Rechnung ist zurückgenommen. Auf welchem Weg, steht unten.",
        subscription_changed: "Das Abonnement ist geändert; die anfragende Person wird benachrichtigt.",
        subscription_ended: "Das Abonnement ist beendet; die anfragende Person wird benachrichtigt.",
        usage_recorded: "Die Messung ist erfasst.",
        usage_recorded_before: "Eine Messung dieses Namens wurde schon erfasst. Geändert hat sich nichts.",
    },
};
