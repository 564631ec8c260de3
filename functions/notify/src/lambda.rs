//! What wakes the function in AWS: the table's stream, the schedule, news of mails, given-up messages.

use platform::core::Core;
use platform::lambda::event::{BatchAnswer, Bus, Wake};
use platform::lambda::{Error, Metric, metric, worker};
use platform::mail::Mail;
use procurement::job::Worker;

use crate::flow;

/// Does what an event asks for.
pub async fn handle(core: &Core, mail: &Mail, wake: Wake) -> Result<BatchAnswer, Error> {
    match wake {
        Wake::Bus(news) if news.source == "aws.ses" => {
            came_back(&news);
            Ok(BatchAnswer::default())
        }
        wake => worker::answer(core, Worker::Notify, wake, |job| flow::notify(core, mail, job)).await,
    }
}

/// Counts what came back (R45). The receiver's address stays out of the log; the message's id finds it at Amazon SES.
fn came_back(news: &Bus) {
    let kind = news.detail["eventType"].as_str().unwrap_or(&news.detail_type);
    let message = news.detail["mail"]["messageId"].as_str().unwrap_or_default();
    let outcome = match kind {
        "Bounce" => "bounced",
        "Complaint" => "complained",
        "Reject" => "rejected",
        _ => "told",
    };
    if outcome != "told" {
        metric(Metric::Bounces, 1);
    }
    tracing::warn!(outcome, message, "Amazon SES told of a mail");
}
