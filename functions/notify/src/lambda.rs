//! What wakes the function in AWS: the table's stream, the schedule, news of mails, given-up messages.

use platform::core::Core;
use platform::events::Events;
use platform::lambda::event::{BatchAnswer, Bus, Wake};
use platform::lambda::{Error, Metric, metric, worker};
use platform::mail::Mail;
use procurement::job::Worker;

use crate::flow;

/// Does what an event asks for.
pub async fn handle(core: &Core, mail: &Mail, events: &Events, wake: Wake) -> Result<BatchAnswer, Error> {
    match wake {
        Wake::Bus(news) if news.source == "aws.ses" => {
            count(&news);
            crate::mail_event(core, news.detail.to_string().as_bytes()).await?;
            Ok(BatchAnswer::default())
        }
        wake => worker::answer(core, Worker::Notify, wake, |job| flow::notify(core, mail, events, job)).await,
    }
}

/// Counts what came back (R45).
fn count(news: &Bus) {
    let kind = news.detail["eventType"].as_str().unwrap_or(&news.detail_type);
    if matches!(kind, "Bounce" | "Complaint" | "Reject") {
        metric(Metric::Bounces, 1);
    }
}
