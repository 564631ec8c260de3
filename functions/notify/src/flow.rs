//! Load, compose, send, commit for one mail job.

use platform::core::Core;
use platform::jobs::JobError;
use platform::mail::{Envelope, Mail, MailError};
use procurement::id::RequisitionId;
use procurement::job::{Attempt, Job, Task};
use procurement::mail::{refused_recipients, subscribed_recipients};
use procurement::reference::Reference;
use procurement::requisition::Requisition;

use crate::compose::{Letter, compose};
use crate::template;

pub(crate) async fn notify(core: &Core, mail: &Mail, job: Job) -> Result<(), JobError> {
    let (recipients, letter) = letter(core, &job).await?;
    let attempt = send(core, mail, &job, recipients, &letter).await;
    tracing::info!(job = job.id, outcome = outcome(&attempt), "mail");
    Ok(core.store.put_job(&job.after(attempt, core.clock.now())).await?)
}

async fn letter(core: &Core, job: &Job) -> Result<(Vec<String>, Letter), JobError> {
    match &job.task {
        Task::SubscribedMail { requisition, .. } => {
            let agreement = core.store.agreement(*requisition).await?.ok_or_else(|| missing(*requisition))?;
            Ok((subscribed_recipients(&agreement), template::subscribed(&core.marketplace, &agreement)?))
        }
        Task::RefusedMail { requisition, order_id, reason } => {
            let found = core.store.requisition(*requisition).await?.ok_or_else(|| missing(*requisition))?;
            let letter =
                template::refused(&core.marketplace, &found, order_id, reason, &offer_link(core, &found))?;
            Ok((refused_recipients(&found), letter))
        }
        _ => Err(JobError::Broken(format!("{} is no mail job", job.id))),
    }
}

/// The offer as it was requested, and whether it still holds; the reference opens it without a session (R37).
fn offer_link(core: &Core, requisition: &Requisition) -> String {
    let reference = Reference { requisition: requisition.id, offer: requisition.offer.id.clone() };
    core.marketplace.url(&format!("offers/{}", reference.sign(&core.keys.reference_key()))).into()
}

async fn send(core: &Core, mail: &Mail, job: &Job, recipients: Vec<String>, letter: &Letter) -> Attempt {
    let message_id = core.marketplace.payload_id(&job.id);
    let message = match compose(&core.marketplace, &recipients, letter, &message_id, job.created) {
        Ok(message) => message,
        Err(error) => return Attempt::Park { reason: error.to_string() },
    };
    let envelope = Envelope { from: core.marketplace.mail_from.clone(), to: recipients };
    match mail.send(&envelope, &message, &message_id).await {
        Ok(_) => Attempt::Done,
        Err(MailError::Temporary(reason)) => Attempt::Retry { reason },
        Err(MailError::Permanent(reason)) => Attempt::Park { reason },
    }
}

fn outcome(attempt: &Attempt) -> &'static str {
    match attempt {
        Attempt::Done => "sent",
        Attempt::Retry { .. } => "retry",
        Attempt::Park { .. } => "parked",
    }
}

fn missing(requisition: RequisitionId) -> JobError {
    JobError::Broken(format!("what {requisition} refers to is missing"))
}
