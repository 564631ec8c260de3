//! The workers: notify and invoice-push, woken by single jobs of the stream.

use buyer::InboxFault;
use jiff::{SignedDuration, Timestamp};
use procurement::id::RequisitionId;
use procurement::invoice::InvoiceState;
use procurement::job::{Job, JobState, Task};
use serde_json::{Value, json};
use support::{Offered, Shopping};

use super::{BROKEN, Rows};
use crate::aws::connected::Connected;
use crate::aws::emulated::Function;
use crate::aws::recorder::Fault;
use crate::aws::tools::Tools;

const MINUTE: SignedDuration = SignedDuration::from_mins(1);
const HOUR: SignedDuration = SignedDuration::from_hours(1);
const HELD: Fault = Fault::Refused(400, "ConditionalCheckFailedException");

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn mails_fail_as_their_readme_says() {
    let Some(tools) = Tools::find() else { return };
    let world = Connected::start(&tools).await;
    let requisition = subscribed(&world).await;
    let (mut rows, notify) = (Rows::of("notify"), &world.notify);
    let mut trial = Trial { world: &world, function: notify, count: 0 };
    let agreement = world.core.store.agreement(requisition).await.expect("a read").expect("one").id;
    let mail = || Task::SubscribedMail { requisition, agreement };

    rows.show("GetItem of a job of the stream");
    for fault in [BROKEN, Fault::Silence] {
        notify.aws.fail("GetItem", fault);
        trial.of(mail()).await.is_reported();
    }
    rows.show("PutItem that leases the job: condition");
    notify.aws.fail("PutItem", HELD);
    trial.of(mail()).await.is_not_reported();
    rows.show("PutItem that leases the job: other");
    notify.aws.fail("PutItem", BROKEN);
    trial.of(mail()).await.is_reported();
    rows.show("GetItem of agreement or requisition item");
    notify.aws.fail_some("GetItem", BROKEN, 1, usize::MAX);
    trial.of(mail()).await.is_reported();
    rows.show("the agreement is missing");
    let nothing = RequisitionId::new(world.core.ids.uuid());
    trial.of(Task::SubscribedMail { requisition: nothing, agreement }).await.is_parked();
    assert!(notify.output().contains("is missing"), "{}", notify.output());

    rows.show("SendRawEmail: throttled, paused, 5xx, or no answer");
    for fault in
        [Fault::Refused(400, "Throttling"), Fault::Refused(400, "AccountSendingPausedException"), BROKEN]
    {
        notify.aws.fail("SendRawEmail", fault);
        trial.of(mail()).await.comes_again_in(MINUTE);
    }
    let before = world.services.mails().await.len();
    notify.aws.fail("SendRawEmail", Fault::Unseen);
    trial.of(mail()).await.comes_again_in(MINUTE);
    let unseen = world.services.mails().await;
    assert!(unseen.len() > before, "it went out, and nobody heard of it");
    rows.show("SendRawEmail: rejected for good");
    notify.aws.fail("SendRawEmail", Fault::Refused(400, "MessageRejected"));
    trial.of(mail()).await.is_parked();

    rows.show("PutItem of how it went");
    notify.aws.fail("TransactWriteItems", BROKEN);
    trial.of(mail()).await.is_reported();

    rows.show("Query of the sweep");
    notify.aws.fail("Query", BROKEN);
    let answer = notify.invoke(&Tools::event("notify-schedule")).await;
    assert!(answer["errorType"].is_string(), "{answer}");
    notify.aws.recover();
    rows.show("a message in the dead-letter queue");
    let answer = notify.invoke(&Tools::event("notify-dead-letter")).await;
    assert_eq!(answer, json!({"batchItemFailures": []}));
    assert!(notify.output().contains("Lambda gave messages up"), "{}", notify.output());
    rows.done();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn invoices_fail_as_their_readme_says() {
    let Some(tools) = Tools::find() else { return };
    let world = Connected::start(&tools).await;
    let (mut rows, push) = (Rows::of("invoice-push"), &world.invoices);
    let mut trial = Trial { world: &world, function: push, count: 0 };

    rows.show("GetItem of a job of the stream");
    push.aws.fail("GetItem", BROKEN);
    trial.of(invoice(&world).await).await.is_reported();
    rows.show("PutItem that leases the job: condition");
    push.aws.fail("PutItem", HELD);
    trial.of(invoice(&world).await).await.is_not_reported();
    rows.show("BatchGetItem of connection, invoice, counter");
    for fault in [BROKEN, Fault::Silence] {
        push.aws.fail("BatchGetItem", fault);
        trial.of(invoice(&world).await).await.is_reported();
    }

    rows.show("TransactWriteItems that gives the invoice its number");
    for fault in [BROKEN, Fault::Unseen] {
        let task = invoice(&world).await;
        push.aws.fail("TransactWriteItems", fault);
        trial.of(task.clone()).await.is_reported();
        trial.of(task).await.is_done();
    }
    assert_eq!(numbers(&world).await, (1..=2).collect::<Vec<u64>>(), "no number is lost");

    rows.show("PutItem of the document for the inspector");
    push.aws.fail_some("PutItem", BROKEN, 1, usize::MAX);
    trial.of(invoice(&world).await).await.is_done();
    assert!(push.output().contains("a document was not kept"), "{}", push.output());

    rows.show("POST to the procurement system: no answer");
    for fault in [InboxFault::Drop, InboxFault::DropAfterTaking] {
        let task = invoice(&world).await;
        world.coupa.fail_next_invoice(fault);
        let outcome = trial.of(task).await;
        outcome.comes_again_in(HOUR);
        trial.again(outcome.job).await.is_done();
    }
    rows.show("POST: Status 5xx in the body");
    world.coupa.fail_next_invoice(InboxFault::Status(500));
    trial.of(invoice(&world).await).await.comes_again_in(HOUR);
    rows.show("POST: Status 4xx in the body");
    world.coupa.fail_next_invoice(InboxFault::Status(406));
    trial.of(invoice(&world).await).await.is_parked();

    rows.show("TransactWriteItems of how it went");
    let task = invoice(&world).await;
    push.aws.fail_some("TransactWriteItems", BROKEN, 1, usize::MAX);
    let outcome = trial.of(task).await;
    outcome.is_reported();
    trial.again(outcome.job).await.is_done();
    let invoices = world.core.store.invoices_of(world.coupa_connection.id).await.expect("a read");
    let delivered = |state: &InvoiceState| matches!(state, InvoiceState::Delivered { .. });
    assert!(invoices.iter().filter(|one| delivered(&one.state)).count() >= 6, "{invoices:?}");
    rows.done();
}

/// A purchase whose jobs are left alone; the trials have jobs of their own.
async fn subscribed(world: &Connected) -> RequisitionId {
    let order = Shopping::approved_order(&world.coupa, Offered::LUMEN_LOGS).await;
    let answer = world.coupa.send_po(&order).await.expect("an answer");
    assert_eq!(answer.status.expect("a Status").code, 200);
    let id = world.coupa_connection.id;
    let agreements = world.core.store.agreements(id).await.expect("a read");
    agreements.into_iter().max_by_key(|agreement| agreement.start).expect("one").requisition
}

async fn invoice(world: &Connected) -> Task {
    Task::Invoice { requisition: subscribed(world).await, instalment: 0 }
}

/// The last digits of the invoices' numbers.
async fn numbers(world: &Connected) -> Vec<u64> {
    let invoices = world.core.store.invoices_of(world.coupa_connection.id).await.expect("a read");
    let last = |number: &str| number.rsplit('-').next().and_then(|last| last.parse().ok());
    let mut numbers: Vec<u64> = invoices.iter().filter_map(|one| last(&one.number)).collect();
    numbers.sort_unstable();
    numbers
}

/// Jobs that a worker is told of, one at a time.
struct Trial<'a> {
    world: &'a Connected,
    function: &'a Function,
    count: usize,
}

