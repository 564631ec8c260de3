//! The requests of a connection.

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
    },
};
