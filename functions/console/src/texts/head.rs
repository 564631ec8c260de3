//! The head of a connection's pages.

use super::In;

#[derive(Debug)]
pub struct Words {
    pub manage_coupa: &'static str,
    pub manage_ariba: &'static str,
    pub back: &'static str,
    pub pages: &'static str,
    pub settings: &'static str,
    pub guide: &'static str,
    pub check: &'static str,
    pub health: &'static str,
    pub requests: &'static str,
    pub test: &'static str,
    pub live: &'static str,
    pub enabled: &'static str,
    pub disabled: &'static str,
    pub of: &'static str,
    pub test_mode: &'static str,
    pub nothing_ordered: &'static str,
    pub would_have_bought: fn(usize, &str) -> String,
}

pub static TEXTS: In<Words> = In {
    english: Words {
        manage_coupa: "Manage Coupa integration",
        manage_ariba: "Manage SAP Ariba integration",
        back: "All procurement systems",
        pages: "Pages of this connection",
        settings: "Settings",
        guide: "Setup guide",
        check: "Check",
        health: "Health",
        requests: "Requests",
        test: "Test",
        live: "Live",
        enabled: "Enabled",
        disabled: "Disabled",
        of: "Connection of",
        test_mode: "Test mode: nothing is bought.",
        nothing_ordered: "No test order has arrived yet.",
        would_have_bought: |count, value| match count {
            1 => format!("1 test order has arrived; it would have bought {value}."),
            count => format!("{count} test orders have arrived; they would have bought {value}."),
        },
    },
    german: Words {
        manage_coupa: "Coupa-Anbindung verwalten",
        manage_ariba: "SAP-Ariba-Anbindung verwalten",
        back: "Alle Beschaffungssysteme",
        pages: "Seiten dieser Verbindung",
        settings: "Einstellungen",
        guide: "Anleitung",
        check: "Prüfung",
        health: "Zustand",
        requests: "Anfragen",
        test: "Test",
        live: "Produktiv",
        enabled: "Aktiviert",
        disabled: "Deaktiviert",
        of: "Verbindung von",
        test_mode: "Testmodus: Es wird nichts gekauft.",
        nothing_ordered: "Noch ist keine Testbestellung eingegangen.",
        would_have_bought: |count, value| match count {
            1 => format!("1 Testbestellung ist eingegangen; sie hätte {value} gekauft."),
            count => format!("{count} Testbestellungen sind eingegangen; sie hätten {value} gekauft."),
        },
    },
};
