use aws_sdk_eventbridge::config::{Credentials, Region};
use procurement::event::refused;
use procurement::id::ConnectionId;
use procurement::job::Task;
use procurement::refusal::Refusal;
use uuid::Uuid;

use super::*;
use crate::events::Events;
use crate::scripted::{Answer, Scripted};

async fn publish(count: usize, answer: Answer) -> (Result<(), EventsError>, Vec<String>) {
    let scripted = Scripted::new([answer]);
    let config = Builder::new()
        .region(Region::from_static("eu-west-1"))
        .credentials_provider(Credentials::new("a", "b", None, None, "test"))
        .http_client(scripted.clone());
    let events = Events::Bridge(Bridge::new(config, "market".to_owned()));
    let connection = ConnectionId::new(Uuid::nil());
    let refusal = Refusal::bad_request("No.");
    let job = refused(connection, "PO-1", &refusal, Vec::new(), "1@x", jiff::Timestamp::UNIX_EPOCH);
    let Task::PublishEvents { events: one } = job.task else { panic!("events") };
    (events.publish(&vec![one[0].clone(); count]).await, scripted.asked())
}

#[tokio::test]
async fn events_go_to_the_bus_ten_at_a_time_with_their_type() {
    let taken = Answer::Http(200, r#"{"FailedEntryCount":0,"Entries":[]}"#.to_owned());
    let (published, asked) = publish(12, taken).await;
    assert_eq!(published, Ok(()));
    assert_eq!(asked.len(), 2);
    for part in [r#""Source":"punchgate""#, r#""DetailType":"Order Refused""#, r#""EventBusName":"market""#] {
        assert!(asked[0].contains(part), "{part} is missing in {}", asked[0]);
    }
}

#[tokio::test(start_paused = true)]
async fn what_was_not_taken_is_to_be_published_again() {
    let half = r#"{"FailedEntryCount":1,"Entries":[{"ErrorCode":"ThrottlingException"}]}"#;
    for answer in [Answer::Http(200, half.to_owned()), Answer::ConnectionReset, Answer::Never] {
        let (published, asked) = publish(1, answer).await;
        assert!(matches!(published, Err(EventsError::Temporary(_))), "{published:?}");
        assert_eq!(asked.len(), 1);
    }
}
