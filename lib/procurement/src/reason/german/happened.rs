//! What happens to a request.

use super::refusal::{all, mark};
use super::{amount, date, no_longer};
use crate::order::{NoLonger, OrderFault};
use crate::reason::Reason as _;
use crate::requisition::{Entry, Happened};

pub fn happened(what: &Happened) -> String {
    match what {
        Happened::Asked { who, product, price } => {
            format!("{who} hat {product} zu {} angefragt.", amount(*price))
        }
        Happened::Sent { system, test } => {
            format!("{}Zur Genehmigung an {} gesendet.", if *test { "TEST: " } else { "" }, system.label())
        }
        Happened::TakenOut => "Es wurde aus dem Warenkorb genommen.".to_owned(),
        Happened::TakenOutLater => {
            "Es wurde aus dem Warenkorb genommen, als der Warenkorb geändert wurde.".to_owned()
        }
        Happened::SentAgain { by } => format!("Es wurde als {by} erneut gesendet."),
        Happened::Waited { day } => {
            format!(
                "Es wurde am {} auf dem Marktplatz selbst gewählt und hat auf diesen Besuch gewartet.",
                date(*day)
            )
        }
        Happened::Subscribed { order_id, account, product } => {
            format!("Die Bestellung {order_id} ist gekommen; das Konto {account} hat {product} abonniert.")
        }
        Happened::Tested { order_id } => {
            format!(
                "TEST: Die Bestellung {order_id} ist gekommen und wurde geprüft. Es wurde nichts gekauft."
            )
        }
        Happened::ApprovedBeforehand { account, product } => {
            format!("Automatisch genehmigt; das Konto {account} hat {product} abonniert.")
        }
        Happened::TestedAtOnce => "TEST: Automatisch genehmigt. Es wurde nichts gekauft.".to_owned(),
        Happened::Direct { account, product } => {
            format!("Auf dem Marktplatz selbst gekauft; das Konto {account} hat {product} abonniert.")
        }
        Happened::Refused { order_id, because, faults, .. } => {
            let text = format!("Die Bestellung {order_id} wurde abgelehnt. {}", refused(because, faults));
            text.trim_end().to_owned()
        }
        Happened::TakenBack { order_id } => {
            format!("Die Bestellung {order_id} wurde zurückgenommen; es war noch nichts gekauft.")
        }
        Happened::NoOrderCame { day } => format!(
            "Bis zum {} kam keine Bestellung; die Anfrage ist daher abgelaufen. Fragen Sie die Genehmigung erneut an.",
            date(*day)
        ),
        Happened::OrderMarked { mark: by } => format!("Die Bestellung wurde markiert. {}", mark(by)),
        Happened::PunchOutMarked { mark: by } => format!("Der Punch-out wurde markiert. {}", mark(by)),
        Happened::Ended { .. } => "Der Marktplatz hat das Abonnement beendet.".to_owned(),
        Happened::Amended { changes, .. } => changes.in_german(),
        Happened::Overrun { used, committed, order_id } => format!(
            "Die Nutzung beläuft sich auf {}, mehr als die {}, die die Bestellung {order_id} deckt.",
            amount(*used),
            amount(*committed)
        ),
        Happened::MailBounced { to, .. } => format!(
            "Eine Mail an {to} kam zurück. Dorthin geht keine Mail mehr; berichtigen Sie die Adresse im Beschaffungssystem. Der \
             Grund:"
        ),
        Happened::MailDelayed { to, .. } => {
            format!("Eine Mail an {to} ist noch nicht angekommen. Der Grund:")
        }
        Happened::MailUnwanted { to } => {
            format!("Eine Mail an {to} wurde als unerwünscht gemeldet. Dorthin geht keine Mail mehr.")
        }
        Happened::MaybeTwice { errand } => format!(
            "{}: Der erste Versuch blieb ohne Antwort, daher kam sie vielleicht zweimal an.",
            errand.in_german()
        ),
        Happened::MaybeOnce { errand } => format!(
            "{}: Kein Versuch wurde beantwortet; vielleicht kam sie einmal oder zweimal an.",
            errand.in_german()
        ),
        Happened::Confirmed { order_id, system } => {
            format!("Die Bestätigung der Bestellung {order_id} hat {} erreicht.", system.label())
        }
        Happened::Unconfirmed { order_id, why } => format!(
            "Die Bestätigung der Bestellung {order_id} ließ sich nicht zustellen. {}",
            why.in_german()
        ),
    }
}

/// Why an order was refused, as far as it is known by its causes. Older records have only what can no longer be bought.
pub fn refused(because: &[NoLonger], faults: &[OrderFault]) -> String {
    if faults.is_empty() {
        return because.iter().map(no_longer).collect::<Vec<_>>().join(" ");
    }
    all(faults)
}

pub fn entry(entry: &Entry) -> String {
    entry.happened.as_ref().map(happened).unwrap_or_default()
}
