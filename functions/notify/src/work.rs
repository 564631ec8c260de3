//! What a job of this worker comes to, given how things stand now.

use jiff::{SignedDuration, Timestamp};
use platform::core::Core;
use platform::jobs::JobError;
use procurement::agreement::Agreement;
use procurement::catalogue::date_of;
use procurement::connection::Connection;
use procurement::event::Event;
use procurement::id::{ConnectionId, RequisitionId};
use procurement::job::{Job, Task};
use procurement::mail::{Kind, Language, connection_recipients, refused_recipients, subscribed_recipients};
use procurement::order::OrderResult;
use procurement::reason::{Quoted, Telling};
use procurement::reference::Reference;
use procurement::requisition::{Happened, Requisition, Status};
use procurement::usage::{self, Stated, StatementLine, Tariff};

use crate::letter::About;

const WEEK: SignedDuration = SignedDuration::from_hours(7 * 24);

/// What is to be done.
pub(crate) enum Work {
    /// It is out of date: nothing.
    Nothing,
    /// A mail goes out.
    Mail(Box<Addressed>),
    /// A request is closed.
    Close(Box<Requisition>),
    /// A month is closed (R47).
    State(Box<Stated>),
    /// Others are told.
    Publish(Vec<Event>),
}

/// A mail before it is written.
pub(crate) struct Addressed {
    pub(crate) kind: Kind,
    pub(crate) language: Language,
    pub(crate) recipients: Vec<String>,
    pub(crate) about: About,
    pub(crate) requisition: Option<RequisitionId>,
}

pub(crate) async fn work(core: &Core, job: &Job) -> Result<Work, JobError> {
    match &job.task {
        Task::SubscribedMail { requisition, .. } => subscribed(core, *requisition).await,
        Task::RefusedMail { requisition, order_id, reason } => {
            refused(core, *requisition, order_id, reason).await
        }
        Task::OfferExpiringMail { requisition } => {
            let found = requested(core, *requisition).await?;
            Ok(ends(core, found.offer.expires, Kind::OfferExpiring, &found))
        }
        Task::RequestExpiringMail { requisition } => {
            let found = requested(core, *requisition).await?;
            Ok(ends(core, Some(found.expires), Kind::RequestExpiring, &found))
        }
        Task::ExpireRequest { requisition } => {
            Ok(close(requested(core, *requisition).await?, core.clock.now()))
        }
        Task::TestModeMail { connection, otherwise } => test_mode(core, *connection, otherwise).await,
        Task::FailingMail { connection, otherwise, reason } => {
            let found = connected(core, *connection).await?;
            let about = About { reason: Some(Telling::in_english(reason)), ..of_connection(&found) };
            Ok(to_connection(Kind::Failing, &found, otherwise, about))
        }
        Task::EndedMail { requisition, .. } => ended(core, *requisition).await,
        Task::AmendedMail { requisition, change } => amended(core, *requisition, change).await,
        Task::OverrunMail { requisition, used } => {
            let (agreement, mut about) = subscription(core, *requisition).await?;
            about.used = language_of(&agreement).figures(&used.grouped());
            mail_to_subscriber(core, Kind::Overrun, *requisition, about).await
        }
        Task::Statement { requisition, month } => close_month(core, *requisition, month).await,
        Task::StatementMail { requisition, month } => statement(core, *requisition, month).await,
        Task::PublishEvents { events } => Ok(Work::Publish(events.clone())),
        Task::Invoice { .. }
        | Task::WithdrawInvoice { .. }
        | Task::CreditNote { .. }
        | Task::Confirm { .. } => Err(JobError::Broken(format!("{} is no mail job", job.id))),
    }
}

async fn subscribed(core: &Core, requisition: RequisitionId) -> Result<Work, JobError> {
    let (agreement, about) = subscription(core, requisition).await?;
    mail_to_subscriber(core, Kind::subscribed(agreement.origin), requisition, about).await
}

async fn ended(core: &Core, requisition: RequisitionId) -> Result<Work, JobError> {
    let (agreement, mut about) = subscription(core, requisition).await?;
    let language = language_of(&agreement);
    let typed = agreement.ended.as_ref().map(|ending| Quoted::somebodys(&ending.reason));
    about.reason = typed.map(|typed| Telling { text: String::new(), language, quoted: Some(typed) });
    about.link = None;
    mail_to_subscriber(core, Kind::Ended, requisition, about).await
}

/// The agreement knows by its cause what the job tells in English.
async fn amended(core: &Core, requisition: RequisitionId, change: &str) -> Result<Work, JobError> {
    let (agreement, about) = subscription(core, requisition).await?;
    let language = language_of(&agreement);
    let known = agreement.amended.iter().rev().find(|amended| amended.change == change);
    let told = known.map_or_else(|| Telling::in_english(change), |amended| amended.told(language));
    let about = About { reason: Some(told), link: None, ..about };
    mail_to_subscriber(core, Kind::Amended, requisition, about).await
}

/// The month's statement names no purchase order (R47).
async fn statement(core: &Core, requisition: RequisitionId, month: &str) -> Result<Work, JobError> {
    let (agreement, about) = subscription(core, requisition).await?;
    let language = language_of(&agreement);
    let found = core.store.statement(requisition, month).await?.ok_or_else(|| missing(requisition))?;
    let usage = |line: &StatementLine| {
        let figures = format!("{} × {} = {}", line.quantity, line.price, line.amount.grouped());
        format!("{}: {}", line.rate, language.figures(&figures))
    };
    let about = About {
        order: String::new(),
        line: None,
        until: None,
        details: found.lines.iter().map(usage).collect::<Vec<_>>().join("; "),
        price: language.figures(&found.total.grouped()),
        date: found.month.clone(),
        statement: Some(found.number),
        link: None,
        ..about
    };
    mail_to_subscriber(core, Kind::Statement, requisition, about).await
}

