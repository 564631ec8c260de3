//! `punchgate invoice`: invoices, to be looked at, downloaded, set right and taken back.

mod arguments;
pub mod take_back;

use std::path::{Path, PathBuf};

use clap::Subcommand;
use platform::core::Core;
use platform::table::{CommitError, ReadError};
use procurement::invoice::{
    CannotCancel, CannotResend, Invoice, InvoiceState, Sheet, Verdict, csv, pdf, resend,
};

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
pub enum InvoiceError {
    /// The marketplace's directory.
    #[error(transparent)]
    Place(#[from] PlaceError),
    /// Reading.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// Writing.
    #[error("nothing was changed: {0}")]
    Commit(#[from] CommitError),
    /// There is none.
    #[error("the connection has no invoice {0}; `punchgate invoice list` lists them")]
    None(String),
    /// Something that belongs to it is gone.
    #[error("the agreement or the connection of invoice {0} is missing")]
    Missing(String),
    /// It is not sent again.
    #[error(transparent)]
    Resend(#[from] CannotResend),
    /// It is not taken back.
    #[error(transparent)]
    Cancel(#[from] CannotCancel),
    /// It is not uploaded by hand.
    #[error("invoice {0} is {1}; only one that is to be uploaded can be noted as uploaded")]
    NotByHand(String, &'static str),
    /// A file.
    #[error("{0} cannot be written: {1}")]
    File(String, std::io::Error),
}

// === impl Command ===

impl Command {
    /// Does it.
    pub async fn run(self) -> Result<(), InvoiceError> {
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
            Self::Uploaded { which } => uploaded(which).await,
            Self::Resend { which, corrected } => send_again(which, corrected).await,
            Self::Cancel { which } => {
                let (_place, core) = open(&which.data).await?;
                take_back::cancel(&core, &which.find(&core).await?).await
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
) -> Result<(), InvoiceError> {
    let (_place, core) = open(&which.data).await?;
    let invoice = which.find(&core).await?;
    let agreement = core.store.agreement(invoice.requisition).await?;
    let agreement = agreement.ok_or_else(|| InvoiceError::Missing(invoice.number.clone()))?;
    let sheet = Sheet::new(&invoice, &agreement, &core.marketplace);
    if let Some(file) = pdf_file {
        write(&file, &pdf(&sheet))?;
    }
    if let Some(file) = csv_file {
        write(&file, csv(std::slice::from_ref(&sheet)).as_bytes())?;
    }
    Ok(())
}

fn write(file: &Path, content: &[u8]) -> Result<(), InvoiceError> {
    std::fs::write(file, content).map_err(|error| InvoiceError::File(file.display().to_string(), error))?;
    println!("{} written", file.display());
    Ok(())
}

async fn uploaded(which: Which) -> Result<(), InvoiceError> {
    let (_place, core) = open(&which.data).await?;
    let invoice = which.find(&core).await?;
    if !matches!(invoice.state, InvoiceState::ToUpload { .. }) {
        return Err(InvoiceError::NotByHand(invoice.number.clone(), invoice.state.label()));
    }
    let invoice = invoice.after(&Verdict::Delivered, core.clock.now());
    core.store.put_invoices(&[&invoice], None, &[]).await?;
    println!("{}", line(&invoice));
    Ok(())
}

async fn send_again(which: Which, corrected: Corrected) -> Result<(), InvoiceError> {
    let (_place, core) = open(&which.data).await?;
    let invoice = which.find(&core).await?;
    let (invoice, job) = resend(&invoice, corrected.into(), core.payload_id(), core.clock.now())?;
    core.store.put_invoice(&invoice, &job).await?;
    println!("{}  is sent when the marketplace runs", line(&invoice));
    Ok(())
}
