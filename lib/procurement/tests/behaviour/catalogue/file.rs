//! The file, its lines, and the products in them.

use procurement::catalogue::{MAX_LINE, MAX_OFFERS};
use serde_json::{Value, json};

use super::{fault, line, listing, offer, product, read};

fn with(field: &str, value: Value) -> String {
    let mut product = product();
    product[field] = value;
    line(product, &[])
}

fn free(id: &str) -> Value {
    offer(id, json!({"model": "free"}))
}

#[test]
fn a_line_that_is_right_is_a_listing() {
    let listing = listing(&line(product(), &[free("offer-a")]));
    assert_eq!(listing.product.id.as_str(), "prod-a");
    assert_eq!(listing.offers[0].product, listing.product.id);
}

#[test]
fn comments_empty_lines_and_a_byte_order_mark_are_passed_over() {
    let text = format!("\u{feff}# A catalogue\r\n\r\n  \n{}\r\n", line(product(), &[]));
    assert_eq!(read(&text).0.len(), 1);
    assert_eq!(read(&format!("\u{feff}{}", line(product(), &[]))).0.len(), 1);
}

#[test]
fn a_byte_order_mark_within_the_file_is_a_fault() {
    let (listings, faults) = read(&format!("# A catalogue\n\u{feff}{}", line(product(), &[])));
    assert_eq!((listings.len(), faults.len()), (0, 1));
}

#[test]
fn a_fault_names_its_line_and_the_other_lines_are_read() {
    let text = format!("# first\n{{}}\n{}\nnonsense", line(product(), &[]));
    let (listings, faults) = read(&text);
    assert_eq!(listings.len(), 1);
    let reports: Vec<String> = faults.iter().map(ToString::to_string).collect();
    assert_eq!(reports, ["line 2: missing field `product` (column 2)", "line 4: expected ident (column 2)"]);
}

#[test]
fn a_line_that_is_too_long_is_not_even_parsed() {
    let report = fault(&with("description", json!("x".repeat(MAX_LINE))));
    assert!(report.contains("bytes, and at most 262144 are taken; shorten the texts"), "{report}");
}

#[test]
fn a_report_is_short_whatever_stands_in_the_file() {
    let report = fault(&with("x".repeat(100_000).as_str(), json!(1)));
    assert!(report.chars().count() < 450 && report.ends_with('…'), "{report}");
}

#[test]
fn a_product_and_an_offer_are_there_once_and_the_first_is_kept() {
    let first = line(product(), &[free("offer-a")]);
    let (listings, faults) = read(&format!("{first}\n{}", with("name", json!("Other"))));
    assert_eq!(listings[0].product.name, "A");
    assert_eq!(faults[0].to_string(), "line 2: product prod-a is in the file twice; give each its own id");
    let mut other = product();
    other["id"] = json!("prod-b");
    let (_, faults) = read(&format!("{first}\n{}", line(other, &[free("offer-a")])));
    assert_eq!(faults[0].to_string(), "line 2: offer offer-a is in the file twice; give each its own id");
    let twice = fault(&line(product(), &[free("offer-a"), free("offer-a")]));
    assert_eq!(twice, "line 1: offer offer-a is in the line twice; give each its own id");
}

#[test]
fn the_ids_of_a_line_that_is_refused_stay_free() {
    let wrong = line(product(), &[free("offer-a"), free("offer-a")]);
    let (listings, faults) = read(&format!("{wrong}\n{}", line(product(), &[free("offer-a")])));
    assert_eq!((listings.len(), faults.len()), (1, 1));
}

#[test]
fn a_product_has_no_more_offers_than_a_page_can_show() {
    let offers = |count| (0..count).map(|number| free(&format!("offer-{number}"))).collect::<Vec<_>>();
    assert_eq!(listing(&line(product(), &offers(MAX_OFFERS))).offers.len(), MAX_OFFERS);
    let report = fault(&line(product(), &offers(MAX_OFFERS + 1)));
    assert_eq!(report, "line 1: product prod-a has 51 offers; give it at most 50");
}

#[test]
fn a_text_that_is_empty_is_refused_by_name() {
    for field in ["name", "summary", "description", "category", "support"] {
        for empty in ["", " \u{a0}"] {
            let report = fault(&with(field, json!(empty)));
            assert!(report.starts_with(&format!("line 1: product prod-a: the {field} is empty")), "{report}");
        }
    }
    let report = fault(&with("seller", json!({"id": "seller-a", "name": ""})));
    assert!(report.contains("the seller's name is empty"), "{report}");
}

#[test]
fn a_text_that_is_too_long_is_refused_with_its_limit() {
    for (field, most) in
        [("name", 150), ("summary", 300), ("description", 20_000), ("category", 60), ("support", 300)]
    {
        listing(&with(field, json!("ä".repeat(most))));
        let report = fault(&with(field, json!("ä".repeat(most + 1))));
        let wanted = format!("the {field} has {} characters; shorten it to {most}", most + 1);
        assert!(report.ends_with(&wanted), "{report}");
    }
}

#[test]
fn control_characters_are_refused_and_line_breaks_belong_in_descriptions() {
    for text in ["A\nB", "A\tB", "A\u{0}", "\u{1b}[31mA"] {
        assert!(fault(&with("name", json!(text))).contains("the name holds the control character"));
    }
    listing(&with("description", json!("A\n\nB")));
    assert!(
        fault(&with("description", json!("A\u{0}"))).contains("the description holds the control character")
    );
}

#[test]
fn subscribers_are_sent_over_https_only() {
    for (url, words) in [
        (
            "http://a.example/",
            "begins with http:, and subscribers are sent there; give one that begins with https://",
        ),
        ("javascript:alert(1)", "begins with javascript:"),
        ("data:text/html,x", "begins with data:"),
        ("https://a@evil.example/", "carries a user name or a password; leave it out"),
        ("/start", "relative URL"),
    ] {
        let report = fault(&with("setup_url", json!(url)));
        assert!(report.contains(words), "{report}");
    }
    let long = format!("https://a.example/{}", "x".repeat(2_000));
    assert!(fault(&with("setup_url", json!(long))).contains("more than 2000 characters; shorten it"));
}

#[test]
fn an_unknown_field_is_a_fault() {
    assert!(fault(&with("sumary", json!("?"))).contains("unknown field `sumary`"));
}
