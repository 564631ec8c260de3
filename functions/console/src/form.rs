//! A form's fields as they are shown: what stands in them, and what is wrong with it.

use procurement::configuration::{Mistake, Problem};
use serde::Deserialize;

use crate::failure::Failure;
use crate::language::Language;
use crate::texts::mistake;

/// What is said about a field.
#[derive(Clone, Copy, Debug)]
pub struct Label {
    pub label: &'static str,
    /// What belongs into it; may be empty.
    pub hint: &'static str,
}

/// A field with what stands in it.
#[derive(Clone, Debug)]
pub struct Field {
    pub name: &'static str,
    pub words: Label,
    pub value: String,
    /// What is wrong with it.
    pub mistake: Option<String>,
}

/// A field that is on or off.
#[derive(Clone, Debug)]
pub struct Switch {
    pub name: &'static str,
    pub words: Label,
    pub on: bool,
    pub mistake: Option<String>,
}

/// A field with few values to choose from.
#[derive(Clone, Debug)]
pub struct Choice {
    pub field: Field,
    /// Value, and what it is called.
    pub options: Vec<(&'static str, &'static str)>,
}

/// Every mistake of a form, in the visitor's language.
#[derive(Clone, Debug, Default)]
pub struct Mistakes(Vec<Wrong>);

/// A mistake, and the id of the field to go to.
#[derive(Clone, Debug)]
pub struct Wrong {
    pub field: String,
    pub sentence: String,
}

// === impl Mistakes ===

impl Mistakes {
    /// The mistakes, if that is what a use case came to; any other failure has its own page.
    pub fn of(failure: config::Failure, language: Language) -> Result<Self, Failure> {
        match failure {
            config::Failure::Problem(Problem::Invalid(mistakes)) => Ok(Self::told(&mistakes, language)),
            other => Err(other.into()),
        }
    }

    fn told(mistakes: &[Mistake], language: Language) -> Self {
        let words = mistake::TEXTS.the(language);
        let wrong = |one: &Mistake| Wrong { field: one.field.clone(), sentence: words.sentence(one) };
        Self(mistakes.iter().map(wrong).collect())
    }

    /// One mistake, already in the visitor's language.
    pub fn one(field: &str, sentence: &str) -> Self {
        Self(vec![Wrong { field: field.to_owned(), sentence: sentence.to_owned() }])
    }

    /// All of them, in the order in which they were found.
    pub fn all(&self) -> &[Wrong] {
        &self.0
    }

    /// A field with this in it.
    pub fn field(&self, name: &'static str, words: &Label, value: impl Into<String>) -> Field {
        Field { name, words: *words, value: value.into(), mistake: self.about(name) }
    }

    /// A switch that is on or off.
    pub fn switch(&self, name: &'static str, words: &Label, on: bool) -> Switch {
        Switch { name, words: *words, on, mistake: self.about(name) }
    }

    /// A choice between these.
    pub fn choice(
        &self,
        name: &'static str,
        words: &Label,
        value: &str,
        options: &[(&'static str, &'static str)],
    ) -> Choice {
        Choice { field: self.field(name, words, value), options: options.to_vec() }
    }

    fn about(&self, name: &str) -> Option<String> {
        self.0.iter().find(|wrong| wrong.field == name).map(|wrong| wrong.sentence.clone())
    }
}

// === impl Field ===

impl Field {
    /// Whether a sentence belongs to it.
    pub fn is_described(&self) -> bool {
        !self.words.hint.is_empty() || self.mistake.is_some()
    }

    /// The ids of those sentences.
    pub fn described_by(&self) -> String {
        let hint = (!self.words.hint.is_empty()).then(|| format!("{}-hint", self.name));
        let fault = self.mistake.as_ref().map(|_| format!("{}-fault", self.name));
        [hint, fault].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }
}

// === impl Choice ===

impl Choice {
    /// Whether this one is chosen.
    pub fn is(&self, value: &str) -> bool {
        self.field.value == value
    }
}

/// A text area's lines; empty ones are none.
pub fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// The version that a change is made over.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct Version {
    pub version: u64,
}
