//! The API over a store in memory, and callers with their keys.

use std::sync::Arc;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request};
use config::Configuration;
use jiff::{SignedDuration, Timestamp};
use platform::accounts::{Accounts, AccountsFile};
use platform::clock::{Clock, ManualClock};
use platform::core::Core;
use platform::ids::Ids;
use platform::keys::Keys;
use platform::outbound::{Outbound, Reach};
use platform::signature::{Signable, sign};
use platform::store::Store;
use platform::table::local::Embedded;
use procurement::connection::Identity;
use procurement::marketplace::Marketplace;
use serde_json::{Value, json};
use tower::ServiceExt as _;

pub const MANAGEMENT: &str = "111122223333";
pub const MEMBER: &str = "111122220001";
pub const STANDALONE: &str = "777788889999";
pub const OUTSIDER: &str = "444455556666";
pub const OPERATOR: &str = "999900001111";
/// Describes, and may not put (R2).
pub const AUDITOR: &str = "auditor";

const ACCOUNTS: &str = r#"
operator = "999900001111"
[[organisation]]
management_account = "111122223333"
name = "Example Analytics"
[[organisation]]
management_account = "444455556666"
name = "Example Industries"
"#;

pub struct World {
    pub clock: ManualClock,
    pub configuration: Configuration,
    pub router: Router,
}

pub struct Answer {
    pub status: u16,
    pub headers: HeaderMap,
    pub text: String,
}

impl Answer {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|_| panic!("no JSON: {}", self.text))
    }

    pub fn field(&self, path: &str) -> String {
        let json = self.json();
        let value = json.pointer(path).unwrap_or_else(|| panic!("no {path} in {json}"));
        value.as_str().map_or_else(|| value.to_string(), str::to_owned)
    }
}

impl World {
    pub async fn start() -> Self {
        Self::at("http://127.0.0.1:8080/").await
    }

    pub async fn at(base_url: &str) -> Self {
        let clock = ManualClock::new("2026-11-02T09:00:00Z".parse().expect("a time"));
        let table = Embedded::memory().await.expect("a store").table();
        let core = Core {
            store: Store::new(table),
            clock: Clock::from(&clock),
            ids: Ids::random(Clock::from(&clock)),
            keys: Keys::from_bytes([1; 32], [2; 32], [3; 32]),
            marketplace: Arc::new(Marketplace {
                name: "Example Marketplace".to_owned(),
                base_url: base_url.parse().expect("a URL"),
                mail_from: "market@market.example".to_owned(),
                supplier: Identity::new("NetworkId", "MARKET").expect("an identity"),
            }),
        };
        let outbound = Outbound::new(Reach::PublicAndLoopback).expect("a client");
        let configuration = Configuration::on_one_machine(core, accounts(), outbound);
        let router = config::routes(configuration.clone());
        Self { clock, configuration, router }
    }

    /// The same store and keys, after accounts moved to these organisations.
    pub fn after_moving(&self, accounts: [(&str, Option<&str>); 5]) -> Self {
        let configuration = Configuration { accounts: accounts_in(accounts), ..self.configuration.clone() };
        let router = config::routes(configuration.clone());
        Self { clock: self.clock.clone(), configuration, router }
    }

    /// A signed request of an account.
    pub async fn ask(&self, caller: &str, method: &str, path: &str, body: Option<Value>) -> Answer {
        let body = body.map(|body| body.to_string()).unwrap_or_default();
        self.send(self.signed(caller, method, path, &body)).await
    }

    pub fn signed(&self, caller: &str, method: &str, path: &str, body: &str) -> Request<Body> {
        self.signed_at(caller, method, path, body, self.clock.now())
    }

