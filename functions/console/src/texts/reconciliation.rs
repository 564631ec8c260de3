//! What was ordered, agreed, invoiced and delivered.

use procurement::reason::{Reason as _, Telling};
use procurement::reconciliation::Mismatch;

use super::In;
use crate::language::Language;

#[derive(Debug)]
pub struct Words {
    pub heading: &'static str,
    pub lead: &'static str,
    pub none: &'static str,
    pub order: &'static str,
    pub line: &'static str,
    pub ordered: &'static str,
    pub agreed: &'static str,
    pub invoiced: &'static str,
    pub delivered: &'static str,
    pub together: &'static str,
    pub result: &'static str,
    pub matches: &'static str,
    pub download: &'static str,
    pub verdict: fn(usize, usize) -> String,
    pub mismatch: fn(&Mismatch) -> Telling,
}

pub static TEXTS: In<Words> = In {
    english: Words {
        heading: "Reconciliation",
        lead: "What was ordered, agreed, invoiced and delivered over this connection, line by line. Instalments that are not due yet are not missing.",
        none: "No order has been accepted yet.",
        order: "Purchase order",
        line: "line",
        ordered: "Ordered",
        agreed: "Agreed",
        invoiced: "Invoiced",
        delivered: "Delivered",
        together: "Together",
        result: "Result",
        matches: "Matches",
        download: "Download as CSV",
        verdict: |lines, wrong| match wrong {
            0 => format!("All {lines} order lines match."),
            1 => format!("1 of {lines} order lines does not match."),
            wrong => format!("{wrong} of {lines} order lines do not match."),
        },
        mismatch: |mismatch| {
            let text = mismatch.to_string();
            let mut letters = text.chars();
            let first = letters.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
            Telling::ours(format!("{first}{}", letters.as_str()), Language::English)
        },
    },
    german: Words {
        heading: "Abgleich",
        lead: "Was über diese Verbindung bestellt, vereinbart, berechnet und zugestellt wurde, Zeile für Zeile. Raten, die noch nicht fällig sind, fehlen nicht.",
        none: "Noch wurde keine Bestellung angenommen.",
        order: "Bestellung",
        line: "Zeile",
        ordered: "Bestellt",
        agreed: "Vereinbart",
        invoiced: "Berechnet",
        delivered: "Zugestellt",
        together: "Zusammen",
        result: "Ergebnis",
        matches: "Stimmt",
        download: "Als CSV herunterladen",
        verdict: |lines, wrong| match wrong {
            0 => format!("Alle {lines} Bestellzeilen stimmen."),
            1 => format!("1 von {lines} Bestellzeilen stimmt nicht."),
            wrong => format!("{wrong} von {lines} Bestellzeilen stimmen nicht."),
        },
        mismatch: |mismatch| mismatch.told(Language::German),
    },
};
