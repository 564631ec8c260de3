//! Mail that came back (R45).

use platform::core::Core;
use platform::jobs::JobError;
use platform::table::CommitError;
use procurement::mail::{MailEvent, NotAnEvent, undelivered};

/// How often a lost race with another change of the request is run again.
const MAX_TRIES: u32 = 5;

/// Takes an event of SES: notes it on the request, and suppresses the address. Events that say nothing of that kind
/// are passed over.
pub async fn mail_event(core: &Core, message: &[u8]) -> Result<(), JobError> {
    let event = match MailEvent::read(message) {
        Ok(event) => event,
        Err(NotAnEvent::Other(_)) => return Ok(()),
        Err(error) => return Err(JobError::Broken(error.to_string())),
    };
    let sent = core.store.mail_sent(&event.message_id).await?;
    tracing::warn!(message = event.message_id, happened = ?event.happened, job = ?sent.as_ref().map(|sent| &sent.job), "mail");
    for attempt in 1..=MAX_TRIES {
        let about = match sent.as_ref().and_then(|sent| sent.requisition) {
            Some(id) => core.store.requisition(id).await?,
            None => None,
        };
        let outcome = undelivered(&event, about.as_ref(), core.clock.now());
        match core.store.put_undelivered(&outcome).await {
            Err(CommitError::Conflict { .. } | CommitError::Contention) if attempt < MAX_TRIES => {}
            other => return Ok(other?),
        }
    }
    Ok(())
}
