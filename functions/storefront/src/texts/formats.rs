//! Dates, lengths, amounts and what things are called, in each language.

use iso_currency::Currency;
use jiff::Timestamp;
use jiff::civil::Date;
use procurement::catalogue::{Due, Pricing, Quote};
use procurement::language::Language;
use procurement::money::Money;
use procurement::reason;
use rust_decimal::Decimal;

/// How things are written.
#[derive(Debug)]
pub struct Formats {
    /// `21 November 2026`
    pub day: fn(Date) -> String,
    /// `21 November 2026, 14:05 UTC`
    pub moment: fn(Timestamp) -> String,
    /// `14:05 UTC`
    pub time: fn(Timestamp) -> String,
    /// `12 months`
    pub months: fn(u16) -> String,
    /// `30 days`
    pub days: fn(u16) -> String,
    /// `12,345.60 USD`
    pub money: fn(Money) -> String,
    /// A number as it was written with a point, for an input field.
    pub typed: fn(&str) -> String,
    /// When an instalment is due.
    pub due: fn(&Due) -> String,
    /// A pricing by its key.
    pub pricing: fn(&str) -> &'static str,
    /// What a quote is for.
    details: fn(&str, &Quote, usize) -> String,
}

pub const ENGLISH: Formats = Formats {
    day: |date| Language::English.day(date),
    moment: |at| at.strftime("%-d %B %Y, %H:%M UTC").to_string(),
    time: |at| at.strftime("%H:%M UTC").to_string(),
    months: |count| if count == 1 { "1 month".to_owned() } else { format!("{count} months") },
    days: |count| if count == 1 { "1 day".to_owned() } else { format!("{count} days") },
    money: |money| money.grouped(),
    typed: str::to_owned,
    due: Due::in_words,
    pricing: |key| match key {
        "contract" => "Contract, paid upfront",
        "flexible_payment_schedule" => "Contract, paid in instalments",
        "pay_as_you_go" => "Pay as you go",
        "free" => "Free",
        "free_trial" => "Free trial",
        _ => "Bring your own licence",
    },
    details: |pricing, quote, instalments| reason::details(pricing, quote, instalments, Language::English),
};

pub const GERMAN: Formats = Formats {
    day: |date| Language::German.day(date),
    moment: |at| {
        let date = procurement::catalogue::date_of(at);
        format!("{}, {}", (GERMAN.day)(date), at.strftime("%H:%M UTC"))
    },
    time: |at| at.strftime("%H:%M Uhr UTC").to_string(),
    months: |count| if count == 1 { "1 Monat".to_owned() } else { format!("{count} Monate") },
    days: |count| if count == 1 { "1 Tag".to_owned() } else { format!("{count} Tage") },
    money: |money| comma_for_point(&money.grouped()),
    typed: comma_for_point,
    due: |due| match due {
        Due::AfterMonths(0) => "bei Annahme".to_owned(),
        Due::AfterMonths(1) => "nach 1 Monat".to_owned(),
        Due::AfterMonths(months) => format!("nach {months} Monaten"),
        Due::On(date) => format!("am {}", (GERMAN.day)(*date)),
    },
    pricing: |key| match key {
        "contract" => "Vertrag, im Voraus bezahlt",
        "flexible_payment_schedule" => "Vertrag, in Raten bezahlt",
        "pay_as_you_go" => "Nach Verbrauch",
        "free" => "Kostenlos",
        "free_trial" => "Kostenlose Probe",
        _ => "Eigene Lizenz",
    },
    details: |pricing, quote, instalments| reason::details(pricing, quote, instalments, Language::German),
};

/// A German comma is an English point, and the other way round.
fn comma_for_point(text: &str) -> String {
    Language::German.figures(text)
}

// === impl Formats ===

impl Formats {
    /// An amount of a currency.
    pub fn amount(&self, amount: Decimal, currency: Currency) -> String {
        (self.money)(Money::new(amount, currency))
    }

    /// How long it lasts, where that is agreed.
    pub fn term(&self, quote: &Quote) -> Option<String> {
        quote.months.map(self.months).or_else(|| quote.days.map(self.days))
    }

    /// What is bought, in a line.
    pub fn details(&self, pricing: &Pricing, quote: &Quote) -> String {
        let instalments = match pricing {
            Pricing::FlexiblePaymentSchedule { instalments, .. } => instalments.len(),
            _ => 0,
        };
        self.details_of(pricing.key(), quote, instalments)
    }

    /// The same where only the pricing's key is kept.
    pub fn details_of(&self, pricing: &str, quote: &Quote, instalments: usize) -> String {
        (self.details)(pricing, quote, instalments)
    }
}
