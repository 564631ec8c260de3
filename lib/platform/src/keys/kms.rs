//! The keys in AWS: KMS encrypted them once (`infra/make-keys`), each function has them decrypted when it starts.

use std::collections::HashMap;
use std::time::Duration;

use aws_sdk_kms::config::retry::RetryConfig;
use aws_sdk_kms::config::timeout::TimeoutConfig;
use aws_sdk_kms::config::{BehaviorVersion, Builder};
use aws_sdk_kms::error::{ProvideErrorMetadata as _, SdkError};
use aws_sdk_kms::primitives::Blob;
use aws_types::SdkConfig;
use zeroize::Zeroizing;

use super::Keys;

/// Bound to the ciphertext: a ciphertext made for something else does not open.
const CONTEXT: (&str, &str) = ("purpose", "punchgate-keys");
const ATTEMPT: Duration = Duration::from_secs(2);
/// Lambda allows ten seconds for a start.
const OPERATION: Duration = Duration::from_secs(7);
const ATTEMPTS: u32 = 3;
const KEYS: usize = 3 * 32;

/// The keys could not be opened; the function does not start without them.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KmsError {
    /// KMS refuses: the role, the key's policy, or a ciphertext that belongs elsewhere.
    #[error(
        "KMS refuses to decrypt KEYS_CIPHERTEXT ({0}): the function's role needs kms:Decrypt on the stack's key, \
         and the ciphertext must be the one that infra/make-keys made with that key"
    )]
    Refused(String),
    /// KMS does not answer.
    #[error("KMS did not decrypt KEYS_CIPHERTEXT ({0}); the next start tries again")]
    Unavailable(String),
    /// It decrypted something else.
    #[error("KEYS_CIPHERTEXT holds {0} bytes, not {KEYS}; make it with infra/make-keys")]
    NotKeys(usize),
}

// === impl Keys ===

impl Keys {
    /// Has KMS decrypt the three keys.
    pub async fn from_kms(config: &SdkConfig, ciphertext: &[u8]) -> Result<Self, KmsError> {
        let decrypted = aws_sdk_kms::Client::from_conf(patient(config).build())
            .decrypt()
            .ciphertext_blob(Blob::new(ciphertext))
            .set_encryption_context(Some(HashMap::from([(CONTEXT.0.to_owned(), CONTEXT.1.to_owned())])))
            .send()
            .await
            .map_err(|error| failure(&error))?;
        let plaintext = Zeroizing::new(decrypted.plaintext.map(Blob::into_inner).unwrap_or_default());
        cut(&plaintext).ok_or(KmsError::NotKeys(plaintext.len()))
    }
}

fn cut(plaintext: &[u8]) -> Option<Keys> {
    let (reference, rest) = plaintext.split_first_chunk::<32>()?;
    let (secret_hash, rest) = rest.split_first_chunk::<32>()?;
    Some(Keys::from_bytes(*reference, *secret_hash, rest.try_into().ok()?))
}

fn patient(config: &SdkConfig) -> Builder {
    let timeouts =
        TimeoutConfig::builder().operation_attempt_timeout(ATTEMPT).operation_timeout(OPERATION).build();
    Builder::from(config)
        .behavior_version(BehaviorVersion::latest())
        .timeout_config(timeouts)
        .retry_config(RetryConfig::standard().with_max_attempts(ATTEMPTS))
}

fn failure(error: &SdkError<aws_sdk_kms::operation::decrypt::DecryptError>) -> KmsError {
    let SdkError::ServiceError(answered) = error else {
        return KmsError::Unavailable("no answer".to_owned());
    };
    let code = answered.err().code().unwrap_or("no error code").to_owned();
    match code.as_str() {
        "KMSInternalException"
        | "DependencyTimeoutException"
        | "KeyUnavailableException"
        | "ThrottlingException" => KmsError::Unavailable(code),
        _ if answered.raw().status().is_server_error() => KmsError::Unavailable(code),
        _ => KmsError::Refused(code),
    }
}

#[cfg(test)]
mod tests;
