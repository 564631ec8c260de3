//! Visits without a punch-out (R11, R13, R18).

/// Visits without a punch-out.
#[derive(Debug)]
pub struct Texts {
    /// What the visitor is told on every page.
    pub natively: fn(&str) -> String,
    pub redirected: fn(&str) -> String,
    pub begin_there: fn(&str) -> String,
    /// Why there is no form (R13).
    pub start_in: fn(&str) -> String,
    /// What pressing the button does.
    pub at_once: &'static str,
    pub waits_there: fn(&str) -> String,
    pub shopping_as: fn(&str) -> String,
    /// The PO number (R18).
    pub order_number: &'static str,
    pub order_number_hint: &'static str,
    /// Where a subscription came from.
    pub bought_here: &'static str,
    pub on_the_bill: &'static str,
}

pub const ENGLISH: Texts = Texts {
    natively: |organisation| {
        format!(
            "You are shopping directly for {organisation}: a subscription begins at once, without an approval."
        )
    },
    redirected: |system| {
        format!(
            "Your organisation buys through {system}. What you choose here waits there for your approval request."
        )
    },
    begin_there: |system| {
        format!(
            "Your organisation buys through {system}. Look around here, and open the marketplace from {system} to buy."
        )
    },
    start_in: |system| {
        format!(
            "Purchases of your organisation begin in {system}. Open the marketplace there and choose this product again."
        )
    },
    at_once: "The subscription begins at once. Its charges are on the AWS bill of the account.",
    waits_there: |system| {
        format!(
            "This opens {system}. Your choice waits for 30 days: it is in your cart when you next open the marketplace from {system}."
        )
    },
    shopping_as: |requester| format!("Shopping as {requester}."),
    order_number: "Purchase order number",
    order_number_hint: "If your organisation gave you one. At most 200 characters.",
    bought_here: "Bought on the marketplace itself",
    on_the_bill: "Charges are on the AWS bill of the account.",
};

pub const GERMAN: Texts = Texts {
    natively: |organisation| {
        format!("Sie kaufen direkt für {organisation} ein: Ein Abonnement beginnt sofort, ohne Genehmigung.")
    },
    redirected: |system| {
        format!(
            "Ihre Organisation kauft über {system}. Was Sie hier wählen, wartet dort auf Ihre Genehmigungsanfrage."
        )
    },
    begin_there: |system| {
        format!(
            "Ihre Organisation kauft über {system}. Sehen Sie sich hier um, und öffnen Sie zum Kaufen den Marktplatz aus {system}."
        )
    },
    start_in: |system| {
        format!(
            "Käufe Ihrer Organisation beginnen in {system}. Öffnen Sie den Marktplatz dort und wählen Sie dieses Produkt erneut."
        )
    },
    at_once: "Das Abonnement beginnt sofort. Seine Kosten stehen auf der AWS-Rechnung des Kontos.",
    waits_there: |system| {
        format!(
            "Das öffnet {system}. Ihre Auswahl wartet 30 Tage: Sie liegt in Ihrem Warenkorb, wenn Sie den Marktplatz das nächste Mal aus {system} öffnen."
        )
    },
    shopping_as: |requester| format!("Sie kaufen als {requester} ein."),
    order_number: "Bestellnummer",
    order_number_hint: "Falls Ihre Organisation Ihnen eine gegeben hat. Höchstens 200 Zeichen.",
    bought_here: "Auf dem Marktplatz selbst gekauft",
    on_the_bill: "Die Kosten stehen auf der AWS-Rechnung des Kontos.",
};
