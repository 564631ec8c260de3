//! What follows a purchase: changes of the agreement, invoices, what is to be done, and what does not match.

use super::{amount, date};
use crate::agreement::{Alteration, Alterations};
use crate::invoice::How;
use crate::job::Errand;
use crate::reason::Reason as _;
use crate::reconciliation::Mismatch;
use crate::timeline::{Cause, Paper};

pub fn alterations(changed: &Alterations) -> String {
    let texts: Vec<String> = changed.0.iter().map(alteration).collect();
    texts.join(" ")
}

fn alteration(changed: &Alteration) -> String {
    match changed {
        Alteration::LastDay { now, before } => {
            format!("Der letzte Tag ist der {} und nicht mehr der {}.", date(*now), date(*before))
        }
        Alteration::Charge { date: due, now, before } => {
            format!("Am {} sind {} fällig und nicht mehr {}.", date(*due), amount(*now), amount(*before))
        }
    }
}

pub const fn errand(errand: Errand) -> &'static str {
    match errand {
        Errand::Subscribed => "Mail über das Abonnement",
        Errand::Refused => "Mail über die Ablehnung",
        Errand::OfferExpiring => "Mail, dass das Angebot bald abläuft",
        Errand::RequestExpiring => "Mail, dass die Anfrage bald abläuft",
        Errand::TestMode => "Erinnerung an den Testmodus",
        Errand::Failing => "Mail, dass Zustellungen fehlschlagen",
        Errand::Ended => "Mail, dass das Abonnement beendet wurde",
        Errand::Amended => "Mail, dass das Abonnement geändert wurde",
        Errand::Overrun => "Mail, dass die Nutzung die Schätzung übersteigt",
        Errand::Statement => "Mail mit der Abrechnung der Nutzung eines Monats",
        Errand::Confirmation => "Bestätigung an das Beschaffungssystem",
    }
}

pub fn how(how: &How) -> String {
    match how {
        How::Void => "sie war nie zugestellt".to_owned(),
        How::Credited { number } => format!("gutgeschrieben mit {number}"),
        How::Withdrawn => "aus dem Beschaffungssystem zurückgezogen".to_owned(),
    }
}

/// What is quoted stands at the end.
pub fn mismatch(mismatch: &Mismatch) -> String {
    match mismatch {
        Mismatch::NoAgreement => {
            "Die Bestellung wurde angenommen, aber es gibt keine Vereinbarung".to_owned()
        }
        Mismatch::NoOrder => "Es gibt eine Vereinbarung, aber keine angenommene Bestellung".to_owned(),
        Mismatch::Price { ordered, agreed } => {
            format!("Bestellt {}, vereinbart {}", amount(*ordered), amount(*agreed))
        }
        Mismatch::NotInvoiced { amount: owed, date: day } => {
            format!("{} waren am {} fällig und wurden nicht berechnet", amount(*owed), date(*day))
        }
        Mismatch::Amount { number, invoiced, scheduled } => format!(
            "Rechnung {number} lautet über {}, ihr Teil des Zahlungsplans über {}",
            amount(*invoiced),
            amount(*scheduled)
        ),
        Mismatch::Parked { number, reason } => {
            format!("Rechnung {number} ist zurückgehalten: {}", reason.in_german()).trim_end().to_owned()
        }
        Mismatch::Stuck { number, since, .. } => {
            format!("Rechnung {number} ist seit {} unterwegs", since.strftime("%Y-%m-%d %H:%M UTC"))
        }
        Mismatch::Unscheduled { number } => {
            format!("Rechnung {number} berechnet einen Teil, den der Zahlungsplan nicht hat")
        }
    }
}

/// What is quoted stands at the end.
pub fn cause(cause: &Cause) -> String {
    let text = match cause {
        Cause::Noted(entry) => entry.in_german(),
        Cause::Made { paper: of, gross } => format!("{} wurde über {} gestellt.", paper(of), amount(*gross)),
        Cause::Delivered(of) => format!("{} wurde zugestellt.", paper(of)),
        Cause::Parked { paper: of, why } => {
            format!("{} wird zurückgehalten: {}", paper(of), why.in_german())
        }
        Cause::ToUpload(of) => {
            format!("{} wartet darauf, ins Lieferantenportal hochgeladen zu werden.", paper(of))
        }
        Cause::Withdrawing(of) => format!("{} wird zurückgezogen.", paper(of)),
        Cause::Cancelled { paper: of, how } => match how.quoted() {
            None => format!("{} wurde zurückgenommen: {}.", paper(of), how.in_german()),
            Some(_) => format!("{} wurde zurückgenommen:", paper(of)),
        },
        Cause::Done(done) => format!("{}: erledigt.", errand(*done)),
        Cause::Stuck { errand: stuck, why } => {
            format!("{}: Jemand muss nachsehen. {}", errand(*stuck), why.in_german())
        }
    };
    text.trim_end().to_owned()
}

fn paper(paper: &Paper) -> String {
    let kind = if paper.credit { "Die Gutschrift" } else { "Die Rechnung" };
    format!("{kind} {}", paper.number)
}
