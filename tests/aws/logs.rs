//! What the functions wrote, searched for what must be in it and for what must not.

use serde_json::Value;

use crate::aws::connected::Connected;

/// What every request's line tells.
const FIELDS: [&str; 9] = [
    "request_id",
    "connection",
    "outcome",
    "status",
    "ms",
    "read_half_units",
    "write_half_units",
    "cold_start",
    "_aws",
];

pub fn say_what_they_should_and_nothing_else(world: &Connected) {
    for function in world.functions() {
        let lines = function.lines();
        assert!(!lines.is_empty(), "{}", function.name);
        let cold = lines.iter().filter(|line| line["cold_start"] == Value::Bool(true)).count();
        assert_eq!(cold, function.starts().min(lines.len()), "{}", function.name);
        for line in &lines {
            let line = line.as_object().expect("an object");
            let missing: Vec<_> = FIELDS.into_iter().filter(|field| !line.contains_key(*field)).collect();
            assert!(missing.is_empty(), "{}: {missing:?}", function.name);
            assert!(line["request_id"].as_str().is_some_and(|id| !id.is_empty()), "{}", function.name);
        }
        let output = function.output();
        for planted in planted(world) {
            assert!(!output.contains(&planted), "{} wrote {planted}", function.name);
        }
    }
    let orders = world.routes.orders.lines();
    assert!(orders.iter().any(|line| line["outcome"] == "accepted" && line["status"] == 200), "{orders:?}");
    assert!(orders.iter().any(|line| line["RefusedOrders"] == 1), "{orders:?}");
    assert!(orders.iter().all(|line| line["connection"].as_str().is_some_and(|id| id.starts_with("conn-"))));
}

/// Secrets, mail addresses and bodies (R15, R45): each went through the functions during the test.
fn planted(world: &Connected) -> Vec<String> {
    let mut planted: Vec<String> =
        ["planted-credential", "planted-external-id", "<cXML", "<!DOCTYPE", "cxml-base64"]
            .map(str::to_owned)
            .into();
    planted.extend(world.secrets.iter().cloned());
    planted.push(world.services.ciphertext.clone());
    planted.push("@buyers.example".to_owned());
    for buyer in [&world.coupa, &world.ariba] {
        planted.extend(buyer.requesters().iter().map(|requester| requester.email.clone()));
    }
    planted
}
