//! What stands around every page.

use super::In;

#[derive(Debug)]
pub struct Words {
    pub skip: &'static str,
    pub console: &'static str,
    pub navigation: &'static str,
    pub connections: &'static str,
    pub organisation: &'static str,
    pub which: &'static str,
    pub audit: &'static str,
    pub customers: &'static str,
    pub onboarding: &'static str,
    pub signed_in_as: &'static str,
    pub sign_out: &'static str,
    pub session: &'static str,
    pub copy: &'static str,
    pub copied: &'static str,
    pub optional: &'static str,
    pub mistakes: &'static str,
}

pub static TEXTS: In<Words> = In {
    english: Words {
        skip: "Skip to the content",
        console: "Procurement console",
        navigation: "Console",
        connections: "Procurement systems",
        organisation: "Organisation",
        which: "Which connection?",
        audit: "Audit log",
        customers: "Customers",
        onboarding: "Ariba onboarding",
        signed_in_as: "Signed in as",
        sign_out: "Sign out",
        session: "The session ends one hour after signing in.",
        copy: "Copy",
        copied: "Copied",
        optional: "optional",
        mistakes: "Nothing was saved. Please correct:",
    },
    german: Words {
        skip: "Zum Inhalt springen",
        console: "Beschaffungskonsole",
        navigation: "Konsole",
        connections: "Beschaffungssysteme",
        organisation: "Organisation",
        which: "Welche Verbindung?",
        audit: "Änderungsprotokoll",
        customers: "Kunden",
        onboarding: "Ariba-Inbetriebnahme",
        signed_in_as: "Angemeldet als",
        sign_out: "Abmelden",
        session: "Die Sitzung endet eine Stunde nach der Anmeldung.",
        copy: "Kopieren",
        copied: "Kopiert",
        optional: "freiwillig",
        mistakes: "Es wurde nichts gespeichert. Bitte berichtigen:",
    },
};
