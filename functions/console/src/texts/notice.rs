//! What was just done.

use super::In;

#[derive(Debug)]
pub struct Words {
    pub enabled: &'static str,
    pub disabled: &'static str,
}

pub static TEXTS: In<Words> = In {
    english: Words {
        enabled: "The connection is enabled. Punch-outs and orders are taken again.",
        disabled: "The connection is disabled. New punch-outs are refused; orders for carts that were sent before are still honoured.",
    },
    german: Words {
        enabled: "Die Verbindung ist aktiviert. Punch-outs und Bestellungen werden wieder angenommen.",
        disabled: "Die Verbindung ist deaktiviert. Neue Punch-outs werden abgelehnt; Bestellungen zu früher gesendeten Warenkörben gelten weiter.",
    },
};
