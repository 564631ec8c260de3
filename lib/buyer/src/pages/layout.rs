//! What all pages share.

use crate::{Buyer, BuyerError, System};
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{Html, IntoResponse, Response};

/// The frame around a page.
pub(super) struct Chrome {
    pub(super) system: System,
    pub(super) company: String,
    pub(super) here: &'static str,
    pub(super) connected: bool,
}

impl Chrome {
    /// `here` is the entry of the menu that the page belongs to.
    pub(super) fn new(buyer: &Buyer, here: &'static str) -> Self {
        Self {
            system: buyer.system(),
            company: buyer.company().to_owned(),
            here,
            connected: buyer.connection().is_some(),
        }
    }

    /// Address and label of the menu's entries.
    pub(super) fn menu(&self) -> Vec<(&'static str, &'static str)> {
        let invoices = (self.system == System::Coupa).then_some(("/invoices", "Invoices"));
        let common = [
            ("/", "Home"),
            ("/requisitions", "Requests"),
            ("/approvals", "Approvals"),
            ("/orders", "Orders"),
        ];
        let last = [("/documents", "Documents"), ("/settings", "Settings")];
        common.into_iter().chain(invoices).chain(last).collect()
    }
}

/// A page, or the reason why there is none.
pub(super) type Page = Result<Response, Problem>;

/// Fills in a template.
pub(super) fn page(template: &impl Template) -> Page {
    Ok(Html(template.render().map_err(BuyerError::from)?).into_response())
}

/// Fills in a template for something that went wrong.
pub(super) fn page_with(status: StatusCode, template: &impl Template) -> Page {
    Ok((status, page(template)?).into_response())
}

/// A step that could not be taken, shown as a page without menu.
pub(super) struct Problem(BuyerError);

impl From<BuyerError> for Problem {
    fn from(error: BuyerError) -> Self {
        Self(error)
    }
}

#[derive(Template)]
#[template(path = "pages/problem.html")]
struct ProblemPage<'a> {
    title: &'a str,
    message: String,
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let (status, title) = named(&self.0);
        let rendered = ProblemPage { title, message: self.0.to_string() }.render();
        (status, Html(rendered.unwrap_or_else(|error| error.to_string()))).into_response()
    }
}

fn named(error: &BuyerError) -> (StatusCode, &'static str) {
    match error {
        BuyerError::UnknownRequester(_)
        | BuyerError::UnknownSession(_)
        | BuyerError::UnknownRequisition(_)
        | BuyerError::UnknownLine(..)
        | BuyerError::UnknownOrder(_) => (StatusCode::NOT_FOUND, "Not found"),
        BuyerError::NotConnected
        | BuyerError::WrongStage { .. }
        | BuyerError::EmptyCart(_)
        | BuyerError::NotAllowed(_) => (StatusCode::CONFLICT, "Not possible now"),
        BuyerError::Http(_) | BuyerError::Template(_) => {
            (StatusCode::INTERNAL_SERVER_ERROR, "Something went wrong")
        }
    }
}

pub(super) async fn not_found() -> Page {
    let message = "There is no page at this address.".to_owned();
    page_with(StatusCode::NOT_FOUND, &ProblemPage { title: "Not found", message })
}

pub(super) async fn style(State(buyer): State<Buyer>) -> Response {
    let css = match buyer.system() {
        System::Coupa => {
            concat!(include_str!("../../assets/coupa.css"), include_str!("../../assets/base.css"))
        }
        System::Ariba => {
            concat!(include_str!("../../assets/ariba.css"), include_str!("../../assets/base.css"))
        }
    };
    ([(CONTENT_TYPE, "text/css; charset=utf-8")], css).into_response()
}
