//! The four calls of Open Buy (R22).

use buyer::PunchOut;
use jiff::SignedDuration;
use serde_json::json;
use support::{Harness, Shopping};

use super::client::Client;

#[tokio::test(flavor = "multi_thread")]
async fn a_search_finds_an_item_with_everything_that_coupa_shows_with_and_without_version() {
    let harness = Harness::start().await;
    for version in ["", "/v1.0.0"] {
        let client = Client { version, ..Client::of(&harness).await };
        let body = json!({ "query": "lumen logs", "page_number": 1 });
        let (status, answer) = client.call("search", &body, Some(&client.token().await)).await;
        assert_eq!(status, 200, "{answer}");
        let item = &answer["results"][0];
        assert_eq!(item["source_part_num"], "prod-lumen-logs");
        assert_eq!((&item["uom"], &item["unspsc_code"]), (&json!("EA"), &json!("81162000")));
        assert_eq!(item["currency"], "USD");
        for field in ["description", "unit_price", "manufacturer_name", "image_url", "price_note"] {
            assert!(item[field].as_str().is_some_and(|text| !text.is_empty()), "{field}: {item}");
        }
        assert_eq!(answer["count"], answer["results"].as_array().expect("results").len());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mistyped_word_finds_what_was_meant() {
    let harness = Harness::start().await;
    let client = Client::of(&harness).await;
    assert_eq!(client.found("fernholow bakcup").await[0], "prod-fernhollow-backup");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_token_travels_in_a_header_or_in_a_field() {
    let harness = Harness::start().await;
    let client = Client::of(&harness).await;
    let token = client.token().await;
    let body = json!({ "query": "logs", "page_number": "1", "token": token });
    assert_eq!(client.call("search", &body, None).await.0, 200);
    assert_eq!(client.call("search", &json!({ "query": "logs" }), Some(&token)).await.0, 200);
    let (status, answer) = client.call("search", &json!({ "query": "logs" }), None).await;
    assert_eq!((status, &answer["error"]), (401, &json!("unauthorized")));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_ends_after_half_an_hour_and_with_its_connection() {
    let harness = Harness::start().await;
    let client = Client::of(&harness).await;
    let (token, body) = (client.token().await, json!({ "query": "logs" }));
    harness.advance(SignedDuration::from_mins(31));
    assert_eq!(client.call("search", &body, Some(&token)).await.0, 401);
    let token = client.token().await;
    harness.change_coupa(|connection| connection.enabled = false).await;
    assert_eq!(client.call("search", &body, Some(&token)).await.0, 401);
}

#[tokio::test(flavor = "multi_thread")]
async fn wrong_credentials_and_altered_tokens_are_unauthorized() {
    let harness = Harness::start().await;
    let client = Client::of(&harness).await;
    let identity = &harness.world().coupa_connection.buyer.value;
    for credentials in
        [format!("{identity}:"), format!("{identity}:wrong"), "nobody:secret".into(), "x".into()]
    {
        let body = json!({ "credentials": credentials, "email": "ada@acme.example" });
        assert_eq!(client.call("authentication", &body, None).await.0, 401, "{credentials}");
    }
    let token = client.token().await;
    let altered = format!("{}x", &token[..token.len() - 1]);
    for text in [altered.as_str(), "", "ob1.x.y.z"] {
        assert_eq!(client.call("detail", &json!({ "realtime_item_key": "x" }), Some(text)).await.0, 401);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_understood_is_a_bad_request_in_json() {
    let harness = Harness::start().await;
    let client = Client::of(&harness).await;
    let token = client.token().await;
    for (call, body) in [
        ("authentication", "{}"),
        ("search", "not json"),
        ("search", "{\"query\":\"x\",\"page_number\":0}"),
        ("search", "{\"query\":\"x\",\"page_number\":\"two\"}"),
        ("detail", "{\"realtime_item_key\":\"prod-unknown\"}"),
        ("checkout", "{\"items\":[]}"),
    ] {
        let (status, answer) = client.send(call, body.to_owned(), Some(&token)).await;
        assert_eq!((status, &answer["error"]), (400, &json!("bad_request")), "{call} {body}");
        assert!(answer["message"].as_str().is_some_and(|text| !text.is_empty()));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_hold_every_item_once_and_end() {
    let harness = Harness::start().await;
    let client = Client::of(&harness).await;
    let token = client.token().await;
    let (mut seen, mut page) = (Vec::new(), 1);
    loop {
        let body = json!({ "query": "", "page_number": page });
        let (_, answer) = client.call("search", &body, Some(&token)).await;
        let results = answer["results"].as_array().expect("results").clone();
        if results.is_empty() {
            assert_eq!(answer["total_count"], seen.len());
            break;
        }
        seen.extend(results.iter().map(|item| item["source_part_num"].to_string()));
        page += 1;
    }
    let count = seen.len();
    seen.sort();
    seen.dedup();
    assert_eq!(seen.len(), count);
    assert!(count > 20);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_click_on_a_result_leads_by_punch_out_to_its_page() {
    let harness = Harness::start().await;
    let client = Client::of(&harness).await;
    let key = client.found("harbor scan").await.remove(0);
    let body = json!({ "items": [{ "realtime_item_key": key }] });
    let (status, answer) = client.call("checkout", &body, Some(&client.token().await)).await;
    assert_eq!((status, &answer["status"]), (200, &json!("punchout_required")));
    let selected = answer["items"][0]["selected_item"]["supplier_part_id"].as_str().expect("an item");

    let shopping =
        Shopping::start_with(harness.coupa(), PunchOut::create("ada").select(selected, None)).await;
    assert!(shopping.store.url.path().ends_with("/products/prod-harbor-scan"), "{}", shopping.store.url);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_item_is_shown_with_its_offers_and_those_of_others_are_not() {
    let harness = Harness::start().await;
    let client = Client::of(&harness).await;
    let token = client.token().await;
    let body = json!({ "realtime_item_key": "prod-tally-ledger" });
    let (status, answer) = client.call("detail", &body, Some(&token)).await;
    assert_eq!(status, 200, "{answer}");
    let offers = answer["offers"].as_array().expect("offers");
    let listing = harness.core().store.listing(&"prod-tally-ledger".parse().expect("an id")).await;
    let listing = listing.expect("a read").expect("a listing");
    let own = [harness.world().coupa_connection.organisation.management_account];
    let seen = listing.offers.iter().filter(|offer| offer.is_for(&own)).count();
    assert_eq!(offers.len(), seen);
    assert!(offers.iter().any(|offer| offer["id"] == "offer-tally-ledger-5a02"), "{offers:?}");
}
