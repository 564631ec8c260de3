//! Load, write, send, commit for one job of this worker.

use platform::core::Core;
use platform::events::{Events, EventsError};
use platform::jobs::JobError;
use platform::mail::{Envelope, Mail, MailError};
use platform::table::CommitError;
use procurement::id::RequisitionId;
use procurement::job::{Attempt, Job, JobState};
use procurement::mail::MailSent;
use procurement::requisition::{Happened, Requisition};
use procurement::trouble::Trouble;

use crate::compose::compose;
use crate::letter::write;
use crate::work::{Addressed, Work, work};

/// How often a lost race with another change of a request is run again.
const MAX_TRIES: u32 = 3;

/// Does one leased job, for whatever woke the worker.
pub async fn notify(core: &Core, mail: &Mail, events: &Events, job: Job) -> Result<(), JobError> {
    let now = core.clock.now();
    match work(core, &job).await? {
        Work::Nothing => Ok(core.store.put_job(&job.after(Attempt::Done, now)).await?),
        Work::Close(requisition) => {
            Ok(core.store.put_requisition_with(&requisition, &job.after(Attempt::Done, now)).await?)
        }
        Work::State(stated) => Ok(core.store.put_stated(&stated, &job.after(Attempt::Done, now)).await?),
        Work::Publish(told) => {
            let attempt = match events.publish(&told).await {
                Ok(()) => Attempt::Done,
                Err(EventsError::Temporary(detail)) => Attempt::Retry { reason: Trouble::Events { detail } },
                Err(EventsError::Permanent(detail)) => Attempt::Park { reason: Trouble::Events { detail } },
            };
            tracing::info!(job = job.id, outcome = outcome(&attempt), events = told.len(), "events");
            Ok(core.store.put_job(&job.after(attempt, now)).await?)
        }
        Work::Mail(addressed) => {
            let (attempt, reference) = send(core, mail, &job, &addressed).await?;
            tracing::info!(job = job.id, outcome = outcome(&attempt), "mail");
            let sent = MailSent { job: job.id.clone(), requisition: addressed.requisition };
            let sent = reference.as_deref().map(|reference| (reference, &sent));
            finish(core, &job.after(attempt, now), sent, addressed.requisition).await
        }
    }
}

/// Another change of the request must not make the mail go out again: after some lost races it ends without the note.
async fn finish(
    core: &Core,
    job: &Job,
    sent: Option<(&str, &MailSent)>,
    requisition: Option<RequisitionId>,
) -> Result<(), JobError> {
    let now = core.clock.now();
    for _ in 0..MAX_TRIES {
        let Some(noted) = doubt(core, job, requisition).await? else { break };
        match core.store.finish_mail(job, sent, Some(&noted), now).await {
            Err(CommitError::Conflict { .. } | CommitError::Contention) => {}
            other => return Ok(other?),
        }
    }
    Ok(core.store.finish_mail(job, sent, None, now).await?)
}

/// Where nobody knows how often a mail arrived, its request says so (R44).
async fn doubt(
    core: &Core,
    job: &Job,
    requisition: Option<RequisitionId>,
) -> Result<Option<Requisition>, JobError> {
    let Some(errand) = job.task.errand().filter(|_| job.uncertain > 0) else { return Ok(None) };
    let found = match requisition {
        Some(id) => core.store.requisition(id).await?,
        None => None,
    };
    let happened = match job.state {
        JobState::Done { .. } => Happened::MaybeTwice { errand },
        JobState::Parked { .. } => Happened::MaybeOnce { errand },
        _ => return Ok(None),
    };
    Ok(found.map(|requisition| requisition.noted(happened, core.clock.now())))
}

async fn send(
    core: &Core,
    mail: &Mail,
    job: &Job,
    addressed: &Addressed,
) -> Result<(Attempt, Option<String>), JobError> {
    let recipients = allowed(core, &addressed.recipients).await?;
    if recipients.is_empty() {
        return Ok((Attempt::Park { reason: Trouble::Suppressed }, None));
    }
    let letter = write(addressed.kind, addressed.language, &core.marketplace.name, &addressed.about)
        .map_err(|error| JobError::Broken(format!("a mail could not be rendered: {error}")))?;
    let message_id = core.marketplace.payload_id(&job.id);
    let message = match compose(&core.marketplace, &recipients, &letter, &message_id, job.created) {
        Ok(message) => message,
        Err(error) => {
            let reason = Trouble::Unwritten { detail: error.to_string() };
            return Ok((Attempt::Park { reason }, None));
        }
    };
    let envelope = Envelope { from: core.marketplace.mail_from.clone(), to: recipients };
    Ok(match mail.send(&envelope, &message, &message_id).await {
        Ok(sent) => (Attempt::Done, Some(sent.reference)),
        Err(MailError::Temporary(detail)) => (Attempt::Retry { reason: Trouble::Mail { detail } }, None),
        Err(MailError::Uncertain(detail)) => (Attempt::Uncertain { reason: Trouble::Mail { detail } }, None),
        Err(MailError::Permanent(detail)) => (Attempt::Park { reason: Trouble::Mail { detail } }, None),
    })
}

/// Addresses to which mail came back, or who complained, get no more (R45).
async fn allowed(core: &Core, recipients: &[String]) -> Result<Vec<String>, JobError> {
    let suppressed = core.store.suppressed(recipients).await?;
    let is_suppressed =
        |address: &str| suppressed.iter().any(|one| one.address.eq_ignore_ascii_case(address));
    Ok(recipients.iter().filter(|address| !is_suppressed(address)).cloned().collect())
}

fn outcome(attempt: &Attempt) -> &'static str {
    match attempt {
        Attempt::Done => "sent",
        Attempt::Retry { .. } => "retry",
        Attempt::Uncertain { .. } => "uncertain",
        Attempt::Park { .. } => "parked",
    }
}
