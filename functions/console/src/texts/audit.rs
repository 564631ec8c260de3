//! The audit log.

use procurement::configuration::Action;

use super::In;

#[derive(Debug)]
pub struct Words {
    pub title: &'static str,
    pub lead: &'static str,
    pub none: &'static str,
    pub when: &'static str,
    pub who: &'static str,
    pub what: &'static str,
    pub nothing: &'static str,
    pub becomes: &'static str,
    pub older: &'static str,
    pub create: &'static str,
    pub change: &'static str,
    pub enable: &'static str,
    pub disable: &'static str,
    pub rotate: &'static str,
    pub remove: &'static str,
    pub onboarding: &'static str,
    pub organisation: &'static str,
}

pub static TEXTS: In<Words> = In {
    english: Words {
        title: "Audit log",
        lead: "Every change of the configuration, the newest first. Secrets are never in it.",
        none: "Nothing was changed yet.",
        when: "When",
        who: "Who",
        what: "What",
        nothing: "nothing",
        becomes: "becomes",
        older: "Older changes",
        create: "Connection created",
        change: "Settings changed",
        enable: "Connection enabled",
        disable: "Connection disabled",
        rotate: "Secret rotated",
        remove: "Connection removed",
        onboarding: "Onboarding moved",
        organisation: "Organisation settings changed",
    },
    german: Words {
        title: "Änderungsprotokoll",
        lead: "Jede Änderung der Konfiguration, die neueste zuerst. Geheimnisse stehen nie darin.",
        none: "Es wurde noch nichts geändert.",
        when: "Wann",
        who: "Wer",
        what: "Was",
        nothing: "nichts",
        becomes: "wird zu",
        older: "Ältere Änderungen",
        create: "Verbindung eingerichtet",
        change: "Einstellungen geändert",
        enable: "Verbindung aktiviert",
        disable: "Verbindung deaktiviert",
        rotate: "Geheimnis erneuert",
        remove: "Verbindung entfernt",
        onboarding: "Inbetriebnahme weitergeführt",
        organisation: "Einstellungen der Organisation geändert",
    },
};

// === impl Words ===

impl Words {
    pub const fn action(&self, action: Action) -> &'static str {
        match action {
            Action::Create => self.create,
            Action::Change => self.change,
            Action::Enable => self.enable,
            Action::Disable => self.disable,
            Action::RotateSecret => self.rotate,
            Action::Remove => self.remove,
            Action::Onboarding => self.onboarding,
            Action::ChangeOrganisation => self.organisation,
        }
    }
}
