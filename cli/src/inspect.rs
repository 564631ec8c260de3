//! `punchgate inspect`: documents in and out, without secrets and addresses, and what happened to a request (R57, R58).

use std::path::PathBuf;

use clap::Subcommand;
use platform::documents::Direction;
use platform::oversight::{documents, timeline};
use platform::store::KeptDocument;
use platform::table::ReadError;
use procurement::id::{ConnectionId, RequisitionId};

use crate::invoice::open;
use crate::place::PlaceError;

/// What can be looked at. Stop the marketplace first.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// List a connection's documents, newest first.
    Documents {
        /// The marketplace's directory.
        #[arg(long, value_name = "DIR")]
        data: PathBuf,
        /// The connection.
        #[arg(long, value_name = "CONNECTION")]
        connection: ConnectionId,
        /// Only documents that hold these words: a purchase order's number, a payloadID, a requester's name or address.
        #[arg(long, value_name = "WORDS")]
        find: Option<String>,
    },
    /// Show a document.
    Document {
        /// The marketplace's directory.
        #[arg(long, value_name = "DIR")]
        data: PathBuf,
        /// Its id, as the list shows it.
        id: String,
    },
    /// Show what happened to a request, its subscription, its invoices and its mail.
    Request {
        /// The marketplace's directory.
        #[arg(long, value_name = "DIR")]
        data: PathBuf,
        /// Its id, such as req-01995e3c7f3a70008000123456789abc.
        id: RequisitionId,
    },
}

/// Why it could not be shown.
#[derive(Debug, thiserror::Error)]
pub enum InspectError {
    /// The marketplace's directory.
    #[error(transparent)]
    Place(#[from] PlaceError),
    /// Reading.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// There is none.
    #[error("there is no document {0}; documents are kept for 90 days")]
    NoDocument(String),
    /// There is none.
    #[error("there is no request {0}")]
    NoRequest(RequisitionId),
}

// === impl Command ===

impl Command {
    /// Shows it.
    pub async fn run(self) -> Result<(), InspectError> {
        match self {
            Self::Documents { data, connection, find } => {
                let (_place, core) = open(&data).await?;
                let found = documents::find(&core, connection, find.as_deref()).await?;
                found.iter().for_each(|kept| println!("{}", line(kept)));
            }
            Self::Document { data, id } => {
                let (_place, core) = open(&data).await?;
                let text = documents::show(&core, &id).await?;
                println!("{}", text.ok_or(InspectError::NoDocument(id))?);
            }
            Self::Request { data, id } => {
                let (_place, core) = open(&data).await?;
                let found = timeline::of_request(&core, id).await?;
                let (requisition, happenings) = found.ok_or(InspectError::NoRequest(id))?;
                println!("{}: {}", requisition.product.name, requisition.status.label());
                happenings.iter().for_each(|one| println!("{}  {}", one.at, one.cause));
            }
        }
        Ok(())
    }
}

fn line(kept: &KeptDocument) -> String {
    let about = &kept.about;
    let way = if about.direction == Direction::In { "in " } else { "out" };
    let code = about.code.map_or_else(|| "   ".to_owned(), |code| code.to_string());
    let (at, kind, id, payload_id) = (about.at, &about.kind, &kept.id, &about.payload_id);
    format!("{at}  {way}  {code}  {kind:<22}  {id}  {payload_id}")
}
