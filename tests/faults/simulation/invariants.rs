//! What holds after every history: every purchase order has exactly one agreement for each item, its mail and its
//! invoices; nothing else exists; nothing is stuck without a reason.

use std::collections::{BTreeMap, BTreeSet};

use procurement::agreement::Agreement;
use procurement::invoice::{Invoice, InvoiceState};
use procurement::job::{Job, JobState, MAX_ATTEMPTS, Task};
use procurement::requisition::{Requisition, Status};

use super::buyer::{Buyer, Order};
use super::truth;
use super::world::World;

/// An invariant that does not hold, in words.
#[derive(Debug, PartialEq, Eq)]
pub struct Broken(pub String);

macro_rules! holds {
    ($condition:expr, $($words:tt)+) => {
        if !$condition { return Err(Broken(format!($($words)+))); }
    };
}

/// Looks at everything.
pub async fn check(world: &World, buyer: &Buyer) -> Result<(), Broken> {
    let orders = buyer.orders().clone();
    for cart in buyer.carts() {
        let fault = cart.fault();
        holds!(fault.is_none(), "{fault:?}");
    }
    let mut agreements = Vec::new();
    for order in &orders {
        answers(order)?;
        for requisition in &order.requisitions {
            agreements.extend(fulfilment(world, order, requisition).await?);
        }
    }
    let jobs = truth::jobs(world).await;
    let jobs: BTreeMap<&str, &Job> = jobs.iter().map(|job| (job.id.as_str(), job)).collect();
    mails(world, &orders, &agreements, &jobs)?;
    let invoices = invoices(world, &agreements, &jobs).await?;
    nothing_else(world, &orders, &agreements, &invoices)?;
    never_ordered(world, &orders).await?;
    reasons(world, &jobs, &invoices)
}

/// What was accepted is answered the same, however often it comes (R34). What was refused is looked at anew, and refused
/// with a code that is not repeated (R38).
fn answers(order: &Order) -> Result<(), Broken> {
    let finals = order.final_answers();
    let accepted = finals.len() == 1 && finals.iter().all(|(code, _)| *code == 200);
    let refused = !finals.is_empty() && finals.iter().all(|(code, _)| (400..500).contains(code));
    let as_wanted = if order.is_fair { accepted } else { refused };
    holds!(as_wanted, "{} was answered in {} ways: {finals:?}", order.number, finals.len());
    let other = order.answers.iter().find(|(code, _)| *code >= 500 && *code != 560);
    holds!(
        other.is_none(),
        "{}: a fault of the table is temporary, and the answer was {other:?}",
        order.number
    );
    Ok(())
}

async fn fulfilment(world: &World, order: &Order, asked: &Requisition) -> Result<Option<Agreement>, Broken> {
    let store = world.truth().store;
    let agreement = store.agreement(asked.id).await.expect("a read");
    let now = store.requisition(asked.id).await.expect("a read").expect("a request");
    match (order.is_fair, &agreement, &now.status) {
        (true, Some(agreement), Status::Subscribed { agreement: named, order_id }) => {
            holds!(agreement.id == *named, "{} names another agreement than there is", asked.id);
            holds!(*order_id == order.number, "{} says it was bought by {order_id}", asked.id);
            holds!(agreement.order.order_id == order.number, "{} is of another order", agreement.id);
        }
        (false, None, Status::Refused { .. }) => {}
        other => return Err(Broken(format!("{} of {}: {other:?}", asked.id, order.number))),
    }
    Ok(agreement)
}

/// One mail for each agreement and each refused request. A further one only for each try of which nobody knows whether SES
/// took it, and the job says so.
fn mails(
    world: &World,
    orders: &[Order],
    agreements: &[Agreement],
    jobs: &BTreeMap<&str, &Job>,
) -> Result<(), Broken> {
    let subscribed = agreements.iter().map(|agreement| format!("mail-subscribed-{}", agreement.id));
    for id in subscribed {
        let Some(job) = jobs.get(id.as_str()) else { return Err(Broken(format!("{id} is missing"))) };
        let letters = world.post.letters();
        let sent = sent(world, &letters.handed_over, job);
        let parked = matches!(job.state, JobState::Parked { .. });
        holds!(sent >= 1 || parked, "{id} was not sent, and is {:?}", job.state);
        holds!(sent <= 1 + u64::from(job.uncertain), "{id} was sent {sent} times: {job:?}");
    }
    for order in orders.iter().filter(|order| !order.is_fair) {
        // Another reason is told as well, also where the answer that gave it was lost.
        for requisition in &order.requisitions {
            let prefix = format!("mail-refused-{}-", requisition.id);
            let told = jobs.iter().filter(|(id, _)| id.starts_with(&prefix)).map(|(_, job)| &job.task);
            let told: Vec<&String> = told.filter_map(reason).collect();
            let reasons: BTreeSet<&String> = told.iter().copied().collect();
            holds!(!told.is_empty(), "no mail tells why {} was refused", requisition.id);
            holds!(told.len() == reasons.len(), "{} was told twice: {told:#?}", requisition.id);
        }
    }
    let known: BTreeSet<String> = jobs.keys().map(|id| message_id(world, id)).collect();
    let letters = world.post.letters();
    let stray: Vec<&String> = letters.handed_over.keys().filter(|id| !known.contains(*id)).collect();
    holds!(stray.is_empty(), "mail without a job: {stray:?}");
    Ok(())
}

fn reason(task: &Task) -> Option<&String> {
    if let Task::RefusedMail { reason, .. } = task { Some(reason) } else { None }
}

