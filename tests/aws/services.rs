//! DynamoDB Local and moto's server, each with what a stack's deployment would have made.

use std::process::Command;
use std::time::Duration;

use aws_sdk_dynamodb::config::timeout::TimeoutConfig;
use aws_sdk_dynamodb::config::{BehaviorVersion, Builder, Credentials, Region};
use platform::keys::Keys;
use platform::store::Store;
use platform::table::{Stream, Table};
use serde_json::{Value, json};

use crate::aws::process::{Process, free_port};
use crate::aws::tools::Tools;

pub const TABLE: &str = "punchgate-test";
pub const SENDER: &str = "no-reply@market.internal";
/// The account of the stack, which is the one of moto's callers by default.
pub const OPERATOR: &str = "123456789012";

/// The services behind the functions.
#[derive(Debug)]
pub struct Services {
    pub dynamodb: String,
    pub moto: String,
    pub store: Store,
    pub keys: Keys,
    /// What KMS made of the keys.
    pub ciphertext: String,
    _processes: [Process; 2],
}

// === impl Services ===

impl Services {
    pub async fn start(tools: &Tools) -> Self {
        let (dynamodb, first) = dynamodb_local(tools).await;
        let (moto, second) = moto_server(tools).await;
        let table = Table::new(client(&dynamodb), TABLE);
        table.create_if_absent(Stream::NewImages).await.expect("a table");
        let (keys, ciphertext) = made_keys(&moto).await;
        verify_sender(&moto).await;
        Self { store: Store::new(table), dynamodb, moto, keys, ciphertext, _processes: [first, second] }
    }

    /// The raw messages that Amazon SES was given.
    pub async fn mails(&self) -> Vec<String> {
        self.sent("raw_data").await
    }

    /// The ids that Amazon SES gave them.
    pub async fn message_ids(&self) -> Vec<String> {
        self.sent("id").await
    }

    /// Takes a record away.
    pub async fn delete(&self, pk: &str, sk: &str) {
        let key = json!({"pk": {"S": pk}, "sk": {"S": sk}});
        let delete = json!({"TableName": TABLE, "Key": key, "ReturnValues": "ALL_OLD"});
        let answer = self.ask("DeleteItem", delete).await;
        assert!(answer["Attributes"].is_object(), "{pk} {sk}: {answer}");
    }

    /// Asks the table directly.
    pub async fn ask(&self, operation: &str, request: Value) -> Value {
        let post = reqwest::Client::new()
            .post(&self.dynamodb)
            .header("x-amz-target", format!("DynamoDB_20120810.{operation}"))
            .header("content-type", "application/x-amz-json-1.0")
            .header("x-amz-date", "20260101T000000Z")
            .header("authorization", authorization("dynamodb"))
            .body(request.to_string());
        let answer = call(post).await;
        assert!(answer["__type"].is_null(), "{answer}");
        answer
    }

    async fn sent(&self, field: &str) -> Vec<String> {
        let data: Value = call(reqwest::Client::new().get(format!("{}/moto-api/data.json", self.moto))).await;
        let messages = data["ses"]["RawMessage"].as_array().cloned().unwrap_or_default();
        messages.iter().filter_map(|message| message[field].as_str().map(str::to_owned)).collect()
    }
}

/// A client of a table that is at this address; more patient than the functions are.
fn client(endpoint: &str) -> aws_sdk_dynamodb::Client {
    let patience = TimeoutConfig::builder().operation_timeout(Duration::from_secs(120)).build();
    let config = Builder::new()
        .behavior_version(BehaviorVersion::latest())
        .timeout_config(patience)
        .region(Region::from_static("eu-west-1"))
        .endpoint_url(endpoint)
        .credentials_provider(Credentials::new("AKIDTEST", "secret", None, None, "test"));
    aws_sdk_dynamodb::Client::from_conf(config.build())
}

async fn dynamodb_local(tools: &Tools) -> (String, Process) {
    let port = free_port();
    let mut command = Command::new("java");
    command
        .current_dir(&tools.dynamodb)
        .args([
            "-XX:TieredStopAtLevel=1",
            "-Djava.library.path=./DynamoDBLocal_lib",
            "-jar",
            "DynamoDBLocal.jar",
        ])
        .args(["-inMemory", "-sharedDb", "-disableTelemetry", "-port", &port.to_string()]);
    let process = Process::start(command, port).await;
    (format!("http://127.0.0.1:{port}"), process)
}

async fn moto_server(tools: &Tools) -> (String, Process) {
    let port = free_port();
    let mut command = Command::new(&tools.moto);
    command.args(["-H", "127.0.0.1", "-p", &port.to_string()]);
    let process = Process::start(command, port).await;
    (format!("http://127.0.0.1:{port}"), process)
}

/// As infra/make-keys does; only KMS then knows the keys, so it is asked for them.
async fn made_keys(moto: &str) -> (Keys, String) {
    let key = kms(moto, "CreateKey", json!({})).await;
    let context = json!({"purpose": "punchgate-keys"});
    let request =
        json!({"KeyId": key["KeyMetadata"]["KeyId"], "NumberOfBytes": 96, "EncryptionContext": context});
    let made = kms(moto, "GenerateDataKeyWithoutPlaintext", request).await;
    let ciphertext = made["CiphertextBlob"].as_str().expect("a ciphertext").to_owned();
    let opened =
        kms(moto, "Decrypt", json!({"CiphertextBlob": ciphertext, "EncryptionContext": context})).await;
    let plaintext = decoded(opened["Plaintext"].as_str().expect("a plaintext"));
    let key = |at: usize| plaintext[at * 32..(at + 1) * 32].try_into().expect("32 bytes");
    assert_eq!(plaintext.len(), 96);
    (Keys::from_bytes(key(0), key(1), key(2)), ciphertext)
}

async fn kms(moto: &str, operation: &str, request: Value) -> Value {
    let post = reqwest::Client::new()
        .post(moto)
        .header("x-amz-target", format!("TrentService.{operation}"))
        .header("content-type", "application/x-amz-json-1.1")
        .header("authorization", authorization("kms"))
        .body(request.to_string());
    call(post).await
}

async fn verify_sender(moto: &str) {
    let post = reqwest::Client::new().post(moto).header("authorization", authorization("ses")).form(&[
        ("Action", "VerifyEmailIdentity"),
        ("EmailAddress", SENDER),
        ("Version", "2010-12-01"),
    ]);
    assert!(post.send().await.expect("an answer").status().is_success());
}

/// moto finds the service in the signature, which it does not check.
pub fn authorization(service: &str) -> String {
    format!(
        "AWS4-HMAC-SHA256 Credential=AKIDTEST/20260101/eu-west-1/{service}/aws4_request, SignedHeaders=host, Signature=0"
    )
}

pub async fn call(request: reqwest::RequestBuilder) -> Value {
    let text = request.send().await.expect("an answer").text().await.expect("a body");
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

fn decoded(text: &str) -> Vec<u8> {
    use base64::Engine as _;
    base64::engine::general_purpose::STANDARD.decode(text).expect("base64")
}