async fn close_month(core: &Core, requisition: RequisitionId, month: &str) -> Result<Work, JobError> {
    let (agreement, request) = (agreed(core, requisition).await?, requested(core, requisition).await?);
    let account = core.store.usage(requisition).await?;
    let Some(tariff) = Tariff::of(&request.offer.pricing) else { return Ok(Work::Nothing) };
    let stated = usage::state(&agreement, &tariff, account, month, core.clock.now());
    let stated = stated.map_err(|error| JobError::Broken(format!("{requisition} in {month}: {error}")))?;
    Ok(Work::State(Box::new(stated)))
}

fn language_of(agreement: &Agreement) -> Language {
    Language::of(agreement.requester.language.as_deref())
}

async fn agreed(core: &Core, requisition: RequisitionId) -> Result<Agreement, JobError> {
    core.store.agreement(requisition).await?.ok_or_else(|| missing(requisition))
}

async fn subscription(core: &Core, requisition: RequisitionId) -> Result<(Agreement, About), JobError> {
    let agreement = agreed(core, requisition).await?;
    let about = About::agreement(&agreement);
    Ok((agreement, about))
}

async fn mail_to_subscriber(
    core: &Core,
    kind: Kind,
    requisition: RequisitionId,
    about: About,
) -> Result<Work, JobError> {
    let agreement = agreed(core, requisition).await?;
    Ok(Work::Mail(Box::new(Addressed {
        kind,
        language: language_of(&agreement),
        recipients: subscribed_recipients(&agreement),
        about,
        requisition: Some(requisition),
    })))
}

async fn refused(
    core: &Core,
    requisition: RequisitionId,
    order_id: &str,
    reason: &str,
) -> Result<Work, JobError> {
    let found = requested(core, requisition).await?;
    let kind = if matches!(found.status, Status::Stale { .. }) { Kind::Stale } else { Kind::Refused };
    let language = Language::of(found.requester.language.as_deref());
    let about = About {
        order: order_id.to_owned(),
        // The request's status may be about another order meanwhile.
        reason: Some(found.why(reason, language)),
        ..About::requisition(&found, offer_link(core, &found))
    };
    Ok(to_requester(kind, &found, about))
}

/// Whoever has their purchase order, or is past the end, need not be told that it is near.
fn ends(core: &Core, end: Option<Timestamp>, kind: Kind, requisition: &Requisition) -> Work {
    let Some(end) = end.filter(|end| core.clock.now() < *end && requisition.is_open()) else {
        return Work::Nothing;
    };
    let date = end.strftime("%Y-%m-%d").to_string();
    let about = About { date, ..About::requisition(requisition, offer_link(core, requisition)) };
    to_requester(kind, requisition, about)
}

fn close(requisition: Requisition, now: Timestamp) -> Work {
    if !requisition.is_open() || now < requisition.expires {
        return Work::Nothing;
    }
    let reason = Happened::NoOrderCame { day: date_of(requisition.expires) };
    let status = Status::Cancelled { reason: reason.to_string() };
    Work::Close(Box::new(requisition.with(status, reason, now)))
}

async fn test_mode(core: &Core, connection: ConnectionId, otherwise: &str) -> Result<Work, JobError> {
    let found = connected(core, connection).await?;
    if !found.is_test() {
        return Ok(Work::Nothing);
    }
    let since = core.clock.now().saturating_sub(WEEK).unwrap_or(Timestamp::UNIX_EPOCH);
    let orders = core.store.orders(connection, since).await?;
    let count = orders.iter().filter(|order| order.result == OrderResult::TestCompleted).count();
    Ok(to_connection(Kind::TestMode, &found, otherwise, About { count, ..of_connection(&found) }))
}

fn to_requester(kind: Kind, requisition: &Requisition, about: About) -> Work {
    Work::Mail(Box::new(Addressed {
        kind,
        language: Language::of(requisition.requester.language.as_deref()),
        recipients: refused_recipients(requisition),
        about,
        requisition: Some(requisition.id),
    }))
}

fn to_connection(kind: Kind, connection: &Connection, otherwise: &str, about: About) -> Work {
    let recipients = connection_recipients(connection, otherwise);
    Work::Mail(Box::new(Addressed {
        kind,
        language: Language::default(),
        recipients,
        about,
        requisition: None,
    }))
}

fn of_connection(connection: &Connection) -> About {
    let (name, connection) = (connection.organisation.name.clone(), connection.name.clone());
    About { name, connection, ..About::default() }
}

/// The offer as it was requested, and whether it still holds; the reference opens it without a session (R37).
fn offer_link(core: &Core, requisition: &Requisition) -> String {
    let reference = Reference { requisition: requisition.id, offer: requisition.offer.id.clone() };
    core.marketplace.url(&format!("offers/{}", reference.sign(&core.keys.reference_key()))).into()
}

async fn requested(core: &Core, id: RequisitionId) -> Result<Requisition, JobError> {
    core.store.requisition(id).await?.ok_or_else(|| missing(id))
}

async fn connected(core: &Core, id: ConnectionId) -> Result<Connection, JobError> {
    let found = core.store.connection(id).await?;
    found.ok_or_else(|| JobError::Broken(format!("connection {id} is missing")))
}

fn missing(requisition: RequisitionId) -> JobError {
    JobError::Broken(format!("what {requisition} refers to is missing"))
}
