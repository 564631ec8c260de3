//! The whole way, from punch-out to mail and invoice, as AWS runs it.

use buyer::{Buyer, PunchOut};
use jiff::Timestamp;
use platform::oversight::invoices::take_back;
use procurement::id::ProductId;
use procurement::invoice::InvoiceState;
use procurement::job::{Job, Task};
use procurement::reference::Reference;
use procurement::requisition::Requisition;
use punchgate::shopper::Shopper;
use serde_json::{Value, json};
use support::{Offered, Shopping};

use crate::aws::connected::Connected;
use crate::aws::failures::BROKEN;
use crate::aws::tools::Tools;
use crate::aws::{afterwards, browsed, configured, cost, directly, logs, measures, permissions, stream};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_purchase_goes_the_whole_way_through_the_lambda_functions() {
    let Some(tools) = Tools::find() else { return };
    let world = Connected::start(&tools).await;

    let order = Shopping::approved_order(&world.coupa, Offered::LUMEN_LOGS).await;
    assert_eq!(status(&world.coupa, &order).await, 200);
    stream_reaches_the_workers(&world).await;
    invoice_was_delivered(&world).await;
    cost::is_as_written(&world);

    same_order_again(&world, &order).await;
    let order = Shopping::approved_order(&world.ariba, Offered::HARBOR_SCAN).await;
    assert_eq!(status(&world.ariba, &order).await, 200);
    look_around(&world).await;
    an_order_for_a_withdrawn_offer_is_refused(&world).await;
    coupa_searches_by_open_buy(&world).await;
    the_search_does_without_its_index(&world).await;
    directly::a_choice_waits_for_the_next_punch_out(&world).await;
    directly::purchases_made_elsewhere_are_reported(&world).await;
    configured::configure(&world).await;
    directly::what_is_free_is_had_at_once(&world).await;
    afterwards::an_order_is_confirmed(&world).await;
    afterwards::a_subscription_is_metered_and_ended(&world).await;
    afterwards::a_contract_is_changed(&world).await;
    afterwards::test_mode_is_called_out(&world).await;
    what_needs_no_approval_is_subscribed_to_at_once(&world).await;
    an_invoice_is_taken_back(&world).await;
    every_kind_of_mail(&world).await;
    failed_jobs_are_reported(&world).await;
    the_schedule_does_what_is_due(&world).await;
    afterwards::damaged_jobs_stop_nobody(&world).await;
    a_mail_that_came_back_is_noted(&world).await;
    browsed::browse(&world).await;

    let mistakes: Vec<String> = world.functions().into_iter().flat_map(permissions::mistakes).collect();
    assert!(mistakes.is_empty(), "{mistakes:#?}");
    logs::say_what_they_should_and_nothing_else(&world);
    measures::nobody_needed_much_memory(&world);
}

async fn status(buyer: &Buyer, order: &str) -> u16 {
    let answer = buyer.send_po(order).await.expect("an answer");
    answer.status.expect("a Status").code
}

async fn same_order_again(world: &Connected, order: &str) {
    let answer = world.coupa.send_po_again(order).await.expect("an answer");
    assert_eq!(answer.status.expect("a Status").code, 200);
    let agreements = world.core.store.agreements(world.coupa_connection.id).await.expect("a read");
    assert_eq!(agreements.len(), 1);
}

/// Every record of the stream is handed over, as Lambda would, filtered by the template's patterns.
async fn stream_reaches_the_workers(world: &Connected) {
    let records = stream::records(&world.services.dynamodb).await;
    for function in [&world.notify, &world.invoices] {
        let wanted = stream::for_worker(&records, function.name);
        assert!(!wanted.is_empty(), "{}", function.name);
        let answer = function.invoke(&json!({"Records": wanted})).await;
        assert_eq!(answer, json!({"batchItemFailures": []}));
        // The same again finds nothing to be done.
        assert_eq!(function.invoke(&json!({"Records": wanted})).await, json!({"batchItemFailures": []}));
    }
    assert_eq!(world.services.mails().await.len(), 1);
}

async fn invoice_was_delivered(world: &Connected) {
    let invoices = world.core.store.invoices_of(world.coupa_connection.id).await.expect("a read");
    assert!(
        matches!(invoices[..], [ref only] if matches!(only.state, InvoiceState::Delivered { .. })),
        "{invoices:?}"
    );
}