    pub fn signed_at(
        &self,
        caller: &str,
        method: &str,
        path: &str,
        body: &str,
        now: Timestamp,
    ) -> Request<Body> {
        let (keys, _) = self.configuration.accounts.access();
        let key = keys.find(&key_id(caller)).expect("a key");
        let url = format!("http://127.0.0.1:8080{path}");
        let signable = Signable { method, url: &url, headers: &[], body: body.as_bytes() };
        let headers = sign(&signable, &key.credentials(), "eu-central-1", now).expect("signed");
        let mut request = Request::builder().method(method).uri(path).header("host", "127.0.0.1:8080");
        for (name, value) in headers {
            request = request.header(name, value);
        }
        request.body(Body::from(body.to_owned())).expect("a request")
    }

    pub async fn send(&self, request: Request<Body>) -> Answer {
        let response = self.router.clone().oneshot(request).await.expect("an answer");
        let (parts, body) = response.into_parts();
        let bytes = to_bytes(body, 1 << 20).await.expect("a body");
        let text = String::from_utf8(bytes.to_vec()).expect("text");
        Answer { status: parts.status.as_u16(), headers: parts.headers, text }
    }

    /// A new connection of the management account.
    pub async fn coupa(&self) -> Answer {
        let answer = self.ask(MANAGEMENT, "POST", "/config/connections", Some(new_coupa())).await;
        assert_eq!(answer.status, 201, "{}", answer.text);
        answer
    }

    /// An SAP Ariba connection that is being tested.
    pub async fn ariba(&self) -> String {
        let body = json!({"system": "sap_ariba", "anid": "AN01000000001",
            "connection": {"name": "Ariba", "form_hosts": ["service.ariba.com"]}});
        let made = self.ask(MANAGEMENT, "POST", "/config/connections", Some(body)).await;
        let id = made.field("/connection/id");
        for (version, step) in [(1, "instructions_sent"), (2, "testing")] {
            assert_eq!(self.step(&id, version, step).await.status, 200, "{step}");
        }
        id
    }

    pub async fn step(&self, id: &str, version: u64, step: &str) -> Answer {
        let path = format!("/config/operator/connections/{id}/onboarding");
        self.ask(OPERATOR, "POST", &path, Some(json!({"version": version, "step": step}))).await
    }

    pub async fn change(&self, id: &str, version: u64, change: Value) -> Answer {
        let body = json!({"version": version, "change": change});
        self.ask(MANAGEMENT, "PATCH", &format!("/config/connections/{id}"), Some(body)).await
    }

    pub fn later(&self, by: SignedDuration) {
        self.clock.advance(by);
    }
}

pub fn new_coupa() -> Value {
    json!({"system": "coupa", "connection": {"name": "Coupa", "form_hosts": ["acme.coupahost.com"]}})
}

fn key_id(caller: &str) -> String {
    format!("AKIAEXAMPLE{:0>12}", caller)
}

fn accounts() -> Accounts {
    accounts_in([
        (MANAGEMENT, Some(MANAGEMENT)),
        (MEMBER, Some(MANAGEMENT)),
        (OUTSIDER, Some(OUTSIDER)),
        (STANDALONE, None),
        (OPERATOR, None),
    ])
}

/// Every account, in this organisation each.
fn accounts_in(accounts: [(&str, Option<&str>); 5]) -> Accounts {
    let mut text = ACCOUNTS.to_owned();
    for (id, organisation) in accounts {
        text += &format!(
            "[[account]]\nid = \"{id}\"\nname = \"Account {id}\"\nemail = \"aws-{id}@example.com\"\n"
        );
        if let Some(organisation) = organisation {
            text += &format!("organisation = \"{organisation}\"\n");
        }
        text += &key(id, id, "[\"put\", \"describe\"]");
    }
    text += &key(AUDITOR, MANAGEMENT, "[\"describe\"]");
    Accounts::File(Arc::new(AccountsFile::parse(&text, "accounts.toml").expect("accounts")))
}

fn key(name: &str, account: &str, permissions: &str) -> String {
    format!(
        "[[key]]\nid = \"{}\"\nsecret = \"{name:x>40}\"\naccount = \"{account}\"\nuser = \"somebody\"\npermissions = {permissions}\n",
        key_id(name)
    )
}
