//! Every event of events/ is answered by the function that its name begins with.

use serde_json::Value;

use crate::aws::emulated::Function;
use crate::aws::services::Services;
use crate::aws::tools::Tools;

const FUNCTIONS: [&str; 6] =
    ["punchout-setup", "purchase-order", "cart-return", "storefront", "notify", "invoice-push"];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_event_is_answered_as_its_name_says() {
    let Some(tools) = Tools::find() else { return };
    let services = Services::start(&tools).await;
    for name in FUNCTIONS {
        let function = Function::start(name, &tools, &services, "https://market.example/").await;
        for (file, event) in events(name) {
            let answer = function.invoke(&event).await;
            check(&file, &event, &answer, &function.output());
        }
    }
}

fn check(file: &str, event: &Value, answer: &Value, output: &str) {
    if event["version"] == "2.0" {
        let expected = file.rsplit(['-', '.']).nth(1).and_then(|number| number.parse::<u64>().ok());
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

fn events(function: &str) -> Vec<(String, Value)> {
    let directory = std::fs::read_dir(Tools::root().join("events")).expect("events/");
    let mut events: Vec<(String, Value)> = directory
        .map(|entry| entry.expect("an entry").path())
        .filter_map(|path| {
            let name = path.file_name()?.to_str()?.to_owned();
            let is_ours = name.starts_with(function) && name.ends_with(".json");
            let text = is_ours.then(|| std::fs::read_to_string(&path).expect("an event"))?;
            Some((name, serde_json::from_str(&text).expect("JSON")))
        })
        .collect();
    assert!(!events.is_empty(), "{function} has no events");
    events.sort_by(|left, right| left.0.cmp(&right.0));
    events
}

#[test]
fn every_event_belongs_to_a_function() {
    for entry in std::fs::read_dir(Tools::root().join("events")).expect("events/") {
        let name = entry.expect("an entry").file_name().to_string_lossy().into_owned();
        let known = FUNCTIONS.iter().any(|function| name.starts_with(function)) || name == "README.md";
        assert!(known, "{name}");
    }
}
