//! One request, and what happened to it.

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
    },
};
