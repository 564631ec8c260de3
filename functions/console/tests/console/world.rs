//! The console over a store in memory, and visitors that are signed in.

use std::sync::Arc;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request};
use config::Configuration;
use console::Console;
use jiff::SignedDuration;
use platform::accounts::{Accounts, AccountsFile};
use platform::clock::{Clock, ManualClock};
use platform::core::Core;
use platform::ids::Ids;
use platform::keys::Keys;
use platform::outbound::{Outbound, Reach};
use platform::store::{SignedIn, Store};
use platform::table::local::Embedded;
use procurement::configuration::{Caller, Draft, Permissions, Step};
use procurement::connection::{Connection, Identity, NewSystem};
use procurement::marketplace::Marketplace;
use scraper::{Html, Selector};
use tower::ServiceExt as _;

pub const MANAGEMENT: &str = "111122223333";
pub const MEMBER: &str = "111122220001";
pub const OUTSIDER: &str = "444455556666";
pub const OPERATOR: &str = "999900001111";

const ACCOUNTS: &str = r#"
operator = "999900001111"
[[organisation]]
management_account = "111122223333"
name = "Example Analytics"
[[organisation]]
management_account = "444455556666"
name = "Example Industries"
[[account]]
id = "111122223333"
name = "Management"
email = "aws@analytics.example"
organisation = "111122223333"
[[account]]
id = "111122220001"
name = "Research"
email = "aws-research@analytics.example"
organisation = "111122223333"
[[account]]
id = "444455556666"
name = "Management"
email = "aws@industries.example"
organisation = "444455556666"
[[account]]
id = "999900001111"
name = "Marketplace"
email = "aws@marketplace.example"
"#;

pub struct World {
    pub clock: ManualClock,
    pub configuration: Configuration,
    router: Router,
}

/// A browser with a session of somebody, and a language.
#[derive(Clone)]
pub struct Browser {
    cookie: Option<String>,
    pub language: &'static str,
}

pub struct Answer {
    pub status: u16,
    pub headers: HeaderMap,
    pub text: String,
}

