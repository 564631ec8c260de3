//! The demonstration's mailbox: every mail that the marketplace sent, to be read in the browser.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use askama::Template;
use axum::Router;
use axum::extract::{Path as UrlPath, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse as _, Response};
use axum::routing::get;
use mailparse::{MailHeaderMap as _, ParsedMail};

/// The most mails that are listed.
const LISTED: usize = 200;

/// A mail may look like something, and do nothing.
const MAIL_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'";
/// Who sends the mails of the preview.
const SAMPLE_NAME: &str = "Punchgate Marketplace";

#[derive(Clone, Debug)]
struct Mailbox(Arc<PathBuf>);

/// A mail, for people.
#[derive(Debug)]
struct Letter {
    file: String,
    subject: String,
    to: String,
    date: String,
    text: String,
}

#[derive(Template)]
#[template(path = "mailbox.html")]
struct MailboxPage {
    letters: Vec<Letter>,
}

#[derive(Template)]
#[template(path = "letter.html")]
struct LetterPage {
    letter: Letter,
}

#[derive(Template)]
#[template(path = "mail_preview.html")]
struct PreviewPage<'a> {
    previews: &'a [notify::Preview],
}

/// The mailbox over this directory of .eml files.
pub(super) fn routes(directory: PathBuf) -> Router {
    Router::new()
        .route("/demo/mail", get(list))
        .route("/demo/mail/preview", get(preview))
        .route("/demo/mail/preview/{place}", get(preview_html))
        .route("/demo/mail/{file}", get(read))
        .route("/demo/mail/{file}/html", get(html))
        .with_state(Mailbox(Arc::new(directory)))
}

async fn list(State(mailbox): State<Mailbox>) -> Response {
    let mut files = names(&mailbox.0);
    files.truncate(LISTED);
    let letters = files.into_iter().filter_map(|file| mailbox.letter(&file)).collect();
    page(MailboxPage { letters }.render())
}

async fn read(State(mailbox): State<Mailbox>, UrlPath(file): UrlPath<String>) -> Response {
    match mailbox.letter(&file) {
        Some(letter) => page(LetterPage { letter }.render()),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

/// The mail's own HTML, in a frame that may do nothing but show it.
async fn html(State(mailbox): State<Mailbox>, UrlPath(file): UrlPath<String>) -> Response {
    let raw = mailbox.raw(&file);
    let parsed = raw.as_deref().and_then(|raw| mailparse::parse_mail(raw).ok());
    match parsed.and_then(|mail| part(&mail, "text/html")) {
        Some(html) => with_policy(html, MAIL_POLICY),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

/// Every mail in every language, as it would look.
async fn preview() -> Response {
    let Ok(previews) = notify::previews(SAMPLE_NAME) else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    page(PreviewPage { previews: &previews }.render())
}

async fn preview_html(UrlPath(place): UrlPath<usize>) -> Response {
    let preview = notify::previews(SAMPLE_NAME).ok().and_then(|previews| previews.into_iter().nth(place));
    match preview {
        Some(preview) => with_policy(preview.html, MAIL_POLICY),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

fn page(rendered: askama::Result<String>) -> Response {
    match rendered {
        Ok(html) => {
            with_policy(html, "default-src 'none'; style-src 'self'; img-src 'self'; frame-src 'self'")
        }
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

fn with_policy(html: String, policy: &'static str) -> Response {
    let mut response = Html(html).into_response();
    response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(policy));
    response
}

/// Newest first.
fn names(directory: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(directory).into_iter().flatten().flatten();
    let mut dated: Vec<_> = entries
        .filter_map(|entry| {
            let name = entry.file_name().into_string().ok().filter(|name| is_mail(name))?;
            Some((entry.metadata().ok()?.modified().ok()?, name))
        })
        .collect();
    dated.sort_by(|left, right| right.cmp(left));
    dated.into_iter().map(|(_, name)| name).collect()
}

fn is_mail(name: &str) -> bool {
    name.ends_with(".eml") && !name.starts_with('.') && !name.contains(['/', '\\'])
}

fn part(mail: &ParsedMail<'_>, mimetype: &str) -> Option<String> {
    if mail.ctype.mimetype == mimetype {
        return mail.get_body().ok();
    }
    mail.subparts.iter().find_map(|inner| part(inner, mimetype))
}

// === impl Mailbox ===

impl Mailbox {
    fn raw(&self, file: &str) -> Option<Vec<u8>> {
        if is_mail(file) { std::fs::read(self.0.join(file)).ok() } else { None }
    }

    fn letter(&self, file: &str) -> Option<Letter> {
        let raw = self.raw(file)?;
        let mail = mailparse::parse_mail(&raw).ok()?;
        let head = |name: &str| mail.headers.get_first_value(name).unwrap_or_default();
        Some(Letter {
            file: file.to_owned(),
            subject: head("Subject"),
            to: head("To"),
            date: head("Date"),
            text: part(&mail, "text/plain").unwrap_or_default(),
        })
    }
}
