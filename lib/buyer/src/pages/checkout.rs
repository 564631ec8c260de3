//! Where the browser brings the cart: BrowserFormPost.

use super::layout::{Chrome, Page, page, page_with};
use crate::checkout::OUTCOME_HEADER;
use crate::{Buyer, Checkout};
use askama::Template;
use axum::Form;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

#[derive(Deserialize)]
pub(super) struct Session {
    id: u32,
}

#[derive(Template)]
#[template(path = "pages/checkout.html")]
struct Outcome {
    chrome: Chrome,
    title: &'static str,
    message: String,
    good: bool,
    requisition: Option<u32>,
}

/// Whole page: on to the cart. In a frame: a page whose link leaves the frame.
pub(super) async fn receive(
    State(buyer): State<Buyer>,
    Query(session): Query<Session>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Page {
    let (outcome, place) = buyer.check_out(session.id, &fields);
    let framed = buyer.session(session.id).is_ok_and(|session| session.framed);
    let mut response = match outcome {
        Err(rejection) => {
            let outcome = described(&buyer, "The cart was not taken", rejection.to_string(), false, None);
            page_with(StatusCode::UNPROCESSABLE_ENTITY, &outcome)?
        }
        Ok(checkout) => taken(&buyer, &checkout, framed)?,
    };
    response.headers_mut().insert(OUTCOME_HEADER, place.into());
    Ok(response)
}

fn taken(buyer: &Buyer, checkout: &Checkout, framed: bool) -> Result<Response, super::layout::Problem> {
    let requisition = match checkout {
        Checkout::Cart { requisition, .. } | Checkout::Emptied { requisition } => Some(*requisition),
        Checkout::Unchanged => None,
    };
    if let (Some(number), false) = (requisition, framed) {
        return Ok(Redirect::to(&format!("/requisitions/{number}")).into_response());
    }
    let (title, message) = match checkout {
        Checkout::Cart { .. } => ("The cart is here", "What you chose at the marketplace is in your cart."),
        Checkout::Emptied { .. } => {
            ("Lines deleted", "The lines you edited were deleted at the marketplace.")
        }
        Checkout::Unchanged => ("Session ended", "The session ended and your cart is unchanged."),
    };
    page(&described(buyer, title, message.to_owned(), true, requisition))
}

fn described(
    buyer: &Buyer,
    title: &'static str,
    message: String,
    good: bool,
    requisition: Option<u32>,
) -> Outcome {
    Outcome { chrome: Chrome::new(buyer, "/requisitions"), title, message, good, requisition }
}

/// For a person who opens the address by hand.
pub(super) async fn explain(State(buyer): State<Buyer>) -> Page {
    let message = "The marketplace posts a cart to this address; there is nothing to see here.".to_owned();
    page_with(StatusCode::METHOD_NOT_ALLOWED, &described(&buyer, "Nothing was posted", message, false, None))
}
