//! What the embedded engine never answers, but DynamoDB does.

use std::time::Duration;

use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::config::{Builder, Credentials, Region};

use crate::scripted::{Answer, Scripted};
use crate::table::{CommitError, Condition, Key, Query, ReadError, Record, Table, Transaction, bounded};

fn table(answers: impl IntoIterator<Item = Answer>) -> (Table, Scripted) {
    let scripted = Scripted::new(answers);
    let config = Builder::new()
        .region(Region::from_static("eu-west-1"))
        .credentials_provider(Credentials::new("a", "b", None, None, "test"))
        .http_client(scripted.clone());
    (Table::new(Client::from_conf(bounded(config).build()), "t"), scripted)
}

fn refusal(status: u16, code: &str) -> Answer {
    let body = format!("{{\"__type\":\"com.amazonaws.dynamodb.v20120810#{code}\",\"message\":\"so it is\"}}");
    Answer::Http(status, body)
}

fn cancelled(codes: &[&str]) -> Answer {
    let reasons: Vec<String> =
        codes.iter().map(|code| format!("{{\"Code\":\"{code}\",\"Message\":\"m\"}}")).collect();
    let body = format!(
        "{{\"__type\":\"com.amazonaws.dynamodb.v20120810#TransactionCanceledException\",\
         \"CancellationReasons\":[{}]}}",
        reasons.join(",")
    );
    Answer::Http(400, body)
}

async fn commit_two(answer: Answer) -> Result<(), CommitError> {
    let two = Transaction::new()
        .check(Key::new("a", "1"), Condition::Present)
        .check(Key::new("a", "2"), Condition::Present);
    table([answer]).0.commit(&two).await
}

async fn commit_one(answer: Answer) -> Result<(), CommitError> {
    let record = Record::new(Key::new("a", "1"), ());
    table([answer]).0.commit(&Transaction::new().delete(record.key)).await
}

#[tokio::test]
async fn a_failed_condition_is_a_conflict_even_beside_contention() {
    let conflict = |failed: &[usize]| Err(CommitError::Conflict { failed: failed.to_vec() });
    assert_eq!(commit_two(cancelled(&["None", "ConditionalCheckFailed"])).await, conflict(&[1]));
    assert_eq!(
        commit_two(cancelled(&["ConditionalCheckFailed", "TransactionConflict"])).await,
        conflict(&[0])
    );
    assert_eq!(commit_one(refusal(400, "ConditionalCheckFailedException")).await, conflict(&[0]));
}

#[tokio::test(start_paused = true)]
async fn other_transactions_and_throttling_are_contention() {
    for code in ["TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded"] {
        assert_eq!(commit_two(cancelled(&["None", code])).await, Err(CommitError::Contention), "{code}");
    }
    for code in [
        "TransactionConflictException",
        "ThrottlingException",
        "RequestLimitExceeded",
        "ProvisionedThroughputExceededException",
    ] {
        assert_eq!(commit_one(refusal(400, code)).await, Err(CommitError::Contention), "{code}");
    }
    assert_eq!(
        commit_two(refusal(400, "TransactionInProgressException")).await,
        Err(CommitError::Contention)
    );
}

#[tokio::test]
async fn what_is_wrong_in_itself_is_refused() {
    for answer in
        [cancelled(&["None", "ValidationError"]), refusal(400, "IdempotentParameterMismatchException")]
    {
        let got = commit_two(answer).await;
        assert!(matches!(got, Err(CommitError::Refused(_))), "{got:?}");
    }
    for code in ["ValidationException", "ResourceNotFoundException", "AccessDeniedException"] {
        let got = commit_one(refusal(400, code)).await;
        assert!(matches!(got, Err(CommitError::Refused(_))), "{got:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_table_that_does_not_answer_is_unavailable_after_three_attempts_and_within_ten_seconds() {
    for answer in [refusal(500, "InternalServerError"), Answer::ConnectionReset, Answer::Never] {
        let (table, scripted) = table([answer]);
        let began = tokio::time::Instant::now();
        let read = table.query(&Query::partition("a")).await;
        assert!(matches!(read, Err(ReadError::Unavailable(_))), "{read:?}");
        assert_eq!(scripted.asked().len(), 3);
        assert!(began.elapsed() <= Duration::from_secs(11), "{:?}", began.elapsed());
    }
    let written = commit_one(Answer::Never).await;
    assert!(matches!(written, Err(CommitError::Unavailable(_))), "{written:?}");
}

#[tokio::test(start_paused = true)]
async fn a_passing_fault_is_not_noticed() {
    let (table, scripted) = table([
        refusal(400, "ThrottlingException"),
        refusal(500, "InternalServerError"),
        Answer::Http(200, "{}".to_owned()),
    ]);
    assert_eq!(table.get_item(&Key::new("a", "1")).await, Ok(None));
    assert_eq!((scripted.asked().len(), table.counters().reads), (3, 1));
}

const KEY_1: &str = r#"{"pk":{"S":"a"},"sk":{"S":"1"}}"#;
const KEY_2: &str = r#"{"pk":{"S":"a"},"sk":{"S":"2"}}"#;

fn batch(found: &str, left: &str) -> Answer {
    let left = match left {
        "" => String::new(),
        left => format!(r#""t":{{"Keys":[{left}]}}"#),
    };
    Answer::Http(200, format!(r#"{{"Responses":{{"t":[{found}]}},"UnprocessedKeys":{{{left}}}}}"#))
}

#[tokio::test(start_paused = true)]
async fn keys_left_unprocessed_are_asked_for_again() {
    let both = format!("{KEY_1},{KEY_2}");
    let (table, scripted) = table([batch("", &both), batch(KEY_2, KEY_1), batch(KEY_1, "")]);
    let keys = [Key::new("a", "1"), Key::new("a", "2")];
    let found = table.batch_get(keys.clone()).await.expect("a batch");
    assert!(keys.iter().all(|key| found.contains(key)));
    assert_eq!(scripted.asked().len(), 3);
}

#[tokio::test(start_paused = true)]
async fn keys_left_unprocessed_for_ever_are_given_up() {
    let (table, _) = table([batch("", KEY_1)]);
    let got = table.batch_get([Key::new("a", "1")]).await;
    assert!(matches!(got, Err(ReadError::Unavailable(_))), "{got:?}");
}
