//! The functions of administrators and of Coupa's own search: config, console, open-buy.

use reqwest::StatusCode;
use serde_json::{Value, json};

use super::{BROKEN, CONDITION, Rows};
use crate::aws::configured::{ADMINISTRATOR, Caller, session_cookie};
use crate::aws::connected::Connected;
use crate::aws::recorder::Fault;
use crate::aws::services::OPERATOR;
use crate::aws::tools::Tools;

const READS: [&str; 3] = ["GetItem", "BatchGetItem", "Query"];
const ORGANIZATIONS: [&str; 4] = ["DescribeOrganization", "DescribeAccount", "ListAccounts", "AssumeRole"];
/// What belongs to the whole organisation.
const SETTINGS: &str = "/config/organisation";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_configuration_and_open_buy_fail_as_their_readmes_say() {
    let Some(tools) = Tools::find() else { return };
    let world = Connected::start(&tools).await;
    config(&world).await;
    console(&world).await;
    open_buy(&world).await;
}

async fn config(world: &Connected) {
    let (mut rows, function) = (Rows::of("config"), &world.routes.config);
    let administrator = Caller { function, account: ADMINISTRATOR };
    let operator = Caller { function, account: OPERATOR };

    rows.show("DescribeOrganization, DescribeAccount, ListAccounts, AssumeRole");
    ORGANIZATIONS.iter().for_each(|operation| function.aws.fail(operation, BROKEN));
    unavailable(&administrator.ask("GET", SETTINGS, "", &Value::Null).await);
    function.aws.recover();
    administrator.get(SETTINGS).await;
    ORGANIZATIONS.iter().for_each(|operation| function.aws.fail(operation, BROKEN));
    administrator.get(SETTINGS).await;
    function.aws.recover();

    rows.show("`AWSOrganizationsNotInUseException`");
    let alone = Fault::Refused(400, "AWSOrganizationsNotInUseException");
    ORGANIZATIONS[..3].iter().for_each(|operation| function.aws.fail(operation, alone.clone()));
    let jane = Caller { function, account: "777788889999" };
    assert_eq!(jane.get("/config/connections").await["connections"], json!([]));
    function.aws.recover();

    rows.show("GetItem, BatchGetItem, Query");
    for fault in [BROKEN, Fault::Silence] {
        READS.iter().for_each(|operation| function.aws.fail(operation, fault.clone()));
        unavailable(&administrator.ask("GET", "/config/connections", "", &Value::Null).await);
        function.aws.recover();
    }
    changes(&administrator, &mut rows).await;
    connections(world, &administrator, &mut rows).await;
    catalogue(world, &operator, &mut rows).await;
    rows.done();
}

async fn changes(administrator: &Caller<'_>, rows: &mut Rows) {
    let aws = &administrator.function.aws;
    let version = administrator.get(SETTINGS).await["version"].clone();
    let change = json!({"version": version, "change": {"automatic_approval_free": true}});

    rows.show("TransactWriteItems: another change came first");
    aws.fail("TransactWriteItems", CONDITION);
    let (status, answer) = administrator.ask("PATCH", SETTINGS, "", &change).await;
    assert_eq!((status, &answer["code"]), (409, &json!("changed")), "{answer}");
    aws.recover();

    rows.show("TransactWriteItems of a change");
    aws.fail("TransactWriteItems", BROKEN);
    unavailable(&administrator.ask("PATCH", SETTINGS, "", &change).await);
    aws.recover();
    assert_eq!(administrator.get(SETTINGS).await["version"], version, "nothing was changed");
    aws.fail("TransactWriteItems", Fault::Unseen);
    unavailable(&administrator.ask("PATCH", SETTINGS, "", &change).await);
    aws.recover();
    let (status, answer) = administrator.ask("PATCH", SETTINGS, "", &change).await;
    assert_eq!((status, &answer["code"]), (409, &json!("changed")), "{answer}");
}

