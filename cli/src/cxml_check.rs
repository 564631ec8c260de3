//! `punchgate cxml check`: says what documents are, what is odd about them and what is wrong.

mod files;

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use cxml::ReadOptions;
use cxml::report::{self, Report};

/// Check cXML documents.
///
/// Exits with 0 when nothing is wrong, 1 when a document has a fault, 2 when a file cannot be read.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Documents, or directories that are searched for `.xml` and `.cxml` files.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Print one JSON object a line for each file, and nothing else.
    #[arg(long)]
    json: bool,
}

/// Checks the files and prints what there is to say.
pub fn run(args: Args) -> ExitCode {
    let mut tally = Tally::default();
    // Whoever reads the output may stop doing so; then there is nobody left to tell.
    let _ = print_all(&args, &mut tally, &mut io::stdout().lock());
    tally.exit_code()
}

fn print_all(args: &Args, tally: &mut Tally, out: &mut impl Write) -> io::Result<()> {
    for found in files::below(&args.files) {
        match found.and_then(|path| Ok((check(&path)?, path))) {
            Ok((report, path)) => {
                tally.add(&report);
                let file = path.display().to_string();
                match args.json {
                    true => writeln!(out, "{}", report.to_json(&file))?,
                    false => write!(out, "{}", report.to_text(&file))?,
                }
            }
            Err(unreadable) => {
                tally.unreadable += 1;
                eprintln!("punchgate: {unreadable}");
            }
        }
    }
    match args.json {
        true => Ok(()),
        false => writeln!(out, "{}", tally.summary()),
    }
}

fn check(path: &Path) -> Result<Report, files::Unreadable> {
    let bytes = std::fs::read(path).map_err(|error| files::Unreadable::new(path, error))?;
    Ok(report::check(&bytes, &ReadOptions::default()))
}

/// What was found in all files.
#[derive(Debug, Default, PartialEq, Eq)]
struct Tally {
    fine: usize,
    unsupported: usize,
    faulty: usize,
    unreadable: usize,
    notes: usize,
}

impl Tally {
    fn add(&mut self, report: &Report) {
        self.notes += report.notes.len();
        match (report.is_fine(), report.is_supported) {
            (false, _) => self.faulty += 1,
            (true, false) => self.unsupported += 1,
            (true, true) => self.fine += 1,
        }
    }

    fn summary(&self) -> String {
        let Self { fine, unsupported, faulty, unreadable, notes } = self;
        let documents = fine + unsupported + faulty;
        format!(
            "{documents} documents: {fine} fine, {unsupported} not supported, {faulty} with faults; \
             {notes} notes; {unreadable} files unreadable"
        )
    }

    fn exit_code(&self) -> ExitCode {
        ExitCode::from(self.exit_status())
    }

    fn exit_status(&self) -> u8 {
        match (self.unreadable, self.faulty) {
            (0, 0) => 0,
            (0, _) => 1,
            _ => 2,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tally(documents: &[&str]) -> Tally {
        let mut tally = Tally::default();
        for document in documents {
            tally.add(&report::check(document.as_bytes(), &ReadOptions::default()));
        }
        tally
    }

    #[test]
    fn faults_exit_with_1_and_unreadable_files_with_2() {
        const FINE: &str = "<Response><Status code='200' text='OK'/></Response>";
        assert_eq!(tally(&[FINE]).exit_status(), 0);
        assert_eq!(tally(&[FINE, "<a>"]).exit_status(), 1);
        let unreadable = Tally { unreadable: 1, ..tally(&["<a>"]) };
        assert_eq!(unreadable.exit_status(), 2);
    }

    #[test]
    fn an_unsupported_document_is_no_fault() {
        let copy = "<cXML><Request><CopyRequest/></Request></cXML>";
        let tally = tally(&[copy]);
        assert_eq!((tally.unsupported, tally.exit_status()), (1, 0));
        assert!(tally.summary().starts_with("1 documents: 0 fine, 1 not supported, 0 with faults"));
    }
}
