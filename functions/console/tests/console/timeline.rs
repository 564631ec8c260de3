//! What happened to a request is told in German on German pages; what is not in German there says in which language it is.

use jiff::civil::date;
use platform::store::NewInvoice;
use procurement::agreement::{Agreement, Amendment};
use procurement::connection::Connection;
use procurement::id::{InvoiceId, RequisitionId};
use procurement::invoice::{InvoiceCounter, Verdict, issue};
use procurement::job::{Attempt, JobState, Task};
use procurement::order::{LineFault, NoLonger, OrderFault, Stale};
use procurement::requisition::{Happened, Requisition, Status};
use procurement::trouble::Trouble;
use scraper::{ElementRef, Html, Selector};

use crate::purchases::{asked, bought, refused};
use crate::world::{Answer, MANAGEMENT, OPERATOR, World};

/// Words that every English sentence of ours has one of, and no German one.
const ENGLISH: [&str; 21] = [
    "the",
    "is",
    "of",
    "and",
    "by",
    "to",
    "for",
    "not",
    "has",
    "came",
    "order",
    "asked",
    "request",
    "sent",
    "invoice",
    "delivered",
    "subscription",
    "longer",
    "account",
    "done",
    "refused",
];

/// What a German page tells in German, and what it marks as in another language, each with its tag.
fn told(page: &Answer) -> (String, Vec<(String, String)>) {
    let html = Html::parse_document(&page.text);
    let main = html.select(&Selector::parse("main").expect("a selector")).next().expect("a page");
    let (mut german, mut marked) = (String::new(), Vec::new());
    for node in main.descendants() {
        let Some(text) = node.value().as_text() else { continue };
        let mut around = node.ancestors().filter_map(ElementRef::wrap);
        let language = around.find_map(|element| element.value().attr("lang")).unwrap_or_default();
        if language == "de" {
            german.push_str(text);
            german.push(' ');
        } else {
            marked.push((language.to_owned(), text.trim().to_owned()));
        }
    }
    (german, marked)
}

#[track_caller]
fn holds_no_english(page: &Answer) {
    assert_eq!((page.status, page.attribute("html", "lang").as_deref()), (200, Some("de")), "{}", page.text);
    let (german, _) = told(page);
    let words =
        german.split(|letter: char| !letter.is_alphanumeric() && letter != '-').map(str::to_lowercase);
    let english: Vec<String> = words.filter(|word| ENGLISH.contains(&word.as_str())).collect();
    assert!(english.is_empty(), "{english:?} in {german}");
}

async fn german(world: &World, connection: &Connection, page: &str) -> Answer {
    let browser = world.signed_in(MANAGEMENT).await.in_language("de");
    world.get(&browser, &format!("/console/connections/{}{page}", connection.id)).await
}

async fn timeline(world: &World, connection: &Connection, request: RequisitionId) -> Answer {
    german(world, connection, &format!("/requests/{request}")).await
}

fn wrong_price(requisition: &Requisition) -> OrderFault {
    let (found, requested) = (requisition.quote.total, requisition.quote.total);
    OrderFault::Line { number: 1, fault: LineFault::Price { found, requested } }
}

#[tokio::test]
async fn a_refused_order_is_told_in_german_wherever_the_console_tells_it() {
    let world = World::start().await;
    let (connection, _) = world.coupa().await;
    let first = asked(&world, &connection).await;
    refused(&world, &first, wrong_price(&first)).await;
    let second = asked(&world, &connection).await;
    let stale = NoLonger::Stale(Stale::Withdrawn).into();
    refused(&world, &second, OrderFault::Line { number: 2, fault: stale }).await;
    let page = timeline(&world, &connection, first.id).await;
    holds_no_english(&page);
    let (text, marked) = told(&page);
    assert!(text.contains("Die Bestellung PO-9 wurde abgelehnt. Zeile 1: Der Preis ist"), "{text}");
    assert_eq!(marked, []);
    for page in ["/requests", "/health"] {
        let page = german(&world, &connection, page).await;
        holds_no_english(&page);
        assert!(
            told(&page).0.contains("Zeile 2: Der Anbieter hat das Angebot zurückgezogen."),
            "{}",
            page.text
        );
    }
    let english = world.signed_in(MANAGEMENT).await;
    let page = world.get(&english, &format!("/console/connections/{}/health", connection.id)).await;
    assert!(page.text.contains("Line 2: The seller has withdrawn the offer."), "{}", page.text);
}

#[tokio::test]
async fn a_mail_that_needs_a_person_is_told_in_german() {
    let world = World::start().await;
    let (connection, _) = world.coupa().await;
    let requisition = asked(&world, &connection).await;
    let written = refused(&world, &requisition, wrong_price(&requisition)).await;
    let (core, now) = (&world.configuration.core, world.configuration.core.clock.now());
    let mail = written.jobs.into_iter().find(|job| matches!(job.task, Task::RefusedMail { .. }));
    let stuck = mail.expect("a mail").leased(now).after(Attempt::Park { reason: Trouble::Suppressed }, now);
    assert!(matches!(stuck.state, JobState::Parked { .. }));
    for version in [stuck.version - 1, stuck.version] {
        let step = procurement::job::Job { version, ..stuck.clone() };
        core.store.put_job(&step).await.expect("written");
    }
    let page = timeline(&world, &connection, requisition.id).await;
    holds_no_english(&page);
    assert!(
        page.text.contains("Mail über die Ablehnung: Jemand muss nachsehen. Frühere Mails"),
        "{}",
        page.text
    );
}

