use aws_sdk_ses::config::{Credentials, Region};

use super::*;
use crate::mail::Mail;
use crate::scripted::{Answer, Scripted};

const ACCEPTED: &str = "<SendRawEmailResponse><SendRawEmailResult><MessageId>0102-ses</MessageId>\
    </SendRawEmailResult></SendRawEmailResponse>";

fn mail(answer: Answer) -> (Mail, Scripted) {
    let scripted = Scripted::new([answer]);
    let config = Builder::new()
        .region(Region::from_static("eu-west-1"))
        .credentials_provider(Credentials::new("a", "b", None, None, "test"))
        .http_client(scripted.clone());
    (Mail::Ses(SesMail::new(config, Some("events".to_owned()))), scripted)
}

async fn send(answer: Answer) -> (Result<Sent, MailError>, Vec<String>) {
    let (mail, scripted) = mail(answer);
    let envelope = Envelope {
        from: "shop@example.com".to_owned(),
        to: vec!["one@example.org".to_owned(), "two@example.org".to_owned()],
    };
    let sent = mail.send(&envelope, b"Subject: hello\r\n\r\n", "id").await;
    (sent, scripted.asked())
}

fn refusal(status: u16, code: &str) -> Answer {
    let body = format!(
        "<ErrorResponse><Error><Code>{code}</Code><Message>for one@example.org</Message></Error></ErrorResponse>"
    );
    Answer::Http(status, body)
}

#[tokio::test]
async fn a_message_goes_raw_to_all_receivers_once() {
    let (sent, asked) = send(Answer::Http(200, ACCEPTED.to_owned())).await;
    assert_eq!(sent, Ok(Sent { reference: "0102-ses".to_owned() }));
    assert_eq!(asked.len(), 1);
    for part in
        ["Action=SendRawEmail", "one%40example.org", "two%40example.org", "ConfigurationSetName=events"]
    {
        assert!(asked[0].contains(part), "{part} is missing in {}", asked[0]);
    }
}

#[tokio::test]
async fn a_rejected_message_is_refused_for_good_and_no_address_is_told() {
    let (sent, _) = send(refusal(400, "MessageRejected")).await;
    let error = sent.expect_err("refused");
    assert!(matches!(error, MailError::Permanent(_)), "{error}");
    assert!(!error.to_string().contains('@'), "{error}");
}

#[tokio::test(start_paused = true)]
async fn throttling_and_faults_are_temporary_and_not_repeated_here() {
    for answer in [
        refusal(400, "Throttling"),
        refusal(400, "AccountSendingPausedException"),
        refusal(403, "AccessDenied"),
        refusal(503, "ServiceUnavailable"),
    ] {
        let (sent, asked) = send(answer).await;
        assert!(matches!(sent, Err(MailError::Temporary(_))), "{sent:?}");
        assert_eq!(asked.len(), 1);
    }
}

#[tokio::test(start_paused = true)]
async fn silence_says_nothing_of_whether_the_message_was_taken() {
    for answer in [Answer::ConnectionReset, Answer::Never] {
        let (sent, asked) = send(answer).await;
        assert!(matches!(sent, Err(MailError::Uncertain(_))), "{sent:?}");
        assert_eq!(asked.len(), 1);
    }
}

/// What Amazon SES says of one identity.
fn verification(identity: &str, status: &str) -> Answer {
    let body = format!(
        "<GetIdentityVerificationAttributesResponse><GetIdentityVerificationAttributesResult>\
         <VerificationAttributes><entry><key>{identity}</key><value>\
         <VerificationStatus>{status}</VerificationStatus></value></entry></VerificationAttributes>\
         </GetIdentityVerificationAttributesResult></GetIdentityVerificationAttributesResponse>"
    );
    Answer::Http(200, body)
}

#[tokio::test(start_paused = true)]
async fn a_sender_is_verified_by_its_address_or_by_its_domain() {
    for (answer, expected) in [
        (verification("shop@example.com", "Success"), Verification::Verified),
        (verification("example.com", "Success"), Verification::Verified),
        (verification("example.com", "Pending"), Verification::NotVerified),
        (refusal(403, "AccessDenied"), Verification::NoAnswer),
        (Answer::Never, Verification::NoAnswer),
    ] {
        let (mail, scripted) = mail(answer);
        assert_eq!(mail.verification("shop@example.com").await, expected);
        let asked = scripted.asked();
        assert!(asked[0].contains("Action=GetIdentityVerificationAttributes"), "{}", asked[0]);
        assert!(asked[0].contains("shop%40example.com") && asked[0].contains("=example.com"), "{}", asked[0]);
    }
}

#[tokio::test]
async fn a_directory_has_nobody_to_ask() {
    let mail = Mail::Directory("mail".into());
    assert_eq!(mail.verification("shop@example.com").await, Verification::NobodyToAsk);
}