/// The pages that a purchase does not need.
async fn look_around(world: &Connected) {
    let shopping = Shopping::start(&world.coupa).await;
    let bought = bought(world).await;
    for path in ["?q=lumen".to_owned(), "/requests".into(), "/subscriptions".into()] {
        assert_eq!(shopping.open(&path).await.status, 200, "{path}");
    }
    for kind in ["requests", "subscriptions"] {
        let path = format!("/{kind}/{}", bought.id);
        assert_eq!(shopping.open(&path).await.status, 200, "{path}");
    }
    let leave = shopping.open("/cart").await.form_to("/leave").expect("a way out");
    assert_eq!(shopping.submit(&leave).await.status, 200);
    let again = Shopping::start_with(&world.coupa, PunchOut::create("ada")).await;
    assert_eq!(again.store.status, 200);
}

async fn bought(world: &Connected) -> Requisition {
    let all = world.core.store.requisitions_of(world.coupa_connection.id, "ada").await.expect("a read");
    all.into_iter().next().expect("one")
}

async fn an_order_for_a_withdrawn_offer_is_refused(world: &Connected) {
    let order = Shopping::approved_order(&world.coupa, Offered::TALLY_LEDGER).await;
    let product: ProductId = Offered::TALLY_LEDGER.product.parse().expect("an id");
    let mut listing = world.core.store.listing(&product).await.expect("a read").expect("a listing");
    listing.offers.retain(|offer| Some(offer.id.as_str()) != Offered::TALLY_LEDGER.offer);
    world.core.store.put_listing(&listing).await.expect("written");
    let refused = status(&world.coupa, &order).await;
    assert!((400..500).contains(&refused), "{refused}");
    let requisition = bought(world).await;
    let reference = Reference { requisition: requisition.id, offer: requisition.offer.id };
    let link =
        world.core.marketplace.url(&format!("offers/{}", reference.sign(&world.core.keys.reference_key())));
    let page = Shopper::new().expect("a client").open(&link).await.expect("a page");
    assert_eq!(page.status, 200);
}

/// Of a batch, only what was not seen through is reported.
async fn failed_jobs_are_reported(world: &Connected) {
    let before = stream::records(&world.services.dynamodb).await.len();
    let requisition = bought(world).await.id;
    let tasks = [Task::RequestExpiringMail { requisition }, Task::Invoice { requisition, instalment: 0 }];
    for (name, task) in ["mail", "invoice"].into_iter().zip(tasks) {
        let now = Timestamp::now();
        let job = Job::new(format!("{name}-that-nobody-leases"), task, now, now);
        world.core.store.put_job(&job).await.expect("written");
    }
    let all = stream::records(&world.services.dynamodb).await;
    let (before, waiting) = all.split_at(before);
    for function in [&world.notify, &world.invoices] {
        let failing = stream::for_worker(waiting, function.name);
        let done = stream::for_worker(before, function.name);
        assert_eq!(function.invoke(&json!({"Records": done})).await, json!({"batchItemFailures": []}));
        let batch = [done, failing.clone()].concat();
        function.aws.fail("PutItem", BROKEN);
        let answer = function.invoke(&json!({"Records": batch})).await;
        function.aws.recover();
        let number = &failing[0]["dynamodb"]["SequenceNumber"];
        assert_eq!(answer, json!({"batchItemFailures": [{"itemIdentifier": number}]}));
    }
}

async fn the_schedule_does_what_is_due(world: &Connected) {
    let event = Tools::event("notify-schedule");
    for function in [&world.notify, &world.invoices] {
        assert_eq!(function.invoke(&event).await, json!({"batchItemFailures": []}), "{}", function.output());
    }
}

/// By the one function of the store that may write agreements (R16).
async fn what_needs_no_approval_is_subscribed_to_at_once(world: &Connected) {
    let buyers = [
        (&world.coupa, world.coupa_connection.id, "111122220001"),
        (&world.ariba, world.ariba_connection.id, "444455550001"),
    ];
    for (buyer, connection, account) in buyers {
        let before = world.core.store.agreements(connection).await.expect("a read").len();
        let shopping = Shopping::start(buyer).await;
        let free = Offered { product: "prod-lumen-agent", offer: None, fields: &[] };
        let form = shopping.offer(free).await.form_to("/subscribe").expect("a way to subscribe");
        // Whatever it found out before is forgotten.
        world.routes.subscribe.restart().await;
        let page = shopping.submit(&form.fill("account", account)).await;
        assert_eq!(page.status, 200, "{}", page.html);
        let after = world.core.store.agreements(connection).await.expect("a read").len();
        assert_eq!(after, before + 1, "{}", page.html);
    }
}

