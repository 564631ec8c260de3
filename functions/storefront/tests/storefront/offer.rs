//! Request approval: the form, what it takes, and what it refuses (R17, R27, R30, R32).

use procurement::connection::Mode;
use procurement::requisition::Status;
use procurement::session::Operation;

use crate::world::{MANAGEMENT, MEMBER, PunchOut, SUSPENDED, World};

type Fields = &'static [(&'static str, &'static str)];

const LOGS: &str = "offer-lumen-logs-standard";

fn ask(home: &str, offer: &str) -> String {
    format!("{home}/offers/{offer}/request")
}

#[tokio::test]
async fn a_request_puts_an_item_in_the_cart_at_the_price_of_the_choice() {
    let world = World::new(Mode::Live).await;
    let home = world.shop().await;
    let fields =
        [("account", MEMBER), ("months", "24"), ("quantity.ingest_gb_day", "20"), ("quantity.seats", "5")];
    let answer = world.post(&ask(&home, LOGS), &fields).await;
    answer.is(303);
    assert_eq!(answer.location(), format!("{home}/cart"));

    let session = world.read_session(&home).await;
    let item = world.requisition(session.cart[0]).await;
    // 20 × 2,508.00 + 5 × 661.20
    assert_eq!(item.quote.total.to_string(), "53466.00 USD");
    assert_eq!(item.status, Status::InCart);
    assert_eq!(item.account.as_str(), MEMBER);
    assert_eq!(item.account_email, "data@acme.example");
    assert_eq!(item.requester.key, "jim");
    assert_eq!((item.offer.revision, item.mode), (3, Mode::Live));
}

#[tokio::test]
async fn the_account_chosen_last_is_proposed_next_time() {
    let world = World::new(Mode::Live).await;
    let home = world.shop().await;
    let proposed = async |home: &str| {
        let page = world.get(&format!("{home}/offers/{LOGS}")).await;
        page.attributes("#account option[selected]", "value")
    };
    assert_eq!(proposed(&home).await, [] as [&str; 0]);
    world.request(&home, "offer-lumen-agent-free", &[]).await;
    assert_eq!(proposed(&home).await, [MEMBER]);
    let another_day = world.shop().await;
    assert_eq!(proposed(&another_day).await, [MEMBER]);
    let somebody_else = world.shop_as(PunchOut { requester: "ann", ..PunchOut::default() }).await;
    assert_eq!(proposed(&somebody_else).await, [] as [&str; 0]);
}

#[tokio::test]
async fn only_active_accounts_of_the_organisation_can_be_chosen() {
    let world = World::new(Mode::Live).await;
    let home = world.shop().await;
    let page = world.get(&format!("{home}/offers/{LOGS}")).await;
    assert_eq!(page.attributes("#account option", "value"), ["", MANAGEMENT, MEMBER]);
    for account in ["", SUSPENDED, "999988887777", "nonsense"] {
        let fields = [("account", account), ("months", "12"), ("quantity.seats", "1")];
        let refused = world.post(&ask(&home, LOGS), &fields).await;
        refused.is(422);
        assert_eq!(refused.text_of("#account-fault"), "Choose the account to subscribe.", "{account}");
    }
    assert!(world.read_session(&home).await.cart.is_empty());
}

#[tokio::test]
async fn what_was_typed_is_kept_and_the_fault_stands_at_its_field() {
    let world = World::new(Mode::Live).await;
    let home = world.shop().await;
    let fields = [
        ("account", MEMBER),
        ("months", "36"),
        ("quantity.ingest_gb_day", "a few"),
        ("quantity.seats", "17"),
    ];
    let page = world.post(&ask(&home, LOGS), &fields).await;
    page.is(422).says("Something needs your attention");
    assert_eq!(page.text_of("#quantity-ingest_gb_day-fault"), "Enter a quantity between 0 and 1000000.");
    assert_eq!(page.attributes("#quantity-ingest_gb_day", "value"), ["a few"]);
    assert_eq!(page.attributes("#quantity-ingest_gb_day", "aria-invalid"), ["true"]);
    assert_eq!(page.attributes("#quantity-seats", "value"), ["17"]);
    assert_eq!(page.attributes("#quantity-seats", "aria-invalid"), [] as [&str; 0]);
    assert_eq!(page.attributes("input[name=months][checked]", "value"), ["36"]);
    assert_eq!(page.attributes("#account option[selected]", "value"), [MEMBER]);
    assert!(page.text_of("title").starts_with("Error: "));
}

