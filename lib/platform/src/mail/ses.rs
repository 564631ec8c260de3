//! Amazon SES: raw messages, so that what is signed and tested is what is sent.

use std::time::Duration;

use aws_sdk_ses::Client;
use aws_sdk_ses::config::retry::RetryConfig;
use aws_sdk_ses::config::timeout::TimeoutConfig;
use aws_sdk_ses::config::{BehaviorVersion, Builder};
use aws_sdk_ses::error::{ProvideErrorMetadata, SdkError};
use aws_sdk_ses::primitives::Blob;
use aws_sdk_ses::types::RawMessage;

use super::{Envelope, MailError, Sent};

const CONNECT: Duration = Duration::from_secs(2);
const ATTEMPT: Duration = Duration::from_secs(10);
/// One attempt: repeating a message whose answer was lost is for the job to decide, not for the client.
const ATTEMPTS: u32 = 1;

/// A client and the configuration set whose events tell of bounces and complaints.
#[derive(Debug, Clone)]
pub struct SesMail {
    client: Client,
    configuration_set: Option<String>,
}

// === impl SesMail ===

impl SesMail {
    /// `config` says where SES is and who asks; time limits are set here.
    pub fn new(config: Builder, configuration_set: Option<String>) -> Self {
        let timeouts = TimeoutConfig::builder()
            .connect_timeout(CONNECT)
            .operation_attempt_timeout(ATTEMPT)
            .operation_timeout(ATTEMPT)
            .build();
        let config = config
            .behavior_version(BehaviorVersion::latest())
            .timeout_config(timeouts)
            .retry_config(RetryConfig::standard().with_max_attempts(ATTEMPTS));
        Self { client: Client::from_conf(config.build()), configuration_set }
    }

    pub(super) async fn send(&self, envelope: &Envelope, message: &[u8]) -> Result<Sent, MailError> {
        let raw = RawMessage::builder()
            .data(Blob::new(message))
            .build()
            .map_err(|_| MailError::Permanent("the message is empty".to_owned()))?;
        let output = self
            .client
            .send_raw_email()
            .source(&envelope.from)
            .set_destinations(Some(envelope.to.clone()))
            .set_configuration_set_name(self.configuration_set.clone())
            .raw_message(raw)
            .send()
            .await
            .map_err(|error| failure(&error))?;
        Ok(Sent { reference: output.message_id })
    }
}

/// SES's messages quote addresses, so only its code is passed on.
fn failure<E: ProvideErrorMetadata>(error: &SdkError<E>) -> MailError {
    let SdkError::ServiceError(answered) = error else {
        return MailError::Temporary("Amazon SES did not answer".to_owned());
    };
    let code = answered.err().code().unwrap_or("no error code");
    let reason = format!("Amazon SES answered {code}");
    match code {
        "MessageRejected" | "InvalidParameterValue" | "ConfigurationSetDoesNotExist" => {
            MailError::Permanent(reason)
        }
        // Set right by the operator, after which the waiting mails go out: sending paused, the sender's domain, permissions.
        _ => MailError::Temporary(reason),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, Mutex};

    use aws_sdk_ses::config::{Credentials, Region};
    use aws_smithy_runtime_api::client::http::{
        HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpConnector,
    };
    use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
    use aws_smithy_runtime_api::client::result::ConnectorError;
    use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
    use aws_smithy_types::body::SdkBody;

    use super::*;
    use crate::mail::Mail;

    /// Answers every request alike and remembers what was asked.
    #[derive(Debug, Clone)]
    struct Scripted {
        answer: Option<(u16, &'static str)>,
        asked: Arc<Mutex<Vec<String>>>,
    }

    impl HttpClient for Scripted {
        fn http_connector(&self, _: &HttpConnectorSettings, _: &RuntimeComponents) -> SharedHttpConnector {
            SharedHttpConnector::new(self.clone())
        }
    }

    impl HttpConnector for Scripted {
        fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
            let body = request.body().bytes().unwrap_or_default();
            self.asked.lock().expect("free").push(String::from_utf8_lossy(body).into_owned());
            HttpConnectorFuture::ready(match self.answer {
                None => Err(ConnectorError::io("connection reset".into())),
                Some((status, body)) => {
                    Ok(HttpResponse::new(status.try_into().expect("a status"), SdkBody::from(body)))
                }
            })
        }
    }

    async fn send(answer: Option<(u16, &'static str)>) -> (Result<Sent, MailError>, Vec<String>) {
        let scripted = Scripted { answer, asked: Arc::default() };
        let config = Builder::new()
            .region(Region::from_static("eu-west-1"))
            .credentials_provider(Credentials::new("a", "b", None, None, "test"))
            .http_client(scripted.clone());
        let mail = Mail::Ses(SesMail::new(config, Some("events".to_owned())));
        let envelope = Envelope {
            from: "shop@example.com".to_owned(),
            to: vec!["one@example.org".to_owned(), "two@example.org".to_owned()],
        };
        let sent = mail.send(&envelope, b"Subject: hello\r\n\r\n", "id").await;
        let asked = scripted.asked.lock().expect("free").clone();
        (sent, asked)
    }

    const ACCEPTED: &str = "<SendRawEmailResponse><SendRawEmailResult><MessageId>0102-ses</MessageId>\
        </SendRawEmailResult></SendRawEmailResponse>";

    fn refusal(code: &str) -> &'static str {
        let text = format!(
            "<ErrorResponse><Error><Code>{code}</Code><Message>for one@example.org</Message></Error></ErrorResponse>"
        );
        text.leak()
    }

    #[tokio::test]
    async fn a_message_goes_raw_to_all_receivers_once() {
        let (sent, asked) = send(Some((200, ACCEPTED))).await;
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
        let (sent, _) = send(Some((400, refusal("MessageRejected")))).await;
        let error = sent.expect_err("refused");
        assert!(matches!(error, MailError::Permanent(_)), "{error}");
        assert!(!error.to_string().contains('@'), "{error}");
    }

    #[tokio::test]
    async fn throttling_faults_and_silence_are_temporary_and_not_repeated_here() {
        let answers = [
            Some((400, refusal("Throttling"))),
            Some((400, refusal("AccountSendingPausedException"))),
            Some((403, refusal("AccessDenied"))),
            Some((503, refusal("ServiceUnavailable"))),
            None,
        ];
        for answer in answers {
            let (sent, asked) = send(answer).await;
            assert!(matches!(sent, Err(MailError::Temporary(_))), "{sent:?}");
            assert_eq!(asked.len(), 1);
        }
    }
}
