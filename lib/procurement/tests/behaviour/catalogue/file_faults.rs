//! Everything that is wrong with a line is told at once.

use serde_json::json;

use super::{contract, dimension, line, offer, product, read};

fn told(line: &str) -> Vec<String> {
    let (listings, faults) = read(line);
    assert_eq!(listings, []);
    faults.iter().map(ToString::to_string).collect()
}

#[test]
fn every_fault_of_a_product_and_of_its_offers_is_told() {
    let mut wrong = product();
    wrong["name"] = json!("");
    wrong["setup_url"] = json!("http://a.example/");
    let mut first = offer("offer-a", json!({"model": "free"}));
    first["revision"] = json!(0);
    first["name"] = json!(" ");
    first["replaced_by"] = json!("offer-z");
    let keys = json!([dimension("GB", &[(0, "-1.00")]), dimension("seats", &[(12, "1.001")])]);
    let second = offer("offer-b", contract(keys));
    let told = told(&line(wrong, &[first, second]));
    let wanted = [
        "product prod-a: the name is empty",
        "product prod-a: the setup_url begins with http:",
        "offer offer-a: revisions count from 1",
        "offer offer-a: the name is empty",
        "offer offer-b: \"GB\" cannot be a dimension's key",
        "offer offer-b: dimension GB: a contract of 0 months",
        "offer offer-b: dimension GB: -1.00 USD cannot be paid",
        "offer offer-b: dimension seats: 1.001 USD cannot be paid",
        "offer offer-a: it is replaced by offer-z, which is no offer of this product",
    ];
    assert_eq!(told.len(), wanted.len(), "{told:#?}");
    for (told, wanted) in told.iter().zip(wanted) {
        assert!(told.starts_with(&format!("line 1: {wanted}")), "{told}");
    }
}

#[test]
fn an_offer_at_fault_may_still_be_the_successor_of_another_one() {
    let mut former = offer("offer-a", json!({"model": "free"}));
    former["replaced_by"] = json!("offer-b");
    let mut next = offer("offer-b", json!({"model": "free"}));
    next["revision"] = json!(0);
    assert_eq!(told(&line(product(), &[former, next])), ["line 1: offer offer-b: revisions count from 1"]);
}

#[test]
fn an_id_that_is_there_three_times_is_told_once() {
    let offers = vec![offer("offer-a", json!({"model": "free"})); 3];
    assert_eq!(
        told(&line(product(), &offers)),
        ["line 1: offer offer-a is in the line twice; give each its own id"]
    );
}

#[test]
fn no_more_than_fifty_faults_of_a_line_are_told_and_then_how_many_are_left() {
    let mut dimensions: Vec<_> = (0..40).map(|key| dimension(&format!("d{key}"), &[(12, "1.00")])).collect();
    for one in &mut dimensions {
        one["name"] = json!("");
        one["unit"] = json!("");
    }
    let told = told(&line(product(), &[offer("offer-a", contract(json!(dimensions)))]));
    assert_eq!(told.len(), 51);
    assert_eq!(told[50], "line 1: there are 30 problems more; set these right first");
}
