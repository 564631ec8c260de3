//! **Check this connection**.

use procurement::configuration::{Check, Finding};

use super::In;

#[derive(Debug)]
pub struct Words {
    pub title: &'static str,
    pub lead: &'static str,
    pub run: &'static str,
    pub again: &'static str,
    pub ready: &'static str,
    pub not_ready: &'static str,
    pub checked: &'static str,
    pub verdict: &'static str,
    pub found: &'static str,
    pub good: &'static str,
    pub notice: &'static str,
    pub bad: &'static str,
    /// What a check looked at.
    pub name: fn(&'static str) -> &'static str,
    /// What it found, and how to mend it.
    pub sentence: fn(&Check) -> String,
}

pub static TEXTS: In<Words> = In {
    english: Words {
        title: "Check this connection",
        lead: "Proves what can be proved without your procurement system, before somebody needs it: identities, addresses, hosts, secrets, certificates. Nothing is changed and nothing is ordered.",
        run: "Check this connection",
        again: "Check again",
        ready: "Nothing stands in the way.",
        not_ready: "Something must be mended before purchases work.",
        checked: "Checked",
        verdict: "Result",
        found: "What was found, and what to do",
        good: "Good",
        notice: "Notice",
        bad: "Mend this",
        name: english,
        sentence: |check| check.message.clone(),
    },
    german: Words {
        title: "Diese Verbindung prüfen",
        lead: "Prüft ohne Ihr Beschaffungssystem, was sich prüfen lässt, bevor es jemand braucht: Kennungen, Adressen, Hosts, Geheimnisse, Zertifikate. Nichts wird geändert, nichts bestellt.",
        run: "Diese Verbindung prüfen",
        again: "Noch einmal prüfen",
        ready: "Es steht nichts im Weg.",
        not_ready: "Bevor Einkäufe gehen, ist etwas in Ordnung zu bringen.",
        checked: "Geprüft",
        verdict: "Ergebnis",
        found: "Was gefunden wurde und was zu tun ist",
        good: "Gut",
        notice: "Hinweis",
        bad: "Beheben",
        name: german,
        sentence: german_sentence,
    },
};

fn english(name: &'static str) -> &'static str {
    match name {
        "enabled" => "Enabled",
        "mode" => "Mode",
        "buyer_identity" => "Buyer identity",
        "secret" => "Shared secret",
        "form_hosts" => "Allowed hosts",
        "approval_url" => "Approval request URL",
        "mail_from" => "Sender of mail",
        "invoice_url" => "Invoice URL",
        "invoice_certificate" => "Certificate of the invoice URL",
        "confirmation_url" => "Confirmation URL",
        "confirmation_certificate" => "Certificate of the confirmation URL",
        other => other,
    }
}

fn german(name: &'static str) -> &'static str {
    match name {
        "enabled" => "Aktiviert",
        "mode" => "Modus",
        "buyer_identity" => "Kennung des Käufers",
        "secret" => "Gemeinsames Geheimnis",
        "form_hosts" => "Erlaubte Hosts",
        "approval_url" => "URL für Genehmigungsanfragen",
        "mail_from" => "Absender der E-Mails",
        "invoice_url" => "URL für Rechnungen",
        "invoice_certificate" => "Zertifikat der Rechnungs-URL",
        "confirmation_url" => "URL für Bestätigungen",
        "confirmation_certificate" => "Zertifikat der Bestätigungs-URL",
        other => other,
    }
}

/// The domain says it in English, with the details; this is the same by what was looked at and what came of it.
fn german_sentence(check: &Check) -> String {
    let sentence = match (check.name, check.finding) {
        (_, Finding::Good) => "So, wie es sein soll.",
        ("enabled", _) => "Die Verbindung ist deaktiviert und nimmt keine Punch-outs an. Aktivieren Sie sie.",
        ("mode", _) => {
            "Die Verbindung ist im Testmodus: Bestellungen werden beantwortet, und nichts wird gekauft. Schalten Sie ihn aus, wenn Sie fertig sind."
        }
        ("buyer_identity", _) => {
            "Die Kennung führt nicht allein zu dieser Verbindung. Speichern Sie die Verbindung noch einmal, oder fragen Sie den Betreiber."
        }
        ("secret", _) => {
            "Kein Geheimnis ist gültig. Erneuern Sie es und tragen Sie das neue in das Beschaffungssystem ein."
        }
        ("form_hosts", _) => {
            "Kein Host ist erlaubt, also kann kein Warenkorb zurückgehen. Tragen Sie den Host des Beschaffungssystems ein."
        }
        ("approval_url", _) => {
            "Die Umleitung ist ein, und ihre Adresse fehlt oder ist auf keinem erlaubten Host. Tragen Sie sie ein, oder schalten Sie die Umleitung aus."
        }
        ("mail_from", _) => {
            "Der Absender der E-Mails kann keine Adresse dieses Marktplatzes sein. Der Betreiber trägt eine andere ein."
        }
        ("invoice_url" | "confirmation_url", _) => {
            "Die Adresse antwortet nicht. Berichtigen Sie sie, oder fragen Sie ihren Administrator."
        }
        ("invoice_certificate" | "confirmation_certificate", _) => {
            "Das Zertifikat ist abgelaufen oder läuft bald ab. Erinnern Sie den Administrator an die Erneuerung."
        }
        _ => return check.message.clone(),
    };
    sentence.to_owned()
}
