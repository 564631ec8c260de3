//! A request's body in parts: a document, and files beside it (R55).

use mailparse::{MailHeaderMap as _, ParsedMail};

/// A file that came beside a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// `Content-ID`, without its brackets.
    pub content_id: String,
    /// Its media type.
    pub media_type: String,
    /// What it holds.
    pub content: Vec<u8>,
}

/// The document, and what came beside it. What is not in parts is the document.
pub(crate) fn open(content_type: &str, body: &[u8]) -> (Vec<u8>, Vec<Attachment>) {
    if !content_type.trim().to_ascii_lowercase().starts_with("multipart/") {
        return (body.to_vec(), Vec::new());
    }
    let message = [format!("Content-Type: {content_type}\r\n\r\n").as_bytes(), body].concat();
    let Ok(parsed) = mailparse::parse_mail(&message) else { return (body.to_vec(), Vec::new()) };
    let mut parts = parsed.subparts.iter();
    let document = parts.next().and_then(|part| part.get_body_raw().ok()).unwrap_or_default();
    (document, parts.filter_map(attachment).collect())
}

fn attachment(part: &ParsedMail<'_>) -> Option<Attachment> {
    let content_id = part.headers.get_first_value("Content-ID")?;
    Some(Attachment {
        content_id: content_id.trim().trim_matches(['<', '>']).to_owned(),
        media_type: part.ctype.mimetype.clone(),
        content: part.get_body_raw().ok()?,
    })
}
