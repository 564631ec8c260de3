//! **Check this connection**.

use procurement::configuration::{ApprovalUrl, Check, Ends, Place, Sender};

use super::In;
use crate::language::Language;
use crate::words::moment;

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
        sentence: Check::to_string,
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
        "credential_mac" => "CredentialMac",
        "form_hosts" => "Allowed hosts",
        "approval_url" => "Approval request URL",
        "mail_from" => "Sender of mail",
        "marketplace_url" => "The marketplace’s address",
        "marketplace_certificate" => "Certificate of the marketplace",
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
        "credential_mac" => "CredentialMac",
        "form_hosts" => "Erlaubte Hosts",
        "approval_url" => "URL für Genehmigungsanfragen",
        "mail_from" => "Absender der E-Mails",
        "marketplace_url" => "Adresse des Marktplatzes",
        "marketplace_certificate" => "Zertifikat des Marktplatzes",
        "invoice_url" => "URL für Rechnungen",
        "invoice_certificate" => "Zertifikat der Rechnungs-URL",
        "confirmation_url" => "URL für Bestätigungen",
        "confirmation_certificate" => "Zertifikat der Bestätigungs-URL",
        other => other,
    }
}

fn german_sentence(check: &Check) -> String {
    match check {
        Check::Enabled(true) => "Die Verbindung ist aktiviert.".to_owned(),
        Check::Enabled(false) => {
            "Die Verbindung ist deaktiviert und nimmt keine Punch-outs an. Aktivieren Sie sie.".to_owned()
        }
        Check::Mode { test: false } => "Einkäufe gelten.".to_owned(),
        Check::Mode { test: true } => "Die Verbindung ist im Testmodus: Bestellungen werden beantwortet, und nichts wird gekauft. Schalten Sie ihn aus, wenn Sie fertig sind.".to_owned(),
        Check::BuyerIdentity { buyer, connections } => german_identity(buyer, *connections),
        Check::Secret { valid: true } => "Es gibt ein gültiges Geheimnis.".to_owned(),
        Check::Secret { valid: false } => "Kein Geheimnis ist gültig. Erneuern Sie es und tragen Sie das neue in das Beschaffungssystem ein.".to_owned(),
        Check::CredentialMac { ready: true } => {
            "CredentialMac wird angenommen, und ein gültiges Geheimnis lässt sich damit prüfen.".to_owned()
        }
        Check::CredentialMac { ready: false } => "CredentialMac wird angenommen, aber jedes gültige Geheimnis ist älter. Erneuern Sie es und tragen Sie das neue in das Beschaffungssystem ein.".to_owned(),
        Check::FormHosts(hosts) if hosts.is_empty() => "Kein Host ist erlaubt, also kann kein Warenkorb zurückgehen. Tragen Sie den Host des Beschaffungssystems ein.".to_owned(),
        Check::FormHosts(hosts) => format!("Warenkörbe dürfen an {} zurückgehen.", hosts.join(", ")),
        Check::ApprovalUrl(url) => german_approval_url(*url).to_owned(),
        Check::MailFrom { address, sender } => {
            format!("E-Mails kommen von {address}. {}", german_sender(*sender))
        }
        Check::NoInvoicesOverCxml => "Rechnungen werden nicht über cXML gesendet.".to_owned(),
        Check::Answers { url, .. } => format!("{url} antwortet."),
        Check::Silent { place, url, reason } => german_silent(*place, url, reason),
        Check::Certificate { place, until, ends } => german_certificate(*place, *until, *ends),
    }
}

fn german_identity(buyer: &procurement::connection::Identity, connections: usize) -> String {
    match connections {
        1 => format!("{buyer} führt allein zu dieser Verbindung."),
        0 => format!("{buyer} führt zu keiner Verbindung. Speichern Sie die Verbindung noch einmal."),
        _ => format!(
            "{buyer} führt auch zu einer anderen Verbindung. Nehmen Sie für eine von beiden eine andere Kennung."
        ),
    }
}

const fn german_approval_url(url: ApprovalUrl) -> &'static str {
    match url {
        ApprovalUrl::NotNeeded => "Die Umleitung ist aus; eine Adresse für Anfragen ist nicht nötig.",
        ApprovalUrl::Missing => {
            "Die Umleitung ist ein, und die Adresse für Anfragen fehlt. Tragen Sie sie ein, oder schalten Sie die Umleitung aus."
        }
        ApprovalUrl::Allowed => "Die Adresse für Anfragen liegt auf einem erlaubten Host.",
        ApprovalUrl::Elsewhere => {
            "Die Adresse für Anfragen liegt auf keinem erlaubten Host. Erlauben Sie den Host, oder berichtigen Sie die Adresse."
        }
    }
}

const fn german_sender(sender: Sender) -> &'static str {
    match sender {
        Sender::Verified => "Der Maildienst hat diese Adresse bestätigt.",
        Sender::NotVerified => {
            "Der Maildienst hat diese Adresse nicht bestätigt, deshalb geht keine E-Mail hinaus. Der Betreiber bestätigt sie oder ihre Domäne in Amazon SES."
        }
        Sender::NobodyToAsk => {
            "Ob sie bestätigt ist, lässt sich hier nicht sagen: Dieser Marktplatz hat keinen Maildienst, der gefragt werden könnte."
        }
        Sender::NoAnswer => {
            "Ob sie bestätigt ist, hat der Maildienst nicht gesagt. Prüfen Sie es später noch einmal."
        }
        Sender::Impossible => {
            "Das kann keine Adresse dieses Marktplatzes sein. Der Betreiber trägt eine andere ein."
        }
    }
}

/// Why it does not answer is a machine's word and stays as it is.
fn german_silent(place: Place, url: &url::Url, reason: &str) -> String {
    let mend = match place {
        Place::Marketplace => "Der Betreiber kümmert sich darum.",
        Place::Invoices | Place::Confirmations => {
            "Berichtigen Sie die Adresse, oder fragen Sie deren Administrator."
        }
    };
    format!("{url} antwortet nicht ({reason}). {mend}")
}

fn german_certificate(place: Place, until: jiff::Timestamp, ends: Ends) -> String {
    let until = moment(Language::German, until);
    let who = match place {
        Place::Marketplace => "den Betreiber",
        Place::Invoices | Place::Confirmations => "deren Administrator",
    };
    match ends {
        Ends::Ended => format!("Das Zertifikat ist am {until} abgelaufen. Bitten Sie {who}, es zu erneuern."),
        Ends::Soon => {
            format!("Das Zertifikat läuft am {until} ab. Erinnern Sie {who} daran, es zu erneuern.")
        }
        Ends::Later => format!("Das Zertifikat gilt bis {until}."),
    }
}
