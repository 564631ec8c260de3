use aws_credential_types::Credentials;
use aws_credential_types::provider::SharedCredentialsProvider;
use aws_types::region::Region;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::*;
use crate::scripted::{Answer, Scripted};

async fn open(answers: impl IntoIterator<Item = Answer>) -> (Result<Keys, KmsError>, Vec<String>) {
    let scripted = Scripted::new(answers);
    let config = SdkConfig::builder()
        .region(Region::from_static("eu-west-1"))
        .credentials_provider(SharedCredentialsProvider::new(Credentials::new("a", "b", None, None, "test")))
        .http_client(scripted.clone())
        .build();
    (Keys::from_kms(&config, b"encrypted").await, scripted.asked())
}

fn decrypted(bytes: &[u8]) -> Answer {
    Answer::Http(200, format!("{{\"Plaintext\":\"{}\"}}", STANDARD.encode(bytes)))
}

fn refusal(status: u16, code: &str) -> Answer {
    Answer::Http(status, format!("{{\"__type\":\"{code}\",\"message\":\"no\"}}"))
}

#[tokio::test]
async fn the_three_keys_come_from_one_call_that_names_their_purpose() {
    let bytes: Vec<u8> = (0..96).collect();
    let (keys, asked) = open([decrypted(&bytes)]).await;
    let sealed = keys.expect("opened").seal("secret", "a");
    let third: [u8; 32] = bytes[64..].try_into().expect("32 bytes");
    assert!(Keys::from_bytes([0; 32], [0; 32], third).open(&sealed, "a").is_ok());
    assert_eq!(asked.len(), 1);
    assert!(asked[0].contains("punchgate-keys"), "{}", asked[0]);
}

#[tokio::test]
async fn fewer_or_more_bytes_are_no_keys() {
    for length in [0, 32, 95, 97] {
        let (keys, _) = open([decrypted(&vec![7; length])]).await;
        assert_eq!(keys.expect_err("refused"), KmsError::NotKeys(length));
    }
}

#[tokio::test(start_paused = true)]
async fn a_refusal_is_final_and_says_what_the_role_needs() {
    for code in ["AccessDeniedException", "InvalidCiphertextException", "NotFoundException"] {
        let (keys, asked) = open([refusal(400, code)]).await;
        let error = keys.expect_err("refused");
        assert_eq!(error, KmsError::Refused(code.to_owned()));
        assert!(error.to_string().contains("kms:Decrypt"), "{error}");
        assert_eq!(asked.len(), 1);
    }
}

#[tokio::test(start_paused = true)]
async fn throttling_faults_and_silence_are_tried_three_times() {
    for answer in [
        refusal(400, "ThrottlingException"),
        refusal(500, "KMSInternalException"),
        Answer::ConnectionReset,
        Answer::Never,
    ] {
        let (keys, asked) = open([answer]).await;
        assert!(matches!(keys, Err(KmsError::Unavailable(_))), "{keys:?}");
        assert_eq!(asked.len(), 3);
    }
}
