//! The decision about a purchase order: a pure function.

use jiff::Timestamp;

use super::check::{LineFault, Loaded, check};
use super::fault::OrderFault;
use super::outcome::{
    Acceptance, Answer, Fulfilment, OrderKey, OrderRecord, OrderResult, Outcome, RefusedOrder, TestOrder,
};
use super::purchase_order::{Line, LinePrice, OrderAction, PurchaseOrder};
use crate::agreement::{Agreement, OrderLine};
use crate::approved_products::ApprovedProducts;
use crate::confirmation;
use crate::connection::Connection;
use crate::event;
use crate::id::{AgreementId, RequisitionId};
use crate::job::{Job, Task};
use crate::refusal::Refusal;
use crate::requisition::{Happened, Requisition, Status};

/// Everything the decision rests on.
#[derive(Clone, Debug)]
pub struct Situation<'a> {
    /// The connection whose secret the sender presented.
    pub connection: &'a Connection,
    /// What was sent.
    pub order: &'a PurchaseOrder,
    /// What is remembered of an order with this key.
    pub earlier: Option<&'a OrderRecord>,
    /// What was loaded for each line, in the order's order.
    pub lines: &'a [Loaded],
    /// The organisation's list of approved products, if it has one (R23).
    pub approved: Option<&'a ApprovedProducts>,
    /// The time.
    pub now: Timestamp,
}

/// The ids that new things get.
#[derive(Clone, Debug)]
pub struct Ids {
    /// The answer's payloadID.
    pub payload_id: String,
    /// One per line, in order.
    pub agreements: Vec<AgreementId>,
}

/// Decides about a purchase order.
pub fn decide(situation: &Situation<'_>, ids: Ids) -> Outcome {
    if let Some(answered) = answered_before(situation, &ids) {
        return answered;
    }
    if let Some(order_id) = fulfilled_by(situation) {
        return refuse_and_remember(situation, ids, fulfilled(order_id), &[]);
    }
    match situation.order.action {
        OrderAction::Delete => take_back(situation, ids),
        OrderAction::New | OrderAction::Update => match agreed_lines(situation) {
            Ok(requisitions) if is_test(situation, &requisitions) => {
                complete_test(situation, ids, requisitions)
            }
            Ok(requisitions) => accept(situation, ids, requisitions),
            Err(faults) => refuse_lines(situation, ids, &faults),
        },
    }
}

/// Refuses the whole order for what its document says, before its lines are looked at.
pub fn refuse_document(situation: &Situation<'_>, ids: Ids, refusal: Refusal) -> Outcome {
    match answered_before(situation, &ids) {
        Some(answered) => answered,
        None => refuse_and_remember(situation, ids, refusal, &[]),
    }
}

/// The same order is answered the same; another one under its number is a conflict (R34, R35). What
/// was refused holds no place: it is looked at anew, and may have been mended.
fn answered_before(situation: &Situation<'_>, ids: &Ids) -> Option<Outcome> {
    let earlier = situation.earlier?;
    let order = situation.order;
    match earlier.result {
        OrderResult::Refused => None,
        _ if earlier.digest == order.digest => Some(Outcome::AlreadyAnswered(earlier.answer.clone())),
        _ => Some(refuse(situation, ids, conflict(earlier, order), &[], None)),
    }
}

fn conflict(earlier: &OrderRecord, order: &PurchaseOrder) -> Refusal {
    let id = &order.order_id;
    match (order.action, earlier.result) {
        (OrderAction::Update | OrderAction::Delete, OrderResult::Accepted) => fulfilled(id),
        (OrderAction::Update | OrderAction::Delete, OrderResult::TestCompleted) => {
            OrderFault::TestCompleted { order_id: id.clone() }.refusal()
        }
        _ => OrderFault::Different { order_id: id.clone() }.refusal(),
    }
}

fn fulfilled(order_id: &str) -> Refusal {
    OrderFault::Fulfilled { order_id: order_id.to_owned() }.refusal()
}

/// The order that bought what this one changes or takes back: a change has a version of its own, so
/// its number alone does not find what it is about (R39).
fn fulfilled_by<'a>(situation: &'a Situation<'_>) -> Option<&'a str> {
    let order = situation.order;
    own(situation).into_iter().find_map(|requisition| match (&requisition.status, order.action) {
        (Status::Subscribed { order_id, .. }, OrderAction::Delete) => Some(order_id.as_str()),
        (Status::Subscribed { order_id, .. }, OrderAction::Update) if *order_id == order.order_id => {
            Some(order_id.as_str())
        }
        _ => None,
    })
}

