//! What is said instead of a page: a title, and what to do.

/// What is said instead of a page: a title, and what to do.
#[derive(Debug)]
pub struct Texts {
    pub again: fn(&str) -> String,
    pub open_from: fn(&str) -> String,
    pub search: &'static str,
    pub link_unknown: (&'static str, &'static str),
    pub link_used: &'static str,
    pub link_expired: &'static str,
    pub session_unknown: (&'static str, &'static str),
    pub session_over: (&'static str, &'static str),
    pub extended: &'static str,
    pub cart_sent: &'static str,
    pub cart_on_its_way: fn(&str) -> String,
    pub cart_lost: fn(&str) -> String,
    pub send_again: &'static str,
    pub not_eligible: &'static str,
    pub back_to_product: &'static str,
    pub not_approved: &'static str,
    pub not_added: &'static str,
    pub open_cart: &'static str,
    pub no_direct_purchase: &'static str,
    pub buys_through: fn(&str) -> String,
    pub nothing_bought: &'static str,
    pub request: &'static str,
    pub no_page: (&'static str, &'static str),
    pub no_product: (&'static str, &'static str),
    pub no_offer: (&'static str, &'static str),
    pub no_request: (&'static str, &'static str),
    pub no_subscription: (&'static str, &'static str),
    pub no_reference: (&'static str, &'static str),
    pub open_reference: fn(&str) -> String,
    pub method: (&'static str, &'static str),
    pub malformed: (&'static str, &'static str),
    pub too_large: (&'static str, &'static str),
    pub unavailable: (&'static str, &'static str),
}

pub const ENGLISH: Texts = Texts {
    again: |system| format!("Go back to {system} and open the marketplace there again."),
    open_from: |system| format!("To shop, open the marketplace from {system}."),
    search: "Search the marketplace",
    link_unknown: (
        "This link opens nothing",
        "It is not a link that this marketplace gave out, or it is long over.",
    ),
    link_used: "This link was used already",
    link_expired: "This link has expired",
    session_unknown: (
        "This shopping session is not known",
        "It may be long over, or the address is not complete.",
    ),
    session_over: (
        "Your shopping session has ended",
        "No page was opened for 60 minutes, so the session ended. What you sent for approval before is not affected.",
    ),
    extended: "The session goes on",
    cart_sent: "Your cart was sent",
    cart_on_its_way: |system| format!("It is on its way to {system}, and this shopping session is over."),
    cart_lost: |system| {
        format!("If {system} did not show it, send it again: it is the same cart and arrives as one.")
    },
    send_again: "Send the cart again",
    not_eligible: "This cannot be sent for approval",
    back_to_product: "Back to the product",
    not_approved: "Your organisation does not approve this product",
    not_added: "Nothing was put in the cart",
    open_cart: "Open the cart",
    no_direct_purchase: "This is bought with an approval",
    buys_through: |system| format!("Your organisation buys in this marketplace through {system}."),
    nothing_bought: "Nothing was bought. Request approval instead: the subscription starts when the purchase order arrives.",
    request: "Request approval",
    no_page: ("This page does not exist", "The address may be mistyped, or the page may have moved."),
    no_product: (
        "This product is not in the marketplace",
        "The seller may have withdrawn it, or the address is not complete.",
    ),
    no_offer: (
        "This offer is not open to you",
        "It does not exist, or it was made to another account. A private offer can be taken only by the account that it was made to; ask the seller to extend one to yours.",
    ),
    no_request: (
        "This request is not among yours",
        "You see the requests that you made over this connection.",
    ),
    no_subscription: (
        "This subscription is not among yours",
        "You see the subscriptions that you asked for over this connection.",
    ),
    no_reference: (
        "This link opens no offer",
        "It is not a link that this marketplace gave out, or it was shortened or changed on its way.",
    ),
    open_reference: |system| format!("Open it again from the cart or the purchase order in {system}."),
    method: ("This page cannot be used like that", "Follow the links and buttons of the pages."),
    malformed: (
        "This request cannot be understood",
        "The address or the form is damaged. Go back and try again.",
    ),
    too_large: ("The form is too large", "Go back and enter less."),
    unavailable: (
        "The marketplace is busy just now",
        "Your request could not be completed. Nothing is lost: wait a few seconds and open the page again.",
    ),
};

