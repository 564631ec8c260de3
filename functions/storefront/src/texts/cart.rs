//! The cart.

/// The cart.
#[derive(Debug)]
pub struct Texts {
    pub title: &'static str,
    pub heading: &'static str,
    pub empty: &'static str,
    /// A former cart from which everything was taken out (R21).
    pub emptied: fn(&str) -> String,
    pub send_empty: fn(&str) -> String,
    pub search: &'static str,
    pub leave: &'static str,
    pub lead: fn(&str) -> String,
    /// A cart that is only looked at (R21).
    pub lead_of_former: fn(&str) -> String,
    pub description: &'static str,
    pub part: &'static str,
    pub quantity: &'static str,
    pub unit_price: &'static str,
    pub what: &'static str,
    pub term: &'static str,
    pub account: &'static str,
    pub remove: &'static str,
    pub send_label: &'static str,
    pub total: &'static str,
    pub back_to: fn(&str) -> String,
    pub send: fn(&str) -> String,
    pub waits: &'static str,
    pub go_on: &'static str,
}

pub const ENGLISH: Texts = Texts {
    title: "Cart",
    heading: "Your cart",
    empty: "The cart is empty.",
    emptied: |system| format!("Send it like this, and its former items are deleted in {system} as well."),
    send_empty: |system| format!("Send the empty cart to {system}"),
    search: "Search the marketplace",
    leave: "Leave without a cart",
    lead: |system| {
        format!("This is what {system} will receive. Nothing is bought before the purchase order arrives.")
    },
    lead_of_former: |system| format!("This is what was sent to {system}, and what became of it."),
    description: "Description",
    part: "Part number",
    quantity: "Quantity",
    unit_price: "Unit price",
    what: "What",
    term: "Term",
    account: "Account",
    remove: "Remove",
    send_label: "Send the cart",
    total: "Total",
    back_to: |system| format!("Back to {system}"),
    send: |system| format!("Send to {system} for approval"),
    waits: "Remove the marked items, then the cart can be sent.",
    go_on: "Continue shopping",
};

pub const GERMAN: Texts = Texts {
    title: "Warenkorb",
    heading: "Ihr Warenkorb",
    empty: "Der Warenkorb ist leer.",
    emptied: |system| {
        format!("Senden Sie ihn so, werden seine früheren Positionen auch in {system} gelöscht.")
    },
    send_empty: |system| format!("Den leeren Warenkorb an {system} senden"),
    search: "Den Marktplatz durchsuchen",
    leave: "Ohne Warenkorb zurückgehen",
    lead: |system| format!("Das wird {system} erhalten. Gekauft ist nichts, bevor die Bestellung ankommt."),
    lead_of_former: |system| format!("Das wurde an {system} gesendet, und das ist daraus geworden."),
    description: "Beschreibung",
    part: "Artikelnummer",
    quantity: "Menge",
    unit_price: "Stückpreis",
    what: "Was",
    term: "Laufzeit",
    account: "Konto",
    remove: "Entfernen",
    send_label: "Warenkorb senden",
    total: "Summe",
    back_to: |system| format!("Zurück zu {system}"),
    send: |system| format!("Zur Genehmigung an {system} senden"),
    waits: "Entfernen Sie die markierten Positionen, dann kann der Warenkorb gesendet werden.",
    go_on: "Weiter einkaufen",
};