// === impl World ===

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
        let accounts =
            Accounts::File(Arc::new(AccountsFile::parse(ACCOUNTS, "accounts.toml").expect("accounts")));
        let outbound = Outbound::new(Reach::PublicAndLoopback).expect("a client");
        let configuration = Configuration::on_one_machine(core, accounts, outbound);
        let router = console::routes(Console::new(configuration.clone()));
        Self { clock, configuration, router }
    }

    pub async fn caller(&self, account: &str) -> Caller {
        let account = account.parse().expect("an account");
        let arn = format!("arn:aws:iam::{account}:user/somebody");
        self.configuration.caller(account, arn, Permissions::ALL).await.expect("a caller")
    }

    /// A browser in which this account signed in. A session does not ask what the account may; the pages do.
    pub async fn signed_in(&self, account: &str) -> Browser {
        let core = &self.configuration.core;
        let link = core.ids.token();
        let now = self.clock.now();
        let asked = SignedIn {
            account: account.parse().expect("an account"),
            arn: format!("arn:aws:iam::{account}:user/somebody"),
            permissions: Permissions::ALL,
            since: now,
            until: now + SignedDuration::from_mins(1),
        };
        core.store.put_console_link(&link, &asked).await.expect("written");
        let entered = self.get(&Browser::stranger(), &format!("/console/enter/{link}")).await;
        assert_eq!(entered.status, 200, "{}", entered.text);
        Browser { cookie: Some(entered.cookie()), language: "en" }
    }

    pub async fn get(&self, browser: &Browser, path: &str) -> Answer {
        self.send(browser.request("GET", path).body(Body::empty()).expect("a request")).await
    }

    /// Sends a form as a page of the console would.
    pub async fn post(&self, browser: &Browser, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.post_from("http://127.0.0.1:8080", browser, path, fields).await
    }

    pub async fn post_from(
        &self,
        origin: &str,
        browser: &Browser,
        path: &str,
        fields: &[(&str, &str)],
    ) -> Answer {
        let mut body = url::form_urlencoded::Serializer::new(String::new());
        body.extend_pairs(fields);
        let request = browser
            .request("POST", path)
            .header("origin", origin)
            .header("content-type", "application/x-www-form-urlencoded");
        self.send(request.body(Body::from(body.finish())).expect("a request")).await
    }

    async fn send(&self, request: Request<Body>) -> Answer {
        let response = self.router.clone().oneshot(request).await.expect("an answer");
        let (parts, body) = response.into_parts();
        let bytes = to_bytes(body, 1 << 22).await.expect("a body");
        let text = String::from_utf8(bytes.to_vec()).expect("text");
        Answer { status: parts.status.as_u16(), headers: parts.headers, text }
    }

    /// A Coupa connection of the management account, and its secret.
    pub async fn coupa(&self) -> (Connection, String) {
        self.connect(MANAGEMENT, NewSystem::Coupa, "acme.coupahost.com").await
    }

    /// An SAP Ariba connection of the management account that the operator took so far.
    pub async fn ariba(&self, steps: &[Step]) -> Connection {
        let anid = NewSystem::SapAriba { anid: "AN01000000001".to_owned() };
        let (mut connection, _) = self.connect(MANAGEMENT, anid, "s1.ariba.com").await;
        let operator = self.caller(OPERATOR).await;
        for step in steps {
            let (id, version) = (connection.id, connection.version);
            connection = self.configuration.advance(&operator, id, version, *step).await.expect("a step");
        }
        connection
    }

    async fn connect(&self, account: &str, system: NewSystem, host: &str) -> (Connection, String) {
        let draft = Draft {
            name: Some("Purchasing".to_owned()),
            form_hosts: Some(vec![host.to_owned()]),
            ..Draft::default()
        };
        let caller = self.caller(account).await;
        let made = self.configuration.create(&caller, system, &draft).await.expect("a connection");
        (made.0, made.1.shared_secret.expect("a secret"))
    }
}

// === impl Browser ===

impl Browser {
    /// A browser without a session.
    pub const fn stranger() -> Self {
        Self { cookie: None, language: "en" }
    }

    pub fn in_language(self, language: &'static str) -> Self {
        Self { language, ..self }
    }

    fn request(&self, method: &str, path: &str) -> axum::http::request::Builder {
        let request = Request::builder().method(method).uri(path).header("accept-language", self.language);
        match &self.cookie {
            Some(cookie) => request.header("cookie", cookie),
            None => request,
        }
    }
}

// === impl Answer ===

impl Answer {
    /// The pair of the session's cookie.
    pub fn cookie(&self) -> String {
        let cookie = self.headers["set-cookie"].to_str().expect("text");
        cookie.split(';').next().expect("a pair").to_owned()
    }

    pub fn location(&self) -> &str {
        self.headers.get("location").map_or("", |value| value.to_str().expect("text"))
    }

    /// The texts of all elements that fit.
    pub fn all(&self, selector: &str) -> Vec<String> {
        let page = Html::parse_document(&self.text);
        let selector = Selector::parse(selector).expect("a selector");
        let text = |found: scraper::ElementRef<'_>| found.text().collect::<Vec<_>>().join(" ");
        page.select(&selector)
            .map(|found| text(found).split_whitespace().collect::<Vec<_>>().join(" "))
            .collect()
    }

    /// An attribute of the first element that fits.
    pub fn attribute(&self, selector: &str, name: &str) -> Option<String> {
        let page = Html::parse_document(&self.text);
        let selector = Selector::parse(selector).expect("a selector");
        page.select(&selector).next()?.value().attr(name).map(str::to_owned)
    }

    pub fn heading(&self) -> String {
        self.all("h1").join(" | ")
    }
}
