//! What stands in the way of what somebody asks for in the console.

use super::money;
use crate::configuration::{MAX_CONNECTIONS, MAX_SECRETS, Obstacle};
use crate::invoice::{CannotCancel, CannotResend};

/// What is quoted stands at the end.
pub fn obstacle(why: &Obstacle) -> String {
    match why {
        Obstacle::Connections => format!(
            "Diese Organisation hat {MAX_CONNECTIONS} Verbindungen, mehr gehen nicht. Bitten Sie den Betreiber, eine zu entfernen."
        ),
        Obstacle::Secrets => format!(
            "{MAX_SECRETS} Geheimnisse sind noch gültig. Warten Sie, bis eines endet, oder erneuern Sie es mit einer Überschneidung \
             von 0."
        ),
        Obstacle::Resend(why) => cannot_resend(why),
        Obstacle::Cancel(why) => cannot_cancel(why),
        Obstacle::NotByHand { number, .. } => format!(
            "Die Rechnung {number} wartet nicht darauf, hochgeladen zu werden; nur eine solche kann als hochgeladen vermerkt werden."
        ),
        Obstacle::NotRunAgain { kind } => format!(
            "Ein Dokument der Art {kind} lässt sich nicht erneut ausführen, nur ein empfangener OrderRequest oder \
             PunchOutSetupRequest."
        ),
        Obstacle::DryOnly => {
            "Ein PunchOutSetupRequest wird nur zur Probe erneut ausgeführt: Auf seine Antwort wartet niemand."
                .to_owned()
        }
        Obstacle::Unreadable { .. } => "Das Dokument lässt sich nicht lesen:".to_owned(),
        Obstacle::Amended(times) => format!(
            "Das Abonnement wurde {times}-mal geändert, öfter geht es nicht. Beenden Sie es und lassen Sie es neu anfragen."
        ),
        Obstacle::Money(why) => format!("Die Beträge lassen sich nicht berechnen: {}.", money(why)),
    }
}

fn cannot_resend(why: &CannotResend) -> String {
    match why {
        CannotResend::Delivered(number) => {
            format!("Die Rechnung {number} ist zugestellt. Nehmen Sie sie zurück, wenn sie falsch ist.")
        }
        CannotResend::UnderWay(number) => format!(
            "Die Zustellung der Rechnung {number} wird noch versucht. Warten Sie, bis sie zugestellt oder zurückgehalten ist."
        ),
        CannotResend::ByHand(number) => {
            format!("Die Rechnung {number} wird von Hand hochgeladen. Laden Sie sie noch einmal herunter.")
        }
        CannotResend::Cancelled(number) => format!("Die Rechnung {number} wurde zurückgenommen."),
    }
}

fn cannot_cancel(why: &CannotCancel) -> String {
    match why {
        CannotCancel::Credit(number) => format!(
            "{number} ist eine Gutschrift und lässt sich nicht zurücknehmen. War sie falsch, stellen Sie außerhalb von Punchgate eine \
             neue Rechnung."
        ),
        CannotCancel::UnderWay(number) => format!(
            "Die Rechnung {number} wird gerade zugestellt. Nehmen Sie sie zurück, sobald sie zugestellt oder zurückgehalten ist."
        ),
        CannotCancel::Cancelled(number) => {
            format!("Die Rechnung {number} wurde schon zurückgenommen oder wird gerade zurückgezogen.")
        }
    }
}
