//! Prices in the file.

use serde_json::{Value, json};

use super::{contract, dimension, fault_of, line, listing, offer, product};

fn report(pricing: Value) -> String {
    let report = fault_of(offer("offer-a", pricing));
    report.strip_prefix("line 1: ").map(str::to_owned).expect("the first line")
}

fn taken(pricing: Value) {
    listing(&line(product(), &[offer("offer-a", pricing)]));
}

fn seats(prices: &[(u16, &str)]) -> Value {
    contract(json!([dimension("seats", prices)]))
}

fn instalments(months: u16, parts: Value) -> Value {
    json!({"model": "flexible_payment_schedule", "currency": "USD", "months": months, "instalments": parts})
}

fn rate(price: &str) -> Value {
    let rate = json!({"name": "Host hours", "unit": "host hour", "price": price});
    json!({"model": "pay_as_you_go", "currency": "USD", "rates": [rate]})
}

#[test]
fn a_currency_is_a_code_that_can_be_paid_in_and_the_report_is_short() {
    for code in ["usd", "BUCKS", "", "XAU", "XXX"] {
        let mut pricing = seats(&[(12, "1.00")]);
        pricing["currency"] = json!(code);
        let report = report(pricing);
        let wanted =
            format!("\"{code}\" is not a currency; write the code of ISO 4217 in capitals, such as USD");
        assert!(report.starts_with(&wanted) && report.len() < 120, "{report}");
    }
}

#[test]
fn an_amount_that_cannot_be_paid_is_refused() {
    assert!(report(seats(&[(12, "-1.00")])).contains("-1.00 USD cannot be paid"));
    assert!(report(seats(&[(12, "1.001")])).contains("1.001 USD cannot be paid"));
    let mut yen = seats(&[(12, "10.5")]);
    yen["currency"] = json!("JPY");
    assert!(report(yen).contains("10.5 JPY cannot be paid"));
    let part = json!([{"due": {"after_months": 0}, "amount": "-3.00"}]);
    assert!(report(instalments(12, part)).contains("-3.00 USD cannot be paid"));
    taken(seats(&[(12, "0.00")]));
}

#[test]
fn an_amount_that_no_sum_could_hold_is_refused() {
    taken(seats(&[(12, "1000000000000.00")]));
    assert!(report(seats(&[(12, "1000000000000.01")])).contains("is too much; give at most 1000000000000"));
    assert!(report(rate("1000000000001")).contains("is too much"));
}

#[test]
fn a_price_is_a_text_and_no_number() {
    let mut pricing = seats(&[(12, "1.00")]);
    pricing["dimensions"][0]["prices"][0]["price"] = json!(1.5);
    assert!(report(pricing).starts_with("invalid type: floating point"));
}

#[test]
fn a_contract_lasts_from_one_to_120_months() {
    taken(seats(&[(1, "1.00"), (120, "1.00")]));
    for months in [0, 121, u16::MAX] {
        let wanted = format!("a contract of {months} months is not possible; give 1 to 120");
        assert!(report(seats(&[(months, "1.00")])).ends_with(&wanted));
        let part = json!([{"due": {"after_months": 0}, "amount": "3.00"}]);
        assert!(report(instalments(months, part)).ends_with(&wanted));
    }
}

#[test]
fn a_dimensions_key_is_one_that_forms_can_carry() {
    for key in ["", "GB", "a-b", "a b", "é", &"k".repeat(41)] {
        let report = report(contract(json!([dimension(key, &[(12, "1.00")])])));
        assert!(
            report.contains(&format!("\"{key}\" cannot be a dimension's key; write 1 to 40 of")),
            "{report}"
        );
    }
    taken(contract(json!([dimension(&"k".repeat(40), &[(12, "1.00")])])));
}

#[test]
fn a_dimension_is_there_once_and_has_one_price_for_a_length() {
    let twice = contract(json!([dimension("seats", &[(12, "1.00")]), dimension("seats", &[(12, "1.00")])]));
    assert!(report(twice).contains("dimension seats is there twice; give each its own key"));
    let prices = seats(&[(12, "1.00"), (12, "2.00")]);
    assert!(report(prices).contains("dimension seats: there are two prices for 12 months; give one"));
}

#[test]
fn all_dimensions_are_sold_for_the_same_lengths() {
    let order_apart = [
        dimension("seats", &[(12, "1.00"), (24, "2.00")]),
        dimension("hosts", &[(24, "2.00"), (12, "1.00")]),
    ];
    taken(contract(json!(order_apart)));
    let different = [dimension("seats", &[(12, "1.00"), (24, "2.00")]), dimension("hosts", &[(12, "1.00")])];
    assert_eq!(
        report(contract(json!(different))),
        "offer offer-a: dimension seats is sold for 12, 24 months, but dimension hosts for 12; give every dimension \
         a price for the same lengths"
    );
}

#[test]
fn a_dimension_has_a_name_and_a_unit() {
    for field in ["name", "unit"] {
        let mut pricing = seats(&[(12, "1.00")]);
        pricing["dimensions"][0][field] = json!("");
        assert!(report(pricing).contains(&format!("dimension seats: the {field} is empty")));
    }
}

#[test]
fn every_pricing_has_something_in_it_and_not_too_much() {
    assert!(report(contract(json!([]))).contains("a contract needs at least one dimension"));
    assert!(report(seats(&[])).contains("each with at least one price"));
    assert!(report(instalments(12, json!([]))).contains("needs at least one instalment"));
    let mut none = rate("1.00");
    none["rates"] = json!([]);
    assert!(report(none).contains("pay as you go needs at least one rate"));
    let many: Vec<Value> = (0..51).map(|key| dimension(&format!("d{key}"), &[(12, "1.00")])).collect();
    assert!(report(contract(json!(many))).contains("there are 51 dimensions; give at most 50"));
    let parts = vec![json!({"due": {"after_months": 0}, "amount": "1.00"}); 121];
    assert!(report(instalments(12, json!(parts))).contains("there are 121 instalments; give at most 120"));
}

#[test]
fn an_instalment_is_due_within_ten_years() {
    let after = |months: u16| instalments(12, json!([{"due": {"after_months": months}, "amount": "1.00"}]));
    taken(after(120));
    assert!(report(after(121)).contains("an instalment is due after 121 months; give at most 120"));
}

#[test]
fn a_rate_is_above_zero_and_may_be_a_fraction_of_a_cent() {
    taken(rate("0.0000042"));
    for price in ["0", "0.00", "-0.01"] {
        let report = report(rate(price));
        let wanted = format!(
            "the rate \"Host hours\" is {price}; give a price above 0, or the pricing model \"free\""
        );
        assert!(report.ends_with(&wanted), "{report}");
    }
}

#[test]
fn a_trial_lasts_from_one_day_to_a_year() {
    let trial = |days: u32| json!({"model": "free_trial", "days": days});
    taken(trial(1));
    taken(trial(365));
    for days in [0, 366] {
        let wanted = format!("a trial of {days} days is not possible; give 1 to 365");
        assert!(report(trial(days)).ends_with(&wanted));
    }
    assert!(report(json!({"model": "free_trial"})).contains("missing field `days`"));
}

#[test]
fn what_costs_nothing_has_nothing_else_in_its_pricing() {
    for model in ["free", "byol"] {
        taken(json!({"model": model}));
        let report = report(json!({"model": model, "currency": "USD"}));
        assert!(report.contains("unknown field `currency`"), "{report}");
    }
}