#[tokio::test]
async fn every_fault_of_a_choice_has_its_own_words() {
    let world = World::new(Mode::Live).await;
    let home = world.shop().await;
    let cases: [(Fields, &str, &str); 5] = [
        (&[("months", "12")], "#quantities-fault", "Enter how many you need of at least one item."),
        (
            &[("months", "13"), ("quantity.seats", "1")],
            "#months-fault",
            "Choose a contract length of 12, 24 or 36 months.",
        ),
        (&[("quantity.seats", "1")], "#months-fault", "Choose a contract length of 12, 24 or 36 months."),
        (
            &[("months", "12"), ("quantity.other", "1")],
            "#quantities-fault",
            "\"other\" is not part of this offer. Choose from the items on this page.",
        ),
        (
            &[("months", "12"), ("quantity.seats", "1000001")],
            "#quantity-seats-fault",
            "Enter a quantity between 0 and 1000000.",
        ),
    ];
    for (fields, place, words) in cases {
        let mut all = vec![("account", MEMBER)];
        all.extend(fields);
        let page = world.post(&ask(&home, LOGS), &all).await;
        page.is(422);
        assert_eq!(page.text_of(place), words);
    }
    assert!(world.read_session(&home).await.cart.is_empty());
}

#[tokio::test]
async fn usage_is_requested_at_the_estimate_or_at_the_blanket_amount() {
    let world = World::new(Mode::Live).await;
    let home = world.shop().await;
    let payg = "offer-lumen-metrics-payg";
    let page = world.get(&format!("{home}/offers/{payg}")).await;
    assert_eq!(page.attributes("#estimate", "value"), ["10000.00"]);
    let totals = async |estimate: &str| {
        let item = world.request(&home, payg, &[("estimate", estimate)]).await;
        world.requisition(item).await.quote.total.to_string()
    };
    assert_eq!(totals("2,500.50").await, "2500.50 USD");
    assert_eq!(totals("").await, "10000.00 USD");
    for wrong in ["0", "-1", "1.234", "lots", "1,5"] {
        let page = world.post(&ask(&home, payg), &[("account", MEMBER), ("estimate", wrong)]).await;
        page.is(422);
        assert!(page.text_of("#estimate-fault").starts_with("Enter the estimate as an amount"), "{wrong}");
        assert_eq!(page.attributes("#estimate", "value"), [wrong]);
    }
}

#[tokio::test]
async fn usage_in_another_currency_than_the_blanket_amount_needs_an_estimate() {
    let world = World::new(Mode::Live).await;
    let home = world.shop().await;
    let euros = "offer-quiet-keys-payg";
    let page = world.get(&format!("{home}/offers/{euros}")).await;
    page.does_not_say("Leave it empty");
    assert_eq!(page.attributes("#estimate", "value"), [""]);
    world.post(&ask(&home, euros), &[("account", MEMBER)]).await.is(422);
    let item = world.request(&home, euros, &[("estimate", "1200")]).await;
    assert_eq!(world.requisition(item).await.quote.total.to_string(), "1200.00 EUR");
}

#[tokio::test]
async fn what_is_not_eligible_is_refused_with_the_reason() {
    let world = World::new(Mode::Live).await;
    let home = world.shop().await;
    for (offer, reason) in [
        ("offer-ambervane-review-package", "Professional services cannot be bought"),
        ("offer-kitefell-balancer-contract", "A machine image under a contract cannot be bought"),
        ("offer-kitefell-mesh-contract", "A container product under a contract cannot be bought"),
        ("offer-thornwatch-09d2", "This offer has expired"),
        ("offer-vireo-live-2a71", "The seller has replaced this offer"),
        ("offer-vireo-player-yearly", "The seller has withdrawn this product"),
    ] {
        let page = world.get(&format!("{home}/offers/{offer}")).await;
        page.is(200).says(reason);
        assert_eq!(page.count("main form[method=post]"), 0, "{offer}");
        world.post(&ask(&home, offer), &[("account", MEMBER)]).await.is(409).says(reason);
    }
    assert!(world.read_session(&home).await.cart.is_empty());
}

#[tokio::test]
async fn an_offer_made_to_others_is_as_good_as_none() {
    let world = World::new(Mode::Live).await;
    let home = world.shop().await;
    let theirs = world.get(&format!("{home}/offers/offer-lumen-logs-8b10")).await;
    let none = world.get(&format!("{home}/offers/offer-nothing")).await;
    theirs.is(404).says("This offer is not open to you");
    assert_eq!(theirs.body, none.body);
    world.post(&ask(&home, "offer-lumen-logs-8b10"), &[("account", MEMBER)]).await.is(404);
}

#[tokio::test]
async fn an_offer_for_one_account_can_be_requested_for_that_account_only() {
    let world = World::new(Mode::Live).await;
    let mut listing = world.listing("prod-lumen-agent").await;
    listing.offers[0].audience =
        procurement::catalogue::Audience::Private(vec![MEMBER.parse().expect("an account")]);
    world.stock(&[listing]).await;
    let home = world.shop().await;
    let offer = "offer-lumen-agent-free";
    let page = world.get(&format!("{home}/offers/{offer}")).await;
    assert_eq!(page.attributes("#account option", "value"), ["", MEMBER]);
    let refused = world.post(&ask(&home, offer), &[("account", MANAGEMENT)]).await;
    refused.is(409).says("This private offer was made to another account");
    world.post(&ask(&home, offer), &[("account", MEMBER)]).await.is(303);
}

