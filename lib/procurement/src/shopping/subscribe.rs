//! Subscribing at once, with no cart and no purchase order: products that cost nothing here, where the connection approves
//! them beforehand (R16).

use jiff::Timestamp;

use super::request::{NotAdded, Place, Wish, ask};
use crate::agreement::{Agreement, OrderLine, Origin};
use crate::connection::Connection;
use crate::event;
use crate::id::AgreementId;
use crate::job::{Job, Task};
use crate::requisition::{Happened, Requisition, Status};
use crate::session::Session;
use crate::usage::first_job;

/// What is written when somebody subscribes at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subscribed {
    /// The session, which lasts on.
    pub session: Session,
    /// What was asked for, fulfilled.
    pub requisition: Requisition,
    /// What it takes the place of, taken back.
    pub replaced: Option<Requisition>,
    /// The subscription, and the jobs that follow from it; none in test mode (R9).
    pub agreement: Option<(Agreement, Vec<Job>)>,
}

/// Subscribes at once; `None` where this needs an approval.
pub fn subscribe(
    wish: Wish<'_>,
    agreement: AgreementId,
    now: Timestamp,
) -> Result<Option<Subscribed>, NotAdded> {
    let connection = wish.connection;
    let offer = wish.listing.offers.iter().find(|offer| offer.id == *wish.offer);
    if !offer.is_some_and(|offer| connection.needs_no_approval(&offer.pricing)) {
        return Ok(None);
    }
    let added = ask(wish, Place::AtOnce, now)?;
    let (session, replaced) = (added.session, added.replaced);
    if added.requisition.is_test() {
        let text = Happened::TestedAtOnce;
        let status = Status::TestCompleted { order_id: String::new() };
        let requisition = fulfilled(added.requisition, status, text, now);
        return Ok(Some(Subscribed { session, requisition, replaced, agreement: None }));
    }
    let text = Happened::ApprovedBeforehand {
        account: added.requisition.account,
        product: added.requisition.product.name.clone(),
    };
    let status = Status::Subscribed { agreement, order_id: String::new() };
    let requisition = fulfilled(added.requisition, status, text, now);
    let agreement = Agreement::new(agreement, &requisition, without_order(connection, &requisition), now);
    let agreement = Agreement { origin: Origin::ApprovedBeforehand, ..agreement };
    let jobs = what_follows(&agreement, now);
    Ok(Some(Subscribed { session, requisition, replaced, agreement: Some((agreement, jobs)) }))
}

/// The mail about a subscription, the event for others, and for usage the statement of its first month (R47).
pub(crate) fn what_follows(agreement: &Agreement, now: Timestamp) -> Vec<Job> {
    let mail = Task::SubscribedMail { requisition: agreement.requisition, agreement: agreement.id };
    let mail = Job::new(format!("mail-subscribed-{}", agreement.id), mail, now, now);
    [Some(mail), event::created(&[agreement], now), first_job(agreement, now)].into_iter().flatten().collect()
}

/// It is written once, as it is in the end.
pub(crate) fn fulfilled(
    requisition: Requisition,
    status: Status,
    told: Happened,
    now: Timestamp,
) -> Requisition {
    let version = requisition.version;
    Requisition { version, ..requisition.with(status, told, now) }
}

/// There is no purchase order, and so no number.
pub(crate) fn without_order(connection: &Connection, requisition: &Requisition) -> OrderLine {
    OrderLine {
        order_id: String::new(),
        order_date: None,
        line: 1,
        quantity: rust_decimal::Decimal::ONE,
        unit_price: requisition.quote.total,
        unit_of_measure: connection.settings.unit_of_measure.clone(),
        is_service: false,
        part_id: requisition.product.id.to_string(),
        reference: String::new(),
    }
}
