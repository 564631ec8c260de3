//! Every page in German: chosen by the browser, or by what the procurement system says of the person.

use axum::body::Body;
use axum::http::{Request, header};
use procurement::connection::Mode;
use procurement::order::{LineFault, OrderFault};
use procurement::requisition::{Happened, Status};

use crate::world::{Answer, MEMBER, World};

async fn german(world: &World, path: &str) -> Answer {
    let request = Request::get(path).header(header::ACCEPT_LANGUAGE, "fr;q=0.9, de-AT, en;q=0.5");
    let page = world.send(request.body(Body::empty()).expect("a request")).await;
    assert_eq!(page.attributes("html", "lang"), ["de"], "{path}");
    page
}

#[tokio::test]
async fn every_page_speaks_german_where_the_browser_asks_for_it() {
    let world = World::new(Mode::Test).await;
    let home = world.shop().await;
    let item =
        world.request(&home, "offer-lumen-logs-standard", &[("months", "12"), ("quantity.seats", "4")]).await;
    for (page, words) in [
        ("", "Was brauchen Sie?"),
        ("?q=qqqzzz", "Nichts gefunden"),
        ("/products/prod-lumen-logs", "Genehmigung anfragen"),
        (
            "/products/prod-ambervane-review",
            "Dienstleistungen können nicht über Ihr Beschaffungssystem gekauft werden",
        ),
        ("/offers/offer-lumen-logs-standard", "Vertragslaufzeit"),
        ("/offers/offer-lumen-metrics-payg", "Leer gelassen gilt 10.000,00 USD."),
        ("/cart", "Das wird Coupa erhalten."),
        ("/requests", "Ihre Anfragen"),
        ("/subscriptions", "Ihre Abonnements"),
    ] {
        let answer = german(&world, &format!("{home}{page}")).await;
        answer.is(200).says(words).says("Es wird nichts gekauft").says("Sitzung verlängern");
        for english in ["Search", "Nothing", "Request approval", "Your ", "Account to"] {
            answer.does_not_say(english);
        }
    }
    german(&world, &format!("{home}/requests/{item}"))
        .await
        .is(200)
        .says("Im Warenkorb")
        .says("jim Person hat Lumen Logs zu 1.392,00 USD angefragt.");
    world.post(&format!("{home}/cart/remove"), &[("item", &item.to_string())]).await.is(303);
    let removed = german(&world, &format!("{home}/requests/{item}")).await;
    removed.says("Es wurde aus dem Warenkorb genommen.").does_not_say("It was taken out");
    assert_eq!(removed.attributes(".timeline [lang]", "lang"), ["de", "de"]);
    german(&world, &format!("{home}/nonsense")).await.is(404).says("Diese Seite gibt es nicht");
    german(&world, "/s/unknown/cart").await.is(404).says("Diese Einkaufssitzung ist nicht bekannt");
}

#[tokio::test]
async fn what_the_procurement_system_says_of_the_person_counts_more_than_the_browser() {
    let world = World::new(Mode::Live).await;
    let home = world.shop().await;
    world.change_session(&home, |session| session.requester.language = Some("de_DE".into())).await;
    world.get(&home).await.says("Was brauchen Sie?");
    world.change_session(&home, |session| session.requester.language = Some("en-US".into())).await;
    let request = Request::get(&home).header(header::ACCEPT_LANGUAGE, "de").body(Body::empty());
    world.send(request.expect("a request")).await.says("What do you need?");
}

#[tokio::test]
async fn amounts_are_typed_as_germans_write_them_and_faults_are_told_in_german() {
    let world = World::new(Mode::Live).await;
    let home = world.shop().await;
    world.change_session(&home, |session| session.requester.language = Some("de".into())).await;
    let item = world.request(&home, "offer-lumen-metrics-payg", &[("estimate", "1.250,50")]).await;
    assert_eq!(world.requisition(item).await.quote.total.amount_text(), "1250.50");
    let form = [("estimate", "1,250.50"), ("account", MEMBER)];
    let refused = world.post(&format!("{home}/offers/offer-lumen-metrics-payg/request"), &form).await;
    refused
        .is(422)
        .says("Geben Sie die Schätzung als Betrag größer als 0")
        .says("Prüfen Sie die markierten Felder");
    assert!(matches!(world.requisition(item).await.status, Status::InCart));
}

#[tokio::test]
async fn a_refused_order_is_told_in_german_and_an_older_record_is_marked_as_english() {
    let world = World::new(Mode::Live).await;
    let home = world.shop().await;
    let item = world.request(&home, "offer-lumen-metrics-payg", &[("estimate", "50")]).await;
    world.send_for_approval(item).await;
    let sent = world.requisition(item).await;
    let price = sent.quote.total;
    let refusal = OrderFault::Line { number: 1, fault: LineFault::NoPrice(price) }.refusal();
    let status = Status::Refused { reason: refusal.reason.clone() };
    let (order_id, text, faults) = ("PO-9".to_owned(), refusal.reason.clone(), refusal.because);
    let told = Happened::Refused { order_id, text, because: Vec::new(), faults };
    let refused = sent.with(status, told, world.now());
    world.core.store.put_requisition(&refused).await.expect("written");
    for page in [format!("{home}/requests/{item}"), format!("{home}/requests")] {
        let page = german(&world, &page).await;
        page.says("Zeile 1: Ein Preis je Einheit fehlt. Bestellen Sie zu 50,00 USD")
            .does_not_say("unit price");
    }

    let mut old = refused;
    old.version += 1;
    old.timeline.iter_mut().for_each(|entry| entry.happened = None);
    world.core.store.put_requisition(&old).await.expect("written");
    let page = german(&world, &format!("{home}/requests/{item}")).await;
    page.says(&refusal.reason);
    assert_eq!(page.attributes(".notice [lang]", "lang"), ["en"]);
    assert_eq!(page.attributes(".timeline [lang]", "lang"), ["en", "en", "en"]);
}
