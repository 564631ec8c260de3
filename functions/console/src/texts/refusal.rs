//! Why there is no page, and what to do.

use config::Failure;
use procurement::configuration::{Caller, Problem, Standing};
use procurement::reason::Reason as _;

use super::{In, mistake};
use crate::language::Language;

/// A heading, and what to do.
type Heading = (&'static str, &'static str);

#[derive(Debug)]
pub struct Words {
    /// Why a use case came to nothing, in a sentence.
    pub use_case: fn(&Failure, &Caller) -> String,
    pub not_allowed: Heading,
    pub not_found: Heading,
    pub changed: Heading,
    pub not_done: Heading,
    pub done_before: Heading,
    pub not_possible: Heading,
    pub other_origin: &'static str,
    pub no_session: &'static str,
    pub no_page: &'static str,
    pub repeated: &'static str,
    pub malformed: &'static str,
    pub too_large: &'static str,
    pub broken: &'static str,
    pub go_on: &'static str,
}

pub static TEXTS: In<Words> = In {
    english: Words {
        use_case: |failure, _| failure.to_string(),
        not_allowed: (
            "This is not open to you",
            "Sign in with an account that may, or ask whoever holds one.",
        ),
        not_found: ("There is nothing here", "Go back to the overview and look for it there."),
        changed: ("Somebody else was faster", "Open the page again and make your change there."),
        not_done: ("This was not done", "Nothing was changed. Go back, and try it as the sentence says."),
        done_before: ("This was done already", "Nothing was done twice. Look at the overview."),
        not_possible: (
            "The console cannot do this just now",
            "Nothing was changed. Wait a little and try again.",
        ),
        other_origin: "The form did not come from a page of this console, so it was not followed.",
        no_session: "You are not signed in, or your session has ended.",
        no_page: "There is no page at this address.",
        repeated: "This form was sent before, and what it asked for was done. A secret is shown once only; if you did not copy it, rotate it on the connection's page.",
        malformed: "The form or the address is damaged.",
        too_large: "The form holds more than this page takes.",
        broken: "Something that is needed does not answer.",
        go_on: "To the overview",
    },
    german: Words {
        use_case: german,
        not_allowed: (
            "Das steht Ihnen nicht offen",
            "Melden Sie sich mit einem Konto an, das es darf, oder fragen Sie dort nach.",
        ),
        not_found: ("Hier ist nichts", "Gehen Sie zurück zur Übersicht und suchen Sie dort."),
        changed: (
            "Jemand anderes war schneller",
            "Öffnen Sie die Seite noch einmal und nehmen Sie die Änderung dort vor.",
        ),
        not_done: (
            "Das wurde nicht ausgeführt",
            "Es wurde nichts geändert. Gehen Sie zurück und folgen Sie dem Hinweis.",
        ),
        done_before: (
            "Das ist schon geschehen",
            "Es wurde nichts doppelt ausgeführt. Sehen Sie in der Übersicht nach.",
        ),
        not_possible: (
            "Die Konsole kann das gerade nicht",
            "Es wurde nichts geändert. Warten Sie einen Augenblick und versuchen Sie es noch einmal.",
        ),
        other_origin: "Das Formular kam nicht von einer Seite dieser Konsole und wurde nicht ausgeführt.",
        no_session: "Sie sind nicht angemeldet, oder Ihre Sitzung ist zu Ende.",
        no_page: "Unter dieser Adresse gibt es keine Seite.",
        repeated: "Dieses Formular wurde schon gesendet und ausgeführt. Ein Geheimnis wird nur einmal gezeigt; haben Sie es nicht kopiert, erneuern Sie es auf der Seite der Verbindung.",
        malformed: "Das Formular oder die Adresse ist beschädigt.",
        too_large: "Das Formular enthält mehr, als diese Seite annimmt.",
        broken: "Etwas, das gebraucht wird, antwortet nicht.",
        go_on: "Zur Übersicht",
    },
};