fn agreed_lines<'a>(situation: &'a Situation<'_>) -> Result<Vec<&'a Requisition>, Vec<(u32, LineFault)>> {
    let (mut agreed, mut faults) = (Vec::<&Requisition>::new(), Vec::new());
    for (line, loaded) in situation.order.lines.iter().zip(situation.lines) {
        match check(line, loaded, situation.connection, situation.approved, situation.now) {
            Ok(requisition) if agreed.iter().any(|other| other.id == requisition.id) => {
                faults.push((line.number, LineFault::Twice));
            }
            Ok(requisition) => agreed.push(requisition),
            Err(fault) => faults.push((line.number, fault)),
        }
    }
    let live = !situation.connection.is_test();
    if live && faults.is_empty() && agreed.iter().any(|one| one.is_test() != agreed[0].is_test()) {
        let tests = situation.order.lines.iter().zip(&agreed).filter(|(_, one)| one.is_test());
        faults = tests.map(|(line, _)| (line.number, LineFault::Mixed)).collect();
    }
    if faults.is_empty() { Ok(agreed) } else { Err(faults) }
}

/// An order is a test if the connection is in test mode now or was when its items were requested:
/// going live never turns an old test order into a real one (R9).
fn is_test(situation: &Situation<'_>, requisitions: &[&Requisition]) -> bool {
    situation.connection.is_test() || requisitions.iter().any(|requisition| requisition.is_test())
}

fn accept(situation: &Situation<'_>, ids: Ids, requisitions: Vec<&Requisition>) -> Outcome {
    let order = situation.order;
    let text = format!("Purchase order {} accepted; {}.", order.order_id, subscriptions(requisitions.len()));
    let lines: Vec<Fulfilment> = order
        .lines
        .iter()
        .zip(&requisitions)
        .zip(ids.agreements)
        .map(|((line, requisition), id)| fulfil(situation, line, requisition, id))
        .collect();
    let named: Vec<RequisitionId> = requisitions.iter().map(|requisition| requisition.id).collect();
    let agreements: Vec<&Agreement> = lines.iter().map(|line| &line.agreement).collect();
    let confirmed =
        confirmation::job(situation.connection, order, None, named, &ids.payload_id, situation.now);
    let jobs = event::created(&agreements, situation.now).into_iter().chain(confirmed).collect();
    let record = record(situation, ids.payload_id, OrderResult::Accepted, 200, text, &requisitions);
    Outcome::Accepted(Acceptance { record, lines, jobs })
}

fn subscriptions(count: usize) -> String {
    if count == 1 { "1 subscription created".to_owned() } else { format!("{count} subscriptions created") }
}

fn fulfil(situation: &Situation<'_>, line: &Line, requisition: &Requisition, id: AgreementId) -> Fulfilment {
    let (order, now) = (situation.order, situation.now);
    let agreement = Agreement::new(id, requisition, order_line(order, line, requisition), now);
    let status = Status::Subscribed { agreement: id, order_id: order.order_id.clone() };
    let told = Happened::Subscribed {
        order_id: order.order_id.clone(),
        account: requisition.account,
        product: requisition.product.name.clone(),
    };
    let jobs = jobs(&agreement, situation.connection, now);
    Fulfilment { requisition: requisition.clone().with(status, told, now), agreement, jobs }
}

fn order_line(order: &PurchaseOrder, line: &Line, requisition: &Requisition) -> OrderLine {
    OrderLine {
        order_id: order.order_id.clone(),
        order_date: order.order_date,
        line: line.number,
        quantity: line.quantity,
        unit_price: line.unit_price.as_ref().and_then(LinePrice::money).unwrap_or(requisition.quote.total),
        unit_of_measure: line.unit_of_measure.clone(),
        is_service: line.is_service,
        part_id: line.part_id.clone(),
        reference: line.reference.clone().unwrap_or_default(),
    }
}

