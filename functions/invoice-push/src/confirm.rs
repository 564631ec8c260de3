//! A procurement system is told what became of an order's lines (R43).

use platform::core::Core;
use platform::jobs::JobError;
use platform::outbound::Outbound;
use procurement::confirmation::{self, Confirmation};
use procurement::connection::Connection;
use procurement::invoice::{self, DeliveryAnswer, Verdict};
use procurement::job::{Attempt, Job, JobState, Task};
use procurement::mail;
use procurement::requisition::{Happened, Requisition};
use procurement::trouble::Trouble;

use crate::deliver::{deliver, secret};
use crate::parcel::Parcel;

pub(crate) async fn confirm(core: &Core, outbound: &Outbound, job: Job) -> Result<(), JobError> {
    let Task::Confirm { confirmation } = &job.task else {
        return Err(JobError::Broken(format!("{} is no confirmation", job.id)));
    };
    let connection = core.store.connection(confirmation.connection).await?;
    let connection = connection
        .ok_or_else(|| JobError::Broken(format!("connection {} is missing", confirmation.connection)))?;
    let answer = send(core, outbound, &connection, confirmation, &job).await;
    let verdict = invoice::judge(&answer, job.attempts.saturating_sub(1));
    let order = confirmation.order_id.clone();
    let requisitions = core.store.requisitions(&confirmation.requisitions).await?;
    finish(core, &connection, &order, requisitions, job, verdict).await
}

async fn send(
    core: &Core,
    outbound: &Outbound,
    connection: &Connection,
    confirmation: &Confirmation,
    job: &Job,
) -> DeliveryAnswer {
    let Some(delivery) = &connection.settings.confirmations else {
        return DeliveryAnswer::Refused { reason: Trouble::NoConfirmations };
    };
    let secret = match secret(core, connection, delivery) {
        Ok(secret) => secret,
        Err(reason) => return DeliveryAnswer::Refused { reason },
    };
    let document = confirmation::build(confirmation, job, delivery, secret, &core.marketplace);
    let names = vec![confirmation.order_id.clone(), confirmation.order_payload_id.clone()];
    let parcel = Parcel::plain(document, delivery, names);
    deliver(core, outbound, connection, delivery, &parcel).await
}

/// How it fared is noted on the requests that it is about.
async fn finish(
    core: &Core,
    connection: &Connection,
    order: &str,
    requisitions: Vec<Requisition>,
    job: Job,
    verdict: Verdict,
) -> Result<(), JobError> {
    let now = core.clock.now();
    let attempt = match verdict {
        Verdict::Delivered => Attempt::Done,
        Verdict::Retry { reason } => Attempt::Retry { reason },
        Verdict::Parked { reason } => Attempt::Park { reason },
    };
    let order_id = order.to_owned();
    let job = job.after(attempt, now);
    tracing::info!(connection = %connection.id, job = job.id, state = ?job.state, "confirmation");
    let (happened, mail) = match &job.state {
        JobState::Done { .. } => (Happened::Confirmed { order_id, system: connection.system }, None),
        JobState::Parked { reason, cause, .. } => {
            let why = Trouble::of_record(reason, cause.as_ref());
            let happened = Happened::Unconfirmed { order_id, why };
            let text = happened.to_string();
            let otherwise = requisitions.first().map(|one| one.account_email.clone());
            let mail = otherwise.map(|otherwise| mail::failing_job(connection, &otherwise, &text, now));
            (happened, mail)
        }
        _ => return Ok(core.store.put_job(&job).await?),
    };
    let requisitions: Vec<Requisition> =
        requisitions.into_iter().map(|one| one.noted(happened.clone(), now)).collect();
    Ok(core.store.finish_confirmation(&job, &requisitions, mail.as_ref()).await?)
}
