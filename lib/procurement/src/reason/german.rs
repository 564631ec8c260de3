//! German.

pub(super) mod after;
pub(super) mod happened;
pub(super) mod obstacle;
pub(super) mod refusal;
pub(super) mod trouble;
pub(super) mod which;

use crate::approved_products::NotApproved;
use crate::cart::CartError;
use crate::catalogue::{ChoiceError, MAX_QUANTITY, NotEligible, ProductType, Quote};
use crate::configuration::MAX_ORDER_NUMBER;
use crate::direct::NotBought;
use crate::language::Language;
use crate::money::{Money, MoneyError};
use crate::order::{NoLonger, Stale};
use crate::requisition::Status;
use crate::session::MAX_CART;
use crate::shopping::{NotAdded, NotEntered, NotSendable};

pub(super) fn not_eligible(why: &NotEligible) -> String {
    match why {
        NotEligible::Withdrawn => {
            "Der Anbieter hat dieses Produkt zurückgezogen. Suchen Sie ein anderes oder fragen Sie den Anbieter.".to_owned()
        }
        NotEligible::ProfessionalServices => "Dienstleistungen können nicht über Ihr Beschaffungssystem gekauft werden. \
            Vereinbaren Sie die Arbeit mit dem Anbieter und beauftragen Sie sie außerhalb dieser Anbindung."
            .to_owned(),
        NotEligible::AmiContract => contract("Ein Maschinenabbild"),
        NotEligible::ContainerContract => contract("Ein Container-Produkt"),
        NotEligible::ProductType(kind) => format!(
            "Produkte der Art „{}“ können nicht über Ihr Beschaffungssystem gekauft werden, nur SaaS, Maschinenabbilder \
             und Container. Bitten Sie Ihre Administration, es im Marktplatz selbst zu abonnieren.",
            product_type(*kind)
        ),
        NotEligible::Expired => {
            "Dieses Angebot ist abgelaufen. Wählen Sie ein anderes Angebot des Produkts oder bitten Sie den Anbieter, es zu \
             verlängern."
                .to_owned()
        }
        NotEligible::Replaced => {
            "Der Anbieter hat dieses Angebot ersetzt. Öffnen Sie das Produkt, um das Angebot zu sehen, das jetzt gilt.".to_owned()
        }
        NotEligible::NotForYou => {
            "Dieses private Angebot gilt für ein anderes Konto. Bitten Sie den Anbieter, Ihnen eines zu machen.".to_owned()
        }
    }
}

fn contract(what: &str) -> String {
    format!(
        "{what} mit Vertrag kann nicht über Ihr Beschaffungssystem gekauft werden. Wählen Sie ein Angebot mit Abrechnung nach \
         Verbrauch oder bitten Sie Ihre Administration, es im Marktplatz selbst zu abonnieren."
    )
}

/// The type as people call it.
pub(super) const fn product_type(kind: ProductType) -> &'static str {
    match kind {
        ProductType::Saas => "SaaS",
        ProductType::Ami => "Maschinenabbild (AMI)",
        ProductType::Container => "Container",
        ProductType::MachineLearning => "Algorithmus für maschinelles Lernen",
        ProductType::WafRules => "WAF-Regeln",
        ProductType::ProfessionalServices => "Dienstleistung",
    }
}

pub(super) fn stale(why: &Stale) -> String {
    const AGAIN: &str = "Senden Sie das geänderte Angebot erneut zur Genehmigung.";
    match why {
        Stale::Expired(day) => format!(
            "Das Angebot ist am {day} abgelaufen. Bitten Sie den Anbieter um ein neues und senden Sie dieses zur Genehmigung."
        ),
        Stale::Withdrawn => {
            "Der Anbieter hat das Angebot zurückgezogen. Wählen Sie ein anderes Angebot des Produkts und senden Sie es zur \
             Genehmigung."
                .to_owned()
        }
        Stale::Replaced(by) => {
            format!("Der Anbieter hat das Angebot durch {by} ersetzt. Öffnen Sie das Produkt. {AGAIN}")
        }
        Stale::Repriced => format!("Preis oder Bedingungen des Angebots haben sich seit der Genehmigung geändert. {AGAIN}"),
        Stale::ExpiryMoved => format!("Das Ablaufdatum des Angebots hat sich seit der Genehmigung geändert. {AGAIN}"),
        Stale::Revised => format!("Das Angebot wurde seit der Genehmigung überarbeitet. {AGAIN}"),
    }
}

