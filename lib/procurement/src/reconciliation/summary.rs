//! What a connection's order lines come to together (R50).

use std::collections::BTreeMap;

use super::Row;
use crate::money::Money;

/// What a connection's order lines come to in one currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sums {
    /// What the orders say.
    pub ordered: Money,
    /// What the agreements say.
    pub agreed: Money,
    /// What was invoiced.
    pub invoiced: Money,
    /// What of it was delivered.
    pub delivered: Money,
}

/// A connection at a glance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// How many order lines there are.
    pub lines: usize,
    /// How many of them do not match.
    pub mismatched: usize,
    /// The sums, by currency.
    pub sums: Vec<Sums>,
}

/// Reckons the rows of a connection together. A sum that is too large to be reckoned is left out.
pub fn summary(rows: &[Row]) -> Summary {
    let mut currencies: BTreeMap<&'static str, Vec<&Row>> = BTreeMap::new();
    for row in rows {
        if let Some(money) = row.agreed.or(row.ordered) {
            currencies.entry(money.currency.code()).or_default().push(row);
        }
    }
    Summary {
        lines: rows.len(),
        mismatched: rows.iter().filter(|row| !row.mismatches.is_empty()).count(),
        sums: currencies.values().filter_map(|rows| sums(rows)).collect(),
    }
}

fn sums(rows: &[&Row]) -> Option<Sums> {
    let currency = rows.first().and_then(|row| row.agreed.or(row.ordered))?.currency;
    let sum = |of: fn(&Row) -> Option<Money>| {
        Money::sum(std::iter::once(Money::zero(currency)).chain(rows.iter().filter_map(|row| of(row)))).ok()
    };
    Some(Sums {
        ordered: sum(|row| row.ordered)?,
        agreed: sum(|row| row.agreed)?,
        invoiced: sum(|row| row.invoiced)?,
        delivered: sum(|row| row.delivered)?,
    })
}