async fn coupa_searches_by_open_buy(world: &Connected) {
    let client = reqwest::Client::new();
    let ask = async |call: &str, body: Value| {
        let url = world.core.marketplace.url(&format!("open-buy/{call}"));
        let answered = client.post(url).body(body.to_string()).send().await.expect("an answer");
        let (status, text) = (answered.status(), answered.text().await.expect("a body"));
        assert_eq!(status, 200, "{call}: {text}");
        serde_json::from_str::<Value>(&text).expect("JSON")
    };
    let token = &ask("authentication", json!({"credentials": world.open_buy_credentials})).await["token"];
    let found = ask("search", json!({"query": "lumen", "token": token})).await;
    assert!(found["total_count"].as_u64() > Some(0), "{found}");
    let key = Offered::LUMEN_LOGS.product;
    ask("detail", json!({"realtime_item_key": key, "token": token})).await;
    ask("checkout", json!({"items": [{"realtime_item_key": key}], "token": token})).await;
}

/// Whoever starts and finds no index makes one of the catalogue; after the next import there is one again.
async fn the_search_does_without_its_index(world: &Connected) {
    world.services.delete("CATALOGUE", "SEARCH-INDEX").await;
    for function in [&world.routes.pages, &world.routes.open_buy] {
        function.restart().await;
    }
    assert!(Shopping::start(&world.coupa).await.open("?q=lumen").await.says("Lumen Logs"));
    coupa_searches_by_open_buy(world).await;
}

/// Withdrawn by a document of its own, which the simulated Coupa refuses, so that a credit follows.
async fn an_invoice_is_taken_back(world: &Connected) {
    let invoices = world.core.store.invoices_of(world.coupa_connection.id).await.expect("a read");
    take_back(&world.core, &invoices[0]).await.expect("cancelled");
    let schedule = Tools::event("invoice-push-schedule");
    for _ in 0..2 {
        let answer = world.invoices.invoke(&schedule).await;
        assert_eq!(answer, json!({"batchItemFailures": []}), "{}", world.invoices.output());
    }
}

/// The mails that a purchase does not cause.
async fn every_kind_of_mail(world: &Connected) {
    let (requisition, connection) = (bought(world).await.id, world.coupa_connection.id);
    let otherwise = "aws-111122223333@buyers.example".to_owned();
    let tasks = [
        Task::TestModeMail { connection, otherwise: otherwise.clone() },
        Task::FailingMail { connection, otherwise, reason: "nobody answers".to_owned() },
        Task::RequestExpiringMail { requisition },
        Task::ExpireRequest { requisition },
    ];
    for (position, task) in tasks.into_iter().enumerate() {
        let now = Timestamp::now();
        let job = Job::new(format!("mail-trial-{position}"), task, now, now);
        world.core.store.put_job(&job).await.expect("written");
    }
}

/// What Amazon SES says about the first mail reaches the suppression list and the request.
async fn a_mail_that_came_back_is_noted(world: &Connected) {
    let mut event = Tools::event("notify-ses-bounce");
    let answer = world.notify.invoke(&event).await;
    assert_eq!(
        answer,
        json!({"batchItemFailures": []}),
        "a mail that nobody knows: {}",
        world.notify.output()
    );
    let message = world.services.message_ids().await.into_iter().next().expect("a mail");
    let address = world.coupa.requesters()[0].email.clone();
    event["detail"]["mail"]["messageId"] = message.into();
    event["detail"]["bounce"]["bouncedRecipients"][0]["emailAddress"] = address.clone().into();
    let answer = world.notify.invoke(&event).await;
    assert_eq!(answer, json!({"batchItemFailures": []}), "{}", world.notify.output());
    let suppressed = world.core.store.suppressed(&[address]).await.expect("a read");
    assert_eq!(suppressed.len(), 1);
}
