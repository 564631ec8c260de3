//! Who may, as AWS Organizations and STS say it (R1, R4): asked over the wire at moto's server, for the stack's own organisation
//! and for one that granted it a role.

use serde_json::{Value, json};

use crate::aws::configured::Caller;
use crate::aws::emulated::Function;
use crate::aws::recorder::Organizations;
use crate::aws::services::{OPERATOR, Services, call};
use crate::aws::tools::Tools;

/// The management account of another organisation, whose accounts are no accounts of the stack's.
const THEIRS: &str = "555566667777";

/// Who asks moto, which knows an account by the key of its caller.
struct Signer {
    key: String,
    session: Option<String>,
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn organisations_are_looked_up_directly_and_by_the_role_that_they_granted() {
    let Some(tools) = Tools::find() else { return };
    let services = Services::start(&tools).await;
    let ours = Signer { key: "AKIDTEST".to_owned(), session: None };
    let theirs = assume(&services.moto, THEIRS).await;
    let our_member = organisation(&services.moto, &ours).await;
    let their_member = organisation(&services.moto, &theirs).await;
    let function =
        Function::start_with("config", &tools, &services, "https://market.example/", Organizations::Moto)
            .await;

    for (management, member) in [(OPERATOR, &our_member), (THEIRS, &their_member)] {
        let caller = |account| Caller { function: &function, account };
        let listed = caller(management).get("/config/connections").await;
        assert_eq!(listed["connections"], json!([]), "the management account may");
        let (status, refused) = caller(member).ask("GET", "/config/connections", "", &Value::Null).await;
        assert_eq!(status, 403, "{refused}");
        let sentence = refused["message"].as_str().unwrap_or_default();
        assert!(sentence.contains(management), "the account that may is named: {refused}");
    }
    let asked: Vec<String> = function.aws.calls().iter().map(|call| format!("{call:?}")).collect();
    assert!(asked.iter().any(|call| call.contains("AssumeRole")), "{asked:?}");
}

/// Makes an organisation with one member, and tells the member's id.
async fn organisation(moto: &str, signer: &Signer) -> String {
    organizations(moto, signer, "CreateOrganization", json!({"FeatureSet": "ALL"})).await;
    let member = json!({"Email": "research@buyers.example", "AccountName": "Research"});
    let made = organizations(moto, signer, "CreateAccount", member).await;
    let status = json!({"CreateAccountRequestId": made["CreateAccountStatus"]["Id"]});
    let made = organizations(moto, signer, "DescribeCreateAccountStatus", status).await;
    made["CreateAccountStatus"]["AccountId"].as_str().unwrap_or_else(|| panic!("{made}")).to_owned()
}

async fn organizations(moto: &str, signer: &Signer, operation: &str, request: Value) -> Value {
    let mut post = reqwest::Client::new()
        .post(moto)
        .header("x-amz-target", format!("AWSOrganizationsV20161128.{operation}"))
        .header("content-type", "application/x-amz-json-1.1")
        .header("authorization", signer.authorization("organizations"))
        .body(request.to_string());
    if let Some(session) = &signer.session {
        post = post.header("x-amz-security-token", session);
    }
    let answer = call(post).await;
    assert!(answer["__type"].is_null(), "{operation}: {answer}");
    answer
}

/// The keys of a role in another account.
async fn assume(moto: &str, account: &str) -> Signer {
    let signer = Signer { key: "AKIDTEST".to_owned(), session: None };
    let role = format!("arn:aws:iam::{account}:role/administrator");
    let form = [
        ("Action", "AssumeRole"),
        ("Version", "2011-06-15"),
        ("RoleArn", &role),
        ("RoleSessionName", "test"),
    ];
    let post = reqwest::Client::new().post(moto).header("authorization", signer.authorization("sts"));
    let text = post.form(&form).send().await.expect("an answer").text().await.expect("a body");
    let field = |name: &str| {
        let rest = text.split(&format!("<{name}>")).nth(1).unwrap_or_else(|| panic!("{name}: {text}"));
        rest.split('<').next().expect("a value").to_owned()
    };
    Signer { key: field("AccessKeyId"), session: Some(field("SessionToken")) }
}

// === impl Signer ===

impl Signer {
    /// moto finds service and account in the signature, which it does not check.
    fn authorization(&self, service: &str) -> String {
        let scope = format!("{}/20260101/us-east-1/{service}/aws4_request", self.key);
        format!("AWS4-HMAC-SHA256 Credential={scope}, SignedHeaders=host, Signature=0")
    }
}
