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
    pub sessions_ended: &'static str,
}

pub static TEXTS: In<Words> = In {
    english: Words {
        enabled: "The connection is enabled. Punch-outs and orders are taken again.",
        disabled: "The connection is disabled. New punch-outs are refused; orders for carts that were sent before are still honoured.",
        saved: "Saved.",
        live_requested: "The operator is asked to take the connection live.",
        step_taken: "The step is taken.",
        removed: "The connection is removed. Its audit log stays.",
        sessions_ended: "Every console session of your account is ended.",
    },
    german: Words {
        enabled: "Die Verbindung ist aktiviert. Punch-outs und Bestellungen werden wieder angenommen.",
        disabled: "Die Verbindung ist deaktiviert. Neue Punch-outs werden abgelehnt; Bestellungen zu früher gesendeten Warenkörben gelten weiter.",
        saved: "Gespeichert.",
        live_requested: "Der Betreiber ist um den Produktivbetrieb gebeten.",
        step_taken: "Der Schritt ist getan.",
        removed: "Die Verbindung ist entfernt. Ihr Änderungsprotokoll bleibt.",
        sessions_ended: "Jede Konsolensitzung Ihres Kontos ist beendet.",
    },
};