pub const GERMAN: Texts = Texts {
    again: |system| format!("Gehen Sie zurück zu {system} und öffnen Sie den Marktplatz dort erneut."),
    open_from: |system| format!("Öffnen Sie zum Einkaufen den Marktplatz aus {system}."),
    search: "Den Marktplatz durchsuchen",
    link_unknown: (
        "Dieser Link öffnet nichts",
        "Dieser Marktplatz hat ihn nicht ausgegeben, oder er ist längst abgelaufen.",
    ),
    link_used: "Dieser Link wurde schon benutzt",
    link_expired: "Dieser Link ist abgelaufen",
    session_unknown: (
        "Diese Einkaufssitzung ist nicht bekannt",
        "Sie ist vielleicht längst beendet, oder die Adresse ist unvollständig.",
    ),
    session_over: (
        "Ihre Einkaufssitzung ist beendet",
        "60 Minuten lang wurde keine Seite geöffnet, daher wurde die Sitzung beendet. Was Sie vorher zur Genehmigung gesendet haben, ist davon nicht betroffen.",
    ),
    extended: "Die Sitzung läuft weiter",
    cart_sent: "Ihr Warenkorb wurde gesendet",
    cart_on_its_way: |system| {
        format!("Er ist auf dem Weg zu {system}, und diese Einkaufssitzung ist beendet.")
    },
    cart_lost: |system| {
        format!(
            "Falls {system} ihn nicht gezeigt hat, senden Sie ihn erneut: Es ist derselbe Warenkorb und kommt als einer an."
        )
    },
    send_again: "Warenkorb erneut senden",
    not_eligible: "Dafür kann keine Genehmigung angefragt werden",
    back_to_product: "Zurück zum Produkt",
    not_approved: "Ihre Organisation gibt dieses Produkt nicht frei",
    not_added: "Es wurde nichts in den Warenkorb gelegt",
    open_cart: "Warenkorb öffnen",
    no_direct_purchase: "Das wird mit Genehmigung gekauft",
    buys_through: |system| format!("Ihre Organisation kauft in diesem Marktplatz über {system}."),
    nothing_bought: "Es wurde nichts gekauft. Fragen Sie stattdessen die Genehmigung an: Das Abonnement beginnt, wenn die Bestellung ankommt.",
    request: "Genehmigung anfragen",
    no_page: (
        "Diese Seite gibt es nicht",
        "Die Adresse ist vielleicht vertippt, oder die Seite wurde verschoben.",
    ),
    no_product: (
        "Dieses Produkt gibt es im Marktplatz nicht",
        "Der Anbieter hat es vielleicht zurückgezogen, oder die Adresse ist unvollständig.",
    ),
    no_offer: (
        "Dieses Angebot gilt nicht für Sie",
        "Es gibt es nicht, oder es gilt für ein anderes Konto. Ein privates Angebot kann nur das Konto annehmen, dem es gemacht wurde; bitten Sie den Anbieter um eines für Ihres.",
    ),
    no_request: (
        "Diese Anfrage ist nicht von Ihnen",
        "Sie sehen die Anfragen, die Sie über diese Verbindung gestellt haben.",
    ),
    no_subscription: (
        "Dieses Abonnement ist nicht von Ihnen",
        "Sie sehen die Abonnements, die Sie über diese Verbindung angefragt haben.",
    ),
    no_reference: (
        "Dieser Link öffnet kein Angebot",
        "Dieser Marktplatz hat ihn nicht ausgegeben, oder er wurde unterwegs gekürzt oder verändert.",
    ),
    open_reference: |system| {
        format!("Öffnen Sie ihn erneut aus dem Warenkorb oder der Bestellung in {system}.")
    },
    method: (
        "So lässt sich diese Seite nicht benutzen",
        "Folgen Sie den Links und Schaltflächen der Seiten.",
    ),
    malformed: (
        "Das ist nicht zu verstehen",
        "Die Adresse oder das Formular ist beschädigt. Gehen Sie zurück und versuchen Sie es noch einmal.",
    ),
    too_large: ("Das Formular ist zu groß", "Gehen Sie zurück und geben Sie weniger ein."),
    unavailable: (
        "Der Marktplatz ist gerade ausgelastet",
        "Ihre Anfrage konnte nicht abgeschlossen werden. Nichts ist verloren: Warten Sie einige Sekunden und öffnen Sie die Seite noch einmal.",
    ),
};