fn jobs(agreement: &Agreement, connection: &Connection, now: Timestamp) -> Vec<Job> {
    let (requisition, id) = (agreement.requisition, agreement.id);
    let mail = Task::SubscribedMail { requisition, agreement: id };
    let mut jobs = vec![Job::new(format!("mail-subscribed-{id}"), mail, now, now)];
    jobs.extend(crate::invoice::first_job(agreement, connection, now));
    jobs.extend(crate::usage::first_job(agreement, now));
    jobs
}

fn complete_test(situation: &Situation<'_>, ids: Ids, requisitions: Vec<&Requisition>) -> Outcome {
    let (order, now) = (situation.order, situation.now);
    let text =
        format!("TEST: purchase order {} was checked and is in order. Nothing was bought.", order.order_id);
    let record = record(situation, ids.payload_id, OrderResult::TestCompleted, 200, text, &requisitions);
    let note = Happened::Tested { order_id: order.order_id.clone() };
    let status = Status::TestCompleted { order_id: order.order_id.clone() };
    let requisitions =
        requisitions.into_iter().map(|one| one.clone().with(status.clone(), note.clone(), now)).collect();
    Outcome::TestCompleted(TestOrder { record, requisitions })
}

/// `delete` before fulfilment (R39).
fn take_back(situation: &Situation<'_>, ids: Ids) -> Outcome {
    let (order, now) = (situation.order, situation.now);
    let mut open = own(situation);
    if open.is_empty() {
        let nothing = OrderFault::NamesNothing { order_id: order.order_id.clone() };
        return refuse_and_remember(situation, ids, nothing.refusal(), &[]);
    }
    open.retain(|requisition| requisition.is_open());
    let told = Happened::TakenBack { order_id: order.order_id.clone() };
    let text = told.to_string();
    let record = record(situation, ids.payload_id, OrderResult::Cancelled, 200, text.clone(), &open);
    let status = Status::Cancelled { reason: text };
    let requisitions =
        open.into_iter().map(|one| one.clone().with(status.clone(), told.clone(), now)).collect();
    Outcome::Cancelled(TestOrder { record, requisitions })
}

/// One fault refuses the whole order: half an order is nothing that anybody approved.
fn refuse_lines(situation: &Situation<'_>, ids: Ids, faults: &[(u32, LineFault)]) -> Outcome {
    let mut refusals = faults
        .iter()
        .map(|(number, fault)| OrderFault::Line { number: *number, fault: fault.clone() }.refusal());
    let Some(mut refusal) = refusals.next() else {
        return refuse(situation, &ids, OrderFault::Lines { count: 0 }.refusal(), faults, None);
    };
    for other in refusals {
        refusal.reason.push(' ');
        refusal.reason.push_str(&other.reason);
        refusal.because.extend(other.because);
    }
    refusal.reason.push_str(" Nothing was bought.");
    refuse_and_remember(situation, ids, refusal, faults)
}

fn refuse_and_remember(
    situation: &Situation<'_>,
    ids: Ids,
    refusal: Refusal,
    faults: &[(u32, LineFault)],
) -> Outcome {
    let (code, text) = (refusal.code, refusal.reason.clone());
    let own = own(situation);
    let record = record(situation, ids.payload_id.clone(), OrderResult::Refused, code, text, &own);
    refuse(situation, &ids, refusal, faults, Some(record))
}

fn refuse(
    situation: &Situation<'_>,
    ids: &Ids,
    refusal: Refusal,
    faults: &[(u32, LineFault)],
    record: Option<OrderRecord>,
) -> Outcome {
    if let Some(earlier) = situation.earlier
        && earlier.result == OrderResult::Refused
        && earlier.digest == situation.order.digest
        && earlier.answer.text == refusal.reason
    {
        return Outcome::AlreadyAnswered(earlier.answer.clone());
    }
    let answer = Answer {
        payload_id: ids.payload_id.clone(),
        at: situation.now,
        code: refusal.code,
        text: refusal.reason.clone(),
    };
    let (requisitions, mut jobs) = shown(situation, &refusal, faults);
    jobs.extend(told(situation, ids, &refusal, record.is_some(), !requisitions.is_empty()));
    Outcome::Refused(RefusedOrder { refusal, answer, record, requisitions, jobs })
}

