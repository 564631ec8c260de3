//! The cart comes back: the form that the browser posts to BrowserFormPost.

use crate::law::{Expected, ReturnedCart, carried, judge_cart};
use crate::state::State;
use crate::{
    About, Approval, Buyer, BuyerError, CartRejection, Checkout, Direction, Line, Operation, Requisition,
    Session, Stage,
};
use jiff::Timestamp;

/// The answer to a posted cart names its place in the list of all outcomes in this header, for [`Buyer::receive_cart`].
pub(crate) const OUTCOME_HEADER: &str = "x-checkout-outcome";

impl Buyer {
    /// Posts form fields to the session's BrowserFormPost as a browser would, and says what became of them.
    ///
    /// # Errors
    /// When the session is unknown or the request fails; a cart that is not taken is the inner error.
    pub async fn receive_cart(
        &self,
        session: u32,
        fields: &[(String, String)],
    ) -> Result<Result<Checkout, CartRejection>, BuyerError> {
        self.session(session)?;
        let answer = self.http().post(self.form_post_url(session)).form(fields).send().await?;
        let place =
            answer.headers().get(OUTCOME_HEADER).and_then(|place| place.to_str().ok()?.parse::<usize>().ok());
        let outcome = place.and_then(|place| self.state().outcomes.get(place).cloned());
        outcome
            .ok_or_else(|| BuyerError::Http(format!("the checkout page answered HTTP {}", answer.status())))
    }

    /// Takes a posted form. An identical repeat is harmless; any other second cart is refused.
    /// Returns the outcome and its place in the list of all outcomes.
    pub(crate) fn check_out(
        &self,
        session: u32,
        fields: &[(String, String)],
    ) -> (Result<Checkout, CartRejection>, usize) {
        let document = carried(fields);
        let text = document.clone().unwrap_or_default();
        self.keep(Direction::Received, "PunchOutOrderMessage".into(), &About::Session(session), text);
        let outcome = document.and_then(|poom| self.take_cart(session, &poom));
        let mut state = self.state();
        if let Ok(kept) = state.session(session) {
            kept.refusal = outcome.as_ref().err().map(ToString::to_string);
        }
        state.outcomes.push(outcome.clone());
        (outcome, state.outcomes.len() - 1)
    }

    /// A cart that is refused leaves its session open, so that it can be sent again.
    fn take_cart(&self, number: u32, poom: &str) -> Result<Checkout, CartRejection> {
        let mut state = self.state();
        let session = state.session(number).cloned().map_err(|_| CartRejection::UnknownSession(number))?;
        match &session.stage {
            Stage::Opening => return Err(CartRejection::SessionNotOpen(number)),
            Stage::Returned { poom: earlier, checkout } if earlier == poom => return Ok(repeated(checkout)),
            Stage::Returned { .. } => return Err(CartRejection::SessionOver(number)),
            Stage::Shopping => {}
        }
        let cart = self.judge(&state, &session, poom)?;
        let checkout = state.book(&session, &cart, self.clock().now())?;
        if let Ok(kept) = state.session(number) {
            kept.stage = Stage::Returned { poom: cart.poom, checkout: checkout.clone() };
        }
        Ok(checkout)
    }

    fn judge(&self, state: &State, session: &Session, poom: &str) -> Result<ReturnedCart, CartRejection> {
        let connection = state.connection().map_err(|_| CartRejection::SessionNotOpen(session.number))?;
        let expected = Expected {
            buyer_cookie: &session.buyer_cookie,
            payload_id: &session.payload_id,
            operation: session.operation,
            supplier: &connection.supplier,
            buyer: &connection.buyer,
            units: &self.config().units,
            amount_commodities: &self.config().amount_commodities,
        };
        judge_cart(poom, &expected)
    }
}

fn repeated(checkout: &Checkout) -> Checkout {
    match checkout {
        Checkout::Cart { requisition, .. } => Checkout::Cart { requisition: *requisition, repeated: true },
        other => other.clone(),
    }
}

impl State {
    fn book(
        &mut self,
        session: &Session,
        cart: &ReturnedCart,
        now: Timestamp,
    ) -> Result<Checkout, CartRejection> {
        if cart.unchanged || session.operation == Operation::Inspect {
            return Ok(Checkout::Unchanged);
        }
        match &session.reopened {
            Some(reopened) => self.replace_lines(reopened.requisition, &reopened.lines, cart),
            None if cart.lines.is_empty() => Ok(Checkout::Unchanged),
            None => Ok(self.new_cart(session, cart, now)),
        }
    }

    fn new_cart(&mut self, session: &Session, cart: &ReturnedCart, now: Timestamp) -> Checkout {
        let number = self.next_requisition();
        self.requisitions.push(Requisition {
            number,
            requester: session.requester.clone(),
            currency: cart.currency.clone(),
            lines: numbered(&cart.lines, 1..),
            operation_allowed: cart.operation_allowed.clone(),
            approval: Approval::Cart,
            session: session.number,
            created: now,
        });
        Checkout::Cart { requisition: number, repeated: false }
    }

    /// What was edited goes, what came back takes its numbers and then new ones.
    fn replace_lines(
        &mut self,
        number: u32,
        edited: &[u32],
        cart: &ReturnedCart,
    ) -> Result<Checkout, CartRejection> {
        let requisition = self.requisition(number).map_err(|_| CartRejection::RequisitionClosed(number))?;
        if requisition.approval != Approval::Cart {
            return Err(CartRejection::RequisitionClosed(number));
        }
        let kept: Vec<_> =
            requisition.lines.iter().filter(|line| !edited.contains(&line.number)).cloned().collect();
        if kept.iter().any(|line| line.currency != cart.currency) && !cart.lines.is_empty() {
            return Err(CartRejection::OtherCurrency(requisition.currency.clone()));
        }
        let highest = requisition.lines.iter().map(|line| line.number).max().unwrap_or(0);
        let numbers = edited.iter().copied().chain(highest + 1..);
        requisition.lines = kept.into_iter().chain(numbered(&cart.lines, numbers)).collect();
        requisition.lines.sort_by_key(|line| line.number);
        if cart.lines.is_empty() {
            return Ok(Checkout::Emptied { requisition: number });
        }
        requisition.currency.clone_from(&cart.currency);
        requisition.operation_allowed.clone_from(&cart.operation_allowed);
        Ok(Checkout::Cart { requisition: number, repeated: false })
    }
}

fn numbered(lines: &[Line], numbers: impl IntoIterator<Item = u32>) -> Vec<Line> {
    let numbered = lines.iter().zip(numbers);
    numbered.map(|(line, number)| Line { number, ..line.clone() }).collect()
}
