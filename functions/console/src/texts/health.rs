//! How a connection is doing.

use super::In;

#[derive(Debug)]
pub struct Words {
    pub title: &'static str,
    pub last_traffic: &'static str,
    pub never: &'static str,
    pub waiting: &'static str,
    pub subscribed: &'static str,
    pub parked: &'static str,
    pub test_orders: &'static str,
    pub would_have_bought: &'static str,
    pub refusals: &'static str,
    pub no_refusals: &'static str,
    pub marked: &'static str,
    pub no_marks: &'static str,
    pub what: &'static str,
    pub when: &'static str,
    pub why: &'static str,
}

pub static TEXTS: In<Words> = In {
    english: Words {
        title: "Health",
        last_traffic: "Last document",
        never: "None yet",
        waiting: "Requests waiting for approval",
        subscribed: "Subscriptions",
        parked: "Invoices that somebody must look at",
        test_orders: "Test orders",
        would_have_bought: "They would have bought",
        refusals: "Last refusals",
        no_refusals: "Nothing was refused.",
        marked: "Documents of the other mode",
        no_marks: "Every document meant what the connection is: test or production.",
        what: "What became of it",
        when: "When",
        why: "Why",
    },
    german: Words {
        title: "Zustand",
        last_traffic: "Letztes Dokument",
        never: "Noch keines",
        waiting: "Anfragen, die auf Genehmigung warten",
        subscribed: "Abonnements",
        parked: "Rechnungen, die jemand ansehen muss",
        test_orders: "Testbestellungen",
        would_have_bought: "Gekauft worden wäre",
        refusals: "Letzte Ablehnungen",
        no_refusals: "Es wurde nichts abgelehnt.",
        marked: "Dokumente des anderen Modus",
        no_marks: "Jedes Dokument meinte, was die Verbindung ist: Test oder Produktivbetrieb.",
        what: "Was daraus wurde",
        when: "Wann",
        why: "Warum",
    },
};
