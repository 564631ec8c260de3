//! A request that comes to no page of its own: why, and the page that says so.

use ::search::{SearchError, ShelfError};
use axum::body::Body;
use axum::http::header::{HeaderValue, RETRY_AFTER};
use axum::http::{Response as HttpResponse, StatusCode};
use axum::response::{IntoResponse, Response};
use platform::accounts::AccountsUnavailable;
use platform::table::{CommitError, ReadError};

use crate::Storefront;
use crate::chrome::Chrome;
use crate::language::Browser;
use crate::notice::{MessagePage, Notice};

/// Why there is no page, and what stands around the one that says so.
#[derive(Clone, Debug)]
pub struct Failure(Box<Inner>);

#[derive(Clone, Debug)]
struct Inner {
    notice: Notice,
    chrome: Option<Chrome>,
}

/// Unknown paths.
pub async fn no_page() -> Failure {
    Failure::from(Notice::NoPage)
}

// === impl Failure ===

impl Failure {
    /// A page that could not be made.
    pub fn broken(error: &askama::Error) -> Self {
        tracing::error!(%error, "a page could not be made");
        Self::from(Notice::Unavailable)
    }

    /// What an answer of the framework with this status comes to.
    pub fn of_status(status: StatusCode) -> Self {
        Self::from(match status {
            StatusCode::NOT_FOUND => Notice::NoPage,
            StatusCode::METHOD_NOT_ALLOWED => Notice::Method,
            StatusCode::PAYLOAD_TOO_LARGE => Notice::TooLarge,
            status if status.is_server_error() => Notice::Unavailable,
            _ => Notice::Malformed,
        })
    }

    /// Whether there is no such session.
    pub fn is_unknown_session(&self) -> bool {
        matches!(self.0.notice, Notice::SessionUnknown)
    }

    /// The same within the page's surroundings, unless they are known already.
    #[must_use]
    pub fn within(mut self, chrome: impl FnOnce() -> Chrome) -> Self {
        self.0.chrome.get_or_insert_with(chrome);
        self
    }

    /// The failure that an answer carries.
    pub fn take(response: &mut Response) -> Option<Self> {
        response.extensions_mut().remove::<Self>()
    }

    /// The page that says what happened and what to do.
    pub fn page(self, store: &Storefront, browser: Browser) -> Response {
        let Inner { notice, chrome } = *self.0;
        let chrome = chrome.unwrap_or_else(|| Chrome::of_store(store, browser.0));
        let message = notice.message(&chrome);
        let page = MessagePage { chrome: &chrome, message };
        let shown = chrome.show(notice.status(), &page);
        let mut response = shown.unwrap_or_else(|_| notice.status().into_response());
        if notice.status() == StatusCode::SERVICE_UNAVAILABLE {
            response.headers_mut().insert(RETRY_AFTER, HeaderValue::from_static("10"));
        }
        response
    }
}

impl From<Notice> for Failure {
    fn from(notice: Notice) -> Self {
        Self(Box::new(Inner { notice, chrome: None }))
    }
}

impl From<ReadError> for Failure {
    fn from(error: ReadError) -> Self {
        tracing::error!(%error, "a page could not be loaded");
        Self::from(Notice::Unavailable)
    }
}

impl From<CommitError> for Failure {
    fn from(error: CommitError) -> Self {
        tracing::error!(%error, "what a page asked for could not be written");
        Self::from(Notice::Unavailable)
    }
}

impl From<AccountsUnavailable> for Failure {
    fn from(error: AccountsUnavailable) -> Self {
        tracing::error!(%error, "the accounts of an organisation could not be listed");
        Self::from(Notice::Unavailable)
    }
}

impl From<ShelfError> for Failure {
    fn from(error: ShelfError) -> Self {
        tracing::error!(%error, "there is no catalogue to search");
        Self::from(Notice::Unavailable)
    }
}

impl From<SearchError> for Failure {
    fn from(error: SearchError) -> Self {
        tracing::error!(%error, "a search failed");
        Self::from(Notice::Unavailable)
    }
}

/// The page is made by `finish`, which knows the store.
impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let mut response = HttpResponse::new(Body::empty());
        *response.status_mut() = self.0.notice.status();
        response.extensions_mut().insert(self);
        response
    }
}
