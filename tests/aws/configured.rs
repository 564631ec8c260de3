//! What administrators and the operator do with the configuration API, through the REST API's events.

use buyer::Buyer;
use serde_json::{Map, Value, json};
use url::Url;

use crate::aws::connected::Connected;
use crate::aws::emulated::Function;
use crate::aws::events::{Http, rest_api};
use crate::aws::services::OPERATOR;

/// The management account of the simulated Coupa's organisation.
pub const ADMINISTRATOR: &str = "111122223333";

/// Somebody who signs requests for an account.
#[derive(Clone, Copy, Debug)]
pub struct Caller<'a> {
    pub function: &'a Function,
    pub account: &'a str,
}

/// Every kind of request once.
pub async fn configure(world: &Connected) {
    let administrator = Caller { function: &world.routes.config, account: ADMINISTRATOR };
    let operator = Caller { function: &world.routes.config, account: OPERATOR };
    let coupa = world.coupa_connection.id.to_string();
    look_at_everything(&administrator, &coupa).await;
    approve_what_is_free(&administrator, &coupa).await;
    let others = Caller { account: "444455556666", ..administrator };
    approve_what_is_free(&others, &world.ariba_connection.id.to_string()).await;
    change_a_connection(&administrator, &operator, &world.coupa).await;
    import_the_catalogue(world, &operator).await;
    change_the_organisation(&administrator).await;
    sign_in(&administrator).await;
    for path in ["/config/operator/customers", "/config/operator/onboarding"] {
        operator.get(path).await;
    }
}

async fn look_at_everything(administrator: &Caller<'_>, connection: &str) {
    let listed = administrator.get("/config/connections").await;
    assert_eq!(listed["connections"][0]["id"], connection);
    for what in ["", "/purchase-information", "/health", "/export"] {
        administrator.get(&format!("/config/connections/{connection}{what}")).await;
    }
    administrator.post(&format!("/config/connections/{connection}/check"), json!({}), 200).await;
    administrator.get("/config/audit").await;
    let (status, which) =
        administrator.ask("GET", "/config/which-connection", "account=111122220001", &Value::Null).await;
    assert_eq!(status, 200, "{which}");
}

/// An SAP Ariba connection, because its way into use has more steps; it is made, changed and removed.
async fn change_a_connection(administrator: &Caller<'_>, operator: &Caller<'_>, coupa: &Buyer) {
    let host = coupa.form_post_host().trim_start_matches("http://").to_owned();
    let new = json!({"system": "sap_ariba", "anid": "AN01000000777",
        "connection": {"name": "Second", "form_hosts": [host]}});
    let made = administrator.post("/config/connections", new, 201).await;
    assert!(made["purchase_information"]["shared_secret"].is_string());
    let connection = &made["connection"];
    let path = format!("/config/connections/{}", connection["id"].as_str().expect("an id"));
    let change = json!({"version": connection["version"], "change": {"description": "For the plants"}});
    let (status, changed) = administrator.ask("PATCH", &path, "", &change).await;
    assert_eq!(status, 200, "{changed}");
    let rotate = json!({"version": changed["version"], "overlap_hours": 1});
    let rotated = administrator.post(&format!("{path}/secret"), rotate, 200).await;
    let step = json!({"version": rotated["connection"]["version"], "step": "instructions_sent"});
    let path = path.replace("/config/", "/config/operator/");
    let advanced = operator.post(&format!("{path}/onboarding"), step, 200).await;
    let query = format!("version={}&force=true", advanced["version"]);
    let (status, removed) = operator.ask("DELETE", &path, &query, &Value::Null).await;
    assert!(status < 300, "{status} {removed}");
}

async fn change_the_organisation(administrator: &Caller<'_>) {
    let settings = administrator.get("/config/organisation").await;
    let change = json!({"version": settings["version"], "change": {"automatic_approval_free": true}});
    let (status, changed) = administrator.ask("PATCH", "/config/organisation", "", &change).await;
    assert_eq!(status, 200, "{changed}");
    let list = administrator.get("/config/approved-products").await;
    let change = json!({"version": list["version"], "applied": false, "products": ["prod-lumen-logs"]});
    let (status, changed) = administrator.ask("PUT", "/config/approved-products", "", &change).await;
    assert_eq!(status, 200, "{changed}");
}

