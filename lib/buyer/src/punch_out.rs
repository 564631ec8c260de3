//! Shop Online: the setup request and what the requester is shown when it fails.

use crate::exchange::{Exchanged, Outgoing};
use crate::wire::SetupRequest;
use crate::{
    About, Approval, Buyer, BuyerError, Connection, Line, Operation, PunchOut, Reopened, Requisition,
    Session, SetupAnswer, Stage, System,
};
use askama::Template;
use url::Url;

impl Buyer {
    /// Sends a PunchOutSetupRequest and reads the answer.
    ///
    /// # Errors
    /// When the request cannot be made; whatever the marketplace answers is a [`SetupAnswer`].
    pub async fn punch_out(&self, wish: PunchOut) -> Result<SetupAnswer, BuyerError> {
        let connection = self.state().connection()?;
        let lines = self.lines_to_reopen(&wish)?;
        let session = self.open_session(&wish, &lines)?;
        let exchanged = self
            .exchange(Outgoing {
                kind: "PunchOutSetupRequest",
                about: About::Session(session.number),
                url: &connection.punch_out_url,
                payload_id: &session.payload_id,
                dated: session.opened,
                body: self.setup_body(&wish, &session, &connection, &lines)?,
                faults: &wish.faults,
            })
            .await?;
        self.enter(&session, exchanged)
    }

    fn lines_to_reopen(&self, wish: &PunchOut) -> Result<Vec<Line>, BuyerError> {
        let Some(reopened) = &wish.reopened else {
            return Ok(Vec::new());
        };
        let requisition = self.requisition(reopened.requisition)?;
        may_reopen(&requisition, wish.operation)?;
        let wanted = |line: &&Line| reopened.lines.is_empty() || reopened.lines.contains(&line.number);
        let lines: Vec<_> = requisition.lines.iter().filter(wanted).cloned().collect();
        let missing = reopened.lines.iter().find(|number| lines.iter().all(|line| line.number != **number));
        missing.map_or(Ok(lines), |number| Err(BuyerError::UnknownLine(requisition.number, *number)))
    }

    fn open_session(&self, wish: &PunchOut, lines: &[Line]) -> Result<Session, BuyerError> {
        let requester = self.requester_of(wish)?;
        let now = self.clock().now();
        let mut state = self.state();
        let session = Session {
            number: state.next_session(),
            requester,
            operation: wish.operation,
            buyer_cookie: state.ids.buyer_cookie(now),
            payload_id: state.ids.payload_id(now, &self.config().host),
            framed: wish.framed,
            reopened: wish.reopened.as_ref().map(|reopened| Reopened {
                requisition: reopened.requisition,
                lines: lines.iter().map(|line| line.number).collect(),
            }),
            stage: Stage::Opening,
            start_page: None,
            refusal: None,
            opened: now,
        };
        state.sessions.push(session.clone());
        Ok(session)
    }

    fn requester_of(&self, wish: &PunchOut) -> Result<String, BuyerError> {
        match (&wish.requester, &wish.reopened) {
            (Some(name), _) => self.requester(name).map(|requester| requester.unique_name.clone()),
            (None, Some(reopened)) => self.requisition(reopened.requisition).map(|it| it.requester),
            (None, None) => Err(BuyerError::UnknownRequester(String::new())),
        }
    }

    fn setup_body(
        &self,
        wish: &PunchOut,
        session: &Session,
        connection: &Connection,
        lines: &[Line],
    ) -> Result<String, BuyerError> {
        let mut request = SetupRequest {
            element: "PunchOutSetupRequest",
            operation: wish.operation.as_str(),
            buyer_cookie: &session.buyer_cookie,
            requester: self.requester(&session.requester)?,
            contact_first: false,
            form_post_url: self.form_post_url(session.number),
            supplier_setup_url: connection.punch_out_url.as_str(),
            selected_item: wish.selected_item.clone(),
            lines,
        };
        request.apply(&wish.faults);
        Ok(request.render()?)
    }

    fn enter(&self, session: &Session, exchanged: Exchanged) -> Result<SetupAnswer, BuyerError> {
        let (start_page, refusal) = match start_page(&exchanged, self.system()) {
            Ok(url) => (Some(url), None),
            Err(words) => (None, Some(words)),
        };
        let mut state = self.state();
        let kept = state.session(session.number)?;
        if start_page.is_some() {
            kept.stage = Stage::Shopping;
        }
        kept.start_page.clone_from(&start_page);
        kept.refusal.clone_from(&refusal);
        Ok(SetupAnswer {
            session: session.number,
            buyer_cookie: session.buyer_cookie.clone(),
            payload_id: exchanged.payload_id,
            form_post_url: self.form_post_url(session.number),
            http_status: exchanged.http_status,
            status: exchanged.status,
            start_page,
            refusal,
            elapsed: exchanged.elapsed,
            sent: exchanged.sent,
            received: exchanged.received,
        })
    }
}

/// An edit needs a cart that is still a cart, and both need the marketplace's `operationAllowed`.
fn may_reopen(requisition: &Requisition, operation: Operation) -> Result<(), BuyerError> {
    if operation == Operation::Edit && requisition.approval != Approval::Cart {
        return Err(BuyerError::WrongStage {
            number: requisition.number,
            stage: requisition.approval.label(),
            needed: Approval::Cart.label(),
        });
    }
    let allowed = match requisition.operation_allowed.as_str() {
        "edit" => true,
        "inspect" => operation == Operation::Inspect,
        _ => false,
    };
    if allowed { Ok(()) } else { Err(BuyerError::NotAllowed(requisition.operation_allowed.clone())) }
}

/// The page to go to, or what the requester is shown instead.
fn start_page(exchanged: &Exchanged, system: System) -> Result<Url, String> {
    if let Some(failure) = &exchanged.failure {
        return Err(format!("The supplier could not be reached: {failure}"));
    }
    let Some(status) = &exchanged.status else {
        return Err("No status element in setup response".to_owned());
    };
    if !status.is_success() {
        return Err(format!("{system} could not open the supplier's site. Status {status}"));
    }
    let written = exchanged.start_page.as_deref().ok_or("No start page in setup response")?;
    let url = Url::parse(written.trim()).map_err(|_| format!("The start page is not a URL: {written}"))?;
    if matches!(url.scheme(), "http" | "https") {
        Ok(url)
    } else {
        Err(format!("The start page is not a web page: {url}"))
    }
}
