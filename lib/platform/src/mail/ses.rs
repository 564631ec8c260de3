//! Amazon SES: raw messages, so that what is signed and tested is what is sent.

use std::time::Duration;

use aws_sdk_ses::Client;
use aws_sdk_ses::config::retry::RetryConfig;
use aws_sdk_ses::config::timeout::TimeoutConfig;
use aws_sdk_ses::config::{BehaviorVersion, Builder};
use aws_sdk_ses::error::{ProvideErrorMetadata, SdkError};
use aws_sdk_ses::primitives::Blob;
use aws_sdk_ses::types::{RawMessage, VerificationStatus};

use super::{Envelope, MailError, Sent, Verification};

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

    /// An address may be used if it is verified itself, or its domain is.
    pub(super) async fn verification(&self, address: &str) -> Verification {
        let domain = address.rsplit_once('@').map(|(_, domain)| domain.to_owned());
        let identities = std::iter::once(address.to_owned()).chain(domain).collect();
        let asked = self.client.get_identity_verification_attributes().set_identities(Some(identities));
        match asked.send().await {
            Ok(known) => {
                let mut known = known.verification_attributes.values();
                let verified = known.any(|one| one.verification_status == VerificationStatus::Success);
                if verified { Verification::Verified } else { Verification::NotVerified }
            }
            Err(error) => {
                tracing::warn!(code = error.code(), "Amazon SES does not say whether the sender is verified");
                Verification::NoAnswer
            }
        }
    }
}

/// SES's messages quote addresses, so only its code is passed on.
fn failure<E: ProvideErrorMetadata>(error: &SdkError<E>) -> MailError {
    let answered = match error {
        SdkError::ServiceError(answered) => answered,
        SdkError::ConstructionFailure(_) => {
            return MailError::Temporary("the request to Amazon SES could not be made".to_owned());
        }
        // It may have taken the message before it, or the way to it, failed.
        _ => return MailError::Uncertain("Amazon SES did not answer".to_owned()),
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
mod tests;