/// What others learn of a refusal. One that leaves no trace here is not told either: it may come again and again.
fn told(situation: &Situation<'_>, ids: &Ids, refusal: &Refusal, remembered: bool, shown: bool) -> Vec<Job> {
    let (order, connection, now) = (situation.order, situation.connection, situation.now);
    let named = || own(situation).into_iter().map(|requisition| requisition.id).collect();
    let mut jobs = Vec::new();
    if remembered || shown {
        jobs.push(event::refused(connection.id, &order.order_id, refusal, named(), &ids.payload_id, now));
    }
    if remembered && order.action != OrderAction::Delete {
        let why = Some(refusal.reason.as_str());
        jobs.extend(confirmation::job(connection, order, why, named(), &ids.payload_id, now));
    }
    jobs
}

/// The buyer's own requisition items with the reason in their timeline, and a mail to each
/// requester whose request is still open (R37, R40).
fn shown(
    situation: &Situation<'_>,
    refusal: &Refusal,
    faults: &[(u32, LineFault)],
) -> (Vec<Requisition>, Vec<Job>) {
    let status = |requisition: &Requisition| {
        let reason = refusal.reason.clone();
        let stale =
            faults.iter().any(|(number, fault)| fault.is_stale() && names(situation, *number, requisition));
        if stale { Status::Stale { reason } } else { Status::Refused { reason } }
    };
    noted(own(situation).into_iter(), &situation.order.order_id, refusal, status, situation.now)
}

/// The refusal in the timeline of each requisition item; those that are still open change their status.
pub(super) fn noted<'a>(
    own: impl Iterator<Item = &'a Requisition>,
    order_id: &str,
    refusal: &Refusal,
    status: impl Fn(&Requisition) -> Status,
    now: Timestamp,
) -> (Vec<Requisition>, Vec<Job>) {
    let told = Happened::Refused {
        order_id: order_id.to_owned(),
        text: refusal.reason.clone(),
        because: Vec::new(),
        faults: refusal.because.clone(),
    };
    let text = told.to_string();
    let (mut requisitions, mut jobs) = (Vec::<Requisition>::new(), Vec::new());
    for requisition in own {
        // What is kept of a long text is its beginning.
        if requisition.timeline.last().is_some_and(|last| text.starts_with(&last.text)) {
            continue;
        }
        let told = told.clone();
        if !requisition.is_open() {
            requisitions.push(requisition.clone().noted(told, now));
            continue;
        }
        jobs.push(refused_mail(requisition, order_id, refusal, now));
        requisitions.push(requisition.clone().with(status(requisition), told, now));
    }
    (requisitions, jobs)
}

/// Whether the line of this number names this requisition item.
fn names(situation: &Situation<'_>, number: u32, requisition: &Requisition) -> bool {
    let mut lines = situation.order.lines.iter().zip(situation.lines);
    lines.any(|(line, loaded)| {
        line.number == number && loaded.requisition.as_ref().is_some_and(|one| one.id == requisition.id)
    })
}

fn refused_mail(requisition: &Requisition, order_id: &str, refusal: &Refusal, now: Timestamp) -> Job {
    let task = Task::RefusedMail {
        requisition: requisition.id,
        order_id: order_id.to_owned(),
        reason: refusal.reason.clone(),
    };
    Job::new(format!("mail-refused-{}-{}", requisition.id, requisition.version), task, now, now)
}

/// The requisition items that the order names and that are this buyer's, each once.
fn own<'a>(situation: &'a Situation<'_>) -> Vec<&'a Requisition> {
    let mut own = Vec::<&Requisition>::new();
    for requisition in situation.lines.iter().filter_map(|loaded| loaded.requisition.as_ref()) {
        let known = own.iter().any(|other| other.id == requisition.id);
        if requisition.connection == situation.connection.id && !known {
            own.push(requisition);
        }
    }
    own
}

fn record(
    situation: &Situation<'_>,
    payload_id: String,
    result: OrderResult,
    code: u16,
    text: String,
    requisitions: &[&Requisition],
) -> OrderRecord {
    let order = situation.order;
    OrderRecord {
        version: situation.earlier.map_or(1, |earlier| earlier.version + 1),
        key: OrderKey {
            buyer: situation.connection.buyer.clone(),
            order_id: order.order_id.clone(),
            order_version: order.order_version,
        },
        connection: situation.connection.id,
        digest: order.digest.clone(),
        payload_id: order.payload_id.clone(),
        received: situation.now,
        result,
        answer: Answer { payload_id, at: situation.now, code, text },
        requisitions: requisitions.iter().map(|requisition| requisition.id).collect(),
    }
}
