//! For people.

use std::fmt::Write as _;

use super::Report;

impl Report {
    /// The report of a file, several lines; each with the file's name, so that they can be searched
    /// and clicked.
    pub fn to_text(&self, file: &str) -> String {
        let mut text = String::new();
        // Writing to a string does not fail.
        let _ = self.write(file, &mut text);
        text
    }

    fn write(&self, file: &str, text: &mut String) -> std::fmt::Result {
        if let Some(type_name) = &self.type_name {
            write!(text, "{file}: {type_name}")?;
            if let Some(version) = &self.version {
                write!(text, " {version}")?;
            }
            if !self.is_supported {
                text.push_str(", not supported");
            }
            text.push('\n');
        }
        if !self.from.is_empty() || !self.to.is_empty() {
            let (from, to) = (self.from.join(", "), self.to.join(", "));
            writeln!(text, "{file}:   from {from} to {to}")?;
        }
        if !self.sender.is_empty() && self.sender != self.from {
            writeln!(text, "{file}:   sent by {}", self.sender.join(", "))?;
        }
        if let Some(agent) = &self.user_agent {
            writeln!(text, "{file}:   made by {agent}")?;
        }
        for note in &self.notes {
            writeln!(text, "{file}:{}:{}: note: {}", note.line, note.column, note.message)?;
        }
        for fault in &self.faults {
            let kind = fault.kind.name();
            let (line, column) = (fault.line, fault.column);
            writeln!(text, "{file}:{line}:{column}: {kind} fault: {}", fault.message)?;
            writeln!(text, "{file}:   answered by {}. {}", fault.status, fault.advice)?;
        }
        Ok(())
    }
}
