//! `punchgate agreement`: subscriptions, which only the operator ends or changes (R39).

use std::path::PathBuf;

use clap::Subcommand;
use jiff::civil::Date;
use platform::oversight::agreements::{AgreementError, end_now, move_end};
use platform::table::ReadError;
use procurement::agreement::Agreement;
use procurement::id::{ConnectionId, RequisitionId};

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
    /// Move the last day of a subscription.
    Amend {
        #[command(flatten)]
        which: Which,
        /// The new last day, such as 2027-12-31.
        #[arg(long, value_name = "DATE")]
        last_day: Date,
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
            Self::Amend { which, last_day } => {
                let (_place, core) = open(&which.data).await?;
                let changed = move_end(&core, which.request, last_day, &which.reason).await?;
                println!("{}", line(&changed.agreement));
            }
        }
        Ok(())
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
