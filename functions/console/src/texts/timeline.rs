//! One request, and what happened to it.

use procurement::requisition::Status;

use super::In;

#[derive(Debug)]
pub struct Words {
    pub heading: &'static str,
    pub back: &'static str,
    pub requester: &'static str,
    pub account: &'static str,
    pub total: &'static str,
    pub order: &'static str,
    pub messages: &'static str,
    pub subscription: &'static str,
    pub when: &'static str,
    pub what: &'static str,
    pub request: &'static str,
    pub invoice: &'static str,
    pub message: &'static str,
    pub test: &'static str,
    in_cart: &'static str,
    waiting: &'static str,
    subscribed: &'static str,
    test_completed: &'static str,
    stale: &'static str,
    refused: &'static str,
    cancelled: &'static str,
}

pub static TEXTS: In<Words> = In {
    english: Words {
        heading: "What happened",
        back: "All requests",
        requester: "Requested by",
        account: "AWS account",
        total: "Total",
        order: "Purchase order",
        messages: "Its messages",
        subscription: "Its subscription: charges and usage",
        when: "When",
        what: "What",
        request: "Request",
        invoice: "Invoice",
        message: "Mail",
        test: "TEST: nothing was bought",
        in_cart: "In cart",
        waiting: "Waiting for approval",
        subscribed: "Subscribed",
        test_completed: "Test completed, nothing bought",
        stale: "Stale",
        refused: "Refused",
        cancelled: "Cancelled",
    },
    german: Words {
        heading: "Was geschah",
        back: "Alle Anfragen",
        requester: "Angefragt von",
        account: "AWS-Konto",
        total: "Gesamt",
        order: "Bestellung",
        messages: "Nachrichten dazu",
        subscription: "Das Abonnement: Kosten und Verbrauch",
        when: "Wann",
        what: "Was",
        request: "Anfrage",
        invoice: "Rechnung",
        message: "Mail",
        test: "TEST: Es wurde nichts gekauft",
        in_cart: "Im Warenkorb",
        waiting: "Wartet auf Genehmigung",
        subscribed: "Abonniert",
        test_completed: "Test abgeschlossen, nichts gekauft",
        stale: "Überholt",
        refused: "Abgelehnt",
        cancelled: "Zurückgenommen",
    },
};

// === impl Words ===

impl Words {
    /// How far a request has come.
    pub const fn status(&self, status: &Status) -> &'static str {
        match status {
            Status::InCart => self.in_cart,
            Status::SentForApproval => self.waiting,
            Status::Subscribed { .. } => self.subscribed,
            Status::TestCompleted { .. } => self.test_completed,
            Status::Stale { .. } => self.stale,
            Status::Refused { .. } => self.refused,
            Status::Cancelled { .. } => self.cancelled,
        }
    }
}
