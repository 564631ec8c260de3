//! What happens to a subscription after its order: confirmed, metered, changed, ended; and what the workers do besides.

use jiff::Timestamp;
use procurement::agreement::Agreement;
use procurement::connection::Connection;
use procurement::job::{Job, Task};
use serde_json::{Value, json};
use support::{Offered, Shopping};

use crate::aws::configured::{ADMINISTRATOR, Caller};
use crate::aws::connected::Connected;
use crate::aws::emulated::Function;
use crate::aws::services::OPERATOR;
use crate::aws::tools::Tools;

/// A procurement system that wants it is told what became of each line (R43).
pub async fn an_order_is_confirmed(world: &Connected) {
    let administrator = Caller { function: &world.routes.config, account: ADMINISTRATOR };
    let path = format!("/config/connections/{}", world.coupa_connection.id);
    let version = administrator.get(&path).await["version"].clone();
    let invoicing = world.coupa.invoicing();
    let change = json!({
        "confirmation_url": world.coupa.confirmation_url(),
        "confirmation_domain": invoicing.credential.domain,
        "confirmation_identity": invoicing.credential.identity,
        "confirmation_secret": invoicing.shared_secret,
    });
    let change = json!({"version": version, "change": change});
    let (status, changed) = administrator.ask("PATCH", &path, "", &change).await;
    assert_eq!(status, 200, "{changed}");
    let order = Shopping::approved_order(&world.coupa, Offered::LUMEN_LOGS).await;
    let answer = world.coupa.send_po(&order).await.expect("an answer");
    assert_eq!(answer.code(), Some(200));
    sweep(&world.invoices, "invoice-push-schedule").await;
    assert_eq!(world.coupa.received_confirmations().len(), 1, "{}", world.invoices.output());
}

/// Pay as you go: measured, billed by the month, and ended by the operator (R39, R47).
pub async fn a_subscription_is_metered_and_ended(world: &Connected) {
    let operator = Caller { function: &world.routes.config, account: OPERATOR };
    let agreement = pay_as_you_go(world, &world.ariba_connection).await;
    let subscription = format!(
        "/config/operator/connections/{}/requests/{}/subscription",
        agreement.connection, agreement.requisition
    );
    let used = json!({"id": "first", "rate": "Images scanned", "quantity": "12"});
    let recorded = operator.post(&format!("{subscription}/usage"), used, 200).await;
    assert_eq!(recorded["recorded"], true, "{recorded}");
    let month = Timestamp::now().strftime("%Y-%m").to_string();
    let requisition = agreement.requisition;
    put(world, "statement", Task::Statement { requisition, month: month.clone() }).await;
    sweep(&world.notify, "notify-schedule").await;
    put(world, "statement-mail", Task::StatementMail { requisition, month }).await;
    sweep(&world.notify, "notify-schedule").await;

    let end = json!({"version": 1, "reason": "For tests"});
    operator.post(&format!("{subscription}/end"), end, 200).await;
    sweep(&world.notify, "notify-schedule").await;
}

/// A contract ends on another day than it did.
pub async fn a_contract_is_changed(world: &Connected) {
    let operator = Caller { function: &world.routes.config, account: OPERATOR };
    let contracts = world.core.store.agreements(world.coupa_connection.id).await.expect("a read");
    let contract = contracts.first().expect("an agreement");
    let path = format!(
        "/config/operator/connections/{}/requests/{}/subscription",
        contract.connection, contract.requisition
    );
    let amend = json!({"version": 1, "last_day": "2027-10-31", "reason": "For tests"});
    let (status, amended) = operator.ask("PATCH", &path, "", &amend).await;
    assert_eq!(status, 200, "{amended}");
    sweep(&world.notify, "notify-schedule").await;
}

async fn pay_as_you_go(world: &Connected, connection: &Connection) -> Agreement {
    let agreements = world.core.store.agreements(connection.id).await.expect("a read");
    let harbor = |one: &Agreement| one.product.id.as_str() == Offered::HARBOR_SCAN.product;
    agreements.into_iter().find(harbor).expect("an agreement")
}

/// A connection that is left in test mode is called out (R10).
pub async fn test_mode_is_called_out(world: &Connected) {
    let administrator = Caller { function: &world.routes.config, account: ADMINISTRATOR };
    let new = json!({"system": "coupa", "connection": {"name": "Test", "form_hosts": ["test.example"]}});
    let made = administrator.post("/config/connections", new, 201).await;
    let connection = made["connection"]["id"].as_str().and_then(|id| id.parse().ok()).expect("an id");
    let otherwise = "aws-111122223333@buyers.example".to_owned();
    put(world, "test-mode", Task::TestModeMail { connection, otherwise }).await;
    sweep(&world.notify, "notify-schedule").await;
}

/// A job that nobody understands is put off, and stops nobody.
pub async fn damaged_jobs_stop_nobody(world: &Connected) {
    let requisition = pay_as_you_go(world, &world.ariba_connection).await.requisition;
    let tasks = [
        (&world.notify, "notify-schedule", Task::RequestExpiringMail { requisition }),
        (&world.invoices, "invoice-push-schedule", Task::Invoice { requisition, instalment: 0 }),
    ];
    for (worker, schedule, task) in tasks {
        let id = put(world, &format!("damaged-{}", worker.name), task).await;
        let key = json!({"pk": {"S": format!("JOB#{id}")}, "sk": {"S": "JOB"}});
        let damage = json!({"TableName": crate::aws::services::TABLE, "Key": key,
            "UpdateExpression": "REMOVE #data.#state",
            "ExpressionAttributeNames": {"#data": "data", "#state": "state"}});
        world.services.ask("UpdateItem", damage).await;
        sweep(worker, schedule).await;
        assert!(worker.output().contains(&id), "{}", worker.output());
    }
}

async fn put(world: &Connected, name: &str, task: Task) -> String {
    let (id, now) = (format!("{name}-by-hand"), Timestamp::now());
    world.core.store.put_job(&Job::new(id.clone(), task, now, now)).await.expect("written");
    id
}

/// Everything that is due.
async fn sweep(worker: &Function, schedule: &str) {
    let answer = worker.invoke(&Tools::event(schedule)).await;
    assert_eq!(answer["batchItemFailures"], Value::Array(Vec::new()), "{}", worker.output());
}
