//! Remarks for people, and the files that come with them.

/// `Comments`: text, and references to attached files.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Comments {
    /// `xml:lang`.
    pub lang: Option<String>,
    /// The text.
    pub text: String,
    /// Attached files (R55).
    pub attachments: Vec<Attachment>,
}

impl Comments {
    /// Text in a language.
    pub fn new(lang: impl Into<String>, text: impl Into<String>) -> Self {
        Self { lang: Some(lang.into()), text: text.into(), attachments: Vec::new() }
    }
}

/// `Attachment`: a file that travels beside the document.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Attachment {
    /// `name` of the URL, usually the file's name.
    pub name: Option<String>,
    /// `cid:…`, to be found by [`Multipart::part`](crate::multipart::Multipart::part), or any
    /// other address.
    pub url: String,
}
