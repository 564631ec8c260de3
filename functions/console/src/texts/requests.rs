//! The requests of a connection.

use procurement::requisition::Status;

use super::In;

#[derive(Debug)]
pub struct Words {
    pub title: &'static str,
    pub none: &'static str,
    pub request: &'static str,
    pub requester: &'static str,
    pub account: &'static str,
    pub amount: &'static str,
    pub state: &'static str,
    pub order: &'static str,
    pub test: &'static str,
    pub in_cart: &'static str,
    pub sent: &'static str,
    pub subscribed: &'static str,
    pub test_completed: &'static str,
    pub stale: &'static str,
    pub refused: &'static str,
    pub cancelled: &'static str,
}

pub static TEXTS: In<Words> = In {
    english: Words {
        title: "Requests",
        none: "Nobody has asked for anything over this connection yet.",
        request: "Product",
        requester: "Requester",
        account: "Account",
        amount: "Amount",
        state: "State",
        order: "Purchase order",
        test: "Test",
        in_cart: "In the cart",
        sent: "Waiting for approval",
        subscribed: "Subscribed",
        test_completed: "Test completed, nothing bought",
        stale: "Offer has changed",
        refused: "Refused",
        cancelled: "Cancelled",
    },
    german: Words {
        title: "Anfragen",
        none: "Über diese Verbindung hat noch niemand etwas angefragt.",
        request: "Produkt",
        requester: "Anfragende Person",
        account: "Konto",
        amount: "Betrag",
        state: "Stand",
        order: "Bestellung",
        test: "Test",
        in_cart: "Im Warenkorb",
        sent: "Wartet auf Genehmigung",
        subscribed: "Abonniert",
        test_completed: "Test abgeschlossen, nichts gekauft",
        stale: "Angebot hat sich geändert",
        refused: "Abgelehnt",
        cancelled: "Aufgehoben",
    },
};

// === impl Words ===

impl Words {
    pub const fn status(&self, status: &Status) -> &'static str {
        match status {
            Status::InCart => self.in_cart,
            Status::SentForApproval => self.sent,
            Status::Subscribed { .. } => self.subscribed,
            Status::TestCompleted { .. } => self.test_completed,
            Status::Stale { .. } => self.stale,
            Status::Refused { .. } => self.refused,
            Status::Cancelled { .. } => self.cancelled,
        }
    }
}