/// Its first invoice, which the procurement system refuses.
async fn parked(world: &World, agreement: &Agreement, why: Trouble) {
    let (core, now) = (&world.configuration.core, world.configuration.core.clock.now());
    let (id, payload_id) = (InvoiceId::new(core.ids.uuid()), core.payload_id());
    let issued = issue(agreement, 0, InvoiceCounter::default(), id, payload_id, now);
    let (invoice, counter) = issued.expect("an invoice");
    let new = NewInvoice { agreement, invoice: &invoice, next: None };
    core.store.issue_invoices(&[new], InvoiceCounter::default(), counter).await.expect("written");
    let parked = invoice.after(&Verdict::Parked { reason: why }, now);
    core.store.put_invoices(&[&parked], None, &[]).await.expect("written");
}

#[tokio::test]
async fn a_parked_invoice_is_told_in_german_and_the_receivers_own_words_are_marked() {
    let world = World::start().await;
    let (connection, _) = world.coupa().await;
    let requisition = asked(&world, &connection).await;
    let agreement = bought(&world, &requisition).await;
    let because = Box::new(Trouble::answered(500, "Internal Server Error: the queue is full"));
    parked(&world, &agreement, Trouble::GivenUp { tries: 10, because }).await;
    let request = format!("/requests/{}", requisition.id);
    for page in [request.as_str(), "/invoices", "/reconciliation"] {
        let page = german(&world, &connection, page).await;
        holds_no_english(&page);
        let (text, marked) = told(&page);
        assert!(text.contains("Nach 10 Versuchen aufgegeben."), "{text}");
        assert_eq!(marked, [("en".to_owned(), "Internal Server Error: the queue is full".to_owned())]);
    }
}

#[tokio::test]
async fn a_changed_and_an_ended_subscription_are_told_in_german_and_what_the_operator_typed_is_marked() {
    let world = World::start().await;
    let (connection, _) = world.coupa().await;
    let requisition = asked(&world, &connection).await;
    bought(&world, &requisition).await;
    let operator = world.caller(OPERATOR).await;
    let moved = Amendment { last_day: Some(date(2030, 1, 31)), ..Amendment::default() };
    let amended = world.configuration.amend_subscription(
        &operator,
        (connection.id, requisition.id, 1),
        &moved,
        "As agreed with the buyer.",
    );
    let changed = amended.await.expect("changed");
    let asked = (connection.id, requisition.id, changed.version);
    world.configuration.end_subscription(&operator, asked, "The seller is gone.").await.expect("ended");
    let page = timeline(&world, &connection, requisition.id).await;
    holds_no_english(&page);
    let (text, marked) = told(&page);
    assert!(text.contains("Der letzte Tag ist der 31. Januar 2030 und nicht mehr der"), "{text}");
    assert!(text.contains("Der Marktplatz hat das Abonnement beendet."), "{text}");
    let typed = |words: &str| (String::new(), words.to_owned());
    assert_eq!(marked, [typed("As agreed with the buyer."), typed("The seller is gone.")]);
    let page = german(&world, &connection, &format!("/requests/{}/subscription", requisition.id)).await;
    holds_no_english(&page);
    assert!(told(&page).0.contains("Der letzte Tag ist der 31. Januar 2030"), "{}", page.text);
}

#[tokio::test]
async fn an_expired_request_is_told_in_german() {
    let world = World::start().await;
    let (connection, _) = world.coupa().await;
    let requisition = asked(&world, &connection).await;
    let reason = Happened::NoOrderCame { day: date(2026, 11, 2) };
    let status = Status::Cancelled { reason: reason.to_string() };
    let now = world.configuration.core.clock.now();
    let expired = requisition.with(status, reason, now);
    world.configuration.core.store.put_requisition(&expired).await.expect("written");
    for page in [format!("/requests/{}", expired.id), "/requests".to_owned()] {
        let page = german(&world, &connection, &page).await;
        holds_no_english(&page);
        assert!(told(&page).0.contains("Bis zum 2. November 2026 kam keine Bestellung"), "{}", page.text);
    }
}

#[tokio::test]
async fn a_record_from_before_causes_were_kept_is_told_in_english_and_marked() {
    let world = World::start().await;
    let (connection, _) = world.coupa().await;
    let requisition = asked(&world, &connection).await;
    let (reason, now) = ("Line 1: the price is wrong.".to_owned(), world.configuration.core.clock.now());
    let told_then = Happened::TakenOut;
    let mut old = requisition.with(Status::Refused { reason: reason.clone() }, told_then, now);
    let entry = old.timeline.last_mut().expect("an entry");
    (entry.text, entry.happened) = (format!("Purchase order PO-1 was refused. {reason}"), None);
    world.configuration.core.store.put_requisition(&old).await.expect("written");
    let page = timeline(&world, &connection, old.id).await;
    holds_no_english(&page);
    let (_, marked) = told(&page);
    let text = old.timeline.last().expect("an entry").text.clone();
    assert_eq!(marked, [("en".to_owned(), reason), ("en".to_owned(), text)]);
}