/// The domain says it in English; this is the same by its kind.
fn german(failure: &Failure, caller: &Caller) -> String {
    let Failure::Problem(problem) = failure else { return TEXTS.german.broken.to_owned() };
    match problem {
        Problem::NotAllowed(_) => not_allowed(caller),
        Problem::NotFound(_) => "Das gibt es in dieser Organisation nicht.".to_owned(),
        Problem::Changed { .. } => "Jemand hat das inzwischen geändert.".to_owned(),
        Problem::Invalid(mistakes) => {
            mistakes.first().map(|one| mistake::TEXTS.german.sentence(one)).unwrap_or_default()
        }
        Problem::Conflict { field, message } => conflict(field, message),
        Problem::Obstacle(why) => why.words(Language::German),
    }
}

fn not_allowed(caller: &Caller) -> String {
    if !(caller.permissions.put && caller.permissions.describe) {
        return format!(
            "{} fehlt die Berechtigung dafür. Ein Administrator des Kontos kann sie erteilen.",
            caller.arn
        );
    }
    match &caller.standing {
        Standing::Member(organisation) => format!(
            "Konto {} gehört zur Organisation {}. Konfigurieren darf deren Verwaltungskonto {}; fragen Sie dort nach.",
            caller.account, organisation.name, organisation.management_account
        ),
        _ if caller.operator => {
            "Das darf nur das Konto, dem die Verbindung gehört. Der Betreiber kann sie entfernen und entscheidet, wann sie produktiv geht."
                .to_owned()
        }
        Standing::Unknown => format!(
            "Konto {} gehört zu keiner Organisation, die hier einkauft. Nehmen Sie das Verwaltungskonto Ihrer Organisation.",
            caller.account
        ),
        Standing::Management(_) | Standing::Standalone(_) => {
            format!("Konto {} betreibt diesen Marktplatz nicht; das darf nur der Betreiber.", caller.account)
        }
    }
}

fn conflict(field: &str, message: &str) -> String {
    let sentence = match field {
        "enabled" => {
            "Die Verwaltung von Bestellnummern ist eingeschaltet und schließt die Anbindung eines Beschaffungssystems aus. Schalten Sie sie zuerst in den Einstellungen der Organisation aus."
        }
        "purchase_order_management" => {
            "Die Verwaltung von Bestellnummern und die Anbindung eines Beschaffungssystems schließen einander aus. Deaktivieren Sie zuerst jede Verbindung."
        }
        "mode" => {
            "Eine SAP-Ariba-Verbindung nimmt der Betreiber in Betrieb und zurück in den Testmodus. Bitten Sie ihn darum."
        }
        "step" => "Von dem Schritt, auf dem die Verbindung ist, führt kein Weg dorthin.",
        "force" => {
            "Anfragen dieser Verbindung warten noch auf eine Bestellung, die dann abgelehnt würde. Deaktivieren Sie die Verbindung und warten Sie sie ab, oder erzwingen Sie das Entfernen."
        }
        "anid" => {
            "Diese Ariba Network ID gehört schon zu einer Verbindung. Ändern Sie jene, oder fragen Sie den Betreiber, wem sie gehört."
        }
        "ended" => "Das Abonnement ist zu Ende; an ihm lässt sich nichts mehr ändern.",
        "last_day" => "Das Abonnement hat keinen letzten Tag: Es läuft, bis es beendet wird.",
        "nothing" => {
            "Es bliebe alles, wie es ist. Geben Sie einen anderen letzten Tag an, oder einen anderen Betrag, der noch nicht in Rechnung gestellt ist."
        }
        "charges" => {
            "Diese Beträge gehen nicht: Was in Rechnung gestellt ist, bleibt, und zusammen dürfen sie nicht mehr ergeben, als die Bestellung deckt. Mehr wird neu angefragt."
        }
        "usage" => {
            "Dieser Verbrauch lässt sich nicht erfassen: Das Abonnement wird nicht nach Verbrauch bezahlt, war zu Ende, oder der Monat ist abgerechnet."
        }
        _ => return message.to_owned(),
    };
    sentence.to_owned()
}
