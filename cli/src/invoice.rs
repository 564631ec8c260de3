//! `punchgate invoice`: invoices, to be looked at, downloaded, set right and taken back.

mod arguments;

use std::path::{Path, PathBuf};

use clap::Subcommand;
use platform::core::Core;
use platform::oversight::invoices::{InvoiceError, send_again, sheet, take_back, uploaded};
use platform::table::ReadError;
use procurement::invoice::{Invoice, InvoiceState, csv, pdf};

use crate::place::{Place, PlaceError, marketplace_at};
use crate::serve::local;
use arguments::{Corrected, Which};

/// What can be done with invoices. Stop the marketplace first.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// List a connection's invoices and credits, by number.
    List {
        /// The marketplace's directory.
        #[arg(long, value_name = "DIR")]
        data: PathBuf,
        /// The connection.
        #[arg(long, value_name = "CONNECTION")]
        connection: procurement::id::ConnectionId,
        /// Only those that need a person.
        #[arg(long)]
        parked: bool,
    },
    /// Write an invoice as PDF, as CSV, or as both, to be uploaded to a supplier portal.
    Download {
        #[command(flatten)]
        which: Which,
        /// Write the PDF to this file.
        #[arg(long, value_name = "FILE", required_unless_present = "csv")]
        pdf: Option<PathBuf>,
        /// Write the CSV to this file.
        #[arg(long, value_name = "FILE")]
        csv: Option<PathBuf>,
    },
    /// Note that an invoice was uploaded to the supplier portal.
    Uploaded {
        #[command(flatten)]
        which: Which,
    },
    /// Send a parked invoice again, as it was or set right.
    Resend {
        #[command(flatten)]
        which: Which,
        #[command(flatten)]
        corrected: Corrected,
    },
    /// Take an invoice back: void, withdrawn, or credited, as far as it has come and as the connection takes it.
    Cancel {
        #[command(flatten)]
        which: Which,
    },
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
    /// The invoice.
    #[error("{0}; `punchgate invoice list` lists what there is")]
    Invoice(#[from] InvoiceError),
    /// A file.
    #[error("{0} cannot be written: {1}")]
    File(String, std::io::Error),
}

// === impl Command ===

impl Command {
    /// Does it.
    pub async fn run(self) -> Result<(), CommandError> {
        match self {
            Self::List { data, connection, parked } => {
                let (_place, core) = open(&data).await?;
                for invoice in core.store.invoices_of(connection).await? {
                    if !parked || matches!(invoice.state, InvoiceState::Parked { .. }) {
                        println!("{}", line(&invoice));
                    }
                }
                Ok(())
            }
            Self::Download { which, pdf, csv } => download(which, pdf, csv).await,
            Self::Uploaded { which } => note_uploaded(which).await,
            Self::Resend { which, corrected } => resend(which, corrected).await,
            Self::Cancel { which } => {
                let (_place, core) = open(&which.data).await?;
                for invoice in take_back(&core, &which.find(&core).await?).await? {
                    println!("{}", line(&invoice));
                }
                Ok(())
            }
        }
    }
}

pub(crate) async fn open(data: &Path) -> Result<(Place, Core), PlaceError> {
    let place = Place::open(data).await?;
    let core = place.core(marketplace_at(local(([127, 0, 0, 1], 80).into())));
    Ok((place, core))
}

fn line(invoice: &Invoice) -> String {
    let remark = match &invoice.state {
        InvoiceState::Parked { reason, .. } => reason.as_str(),
        InvoiceState::Cancelled { how, .. } => how.as_str(),
        _ => "",
    };
    let kind = if invoice.is_credit() { "credit" } else { "invoice" };
    let (number, gross, state) = (&invoice.number, invoice.gross().grouped(), invoice.state.label());
    format!("{number}  {kind:<7}  {}  {gross:>18}  {state:<16}  {remark}", invoice.date)
}

async fn download(
    which: Which,
    pdf_file: Option<PathBuf>,
    csv_file: Option<PathBuf>,
) -> Result<(), CommandError> {
    let (_place, core) = open(&which.data).await?;
    let invoice = which.find(&core).await?;
    let sheet = sheet(&core, &invoice).await?;
    if let Some(file) = pdf_file {
        write(&file, &pdf(&sheet))?;
    }
    if let Some(file) = csv_file {
        write(&file, csv(std::slice::from_ref(&sheet)).as_bytes())?;
    }
    Ok(())
}

fn write(file: &Path, content: &[u8]) -> Result<(), CommandError> {
    std::fs::write(file, content).map_err(|error| CommandError::File(file.display().to_string(), error))?;
    println!("{} written", file.display());
    Ok(())
}

async fn note_uploaded(which: Which) -> Result<(), CommandError> {
    let (_place, core) = open(&which.data).await?;
    println!("{}", line(&uploaded(&core, &which.find(&core).await?).await?));
    Ok(())
}

async fn resend(which: Which, corrected: Corrected) -> Result<(), CommandError> {
    let (_place, core) = open(&which.data).await?;
    let invoice = send_again(&core, &which.find(&core).await?, corrected.into()).await?;
    println!("{}  is sent when the marketplace runs", line(&invoice));
    Ok(())
}
