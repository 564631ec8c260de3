//! For programs: one object per document, on one line.

use serde::Serialize;

use super::Report;
use crate::{Fault, Note};

#[derive(Serialize)]
struct Line<'a> {
    file: &'a str,
    #[serde(rename = "type")]
    type_name: Option<&'a str>,
    supported: bool,
    notes: Vec<NoteObject<'a>>,
    faults: Vec<FaultObject<'a>>,
}

#[derive(Serialize)]
struct NoteObject<'a> {
    kind: &'static str,
    line: usize,
    column: usize,
    message: &'a str,
}

#[derive(Serialize)]
struct FaultObject<'a> {
    kind: &'static str,
    line: usize,
    column: usize,
    message: &'a str,
    status: u16,
}

impl Report {
    /// `{"file", "type", "supported", "notes", "faults"}` on one line.
    pub fn to_json(&self, file: &str) -> String {
        let line = Line {
            file,
            type_name: self.type_name.as_deref(),
            supported: self.is_supported,
            notes: self.notes.iter().map(NoteObject::from).collect(),
            faults: self.faults.iter().map(FaultObject::from).collect(),
        };
        // Strings and numbers always become JSON.
        serde_json::to_string(&line).unwrap_or_default()
    }
}

impl<'a> From<&'a Note> for NoteObject<'a> {
    fn from(note: &'a Note) -> Self {
        Self { kind: note.kind.name(), line: note.line, column: note.column, message: &note.message }
    }
}

impl<'a> From<&'a Fault> for FaultObject<'a> {
    fn from(fault: &'a Fault) -> Self {
        Self {
            kind: fault.kind.name(),
            line: fault.line,
            column: fault.column,
            message: &fault.message,
            status: fault.status.0,
        }
    }
}
