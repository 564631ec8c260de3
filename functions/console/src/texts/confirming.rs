//! **Order confirmations** of a connection (R43).

use super::In;
use crate::form::Label;

#[derive(Debug)]
pub struct Words {
    pub heading: &'static str,
    pub lead: &'static str,
    pub url: Label,
    pub domain: Label,
    pub identity: Label,
    pub secret: Label,
    pub version: Label,
}

pub static TEXTS: In<Words> = In {
    english: Words {
        heading: "Order confirmations",
        lead: "Only for procurement systems that want one: each order is answered line by line, accepted or rejected.",
        url: Label { label: "Confirmation URL", hint: "Where they are taken. Leave it empty for none." },
        domain: Label { label: "Confirmation sender domain", hint: "" },
        identity: Label {
            label: "Confirmation sender identity",
            hint: "How your procurement system knows the marketplace as a sender.",
        },
        secret: Label {
            label: "Confirmation shared secret",
            hint: "It is kept encrypted and never shown. Leave it empty to keep the one that is there.",
        },
        version: Label { label: "cXML version of confirmations", hint: "1.2.014 to 1.2.069." },
    },
    german: Words {
        heading: "Auftragsbestätigungen",
        lead: "Nur für Beschaffungssysteme, die sie wünschen: Jede Bestellung wird Position für Position angenommen oder abgelehnt.",
        url: Label {
            label: "URL für Bestätigungen", hint: "Wo sie angenommen werden. Leer gibt es keine."
        },
        domain: Label { label: "Domäne des Absenders von Bestätigungen", hint: "" },
        identity: Label {
            label: "Kennung des Absenders von Bestätigungen",
            hint: "Wie Ihr Beschaffungssystem den Marktplatz als Absender kennt.",
        },
        secret: Label {
            label: "Geheimnis für Bestätigungen",
            hint: "Es wird verschlüsselt aufbewahrt und nie gezeigt. Leer bleibt das, was da ist.",
        },
        version: Label { label: "cXML-Version der Bestätigungen", hint: "1.2.014 bis 1.2.069." },
    },
};
