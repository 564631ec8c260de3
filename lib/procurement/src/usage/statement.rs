//! The statement of a month: actual consumption, without the number of a purchase order (R47).

use csv::Writer;
use jiff::Timestamp;
use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{Tariff, UsageAccount, statement_job};
use crate::account::AccountId;
use crate::agreement::Agreement;
use crate::id::{AgreementId, RequisitionId};
use crate::invoice::harmless;
use crate::job::{Job, Task};
use crate::money::{Money, MoneyError};

/// What a month's usage comes to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    /// Its number.
    pub number: String,
    /// The agreement.
    pub agreement: AgreementId,
    /// The request, under which the agreement is kept.
    pub requisition: RequisitionId,
    /// The account that used it.
    pub account: AccountId,
    /// What was used.
    pub product: String,
    /// Who sells it.
    pub seller: String,
    /// The month, as `2026-11`.
    pub month: String,
    /// Its lines.
    pub lines: Vec<StatementLine>,
    /// Their sum.
    pub total: Money,
    /// When it was made.
    pub made: Timestamp,
}

/// What was used of one rate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatementLine {
    /// What was counted.
    pub rate: String,
    /// What one of it is called.
    pub unit: String,
    /// How many.
    pub quantity: Decimal,
    /// What one costs.
    pub price: Decimal,
    /// What they come to.
    pub amount: Money,
}

/// What is written at the end of a month, in one transaction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stated {
    /// The statement; nothing where nothing was used.
    pub statement: Option<Statement>,
    /// Everything that was metered, with the month closed, one version on.
    pub account: UsageAccount,
    /// The mail, and the job for the next month.
    pub jobs: Vec<Job>,
}

/// States a month. An agreement that was ended has no further one.
pub fn state(
    agreement: &Agreement,
    tariff: &Tariff<'_>,
    account: UsageAccount,
    month: &str,
    now: Timestamp,
) -> Result<Stated, MoneyError> {
    let mut account = account;
    account.version += 1;
    account.stated.insert(month.to_owned());
    let statement = statement(agreement, tariff, &account, month, now)?;
    let mail = statement.as_ref().map(|statement| {
        let (requisition, month) = (statement.requisition, month.to_owned());
        let id = format!("mail-statement-{}-{month}", statement.agreement);
        Job::new(id, Task::StatementMail { requisition, month }, now, now)
    });
    let jobs = mail.into_iter().chain(next(agreement, month, now)).collect();
    Ok(Stated { statement, account, jobs })
}

fn statement(
    agreement: &Agreement,
    tariff: &Tariff<'_>,
    account: &UsageAccount,
    month: &str,
    now: Timestamp,
) -> Result<Option<Statement>, MoneyError> {
    let Some(quantities) = account.months.get(month).filter(|used| !used.is_empty()) else { return Ok(None) };
    let mut lines = Vec::new();
    for rate in tariff.rates {
        if let Some(quantity) = quantities.get(&rate.name) {
            let amount = tariff.amount(rate, *quantity)?;
            let (unit, quantity, price) = (rate.unit.clone(), quantity.normalize(), rate.price);
            lines.push(StatementLine { rate: rate.name.clone(), unit, quantity, price, amount });
        }
    }
    let id = agreement.id.uuid().as_simple().to_string();
    Ok(Some(Statement {
        number: format!("PGS-{}-{month}", &id[id.len() - 8..]),
        agreement: agreement.id,
        requisition: agreement.requisition,
        account: agreement.account,
        product: agreement.product.name.clone(),
        seller: agreement.product.seller.clone(),
        month: month.to_owned(),
        lines,
        total: account.cost_of(month, tariff)?,
        made: now,
    }))
}

fn next(agreement: &Agreement, month: &str, now: Timestamp) -> Option<Job> {
    let first: Date = format!("{month}-01").parse().ok()?;
    let next = first.saturating_add(jiff::Span::new().months(1));
    agreement.owes(next).then(|| statement_job(agreement, next, now))
}

const HEAD: [&str; 11] = [
    "Statement",
    "Month",
    "AWS account",
    "Product",
    "Seller",
    "Usage",
    "Unit",
    "Quantity",
    "Price",
    "Amount",
    "Currency",
];

/// Statements as a table, a line for each rate.
pub fn csv(statements: &[Statement]) -> String {
    let mut writer = Writer::from_writer(Vec::new());
    // Writing into memory does not fail, and every row has as many cells as the head.
    let _ = writer.write_record(HEAD);
    for statement in statements {
        for line in &statement.lines {
            let _ = writer.write_record(cells(statement, line).map(|cell| harmless(&cell)));
        }
    }
    writer.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}

fn cells(statement: &Statement, line: &StatementLine) -> [String; 11] {
    [
        statement.number.clone(),
        statement.month.clone(),
        statement.account.to_string(),
        statement.product.clone(),
        statement.seller.clone(),
        line.rate.clone(),
        line.unit.clone(),
        line.quantity.to_string(),
        line.price.to_string(),
        line.amount.amount_text(),
        line.amount.currency.code().to_owned(),
    ]
}