pub(super) fn not_approved(_: &NotApproved) -> String {
    "Ihre Organisation hat dieses Produkt nicht freigegeben oder gibt es nicht mehr frei. Bitten Sie Ihre Administration, es im \
     Private Marketplace freizugeben, oder wählen Sie ein anderes Produkt."
        .to_owned()
}

pub(super) fn no_longer(why: &NoLonger) -> String {
    match why {
        NoLonger::Stale(why) => stale(why),
        NoLonger::NotEligible(why) => not_eligible(why),
        NoLonger::NotApproved(why) => not_approved(why),
    }
}

pub(super) fn not_sendable(why: &NotSendable) -> String {
    match why {
        NotSendable::Closed(status) => format!(
            "Das kann nicht noch einmal gesendet werden ({}). Nehmen Sie es aus dem Warenkorb.",
            self::status(status)
        ),
        NotSendable::Expired => {
            "Diese Anfrage ist abgelaufen, weil keine Bestellung rechtzeitig kam. Fragen Sie die Genehmigung \
            neu an."
                .to_owned()
        }
        NotSendable::NoLonger(why) => no_longer(why),
    }
}

/// A status as people read it.
pub(super) const fn status(status: &Status) -> &'static str {
    match status {
        Status::InCart => "Im Warenkorb",
        Status::SentForApproval => "Wartet auf Genehmigung",
        Status::Subscribed { .. } => "Abonniert",
        Status::TestCompleted { .. } => "Test abgeschlossen, nichts gekauft",
        Status::Stale { .. } => "Veraltet",
        Status::Refused { .. } => "Abgelehnt",
        Status::Cancelled { .. } => "Storniert",
    }
}

pub(super) fn not_added(why: &NotAdded) -> String {
    match why {
        NotAdded::ReadOnly => "Dieser Warenkorb wurde zum Ansehen geöffnet und kann nicht geändert werden. Öffnen Sie ihn in Ihrem \
            Beschaffungssystem zum Bearbeiten."
            .to_owned(),
        NotAdded::Disabled => {
            "Die Verbindung zu Ihrem Beschaffungssystem ist abgeschaltet. Fragen Sie Ihre Administration.".to_owned()
        }
        NotAdded::Full => format!(
            "Der Warenkorb enthält {MAX_CART} Positionen, mehr gehen nicht hinein. Senden Sie ihn zur Genehmigung und kommen Sie \
             dann für den Rest wieder."
        ),
        NotAdded::Currencies { cart, offer } => format!(
            "Der Warenkorb ist in {cart}, dieses Angebot in {offer}; ein Warenkorb hat eine Währung. Senden Sie zuerst den \
             Warenkorb zur Genehmigung und kommen Sie dann für dieses Angebot wieder."
        ),
        NotAdded::NoSuchOffer => {
            "Der Anbieter hat dieses Angebot zurückgezogen. Öffnen Sie das Produkt, um die Angebote zu sehen, die jetzt gelten."
                .to_owned()
        }
        NotAdded::NotEligible(why) => not_eligible(why),
        NotAdded::NotApproved(why) => not_approved(why),
        NotAdded::Choice(why) => choice(why),
        NotAdded::Account => "Wählen Sie ein Konto, das aktiv ist.".to_owned(),
    }
}

