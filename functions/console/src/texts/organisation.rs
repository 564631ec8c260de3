//! What holds for a whole organisation.

use super::In;
use crate::form::Label;

#[derive(Debug)]
pub struct Words {
    pub title: &'static str,
    pub lead: &'static str,
    pub approval: &'static str,
    pub free: Label,
    pub byol: Label,
    pub order_numbers: Label,
    pub billing: Label,
    pub save: &'static str,
    pub list: &'static str,
    pub list_lead: &'static str,
    pub applied: Label,
    pub products: Label,
    pub save_list: &'static str,
    pub sessions: &'static str,
    pub bypass: &'static str,
    pub sessions_lead: &'static str,
    pub until: &'static str,
    pub end_all: &'static str,
}

pub static TEXTS: In<Words> = In {
    english: Words {
        title: "Organisation settings",
        lead: "What holds for all accounts of your organisation.",
        approval: "Approval and purchase orders",
        free: Label {
            label: "Free products without approval",
            hint: "What a new connection begins with; each connection has its own switch.",
        },
        byol: Label {
            label: "Products with your own licence (BYOL) without approval",
            hint: "What a new connection begins with; each connection has its own switch.",
        },
        order_numbers: Label {
            label: "Purchase order management",
            hint: "Whoever buys a SaaS contract on the marketplace itself types in a purchase order number. It excludes the integration of a procurement system: disable every connection first.",
        },
        billing: Label {
            label: "Billing integration",
            hint: "The purchase order number appears on the bill for SaaS contracts.",
        },
        save: "Save",
        list: "Approved products",
        list_lead: "With the list applied, store, search and links show only these products, and orders for others are refused.",
        applied: Label {
            label: "Apply the list",
            hint: "Off: every product of the marketplace may be requested.",
        },
        products: Label { label: "Product numbers", hint: "One a line, as the catalogue has them." },
        save_list: "Save the list",
        sessions: "Console sessions of your account",
        bypass: "See purchases without an approval",
        sessions_lead: "Whoever is signed in, and until when. If a link went astray, end them all and sign in anew.",
        until: "until",
        end_all: "End all sessions, this one too",
    },
    german: Words {
        title: "Einstellungen der Organisation",
        lead: "Was für alle Konten Ihrer Organisation gilt.",
        approval: "Genehmigung und Bestellnummern",
        free: Label {
            label: "Kostenlose Produkte ohne Genehmigung",
            hint: "Damit beginnt eine neue Verbindung; jede hat ihren eigenen Schalter.",
        },
        byol: Label {
            label: "Produkte mit eigener Lizenz (BYOL) ohne Genehmigung",
            hint: "Damit beginnt eine neue Verbindung; jede hat ihren eigenen Schalter.",
        },
        order_numbers: Label {
            label: "Verwaltung von Bestellnummern",
            hint: "Wer auf dem Marktplatz selbst einen SaaS-Vertrag kauft, gibt eine Bestellnummer ein. Sie schließt die Anbindung eines Beschaffungssystems aus: Deaktivieren Sie zuerst jede Verbindung.",
        },
        billing: Label {
            label: "Bestellnummer auf der Rechnung",
            hint: "Die Bestellnummer steht auf der Abrechnung von SaaS-Verträgen.",
        },
        save: "Speichern",
        list: "Freigegebene Produkte",
        list_lead: "Gilt die Liste, zeigen Geschäft, Suche und Links nur diese Produkte, und Bestellungen anderer werden abgelehnt.",
        applied: Label {
            label: "Liste anwenden",
            hint: "Aus: Jedes Produkt des Marktplatzes darf angefragt werden.",
        },
        products: Label { label: "Produktnummern", hint: "Eine je Zeile, wie sie im Katalog stehen." },
        save_list: "Liste speichern",
        sessions: "Konsolensitzungen Ihres Kontos",
        bypass: "Käufe ohne Genehmigung ansehen",
        sessions_lead: "Wer angemeldet ist, und bis wann. Ging ein Link in falsche Hände, beenden Sie alle und melden sich neu an.",
        until: "bis",
        end_all: "Alle Sitzungen beenden, auch diese",
    },
};
