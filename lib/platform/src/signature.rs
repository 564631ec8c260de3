//! Signed requests (AWS Signature Version 4), where no gateway checks them: the same signatures, against the keys in the
//! accounts file, so that every AWS SDK and `curl --aws-sigv4` work unchanged.
//!
//! The expected signature is computed by the SDK's own signer over what the request says it signed; what must be signed
//! is checked here: the host, the date, every `x-amz-` header, and the whole body.

mod authorization;
mod sign;
mod verify;

pub use sign::{CannotSign, Signable, sign};
pub use verify::{SignatureError, verify};

/// The service that requests are signed for, as behind API Gateway.
pub const SERVICE: &str = "execute-api";

impl crate::accounts::AccessKey {
    /// What requests are signed with, for a client in this process.
    pub fn credentials(&self) -> aws_credential_types::Credentials {
        aws_credential_types::Credentials::new(&self.id, self.secret.as_str(), None, None, "accounts file")
    }
}
