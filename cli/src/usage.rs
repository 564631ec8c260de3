//! `punchgate usage`: what pay-as-you-go subscriptions use, and their statements (R47).

use std::path::PathBuf;

use clap::Subcommand;
use jiff::Timestamp;
use platform::oversight::agreements::{AgreementError, Measured, meter};
use platform::table::ReadError;
use procurement::id::RequisitionId;
use procurement::usage::{Metered, Statement, Tariff, csv};
use rust_decimal::Decimal;

use crate::invoice::open;
use crate::place::PlaceError;

/// What can be done with usage. Stop the marketplace first.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Record a measurement; the same id again changes nothing.
    Record {
        #[command(flatten)]
        which: Which,
        /// Names the measurement.
        #[arg(long, value_name = "ID")]
        id: String,
        /// What was used, by the rate's name, such as "Host hours".
        #[arg(long, value_name = "NAME")]
        rate: String,
        /// How much.
        #[arg(long, value_name = "NUMBER")]
        quantity: Decimal,
        /// When, such as 2026-11-21T12:00:00Z; now unless given.
        #[arg(long, value_name = "TIME")]
        at: Option<Timestamp>,
    },
    /// Show what was used, month by month, against what the purchase order commits to.
    Show {
        #[command(flatten)]
        which: Which,
    },
    /// Show the statements of the months that are over.
    Statements {
        #[command(flatten)]
        which: Which,
        /// As a table.
        #[arg(long)]
        csv: bool,
    },
}

/// Which subscription.
#[derive(Debug, clap::Args)]
pub struct Which {
    /// The marketplace's directory.
    #[arg(long, value_name = "DIR")]
    data: PathBuf,
    /// The request that the subscription fulfils, as `punchgate agreement list` shows it.
    request: RequisitionId,
}

/// Why it was not done.
#[derive(Debug, thiserror::Error)]
pub enum UsageCommandError {
    /// The marketplace's directory.
    #[error(transparent)]
    Place(#[from] PlaceError),
    /// Reading.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// The subscription.
    #[error(transparent)]
    Agreement(#[from] AgreementError),
    /// Not paid as it goes.
    #[error("{0} is no request for something that is paid as it goes")]
    NotMetered(RequisitionId),
    /// The amounts do not reckon.
    #[error("the usage cannot be priced: {0}")]
    Money(#[from] procurement::money::MoneyError),
}

// === impl Command ===

impl Command {
    /// Does it.
    pub async fn run(self) -> Result<(), UsageCommandError> {
        match self {
            Self::Record { which, id, rate, quantity, at } => {
                let (_place, core) = open(&which.data).await?;
                let metered = Metered { id, rate, quantity, at: at.unwrap_or_else(|| core.clock.now()) };
                match meter(&core, which.request, &metered).await? {
                    Measured::Before => println!("{} was recorded before; nothing was changed", metered.id),
                    Measured::Now(_) => println!("{} is recorded", metered.id),
                }
            }
            Self::Show { which } => show(which).await?,
            Self::Statements { which, csv: true } => {
                let (_place, core) = open(&which.data).await?;
                print!("{}", csv(&core.store.statements(which.request).await?));
            }
            Self::Statements { which, csv: false } => {
                let (_place, core) = open(&which.data).await?;
                core.store.statements(which.request).await?.iter().for_each(print);
            }
        }
        Ok(())
    }
}

async fn show(which: Which) -> Result<(), UsageCommandError> {
    let (_place, core) = open(&which.data).await?;
    let none = UsageCommandError::NotMetered(which.request);
    let Some(requisition) = core.store.requisition(which.request).await? else { return Err(none) };
    let Some(tariff) = Tariff::of(&requisition.offer.pricing) else { return Err(none) };
    let account = core.store.usage(which.request).await?;
    for month in account.months.keys() {
        println!("{month}  {}", account.cost_of(month, &tariff)?.grouped());
    }
    let (used, estimate) = (account.cost(&tariff)?, requisition.quote.total);
    let passed = if account.overrun_told { ", which is passed" } else { "" };
    println!("together  {}, of {}{passed}", used.grouped(), estimate.grouped());
    Ok(())
}

fn print(statement: &Statement) {
    println!("{}  {}  {}", statement.number, statement.month, statement.total.grouped());
    for line in &statement.lines {
        let (rate, quantity, price, amount) = (&line.rate, line.quantity, line.price, line.amount.grouped());
        println!("  {rate}: {quantity} × {price} = {amount}");
    }
}
