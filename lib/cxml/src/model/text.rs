//! Words in a language, and the small extension points of cXML.

/// `Name`: a name and the language it is written in.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Name {
    /// `xml:lang`; inherited from the document where it was left out, else empty.
    pub lang: String,
    /// The name.
    pub text: String,
}

impl Name {
    /// A name in a language, `Name::new("en", "Acme")`.
    pub fn new(lang: impl Into<String>, text: impl Into<String>) -> Self {
        Self { lang: lang.into(), text: text.into() }
    }
}

/// `Description`: free text, with a short form beside it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Description {
    /// `xml:lang`; inherited from the document where it was left out, else empty.
    pub lang: String,
    /// The text, without the short name.
    pub text: String,
    /// `ShortName`, for narrow columns.
    pub short_name: Option<String>,
}

impl Description {
    /// A description in a language, `Description::new("en", "Antivirus, one year")`.
    pub fn new(lang: impl Into<String>, text: impl Into<String>) -> Self {
        Self { lang: lang.into(), text: text.into(), short_name: None }
    }
}

/// `Extrinsic`: a named value that both sides agreed on outside cXML.
///
/// cXML allows any markup inside; this library keeps its text and adds a note where there was
/// markup.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Extrinsic {
    /// `name`.
    pub name: String,
    /// The text inside.
    pub value: String,
}

impl Extrinsic {
    /// A named value.
    pub fn new(name: impl Into<String>, value: impl Into<String>) -> Self {
        Self { name: name.into(), value: value.into() }
    }

    /// The value of the extrinsic of that name in a list; names are compared without case, because
    /// senders write `UserEmail` and `useremail`.
    pub fn find<'a>(list: &'a [Extrinsic], name: &str) -> Option<&'a str> {
        list.iter()
            .find(|extrinsic| extrinsic.name.eq_ignore_ascii_case(name))
            .map(|extrinsic| extrinsic.value.as_str())
    }
}

/// `IdReference`: another identifier of the thing that holds it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct IdReference {
    /// What kind of identifier, `governmentNumber` and so on.
    pub domain: String,
    /// The identifier.
    pub identifier: String,
    /// What it is, in words.
    pub description: Option<Description>,
}
