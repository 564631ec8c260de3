//! Every text of the way back, in every language; a language lacks none, because it would not compile.

use procurement::mail::Language;

/// The texts of one language.
#[derive(Debug)]
pub(crate) struct Texts {
    pub(crate) language: Language,
    pub(crate) test: &'static str,
    pub(crate) back_to: fn(&str) -> String,
    pub(crate) on_its_way: &'static str,
    pub(crate) go_on: fn(&str) -> String,
    pub(crate) not_sent: &'static str,
    pub(crate) back_to_cart: &'static str,
    pub(crate) unknown: &'static str,
    pub(crate) over: &'static str,
    pub(crate) nothing_sent: &'static str,
    pub(crate) unavailable: &'static str,
}

static ENGLISH: Texts = Texts {
    language: Language::English,
    test: "This connection is in test mode: nothing will be bought.",
    back_to: |system| format!("Back to {system}"),
    on_its_way: "Your cart is on its way. If nothing happens, press the button. Pressing it twice does no harm.",
    go_on: |system| format!("Continue to {system}"),
    not_sent: "The cart was not sent",
    back_to_cart: "Back to the cart",
    unknown: "This shopping session is not known. Open the marketplace again from your procurement system.",
    over: "This shopping session has ended. Open the marketplace again from your procurement system.",
    nothing_sent: "Nothing was sent yet.",
    unavailable: "The marketplace cannot do this at the moment. Nothing was lost; try again in a minute.",
};

static GERMAN: Texts = Texts {
    language: Language::German,
    test: "Diese Verbindung ist im Testmodus: Es wird nichts gekauft.",
    back_to: |system| format!("Zurück zu {system}"),
    on_its_way: "Ihr Warenkorb ist auf dem Weg. Geschieht nichts, drücken Sie die Schaltfläche. Zweimal drücken schadet nicht.",
    go_on: |system| format!("Weiter zu {system}"),
    not_sent: "Der Warenkorb wurde nicht gesendet",
    back_to_cart: "Zurück zum Warenkorb",
    unknown: "Diese Einkaufssitzung ist nicht bekannt. Öffnen Sie den Marktplatz erneut aus Ihrem Beschaffungssystem.",
    over: "Diese Einkaufssitzung ist beendet. Öffnen Sie den Marktplatz erneut aus Ihrem Beschaffungssystem.",
    nothing_sent: "Es wurde noch nichts gesendet.",
    unavailable: "Der Marktplatz kann das gerade nicht. Nichts ist verloren; versuchen Sie es in einer Minute noch einmal.",
};

/// The texts of a language.
pub(crate) fn of(language: Language) -> &'static Texts {
    match language {
        Language::English => &ENGLISH,
        Language::German => &GERMAN,
    }
}