/// A product that gets an offer and loses it; three times, so that a former search index is taken away.
async fn import_the_catalogue(world: &Connected, operator: &Caller<'_>) {
    operator.get("/config/operator/catalogue").await;
    let product = "prod-tally-ledger".parse().expect("an id");
    let mut listing = world.core.store.listing(&product).await.expect("a read").expect("a listing");
    for round in 0..3 {
        let known = listing.offers.len();
        let mut another = listing.offers[0].clone();
        another.id = "offer-of-a-test".parse().expect("an id");
        if round == 0 {
            listing.offers.push(another)
        } else {
            listing.offers.truncate(known.min(1))
        }
        listing.product.summary.push('!');
        let line = listing.to_line().expect("JSON");
        let path = "/config/operator/catalogue";
        let (status, imported) = operator.send("POST", path, "", "application/x-ndjson", &line).await;
        assert_eq!((status, &imported["written"]), (200, &json!(1)), "{imported}");
    }
}

/// Coupa's requesters need no approval for what is free (R16).
async fn approve_what_is_free(administrator: &Caller<'_>, connection: &str) {
    let path = format!("/config/connections/{connection}");
    let version = administrator.get(&path).await["version"].clone();
    let change = json!({"version": version, "change": {"automatic_approval_free": true}});
    let (status, changed) = administrator.ask("PATCH", &path, "", &change).await;
    assert_eq!(status, 200, "{changed}");
}

/// A link opens a session, whose cookie is good for leaving; another session is ended from outside.
async fn sign_in(administrator: &Caller<'_>) {
    let browser = reqwest::Client::new();
    for leave in [true, false] {
        let (link, cookie) = session(administrator, &browser).await;
        let sessions = administrator.get("/config/console-sessions").await;
        assert_eq!(sessions["sessions"].as_array().map(Vec::len), Some(1), "{sessions}");
        if leave {
            let url = link.join("/console/leave").expect("an address");
            let left = browser.post(url).header("cookie", cookie).header("sec-fetch-site", "same-origin");
            assert!(left.send().await.is_ok());
        } else {
            let (_, ended) = administrator.ask("DELETE", "/config/console-sessions", "", &Value::Null).await;
            assert_eq!(ended["ended"], 1, "{ended}");
        }
    }
}

/// A console session's cookie.
pub async fn session_cookie(administrator: &Caller<'_>) -> String {
    session(administrator, &reqwest::Client::new()).await.1
}

async fn session(administrator: &Caller<'_>, browser: &reqwest::Client) -> (Url, String) {
    let link = administrator.post("/config/console-links", json!({}), 201).await;
    let link: Url = link["url"].as_str().and_then(|url| url.parse().ok()).expect("a link");
    let entered = browser.get(link.clone()).send().await.expect("an answer");
    assert_eq!(entered.status(), 200);
    let cookie = entered.headers()["set-cookie"].to_str().expect("text");
    (link, cookie.split(';').next().expect("a cookie").to_owned())
}

// === impl Caller ===

impl Caller<'_> {
    pub async fn get(&self, path: &str) -> Value {
        let (status, body) = self.ask("GET", path, "", &Value::Null).await;
        assert_eq!(status, 200, "{path}: {body}");
        body
    }

    pub async fn post(&self, path: &str, body: Value, expected: u64) -> Value {
        let (status, body) = self.ask("POST", path, "", &body).await;
        assert_eq!(status, expected, "{path}: {body}");
        body
    }

    /// Asks with a body of JSON, or with none.
    pub async fn ask(&self, method: &str, path: &str, query: &str, body: &Value) -> (u64, Value) {
        let body = if body.is_null() { String::new() } else { body.to_string() };
        self.send(method, path, query, "application/json", &body).await
    }

    /// Sends any text.
    pub async fn send(
        &self,
        method: &str,
        path: &str,
        query: &str,
        content_type: &str,
        body: &str,
    ) -> (u64, Value) {
        let headers: Map<String, Value> =
            [("content-type".to_owned(), content_type.into())].into_iter().collect();
        let request = Http { method, path, query, headers, body: body.as_bytes() };
        self.function.ask(&rest_api(&request, self.account)).await
    }
}
