//! `punchgate replay`: a document that came in is run again (R57).

use std::path::PathBuf;

use platform::oversight::replay::{CannotReplay, Replayed, Told, dry, for_real};
use platform::table::ReadError;
use procurement::id::ConnectionId;

use crate::invoice::open;
use crate::place::PlaceError;

/// What `replay` takes. Stop the marketplace first.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The marketplace's directory.
    #[arg(long, value_name = "DIR")]
    data: PathBuf,
    /// The connection that the document came over.
    #[arg(long, value_name = "CONNECTION")]
    connection: ConnectionId,
    /// Change what would be changed; without this nothing is. An order that was answered is answered the same.
    #[arg(long)]
    for_real: bool,
    /// The document, as `punchgate inspect documents` lists it.
    document: String,
}

/// Why it was not run again.
#[derive(Debug, thiserror::Error)]
pub enum ReplayError {
    /// The marketplace's directory.
    #[error(transparent)]
    Place(#[from] PlaceError),
    /// Reading.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// There is no such connection.
    #[error("there is no connection {0}")]
    Connection(ConnectionId),
    /// It cannot be.
    #[error(transparent)]
    Replay(#[from] CannotReplay),
}

/// Runs it again and tells what came of it then and now.
pub async fn run(args: Args) -> Result<(), ReplayError> {
    let (_place, core) = open(&args.data).await?;
    let connection = core.store.connection(args.connection).await?;
    let connection = connection.ok_or(ReplayError::Connection(args.connection))?;
    let replayed = match args.for_real {
        true => for_real(&core, &connection, &args.document).await?,
        false => dry(&core, &connection, &args.document).await?,
    };
    print(&replayed, args.for_real);
    Ok(())
}

fn print(replayed: &Replayed, for_real: bool) {
    println!("{}", replayed.kind);
    match &replayed.then {
        Some(then) => println!("then  {}", words(then)),
        None => println!("then  (the answer is not kept)"),
    }
    println!("now   {}", words(&replayed.now));
    let difference = match (replayed.differs(), &replayed.then) {
        (true, _) => "Something else comes of it now.",
        (false, Some(_)) => "The same comes of it now.",
        (false, None) => "Whether it is the same cannot be told.",
    };
    let changed = match (for_real, replayed.changed) {
        (false, _) => "Nothing was changed: this was a dry run.",
        (true, true) => "It was carried out; mail and invoices go out when the marketplace runs.",
        (true, false) => "Nothing was changed: it had been answered before, or is refused.",
    };
    println!("{difference} {changed}");
}

fn words(told: &Told) -> String {
    format!("{} {}", told.code, told.text)
}
