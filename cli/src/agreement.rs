//! `punchgate agreement`: subscriptions, which only the operator ends or changes (R39).

use std::path::PathBuf;

use clap::Subcommand;
use jiff::civil::Date;
use platform::oversight::agreements::{AgreementError, amend_now, end_now};
use platform::table::ReadError;
use procurement::agreement::{Agreement, Amendment};
use procurement::id::{ConnectionId, RequisitionId};
use procurement::invoice::Invoice;
use procurement::money::Money;
use rust_decimal::Decimal;

use crate::invoice::open;
use crate::place::PlaceError;

/// What can be done with subscriptions. Stop the marketplace first.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// List a connection's subscriptions.
    List {
        /// The marketplace's directory.
        #[arg(long, value_name = "DIR")]
        data: PathBuf,
        /// The connection.
        #[arg(long, value_name = "CONNECTION")]
        connection: ConnectionId,
    },
    /// End a subscription now; what falls due later is not invoiced.
    End {
        #[command(flatten)]
        which: Which,
    },
    /// Change a subscription: its last day, and what is not invoiced yet.
    Amend {
        #[command(flatten)]
        which: Which,
        /// The new last day, such as 2027-12-31.
        #[arg(long, value_name = "DATE")]
        last_day: Option<Date>,
        /// Another amount for a charge that is not invoiced yet, such as 2=1200.00; 0 waives it. `show` numbers them.
        #[arg(long, value_name = "NUMBER=AMOUNT", value_parser = charge)]
        charge: Vec<(usize, Decimal)>,
    },
    /// Show a subscription's charges, invoices and changes.
    Show {
        /// The marketplace's directory.
        #[arg(long, value_name = "DIR")]
        data: PathBuf,
        /// The request that the subscription fulfils, as the list shows it.
        request: RequisitionId,
    },
}

/// Which subscription, and why.
#[derive(Debug, clap::Args)]
pub struct Which {
    /// The marketplace's directory.
    #[arg(long, value_name = "DIR")]
    data: PathBuf,
    /// Why; the requester reads it.
    #[arg(long, value_name = "WORDS")]
    reason: String,
    /// The request that the subscription fulfils, as the list shows it.
    request: RequisitionId,
}

/// Why it was not done.
#[derive(Debug, thiserror::Error)]
pub enum CommandError {
    /// The marketplace's directory.
    #[error(transparent)]
    Place(#[from] PlaceError),
    /// Reading.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// The subscription.
    #[error(transparent)]
    Agreement(#[from] AgreementError),
}

// === impl Command ===

impl Command {
    /// Does it.
    pub async fn run(self) -> Result<(), CommandError> {
        match self {
            Self::List { data, connection } => {
                let (_place, core) = open(&data).await?;
                for agreement in core.store.agreements(connection).await? {
                    println!("{}", line(&agreement));
                }
            }
            Self::End { which } => {
                let (_place, core) = open(&which.data).await?;
                let changed = end_now(&core, which.request, "the operator", &which.reason).await?;
                println!("{}", line(&changed.agreement));
            }
            Self::Amend { which, last_day, charge } => {
                let (_place, core) = open(&which.data).await?;
                let found = core.store.agreement(which.request).await?;
                let agreement = found.ok_or(AgreementError::None(which.request))?;
                let currency = agreement.quote.total.currency;
                let charges = charge.into_iter().map(|(place, amount)| (place, Money::new(amount, currency)));
                let amendment = Amendment { last_day, charges: charges.collect() };
                let changed =
                    amend_now(&core, which.request, &amendment, "the operator", &which.reason).await?;
                println!("{}", line(&changed.agreement));
            }
            Self::Show { data, request } => {
                let (_place, core) = open(&data).await?;
                let agreement = core.store.agreement(request).await?.ok_or(AgreementError::None(request))?;
                show(&agreement, &core.store.invoices(request).await?);
            }
        }
        Ok(())
    }
}

/// `2=1200.00`: which charge, from 1, and how much.
fn charge(text: &str) -> Result<(usize, Decimal), String> {
    let wanted = || "write which charge and how much, such as 2=1200.00".to_owned();
    let (number, amount) = text.split_once('=').ok_or_else(wanted)?;
    let place = number.trim().parse::<usize>().ok().and_then(|number| number.checked_sub(1));
    Ok((place.ok_or_else(wanted)?, amount.trim().parse().map_err(|_| wanted())?))
}

fn show(agreement: &Agreement, invoices: &[Invoice]) {
    println!("{}", line(agreement));
    for (place, part) in agreement.schedule.iter().enumerate() {
        let invoice = invoices.iter().find(|one| one.instalment == place && !one.is_credit());
        let state = invoice.map_or_else(
            || "not invoiced".to_owned(),
            |invoice| format!("{} {}", invoice.number, invoice.state.label()),
        );
        println!("  {}  {}  {}  {state}", place + 1, part.date, part.amount.grouped());
    }
    for change in &agreement.amended {
        println!("  {}  {}: {}", change.at.strftime("%Y-%m-%d"), change.by, change.change);
    }
}

fn line(agreement: &Agreement) -> String {
    let state = match (&agreement.ended, agreement.end) {
        (Some(ending), _) => format!("ended {}: {}", ending.at.strftime("%Y-%m-%d"), ending.reason),
        (None, Some(end)) => format!("until {end}"),
        (None, None) => "without end".to_owned(),
    };
    let (request, order, product) =
        (agreement.requisition, &agreement.order.order_id, &agreement.product.name);
    let total = agreement.quote.total.grouped();
    format!("{request}  {}  {order}  {product}  {total}  {state}", agreement.account)
}
