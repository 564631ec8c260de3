//! What is told to people, and in which language each part of it is.

use std::fmt;

use crate::language::Language;

/// What is told: our own words, and words of somebody else that end it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Telling {
    /// Our own.
    pub text: String,
    /// The language that they are in.
    pub language: Language,
    /// What follows them as it is.
    pub quoted: Option<Quoted>,
}

/// Words that are told as they are: a person's, another program's, or our own that are kept in English only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quoted {
    /// The words.
    pub text: String,
    /// Their language, where it is known.
    pub language: Option<Language>,
}

// === impl Telling ===

impl Telling {
    /// Our own words, and nothing else.
    pub fn ours(text: String, language: Language) -> Self {
        Self { text, language, quoted: None }
    }

    /// Our own words, and what ends them; without any of our own it is all there is.
    pub fn ending(text: String, language: Language, quoted: Option<Quoted>) -> Self {
        match quoted {
            Some(quoted) if text.is_empty() => {
                Self::ours(quoted.text, quoted.language.unwrap_or(Language::English))
            }
            quoted => Self { text, language, quoted },
        }
    }

    /// What was written down in English, its cause being unknown.
    pub fn in_english(text: &str) -> Self {
        Self::ours(text.to_owned(), Language::English)
    }

    /// The tag of our own words' language.
    pub const fn tag(&self) -> &'static str {
        self.language.tag()
    }
}

impl fmt::Display for Telling {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)?;
        let space = if self.text.is_empty() { "" } else { " " };
        self.quoted.iter().try_for_each(|quoted| write!(f, "{space}{}", quoted.text))
    }
}

// === impl Quoted ===

impl Quoted {
    /// Words in English.
    pub fn english(text: impl Into<String>) -> Self {
        Self { text: text.into(), language: Some(Language::English) }
    }

    /// Words in a language that nobody has told.
    pub fn somebodys(text: impl Into<String>) -> Self {
        Self { text: text.into(), language: None }
    }

    /// The tag of their language; the empty one says that it is unknown.
    pub fn tag(&self) -> &'static str {
        self.language.map_or("", Language::tag)
    }
}
