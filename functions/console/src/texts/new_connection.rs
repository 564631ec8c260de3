//! *Set up Coupa integration* and *Set up Ariba integration*.

use super::In;
use crate::form::Label;

#[derive(Debug)]
pub struct Words {
    pub coupa_title: &'static str,
    pub ariba_title: &'static str,
    pub coupa_lead: &'static str,
    pub ariba_lead: &'static str,
    pub name: Label,
    pub description: Label,
    pub anid: Label,
    pub coupa_hosts: Label,
    pub ariba_hosts: Label,
    pub contacts: Label,
    pub create: &'static str,
    pub cancel: &'static str,
    pub created: fn(&str) -> String,
    pub test_mode: &'static str,
    pub ariba_next: &'static str,
    pub next: &'static str,
    pub to_guide: &'static str,
    pub to_settings: &'static str,
}

pub static TEXTS: In<Words> = In {
    english: Words {
        coupa_title: "Set up Coupa integration",
        ariba_title: "Set up Ariba integration",
        coupa_lead: "Say what the connection is called and where your Coupa is. You then get the values to type into Coupa.",
        ariba_lead: "Say what the connection is called and who you are in the SAP Business Network. The operator of this marketplace then takes part in the next steps.",
        name: Label {
            label: "Name",
            hint: "What you call this connection, such as the company that buys over it.",
        },
        description: Label { label: "Description", hint: "What it is for, for your colleagues." },
        anid: Label {
            label: "Ariba Network ID (ANID)",
            hint: "AN and 11 or 12 digits, such as AN01000000001.",
        },
        coupa_hosts: Label {
            label: "Your Coupa’s host",
            hint: "Carts go back to it and nowhere else, such as acme.coupahost.com. Several: one a line.",
        },
        ariba_hosts: Label {
            label: "Your SAP Ariba’s host",
            hint: "Carts go back to it and nowhere else, such as s1.ariba.com. Several: one a line.",
        },
        contacts: Label {
            label: "Mail addresses to tell",
            hint: "Reminders of test mode and failing deliveries go there. One a line.",
        },
        create: "Save and show the values",
        cancel: "Cancel",
        created: |name| format!("“{name}” is set up"),
        test_mode: "The connection is enabled and in test mode: everything runs, and nothing is bought.",
        ariba_next: "The operator of this marketplace was told. The connection’s page shows what to send, and how far it is.",
        next: "What is next",
        to_guide: "Type the values into the procurement system, step by step",
        to_settings: "Look at the connection’s settings",
    },
    german: Words {
        coupa_title: "Coupa-Anbindung einrichten",
        ariba_title: "Ariba-Anbindung einrichten",
        coupa_lead: "Sagen Sie, wie die Verbindung heißt und wo Ihr Coupa ist. Sie erhalten dann die Werte, die in Coupa einzutragen sind.",
        ariba_lead: "Sagen Sie, wie die Verbindung heißt und wer Sie im SAP Business Network sind. An den nächsten Schritten wirkt der Betreiber dieses Marktplatzes mit.",
        name: Label {
            label: "Name",
            hint: "Wie Sie diese Verbindung nennen, etwa nach der Firma, die über sie einkauft.",
        },
        description: Label {
            label: "Beschreibung",
            hint: "Wofür sie ist, für Ihre Kolleginnen und Kollegen.",
        },
        anid: Label {
            label: "Ariba Network ID (ANID)",
            hint: "AN und 11 oder 12 Ziffern, wie AN01000000001.",
        },
        coupa_hosts: Label {
            label: "Host Ihres Coupa",
            hint: "Dorthin gehen Warenkörbe zurück, und nirgendwo sonst hin, wie acme.coupahost.com. Mehrere: einer je Zeile.",
        },
        ariba_hosts: Label {
            label: "Host Ihres SAP Ariba",
            hint: "Dorthin gehen Warenkörbe zurück, und nirgendwo sonst hin, wie s1.ariba.com. Mehrere: einer je Zeile.",
        },
        contacts: Label {
            label: "E-Mail-Adressen für Nachrichten",
            hint: "Erinnerungen an den Testmodus und gescheiterte Zustellungen gehen dorthin. Eine je Zeile.",
        },
        create: "Speichern und Werte zeigen",
        cancel: "Abbrechen",
        created: |name| format!("„{name}“ ist eingerichtet"),
        test_mode: "Die Verbindung ist aktiviert und im Testmodus: Alles läuft, und nichts wird gekauft.",
        ariba_next: "Der Betreiber dieses Marktplatzes weiß Bescheid. Die Seite der Verbindung zeigt, was zu senden ist und wie weit sie ist.",
        next: "Wie es weitergeht",
        to_guide: "Die Werte Schritt für Schritt in das Beschaffungssystem eintragen",
        to_settings: "Die Einstellungen der Verbindung ansehen",
    },
};
