//! How an SAP Ariba connection comes into use, with the operator's part in it (R13).

use axum::Form;
use axum::extract::Path;
use procurement::configuration::Step;
use procurement::connection::Connection;
use procurement::id::ConnectionId;

use crate::failure::Failure;
use crate::form::Version;
use crate::notice::Done;
use crate::page::Answer;
use crate::texts::onboarding::{TEXTS, Words};
use crate::visitor::Visitor;
use crate::words::moment;

/// The way of a connection, and where it is.
pub struct Onboarding {
    pub t: &'static Words,
    pub steps: Vec<Shown>,
    /// Whether the administrator may ask for live use now.
    pub may_ask: bool,
    /// The operator's address.
    pub contact: String,
    /// What to send there.
    pub account: String,
    pub management_account: String,
    pub anid: String,
    /// The steps that the operator may take now; none for anybody else.
    pub to: Vec<(&'static str, &'static str)>,
}

/// A step as it is shown.
pub struct Shown {
    pub title: &'static str,
    pub who: &'static str,
    pub done: bool,
    pub current: bool,
    /// Since when, of the current one.
    pub since: Option<String>,
}

/// `POST /console/connections/{id}/live`: asks the operator to take the connection live.
pub async fn request_live(
    visitor: Visitor,
    Path(id): Path<ConnectionId>,
    Form(read): Form<Version>,
) -> Answer {
    visitor.configuration().request_live(&visitor.caller, id, read.version).await?;
    Ok(visitor.go_to(&format!("/console/connections/{id}?{}", Done::LiveRequested.in_address())))
}

// === impl Onboarding ===

impl Onboarding {
    /// The way of an SAP Ariba connection; a Coupa connection has none.
    pub async fn of(visitor: &Visitor, connection: &Connection) -> Result<Option<Self>, Failure> {
        let Some(onboarding) = connection.onboarding else { return Ok(None) };
        let (t, at) = (visitor.words(&TEXTS), onboarding.step);
        let shown = |step: Step| Shown {
            title: t.title(step),
            who: t.who(step),
            done: step < at,
            current: step == at,
            since: (step == at).then(|| moment(visitor.language, onboarding.since)),
        };
        Ok(Some(Self {
            t,
            steps: Step::ALL.into_iter().map(shown).collect(),
            may_ask: at == Step::Testing && visitor.caller.may_put_connection(connection).is_ok(),
            contact: visitor.configuration().operator_contact().await?,
            account: visitor.caller.account.to_string(),
            management_account: connection.organisation.management_account.to_string(),
            anid: connection.buyer.value.clone(),
            to: if visitor.caller.may_operate().is_ok() { ways(t, at) } else { Vec::new() },
        }))
    }
}

/// Where the operator may take the connection from this step.
pub fn ways(t: &'static Words, from: Step) -> Vec<(&'static str, &'static str)> {
    use procurement::configuration::Takes;
    let administrators = |to| from == Step::Testing && to == Step::LiveRequested;
    let open =
        Step::ALL.into_iter().filter(|to| from.may_go_to(*to, Takes::Operator) && !administrators(*to));
    open.map(|to| (to.label(), t.button(from, to))).collect()
}