/// What came of one.
struct Outcome {
    job: Job,
    answer: Value,
    output: String,
}

// === impl Trial ===

impl Trial<'_> {
    /// Does the task while what was planned fails, and lets nothing fail afterwards.
    async fn of(&mut self, task: Task) -> Outcome {
        self.count += 1;
        let (id, now) = (format!("trial-{}-{}", self.function.name, self.count), Timestamp::now());
        let job = Job::new(id, task, now, now);
        self.world.core.store.put_job(&job).await.expect("written");
        self.told_of(job.id).await
    }

    /// Tries a job again, whose time has come.
    async fn again(&self, job: Job) -> Outcome {
        let job = Job { state: JobState::Due { at: Timestamp::now() }, version: job.version + 1, ..job };
        self.world.core.store.put_job(&job).await.expect("written");
        self.told_of(job.id).await
    }

    async fn told_of(&self, id: String) -> Outcome {
        let key = json!({"pk": {"S": format!("JOB#{id}")}, "sk": {"S": "JOB"}});
        let record = json!({"eventSource": "aws:dynamodb", "dynamodb": {"Keys": key, "SequenceNumber": "7"}});
        let answer = self.function.invoke(&json!({"Records": [record]})).await;
        self.function.aws.recover();
        let job = self.world.core.store.job(&id).await.expect("a read").expect("a job");
        Outcome { job, answer, output: self.function.output() }
    }
}

// === impl Outcome ===

impl Outcome {
    fn is_reported(&self) {
        let reported = json!({"batchItemFailures": [{"itemIdentifier": "7"}]});
        assert_eq!(self.answer, reported, "{:?} {}", self.job, self.output);
        assert!(!matches!(self.job.state, JobState::Done { .. }), "{:?}", self.job);
    }

    fn is_not_reported(&self) {
        assert_eq!(self.answer, json!({"batchItemFailures": []}), "{:?} {}", self.job, self.output);
    }

    fn is_done(&self) {
        self.is_not_reported();
        assert!(matches!(self.job.state, JobState::Done { .. }), "{:?} {}", self.job, self.output);
    }

    fn is_parked(&self) {
        self.is_not_reported();
        assert!(matches!(self.job.state, JobState::Parked { .. }), "{:?} {}", self.job, self.output);
    }

    fn comes_again_in(&self, pause: SignedDuration) {
        self.is_not_reported();
        let between = Timestamp::now() + pause / 2..Timestamp::now() + pause * 2;
        let due = self.job.due();
        assert!(due.is_some_and(|due| between.contains(&due)), "{:?} {}", self.job, self.output);
    }
}
