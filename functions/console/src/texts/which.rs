//! Which connection an account would use.

use super::In;
use crate::form::Label;

#[derive(Debug)]
pub struct Words {
    pub title: &'static str,
    pub lead: &'static str,
    pub account: Label,
    pub ask: &'static str,
    pub answer: &'static str,
    pub none: &'static str,
    pub why: &'static str,
    pub not_ours: &'static str,
}

pub static TEXTS: In<Words> = In {
    english: Words {
        title: "Which connection would an account use?",
        lead: "Purchases of an account go over the connections of its organisation. Ask about any account, and see why.",
        account: Label { label: "AWS account", hint: "12 digits." },
        ask: "Ask",
        answer: "Its purchases go over",
        none: "No connection: it buys on the marketplace itself, or not at all.",
        why: "Why",
        not_ours: "There is no such account in your organisation. Look up the 12 digits in AWS Organizations.",
    },
    german: Words {
        title: "Welche Verbindung nähme ein Konto?",
        lead: "Einkäufe eines Kontos gehen über die Verbindungen seiner Organisation. Fragen Sie nach einem Konto und sehen Sie, warum.",
        account: Label { label: "AWS-Konto", hint: "12 Ziffern." },
        ask: "Fragen",
        answer: "Seine Einkäufe gehen über",
        none: "Keine Verbindung: Es kauft auf dem Marktplatz selbst oder gar nicht.",
        why: "Warum",
        not_ours: "Dieses Konto gibt es in Ihrer Organisation nicht. Sehen Sie die 12 Ziffern in AWS Organizations nach.",
    },
};