#[tokio::test]
async fn a_cart_holds_one_currency() {
    let world = World::new(Mode::Live).await;
    let home = world.shop().await;
    world.request(&home, "offer-lumen-metrics-payg", &[]).await;
    let refused =
        world.post(&ask(&home, "offer-quiet-keys-payg"), &[("account", MEMBER), ("estimate", "5")]).await;
    refused.is(409).says("The cart is in USD and this offer is in EUR");
    assert_eq!(world.read_session(&home).await.cart.len(), 1);
}

#[tokio::test]
async fn a_cart_holds_ten_items() {
    let world = World::new(Mode::Live).await;
    let home = world.shop().await;
    for _ in 0..10 {
        world.request(&home, "offer-lumen-agent-free", &[]).await;
    }
    let refused = world.post(&ask(&home, "offer-lumen-agent-free"), &[("account", MEMBER)]).await;
    refused.is(409).says("The cart holds 10 items, which is the most");
}

#[tokio::test]
async fn a_cart_that_is_looked_at_takes_nothing() {
    let world = World::new(Mode::Live).await;
    let home = world.shop_as(PunchOut { operation: Operation::Inspect, ..PunchOut::default() }).await;
    let page = world.get(&format!("{home}/offers/offer-lumen-agent-free")).await;
    page.says("was opened to be looked at");
    assert_eq!(page.count("main form[method=post]"), 0);
    let refused = world.post(&ask(&home, "offer-lumen-agent-free"), &[("account", MEMBER)]).await;
    refused.is(409).says("was opened to be looked at");
}

#[tokio::test]
async fn a_disabled_connection_takes_no_new_requests() {
    let mut world = World::new(Mode::Live).await;
    let home = world.shop().await;
    world.change_connection(|connection| connection.enabled = false).await;
    let refused = world.post(&ask(&home, "offer-lumen-agent-free"), &[("account", MEMBER)]).await;
    refused.is(409).says("The connection to your procurement system is disabled");
}

#[tokio::test]
async fn the_same_form_sent_twice_puts_one_item_in_the_cart() {
    let world = World::new(Mode::Live).await;
    let home = world.shop().await;
    let page = world.get(&format!("{home}/offers/{LOGS}")).await;
    let ticket = page.attributes("input[name=ticket]", "value").remove(0);
    let fields = [("account", MEMBER), ("months", "12"), ("quantity.seats", "1"), ("ticket", &ticket)];
    let path = ask(&home, LOGS);
    let (first, second) = tokio::join!(world.post(&path, &fields), world.post(&path, &fields));
    first.is(303);
    second.is(303);
    world.post(&path, &fields).await.is(303);
    assert_eq!(world.read_session(&home).await.cart.len(), 1);

    // Gone back in the browser and changed, it is another item.
    let changed = [("account", MEMBER), ("months", "12"), ("quantity.seats", "2"), ("ticket", &ticket)];
    world.post(&path, &changed).await.is(303);
    assert_eq!(world.read_session(&home).await.cart.len(), 2);
}

#[tokio::test]
async fn two_windows_that_request_at_once_both_get_their_item() {
    let world = World::new(Mode::Live).await;
    let home = world.shop().await;
    let fields = [("account", MEMBER)];
    let (agent, relay) = (ask(&home, "offer-lumen-agent-free"), ask(&home, "offer-lumen-relay-free"));
    let (left, right) = tokio::join!(world.post(&agent, &fields), world.post(&relay, &fields));
    left.is(303);
    right.is(303);
    assert_eq!(world.read_session(&home).await.cart.len(), 2);
}

#[tokio::test]
async fn nothing_is_bought_past_the_procurement_system() {
    let world = World::new(Mode::Live).await;
    let home = world.shop().await;
    let refused = world.post(&format!("{home}/offers/{LOGS}/subscribe"), &[("account", MEMBER)]).await;
    refused.is(409).says("Nothing was bought").says("through Coupa");
    assert_eq!(refused.attributes("main a.button", "href"), [format!("{home}/offers/{LOGS}")]);
    assert_eq!(refused.text_of("main a.button"), "Request approval");
}

#[tokio::test]
async fn a_form_that_was_shown_again_can_be_reloaded() {
    let world = World::new(Mode::Live).await;
    let home = world.shop().await;
    let again = world.get(&ask(&home, LOGS)).await;
    again.is(303);
    assert_eq!(again.location(), format!("{home}/offers/{LOGS}"));
}

#[tokio::test]
async fn a_request_takes_one_transaction_and_remembers_the_account_in_one_write() {
    let world = World::new(Mode::Live).await;
    let home = world.shop().await;
    let before = world.core.store.table().counters();
    world.post(&ask(&home, "offer-lumen-agent-free"), &[("account", MEMBER)]).await.is(303);
    let spent = world.core.store.table().counters() - before;
    assert_eq!((spent.transactions, spent.writes, spent.reads), (1, 1, 5));
}