async fn connections(world: &Connected, administrator: &Caller<'_>, rows: &mut Rows) {
    let aws = &administrator.function.aws;
    rows.show("TransactWriteItems of a new connection");
    let new = json!({"system": "coupa", "connection": {"name": "Unseen", "form_hosts": ["coupa.example"]}});
    aws.fail("TransactWriteItems", BROKEN);
    unavailable(&administrator.ask("POST", "/config/connections", "", &new).await);
    aws.recover();
    assert_eq!(named(administrator, "Unseen").await, 0);
    aws.fail("TransactWriteItems", Fault::Unseen);
    unavailable(&administrator.ask("POST", "/config/connections", "", &new).await);
    aws.recover();
    assert_eq!(named(administrator, "Unseen").await, 1);

    rows.show("HEAD of an address that documents go to, and of the marketplace's own (`check`)");
    let path = format!("/config/connections/{}", world.coupa_connection.id);
    let version = administrator.get(&path).await["version"].clone();
    let nobody_there = json!({"version": version,
        "change": {"invoice_url": "http://127.0.0.1:9/", "invoice_secret": "for nobody"}});
    let (status, answer) = administrator.ask("PATCH", &path, "", &nobody_there).await;
    assert_eq!(status, 200, "{answer}");
    let findings = administrator.post(&format!("{path}/check"), json!({}), 200).await.to_string();
    assert!(findings.contains("http://127.0.0.1:9/"), "{findings}");

    rows.show("GetIdentityVerificationAttributes (`check`)");
    for fault in [BROKEN, Fault::Silence] {
        aws.fail("GetIdentityVerificationAttributes", fault);
        let findings = administrator.post(&format!("{path}/check"), json!({}), 200).await.to_string();
        assert!(findings.contains("did not say"), "{findings}");
        aws.recover();
    }
}

async fn named(administrator: &Caller<'_>, name: &str) -> usize {
    let listed = administrator.get("/config/connections").await;
    let all = listed["connections"].as_array().expect("connections").iter();
    all.filter(|connection| connection["name"] == name).count()
}

async fn catalogue(world: &Connected, operator: &Caller<'_>, rows: &mut Rows) {
    let aws = &operator.function.aws;
    let mut listing = world.core.store.listing(&"prod-lumen-logs".parse().expect("an id")).await;
    let listing = listing.as_mut().expect("a read").as_mut().expect("a listing");
    listing.product.name = "Lumen Logs, renamed".to_owned();
    let line = listing.to_line().expect("JSON");

    rows.show("PutItem of a product (catalogue import)");
    aws.fail("PutItem", BROKEN);
    unavailable(
        &operator.send("POST", "/config/operator/catalogue", "", "application/x-ndjson", &line).await,
    );
    aws.recover();
    rows.show("PutItem of the search index");
    aws.fail_some("PutItem", BROKEN, 1, usize::MAX);
    unavailable(
        &operator.send("POST", "/config/operator/catalogue", "", "application/x-ndjson", &line).await,
    );
    aws.recover();
    let (status, again) =
        operator.send("POST", "/config/operator/catalogue", "", "application/x-ndjson", &line).await;
    assert_eq!((status, &again["unchanged"]), (200, &json!(1)), "it goes on from there: {again}");
}