fn message_id(world: &World, job: &str) -> String {
    world.truth().marketplace.payload_id(job)
}

fn sent(world: &World, handed_over: &BTreeMap<String, u64>, job: &Job) -> u64 {
    handed_over.get(&message_id(world, &job.id)).copied().unwrap_or(0)
}

/// Every part of a schedule has one invoice, its numbers are without gaps, the same document went at every try, and the
/// procurement system has what is said to be delivered.
async fn invoices(
    world: &World,
    agreements: &[Agreement],
    jobs: &BTreeMap<&str, &Job>,
) -> Result<Vec<Invoice>, Broken> {
    let invoices = world.truth().store.invoices_of(world.connection.id).await.expect("a read");
    let numbers: Vec<usize> =
        invoices.iter().filter_map(|invoice| invoice.number.rsplit('-').next()?.parse().ok()).collect();
    holds!(numbers == (1..=invoices.len()).collect::<Vec<_>>(), "invoice numbers have gaps: {numbers:?}");
    for agreement in agreements {
        let own = invoices.iter().filter(|invoice| invoice.agreement == agreement.id).count();
        // An instalment is made when the one before it was; a job that is parked before that is looked at below.
        let parked = jobs.values().any(|job| {
            job.id.starts_with(&format!("invoice-{}-", agreement.id))
                && matches!(job.state, JobState::Parked { .. })
        });
        let wanted = agreement.schedule.len();
        holds!(own == wanted || parked, "{} has {own} invoices of {wanted}", agreement.id);
    }
    let books = world.inbox.books();
    for invoice in &invoices {
        let number = &invoice.number;
        let tries = books.documents.get(number).map_or(0, BTreeSet::len);
        holds!(tries <= 1, "{number} went as {tries} different documents");
        let booked = books.booked.get(number);
        holds!(booked.is_none_or(|id| *id == invoice.payload_id), "{number} was booked as {booked:?}");
        match &invoice.state {
            InvoiceState::Delivered { .. } => {
                holds!(booked.is_some(), "{number} is not there, but delivered")
            }
            InvoiceState::Parked { reason, .. } => {
                holds!(!reason.is_empty(), "{number} is parked for nothing")
            }
            other => return Err(Broken(format!("{number} is stuck: {other:?}"))),
        }
    }
    Ok(invoices)
}

/// There is no agreement, order, invoice or request that nobody caused.
fn nothing_else(
    world: &World,
    orders: &[Order],
    agreements: &[Agreement],
    invoices: &[Invoice],
) -> Result<(), Broken> {
    let partitions = truth::partitions(world);
    let count = |kind: &str| partitions.iter().filter(|partition| partition.starts_with(kind)).count();
    for (kind, wanted) in [
        ("AGREEMENT#", agreements.len()),
        ("ORDER#", orders.len()),
        ("INVOICE#", invoices.len()),
        ("INVOICE-COUNTER#", usize::from(!invoices.is_empty())),
    ] {
        holds!(count(kind) == wanted, "there are {} of {kind}, and {wanted} were caused", count(kind));
    }
    let documents = partitions.iter().filter(|partition| partition.starts_with("DOC#")).count();
    holds!(documents >= orders.len(), "an order was answered whose document is not kept");
    Ok(())
}

/// What was asked for and never ordered, because a requester gave up on the way, bought nothing.
async fn never_ordered(world: &World, orders: &[Order]) -> Result<(), Broken> {
    let ordered: BTreeSet<String> =
        orders.iter().flat_map(|order| &order.requisitions).map(|one| one.id.to_string()).collect();
    let partitions: BTreeSet<String> = truth::partitions(world).into_iter().collect();
    let requests: BTreeSet<&str> = partitions.iter().filter_map(|one| one.strip_prefix("REQ#")).collect();
    let missing = ordered.iter().find(|id| !requests.contains(id.as_str()));
    holds!(missing.is_none(), "{missing:?} was ordered and is not there");
    for id in requests.into_iter().filter(|id| !ordered.contains(*id)) {
        let request = world.truth().store.requisition(id.parse().expect("an id")).await.expect("a read");
        let status = request.expect("a request").status;
        let given_up = matches!(status, Status::InCart | Status::SentForApproval | Status::Cancelled { .. });
        holds!(given_up, "{id} was never ordered, and is {status:?}");
    }
    Ok(())
}

/// Nothing waits, and what is parked has a reason that the other side gave, or was tried to the end.
fn reasons(world: &World, jobs: &BTreeMap<&str, &Job>, invoices: &[Invoice]) -> Result<(), Broken> {
    let rejected = world.post.letters().rejected.clone();
    let refused = world.inbox.books().refused.clone();
    let refused: BTreeSet<_> =
        invoices.iter().filter(|one| refused.contains(&one.number)).map(|one| one.agreement).collect();
    for job in jobs.values() {
        match &job.state {
            JobState::Done { .. } => {}
            JobState::Parked { reason, .. } => {
                let explained = job.attempts >= MAX_ATTEMPTS
                    // Twice nobody knew whether it arrived: it is not sent a third time.
                    || job.uncertain > 1
                    || rejected.contains(&message_id(world, &job.id))
                    || refused.iter().any(|agreement| job.id.starts_with(&format!("invoice-{agreement}-")));
                holds!(explained, "{} is parked though nobody refused it: {reason}", job.id);
            }
            JobState::Due { .. } if matches!(job.task, Task::Statement { .. }) => {}
            other => return Err(Broken(format!("{} waits for ever: {other:?}", job.id))),
        }
    }
    Ok(())
}
