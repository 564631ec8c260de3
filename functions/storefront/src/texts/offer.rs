//! An offer with its form.

/// An offer with its form.
#[derive(Debug)]
pub struct Texts {
    pub error: &'static str,
    pub search: &'static str,
    pub private: &'static str,
    pub costs: &'static str,
    pub ends: fn(&str) -> String,
    pub request: &'static str,
    /// Where that is approved beforehand (R16).
    pub subscribe: &'static str,
    pub at_once: &'static str,
    pub attention: &'static str,
    pub length: &'static str,
    pub how_many: &'static str,
    pub unit: fn(&str) -> String,
    pub estimate: fn(&str) -> String,
    pub estimate_hint: &'static str,
    pub otherwise: fn(&str) -> String,
    pub account: &'static str,
    pub account_hint: &'static str,
    pub no_account: &'static str,
    pub choose_account: &'static str,
    pub account_fault: &'static str,
    pub into_cart: fn(&str) -> String,
    /// One line or several (R19).
    pub lines: &'static str,
    pub single: &'static str,
    pub split: &'static str,
    pub resend: &'static str,
    pub resend_hint: fn(&str, &str) -> String,
}

pub const ENGLISH: Texts = Texts {
    error: "Error: ",
    search: "Search",
    private: "Private offer for you",
    costs: "What it costs",
    ends: |end| format!("This offer ends on {end}. A purchase order that arrives later is refused."),
    request: "Request approval",
    subscribe: "Subscribe",
    at_once: "Your organisation has approved this beforehand: the subscription begins at once, without a cart and without a purchase order.",
    attention: "Something needs your attention. Check the marked fields; nothing was put in the cart.",
    length: "Contract length",
    how_many: "How many",
    unit: |unit| format!("Unit: {unit}"),
    estimate: |currency| format!("Expected cost in {currency}"),
    estimate_hint: "The amount to approve. It is an estimate: usage is billed monthly as it happens.",
    otherwise: |amount| format!(" Leave it empty for {amount}."),
    account: "Account to subscribe",
    account_hint: "The AWS account that will use the product. Mail about the subscription goes to its address.",
    no_account: "Your organisation has no active account that this offer is open to. Ask your administrator.",
    choose_account: "Choose an account",
    account_fault: "Choose the account to subscribe.",
    into_cart: |system| {
        format!("This puts the item in your cart. You can check the cart before it goes to {system}.")
    },
    lines: "Lines in the purchase order",
    single: "One line for all",
    split: "A line for each item",
    resend: "You are sending this again",
    resend_hint: |day, total| {
        format!(
            "You asked for it on {day} at {total}. The form holds what you chose then; the prices are those of today."
        )
    },
};

pub const GERMAN: Texts = Texts {
    error: "Fehler: ",
    search: "Suche",
    private: "Privates Angebot für Sie",
    costs: "Was es kostet",
    ends: |end| {
        format!("Dieses Angebot endet am {end}. Eine Bestellung, die später ankommt, wird abgelehnt.")
    },
    request: "Genehmigung anfragen",
    subscribe: "Abonnieren",
    at_once: "Ihre Organisation hat das im Voraus genehmigt: Das Abonnement beginnt sofort, ohne Warenkorb und ohne Bestellung.",
    attention: "Etwas stimmt noch nicht. Prüfen Sie die markierten Felder; es wurde nichts in den Warenkorb gelegt.",
    length: "Vertragslaufzeit",
    how_many: "Wie viel",
    unit: |unit| format!("Einheit: {unit}"),
    estimate: |currency| format!("Erwartete Kosten in {currency}"),
    estimate_hint: "Der Betrag, der genehmigt werden soll. Er ist eine Schätzung: abgerechnet wird monatlich der tatsächliche Verbrauch.",
    otherwise: |amount| format!(" Leer gelassen gilt {amount}."),
    account: "Konto, das abonniert",
    account_hint: "Das AWS-Konto, das das Produkt nutzen wird. Post über das Abonnement geht an seine Adresse.",
    no_account: "Ihre Organisation hat kein aktives Konto, für das dieses Angebot gilt. Fragen Sie Ihre Administration.",
    choose_account: "Konto wählen",
    account_fault: "Wählen Sie das Konto, das abonniert.",
    into_cart: |system| {
        format!("Das legt die Position in Ihren Warenkorb. Sie können ihn prüfen, bevor er an {system} geht.")
    },
    lines: "Zeilen in der Bestellung",
    single: "Eine Zeile für alles",
    split: "Eine Zeile je Posten",
    resend: "Sie senden dies erneut",
    resend_hint: |day, total| {
        format!(
            "Sie haben es am {day} zu {total} angefragt. Das Formular enthält Ihre Auswahl von damals; die Preise sind die von heute."
        )
    },
};
