//! Every event of events/ is answered by the function that its name begins with.

use serde_json::Value;

use crate::aws::emulated::Function;
use crate::aws::recorder::Organizations;
use crate::aws::services::Services;
use crate::aws::tools::Tools;

const FUNCTIONS: [&str; 9] = [
    "punchout-setup",
    "purchase-order",
    "cart-return",
    "storefront",
    "open-buy",
    "config",
    "console",
    "notify",
    "invoice-push",
];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_event_is_answered_as_its_name_says() {
    let Some(tools) = Tools::find() else { return };
    let services = Services::start(&tools).await;
    for name in FUNCTIONS {
        let function =
            Function::start_with(name, &tools, &services, "https://market.example/", Organizations::Moto)
                .await;
        for file in events(name) {
            let event = Tools::event(&file);
            let answer = function.invoke(&event).await;
            check(&file, &event, &answer, &function.output());
        }
    }
}

fn check(file: &str, event: &Value, answer: &Value, output: &str) {
    if event["version"] == "2.0" || event["httpMethod"].is_string() {
        let expected = file.rsplit('-').next().and_then(|number| number.parse::<u64>().ok());
        let expected = expected.unwrap_or_else(|| panic!("{file} is to end with the Status that it gets"));
        let body = answer["body"].as_str().unwrap_or_default();
        let status =
            body.split("Status code=\"").nth(1).and_then(|rest| rest.split('"').next()?.parse().ok());
        assert_eq!(status.or(answer["statusCode"].as_u64()), Some(expected), "{file}: {answer}\n{output}");
    } else {
        let failures = answer["batchItemFailures"].as_array();
        assert_eq!(failures.map(Vec::len), Some(0), "{file}: {answer}\n{output}");
    }
}

/// The names of a function's events.
fn events(function: &str) -> Vec<String> {
    let mut events: Vec<String> = all().filter(|name| name.starts_with(&format!("{function}-"))).collect();
    assert!(!events.is_empty(), "{function} has no events");
    events.sort();
    events
}

fn all() -> impl Iterator<Item = String> {
    let directory = std::fs::read_dir(Tools::root().join("events")).expect("events/");
    let names = directory.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned());
    names.filter_map(|name| name.strip_suffix(".json").map(str::to_owned))
}

#[test]
fn every_event_belongs_to_a_function() {
    for name in all() {
        assert!(FUNCTIONS.iter().any(|function| name.starts_with(&format!("{function}-"))), "{name}");
    }
}