async fn console(world: &Connected) {
    let (mut rows, function) = (Rows::of("console"), &world.routes.console);
    let administrator = Caller { function: &world.routes.config, account: ADMINISTRATOR };
    let cookie = session_cookie(&administrator).await;
    let browser = reqwest::Client::new();
    let page = async |path: &str| {
        let url = world.core.marketplace.url(path);
        let answered = browser.get(url).header("cookie", &cookie).send().await.expect("an answer");
        (answered.status(), answered.text().await.expect("a page"))
    };

    rows.show("DescribeOrganization: throttled");
    function.aws.fail("DescribeOrganization", Fault::Refused(400, "TooManyRequestsException"));
    let (status, html) = page("console/connections").await;
    assert_eq!(status, StatusCode::SERVICE_UNAVAILABLE, "{html}");
    function.aws.recover();
    assert_eq!(page("console/connections").await.0, StatusCode::OK);
    function.aws.fail("DescribeOrganization", Fault::Refused(400, "TooManyRequestsException"));
    assert_eq!(page("console/connections").await.0, StatusCode::OK, "what was found before");
    function.aws.recover();

    rows.show("GetItem, BatchGetItem, Query of a page");
    for fault in [BROKEN, Fault::Silence] {
        READS.iter().for_each(|operation| function.aws.fail(operation, fault.clone()));
        let (status, html) = page("console/connections").await;
        assert_eq!(status, StatusCode::SERVICE_UNAVAILABLE, "{html}");
        assert!(html.contains("try again"), "{html}");
        function.aws.recover();
    }

    rows.show("TransactWriteItems of a change");
    let form =
        |version: u64| [("version", version.to_string()), ("automatic_approval_byol", "on".to_owned())];
    let save = async |version: u64| {
        let url = world.core.marketplace.url("console/organisation");
        let origin = world.core.marketplace.base_url.origin().ascii_serialization();
        let post = browser.post(url).header("cookie", &cookie).header("origin", origin);
        post.form(&form(version)).send().await.expect("an answer").status()
    };
    let version = administrator.get(SETTINGS).await["version"].as_u64().expect("a version");
    function.aws.fail("TransactWriteItems", BROKEN);
    assert_eq!(save(version).await, StatusCode::SERVICE_UNAVAILABLE);
    function.aws.recover();
    function.aws.fail("TransactWriteItems", Fault::Unseen);
    assert_eq!(save(version).await, StatusCode::SERVICE_UNAVAILABLE);
    function.aws.recover();
    assert_eq!(save(version).await, StatusCode::CONFLICT, "the version is another one");
    rows.done();
}

async fn open_buy(world: &Connected) {
    let (mut rows, aws) = (Rows::of("open-buy"), &world.routes.open_buy.aws);
    let client = reqwest::Client::new();
    let ask = async |call: &str, body: Value| {
        let url = world.core.marketplace.url(&format!("open-buy/{call}"));
        let answered = client.post(url).body(body.to_string()).send().await.expect("an answer");
        let status = answered.status();
        (status, answered.json::<Value>().await.expect("JSON"))
    };
    let credentials = json!({"credentials": world.open_buy_credentials});

    rows.show("PutItem of a secret's last use");
    aws.fail("PutItem", BROKEN);
    let (status, answer) = ask("authentication", credentials.clone()).await;
    assert_eq!(status, StatusCode::OK, "{answer}");
    assert!(
        world.routes.open_buy.output().contains("the use of a secret was not written"),
        "{}",
        world.routes.open_buy.output()
    );
    aws.recover();
    let search = json!({"query": "lumen", "token": answer["token"]});

    rows.show("BatchGetItem of the search index, Query of the catalogue");
    aws.fail("Query", BROKEN);
    aws.fail_some("BatchGetItem", BROKEN, 1, usize::MAX);
    let (status, refused) = ask("search", search.clone()).await;
    assert_eq!(status, StatusCode::INTERNAL_SERVER_ERROR, "{refused}");
    aws.recover();
    assert_eq!(ask("search", search.clone()).await.0, StatusCode::OK);

    rows.show("BatchGetItem of the connections, GetItem of connection, approved products, product");
    for operation in ["BatchGetItem", "GetItem"] {
        aws.fail(operation, BROKEN);
    }
    let (status, refused) = ask("authentication", credentials).await;
    assert_eq!(status, StatusCode::INTERNAL_SERVER_ERROR);
    assert!(
        refused.to_string().contains("try again") || refused.to_string().contains("Try again"),
        "{refused}"
    );
    assert_eq!(ask("search", search).await.0, StatusCode::INTERNAL_SERVER_ERROR);
    aws.recover();
    rows.done();
}

/// 503 as JSON, with the code for it.
fn unavailable((status, answer): &(u64, Value)) {
    assert_eq!((*status, &answer["code"]), (503, &json!("unavailable")), "{answer}");
}
