//! The bypass report: what an organisation bought without its procurement system (R11).
//!
//! Purchases that other consoles make, such as that of EC2, never pass this marketplace's pages; their operator reports them.
//! Purchases of direct visitors are known here.

use csv::Writer;
use iso_currency::Currency;
use jiff::Timestamp;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::account::AccountId;
use crate::agreement::Agreement;
use crate::configuration::Problem;
use crate::invoice::harmless;
use crate::money::Money;

/// The most characters of each text.
const LONGEST: usize = 200;

/// A purchase that another console made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PurchaseElsewhere {
    /// The organisation, by its management account.
    pub organisation: AccountId,
    /// The account that bought.
    pub account: AccountId,
    /// Which console: `EC2`.
    pub console: String,
    /// What names the purchase there: it is recorded once.
    pub reference: String,
    /// Who bought, as the console knows them; may be empty.
    pub by: String,
    /// What was bought.
    pub product: String,
    /// What it comes to, where that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Money>,
    /// When.
    pub at: Timestamp,
    /// When it was recorded.
    pub recorded: Timestamp,
}

/// A line of the report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bypass {
    /// When it was bought.
    pub at: Timestamp,
    /// The account.
    pub account: AccountId,
    /// By whom; may be empty.
    pub by: String,
    /// What.
    pub product: String,
    /// What it comes to, where that is known.
    pub amount: Option<Money>,
    /// Where: nothing for the marketplace itself.
    pub console: Option<String>,
    /// What names it there.
    pub reference: String,
}

/// Reads an amount: `12.50` and `USD`.
pub fn amount(amount: &str, currency: &str) -> Result<Money, Problem> {
    let read = Decimal::from_str_exact(amount.trim()).ok();
    let amount =
        read.ok_or_else(|| Problem::invalid("amount", "Write the amount as digits, such as 12.50."))?;
    let currency = Currency::from_code(currency.trim());
    let currency =
        currency.ok_or_else(|| Problem::invalid("currency", "Write the currency as USD, EUR and so on."))?;
    let amount = Money::new(amount, currency);
    if amount.is_payable() {
        return Ok(amount);
    }
    Err(Problem::invalid("amount", "Write an amount of 0.00 or more that can be paid in its currency."))
}

/// Refuses what a report could not show.
pub fn check(purchase: &PurchaseElsewhere) -> Result<(), Problem> {
    let texts = [
        ("console", &purchase.console, 1),
        ("reference", &purchase.reference, 1),
        ("product", &purchase.product, 1),
        ("by", &purchase.by, 0),
    ];
    for (field, text, least) in texts {
        let length = text.trim().chars().count();
        if length < least || length > LONGEST || text.contains(char::is_control) {
            let message = format!("Write {field} in one line of {least} to {LONGEST} characters.");
            return Err(Problem::invalid(field, message));
        }
    }
    if purchase.at > purchase.recorded {
        return Err(Problem::invalid(
            "at",
            "The purchase lies in the future; give the time when it was made.",
        ));
    }
    Ok(())
}

/// The report, newest first.
pub fn report(native: &[Agreement], elsewhere: &[PurchaseElsewhere]) -> Vec<Bypass> {
    let mut lines: Vec<Bypass> = native.iter().map(Bypass::from).collect();
    lines.extend(elsewhere.iter().map(Bypass::from));
    lines.sort_by_key(|line| std::cmp::Reverse(line.at));
    lines
}

/// The report as CSV. A text that a spreadsheet would take for a formula is made harmless.
pub fn csv(lines: &[Bypass]) -> Result<String, csv::Error> {
    let mut table = Writer::from_writer(Vec::new());
    table.write_record(["Time", "Account", "By", "Product", "Amount", "Currency", "Where", "Reference"])?;
    for line in lines {
        let amount = line.amount.map(|amount| (amount.amount_text(), amount.currency.code()));
        let (amount, currency) = amount.unwrap_or_default();
        table.write_record([
            line.at.to_string(),
            line.account.to_string(),
            harmless(&line.by),
            harmless(&line.product),
            amount,
            currency.to_owned(),
            harmless(line.console.as_deref().unwrap_or("Marketplace")),
            harmless(&line.reference),
        ])?;
    }
    let bytes = table.into_inner().map_err(|error| csv::Error::from(error.into_error()))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

// === impl Bypass ===

impl From<&Agreement> for Bypass {
    fn from(agreement: &Agreement) -> Self {
        Self {
            at: agreement.start,
            account: agreement.account,
            by: agreement.requester.name.clone(),
            product: agreement.product.name.clone(),
            amount: Some(agreement.quote.total),
            console: None,
            reference: agreement.id.to_string(),
        }
    }
}

impl From<&PurchaseElsewhere> for Bypass {
    fn from(purchase: &PurchaseElsewhere) -> Self {
        Self {
            at: purchase.at,
            account: purchase.account,
            by: purchase.by.clone(),
            product: purchase.product.clone(),
            amount: purchase.amount,
            console: Some(purchase.console.clone()),
            reference: purchase.reference.clone(),
        }
    }
}
