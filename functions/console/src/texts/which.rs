//! Which connection an account would use.

use procurement::connection::Connection;

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
    /// The domain's sentences, in this language.
    pub reasons: fn(&[String], &[Connection]) -> Vec<String>,
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
        reasons: |reasons, _| reasons.to_vec(),
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
        reasons: german,
    },
};

/// The domain says it in English; this is the same from the connections themselves.
fn german(reasons: &[String], connections: &[Connection]) -> Vec<String> {
    let inactive = reasons.iter().any(|reason| reason.contains("is not active"));
    let mut sentences =
        vec!["Das Konto gehört zu Ihrer Organisation, deren Konfiguration Sie hier pflegen.".to_owned()];
    if inactive {
        sentences.push("Das Konto ist nicht aktiv; es kann nichts dafür gekauft werden.".to_owned());
        return sentences;
    }
    sentences.extend(connections.iter().map(one));
    let enabled = connections.iter().filter(|connection| connection.enabled).count();
    sentences.push(
        match enabled {
            0 => {
                "Keine Verbindung ist aktiviert: Das Konto kauft auf dem Marktplatz selbst, ohne Genehmigung."
            }
            1 => "Einkäufe gehen über die eine aktivierte Verbindung.",
            _ => "Einkäufe gehen über die Verbindung, von der aus der Punch-out geschieht.",
        }
        .to_owned(),
    );
    sentences
}

fn one(connection: &Connection) -> String {
    let (name, system) = (&connection.name, connection.system.label());
    match (connection.enabled, connection.is_test()) {
        (false, _) => format!("„{name}“ ({system}) ist deaktiviert und nimmt keine neuen Punch-outs an."),
        (true, true) => {
            format!("„{name}“ ({system}) ist aktiviert und im Testmodus; es wird nichts gekauft.")
        }
        (true, false) => format!("„{name}“ ({system}) ist aktiviert und produktiv."),
    }
}
