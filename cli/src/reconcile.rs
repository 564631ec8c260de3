//! `punchgate reconcile`: what was ordered, agreed, invoiced and delivered, and what does not match (R50).

use std::path::PathBuf;
use std::process::ExitCode;

use platform::oversight::reconciliation::{all_connections, rows};
use platform::table::ReadError;
use procurement::account::AccountId;
use procurement::money::Money;
use procurement::reconciliation::{Row, Sums, csv, summary};

use crate::invoice::open;
use crate::place::PlaceError;

/// What does not match ends with this code, so that a scheduled run can tell it from a failure.
const MISMATCH: u8 = 2;

/// What `reconcile` takes. Stop the marketplace first.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The marketplace's directory.
    #[arg(long, value_name = "DIR")]
    data: PathBuf,
    /// Only this organisation's connections, by its management account.
    #[arg(long, value_name = "ACCOUNT")]
    account: Option<AccountId>,
    /// Write a table instead of lines for people.
    #[arg(long)]
    csv: bool,
}

/// Why it could not be told.
#[derive(Debug, thiserror::Error)]
pub enum ReconcileError {
    /// The marketplace's directory.
    #[error(transparent)]
    Place(#[from] PlaceError),
    /// Reading.
    #[error(transparent)]
    Read(#[from] ReadError),
}

/// A connection by name, with its rows.
type Book = (String, Vec<Row>);

/// Tells, and ends with 0 if everything matches, with 2 if something does not, with 1 if it could not be told.
pub async fn run(args: Args) -> ExitCode {
    match books(&args).await {
        Err(error) => {
            eprintln!("punchgate: {error}");
            ExitCode::FAILURE
        }
        Ok(books) => {
            print(&args, &books);
            let mismatched = books.iter().any(|(_, rows)| summary(rows).mismatched > 0);
            if mismatched { ExitCode::from(MISMATCH) } else { ExitCode::SUCCESS }
        }
    }
}

async fn books(args: &Args) -> Result<Vec<Book>, ReconcileError> {
    let (_place, core) = open(&args.data).await?;
    let connections = match args.account {
        Some(account) => core.store.connections_of(account).await?,
        None => all_connections(&core).await?,
    };
    let mut books = Vec::new();
    for connection in connections {
        let name = format!("{} ({})", connection.name, connection.id);
        books.push((name, rows(&core, &connection).await?));
    }
    Ok(books)
}

fn print(args: &Args, books: &[Book]) {
    if args.csv {
        let rows = books.iter().flat_map(|(name, rows)| rows.iter().map(move |row| (name.as_str(), row)));
        print!("{}", csv(rows));
        return;
    }
    for (name, rows) in books {
        println!("{name}");
        rows.iter().for_each(print_row);
        print_summary(rows);
    }
}

fn print_row(row: &Row) {
    let line = row.line.map(|line| format!(" line {line}")).unwrap_or_default();
    let sign = if row.mismatches.is_empty() { "ok      " } else { "MISMATCH" };
    println!("  {sign}  {}{line}  {}", row.order_id, row.product);
    let [ordered, agreed, invoiced, delivered] =
        [row.ordered, row.agreed, row.invoiced, row.delivered].map(amount);
    println!("            ordered {ordered}, agreed {agreed}, invoiced {invoiced}, delivered {delivered}");
    for mismatch in &row.mismatches {
        println!("            {mismatch}");
    }
}

fn print_summary(rows: &[Row]) {
    let all = summary(rows);
    println!("  {} order lines, {} of them with mismatches", all.lines, all.mismatched);
    for Sums { ordered, agreed, invoiced, delivered } in all.sums {
        let [ordered, agreed, invoiced, delivered] =
            [ordered, agreed, invoiced, delivered].map(|money| money.grouped());
        println!(
            "  together: ordered {ordered}, agreed {agreed}, invoiced {invoiced}, delivered {delivered}"
        );
    }
}

fn amount(money: Option<Money>) -> String {
    money.map_or_else(|| "nothing".to_owned(), |money| money.grouped())
}