pub(super) fn choice(why: &ChoiceError) -> String {
    match why {
        ChoiceError::Months { offered } => {
            format!("Wählen Sie eine Vertragslaufzeit von {} Monaten.", offered.replace(" or ", " oder "))
        }
        ChoiceError::Nothing => "Geben Sie an, wie viel Sie von mindestens einem Posten brauchen.".to_owned(),
        ChoiceError::UnknownDimension(key) => {
            format!("„{key}“ gehört nicht zu diesem Angebot. Wählen Sie aus den Posten dieser Seite.")
        }
        ChoiceError::Quantity => format!("Geben Sie eine Menge zwischen 0 und {MAX_QUANTITY} ein."),
        ChoiceError::Estimate { digits } => format!(
            "Geben Sie die Schätzung als Betrag größer als 0 mit höchstens {digits} Nachkommastellen ein."
        ),
        ChoiceError::Money(why) => format!("Diese Auswahl lässt sich nicht berechnen: {}.", money(why)),
    }
}

pub(super) fn cart(why: &CartError) -> String {
    match why {
        CartError::Empty => {
            "Der Warenkorb ist leer. Wählen Sie zuerst ein Produkt, oder gehen Sie ohne Warenkorb zurück."
                .to_owned()
        }
        CartError::Currencies(currency) => format!(
            "Ein Warenkorb hat eine Währung. Senden Sie zuerst die Positionen in {} und die anderen in einem eigenen Warenkorb.",
            currency.code()
        ),
        CartError::Missing { item, what } => format!(
            "{item}: Eine Angabe fehlt ({what}), und ohne sie ginge der Warenkorb im Beschaffungssystem verloren. Sagen Sie es dem \
             Betreiber."
        ),
        CartError::Money(why) => {
            format!("Die Summe des Warenkorbs lässt sich nicht berechnen: {}.", money(why))
        }
    }
}

fn money(why: &MoneyError) -> String {
    match why {
        MoneyError::Currencies { left, right } => {
            format!("{} und {} sind verschiedene Währungen", left.code(), right.code())
        }
        MoneyError::TooLarge => "der Betrag ist zu groß".to_owned(),
        MoneyError::Nothing => "es gibt keine Beträge".to_owned(),
    }
}

pub(super) fn not_entered(why: &NotEntered) -> String {
    match why {
        NotEntered::Used => {
            "Dieser Link wurde schon geöffnet, und er öffnet den Marktplatz nur einmal.".to_owned()
        }
        NotEntered::Expired => {
            "Dieser Link ist älter als fünf Minuten und öffnet den Marktplatz nicht mehr.".to_owned()
        }
    }
}

pub(super) fn not_bought(why: &NotBought) -> String {
    match why {
        NotBought::NeedsApproval(system) => format!(
            "Ihre Organisation kauft über {}, daher braucht es dort eine Genehmigung. Es wurde nichts gekauft.",
            system.label()
        ),
        NotBought::OrderNumber(_) => {
            format!("Schreiben Sie die Bestellnummer in eine Zeile mit höchstens {MAX_ORDER_NUMBER} Zeichen.")
        }
        NotBought::NotAdded(why) => not_added(why),
    }
}

pub(super) fn details(pricing: &str, quote: &Quote, instalments: usize) -> Option<String> {
    match (pricing, quote.months) {
        ("flexible_payment_schedule", Some(1)) => Some(format!("1 Monat, {instalments} Raten")),
        ("flexible_payment_schedule", Some(months)) => Some(format!("{months} Monate, {instalments} Raten")),
        ("pay_as_you_go", _) => Some("Verbrauch, monatlich abgerechnet".to_owned()),
        ("free", _) => Some("Kostenlos".to_owned()),
        ("byol", _) => Some("Mit eigener Lizenz".to_owned()),
        ("free_trial", _) => quote.days.map(|days| format!("Kostenlose Probe, Dauer {days} Tage")),
        _ => None,
    }
}

fn date(day: jiff::civil::Date) -> String {
    Language::German.day(day)
}

fn amount(money: Money) -> String {
    Language::German.figures(&money.grouped())
}
