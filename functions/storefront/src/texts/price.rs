//! What an offer costs.

/// What an offer costs.
#[derive(Debug)]
pub struct Texts {
    pub prices: &'static str,
    pub per: fn(&str) -> String,
    pub upfront: &'static str,
    pub schedule: &'static str,
    pub due: &'static str,
    pub instalment: &'static str,
    pub total_of: fn(&str) -> String,
    pub rates: &'static str,
    pub usage: &'static str,
    pub rate: &'static str,
    pub billed: &'static str,
    pub free: &'static str,
    pub byol: &'static str,
    pub from_contract: fn(&str, &str, &str) -> String,
    pub from_schedule: fn(&str, &str) -> String,
    pub from_rate: fn(&str, &str) -> String,
}

pub const ENGLISH: Texts = Texts {
    prices: "Prices by contract length",
    per: |unit| format!("per {unit}"),
    upfront: "For the whole length of the contract, paid upfront.",
    schedule: "Payment schedule",
    due: "Due",
    instalment: "Instalment",
    total_of: |months| format!("Total contract value, {months}"),
    rates: "Rates of usage",
    usage: "Usage",
    rate: "Rate",
    billed: "Billed monthly on actual consumption.",
    free: "Free of charge.",
    byol: "You bring a licence that you have from the seller. Nothing is charged here.",
    from_contract: |price, unit, months| format!("from {price} per {unit}, {months}"),
    from_schedule: |total, months| format!("{total} for {months}, in instalments"),
    from_rate: |price, unit| format!("from {price} per {unit}"),
};

pub const GERMAN: Texts = Texts {
    prices: "Preise nach Vertragslaufzeit",
    per: |unit| format!("je {unit}"),
    upfront: "Für die ganze Vertragslaufzeit, im Voraus bezahlt.",
    schedule: "Zahlungsplan",
    due: "Fällig",
    instalment: "Rate",
    total_of: |months| format!("Gesamtwert des Vertrags, {months}"),
    rates: "Preise nach Verbrauch",
    usage: "Verbrauch",
    rate: "Preis",
    billed: "Monatlich nach tatsächlichem Verbrauch abgerechnet.",
    free: "Kostenlos.",
    byol: "Sie bringen eine Lizenz mit, die Sie vom Anbieter haben. Hier wird nichts berechnet.",
    from_contract: |price, unit, months| format!("ab {price} je {unit}, {months}"),
    from_schedule: |total, months| format!("{total} für {months}, in Raten"),
    from_rate: |price, unit| format!("ab {price} je {unit}"),
};
