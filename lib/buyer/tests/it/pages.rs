//! Pages as a person without scripts uses them.

use crate::marketplace::Marketplace;
use crate::start::{SECRET, base64, cart, connected, ordered, poom, punched_out};
use buyer::{Approval, Buyer, Clock, Config, Delivery, System, forms};
use reqwest::redirect::Policy;
use reqwest::{Client, Response};
use url::Url;

fn browser() -> Client {
    Client::builder().no_proxy().redirect(Policy::none()).build().expect("a client")
}

async fn get(buyer: &Buyer, path: &str) -> (u16, String) {
    let answer = browser().get(format!("{}{path}", buyer.url())).send().await.expect("a page");
    (answer.status().as_u16(), answer.text().await.expect("text"))
}

/// The page, which must be there.
async fn page(buyer: &Buyer, path: &str) -> String {
    let (status, text) = get(buyer, path).await;
    assert_eq!(status, 200, "{path}: {text}");
    text
}

/// Submits the form of that id or action on a page, with further fields.
async fn submit(buyer: &Buyer, path: &str, form: &str, more: &[(&str, &str)]) -> Response {
    let html = page(buyer, path).await;
    let address = Url::parse(&format!("{}{path}", buyer.url())).expect("an address");
    let found = forms(&address, &html)
        .expect("forms")
        .into_iter()
        .find(|it| it.id.as_deref() == Some(form) || it.action.path() == form);
    let filled = more.iter().fold(found.expect("the form"), |form, (name, value)| form.fill(name, value));
    browser().post(filled.action).form(&filled.fields).send().await.expect("an answer")
}

fn location(answer: &Response) -> &str {
    answer.headers()["location"].to_str().expect("text")
}

#[tokio::test]
async fn a_person_clicks_from_shop_online_to_the_accepted_order() {
    for system in [System::Coupa, System::Ariba] {
        let (_marketplace, buyer) = connected(system).await;
        let out = submit(&buyer, "/", "/punchout", &[("requester", "ben")]).await;
        assert_eq!((out.status().as_u16(), location(&out)), (303, "http://127.0.0.1:9/enter/abc?a=1&b=2"));
        let session = buyer.sessions().remove(0);
        let fields = base64(&poom(&session.buyer_cookie, &[("prod-1", "ref-1", 2, 102_500)]));
        let back = browser()
            .post(buyer.form_post_url(session.number))
            .form(&fields)
            .send()
            .await
            .expect("an answer");
        let cart_page = location(&back).to_owned();
        let cart = page(&buyer, &cart_page).await;
        assert!(
            cart.contains("Größe &#38; prod-1")
                && cart.contains("EUR 2,050.00")
                && cart.contains("Ben Example"),
            "{cart}"
        );
        submit(&buyer, &cart_page, "submit-for-approval", &[]).await;
        assert!(page(&buyer, "/approvals").await.contains("Pending approval"));
        let approved = submit(&buyer, &cart_page, "approve", &[]).await;
        let order = page(&buyer, location(&approved)).await;
        assert!(
            order.contains("Accepted") && order.contains("200 Text 200") && order.contains("OrderRequest")
        );
        assert_eq!(buyer.orders()[0].delivery, Delivery::Accepted);
    }
}

#[tokio::test]
async fn an_approver_rejects_with_a_reason() {
    let (_marketplace, buyer) = connected(System::Coupa).await;
    let number = cart(&buyer, &[("prod-1", "ref-1", 1, 100)]).await;
    let path = format!("/requisitions/{number}");
    submit(&buyer, &path, "submit-for-approval", &[]).await;
    submit(&buyer, &path, "reject", &[("because", "<too> dear")]).await;
    assert_eq!(
        buyer.requisition(number).expect("a requisition").approval,
        Approval::Rejected("<too> dear".into())
    );
    assert!(page(&buyer, &path).await.contains("Rejected: &#60;too&#62; dear"));
}

#[tokio::test]
async fn a_refused_setup_is_shown_as_the_real_one_shows_it() {
    let (marketplace, buyer) = connected(System::Coupa).await;
    marketplace.will_answer(200, "<html>gateway</html>");
    let refused = submit(&buyer, "/", "/punchout", &[]).await;
    assert_eq!(refused.status().as_u16(), 502);
    assert!(refused.text().await.expect("text").contains("No status element in setup response"));
    marketplace.will_say(403);
    let text = submit(&buyer, "/", "/punchout", &[]).await.text().await.expect("text");
    assert!(text.contains("403 Text 403") && text.contains("in words"));
}

#[tokio::test]
async fn a_line_is_reopened_from_the_cart() {
    let (marketplace, buyer) = connected(System::Coupa).await;
    let number = cart(&buyer, &[("prod-1", "ref-1", 1, 100)]).await;
    let reopen = format!("/requisitions/{number}/reopen");
    for operation in ["edit", "inspect"] {
        let out =
            submit(&buyer, &format!("/requisitions/{number}"), &reopen, &[("operation", operation)]).await;
        assert_eq!(out.status().as_u16(), 303);
        assert!(marketplace.last().contains(&format!("operation=\"{operation}\"")));
    }
}

#[tokio::test]
async fn in_a_frame_the_cart_page_leads_out_of_it() {
    let (_marketplace, buyer) = connected(System::Coupa).await;
    let out = submit(&buyer, "/", "/punchout", &[("framed", "yes")]).await;
    let frame = page(&buyer, location(&out)).await;
    assert!(frame.contains("<iframe") && frame.contains("src=\"http://127.0.0.1:9/enter/abc?a=1&#38;b=2\""));
    let session = buyer.sessions().remove(0);
    let fields = base64(&poom(&session.buyer_cookie, &[("prod-1", "ref-1", 1, 100)]));
    let back =
        browser().post(buyer.form_post_url(session.number)).form(&fields).send().await.expect("an answer");
    let text = back.text().await.expect("text");
    assert!(text.contains("target=\"_top\" href=\"/requisitions/1001\""));
}

#[tokio::test]
async fn a_cart_that_is_not_taken_is_explained() {
    let (_marketplace, buyer) = connected(System::Coupa).await;
    let session = punched_out(&buyer).await;
    let fields = base64(&poom("wrong", &[]));
    let back =
        browser().post(buyer.form_post_url(session.session)).form(&fields).send().await.expect("an answer");
    assert_eq!(back.status().as_u16(), 422);
    assert!(back.text().await.expect("text").contains("BuyerCookie is not the one that was sent"));
    let unknown = browser().post(buyer.form_post_url(7)).form(&fields).send().await.expect("an answer");
    assert!(unknown.text().await.expect("text").contains("no punch-out session 7"));
}

#[tokio::test]
async fn the_end_of_a_session_is_said_and_changes_nothing() {
    let (_marketplace, buyer) = connected(System::Coupa).await;
    let session = punched_out(&buyer).await;
    let end = poom(&session.buyer_cookie, &[])
        .replace("<Message>", "<Message><Status code=\"204\" text=\"No Content\"/>");
    let back = browser()
        .post(buyer.form_post_url(session.session))
        .form(&base64(&end))
        .send()
        .await
        .expect("an answer");
    assert!(back.text().await.expect("text").contains("session ended and your cart is unchanged"));
}

#[tokio::test]
async fn settings_typed_in_are_enough_to_shop() {
    let marketplace = Marketplace::start().await;
    let buyer = Buyer::start(Config::coupa(Clock::system())).await.expect("a buyer");
    assert!(page(&buyer, "/").await.contains("not connected yet"));
    let typed = [
        ("punch_out_url", format!("{}/setup", marketplace.url)),
        ("order_url", format!("{}/orders", marketplace.url)),
        ("supplier_domain", "DUNS".into()),
        ("supplier_identity", "shop".into()),
        ("buyer_domain", "NetworkId".into()),
        ("buyer_identity", "buyer-1".into()),
        ("shared_secret", SECRET.into()),
    ];
    let typed: Vec<_> = typed.iter().map(|(name, value)| (*name, value.as_str())).collect();
    assert_eq!(submit(&buyer, "/settings", "connection", &typed).await.status().as_u16(), 303);
    assert_eq!(submit(&buyer, "/", "/punchout", &[]).await.status().as_u16(), 303);
    assert!(marketplace.last().contains("<Identity>buyer-1</Identity>"));
    let shown = page(&buyer, "/settings").await;
    assert!(!shown.contains(SECRET) && shown.contains(&buyer.invoice_url()) && shown.contains(buyer.url()));
    submit(&buyer, "/settings", "connection", &[("buyer_identity", "buyer-2")]).await;
    assert_eq!(
        buyer.connection().map(|it| (it.buyer.identity, it.shared_secret)),
        Some(("buyer-2".into(), SECRET.into()))
    );
}

#[tokio::test]
async fn wrong_settings_are_pointed_at_and_not_taken() {
    let buyer = Buyer::start(Config::ariba(Clock::system())).await.expect("a buyer");
    let answer = submit(&buyer, "/settings", "connection", &[("punch_out_url", "ftp://x")]).await;
    assert_eq!(answer.status().as_u16(), 422);
    let text = answer.text().await.expect("text");
    assert!(
        text.contains("begins with https://")
            && text.contains("Fill this in.")
            && text.contains("aria-invalid")
    );
    assert_eq!(buyer.connection(), None);
}

#[tokio::test]
async fn every_page_renders_and_says_what_it_is() {
    for system in [System::Coupa, System::Ariba] {
        let (_marketplace, buyer) = connected(system).await;
        let order = ordered(&buyer).await;
        buyer.send_po(&order.number).await.expect("an answer");
        for (path, what) in [
            ("/", "Shop Online"),
            ("/requisitions", "Request 1001"),
            ("/approvals", "Nothing waits"),
            ("/requisitions/1001", "ref-1"),
            ("/orders", order.number.as_str()),
            ("/invoices", "Invoices received"),
            ("/documents", "PunchOutSetupRequest"),
            ("/documents/1", "BuyerCookie"),
            ("/settings", "Shared secret"),
        ] {
            let text = page(&buyer, path).await;
            assert!(text.contains(what), "{path} lacks {what}");
            assert!(
                text.contains("<html lang=\"en\">")
                    && text.contains("<h1")
                    && text.contains("name=\"viewport\"")
            );
            assert!(!text.contains(SECRET) && !text.contains("<script"));
        }
        assert!(page(&buyer, &format!("/orders/{}", order.number)).await.contains("Send again"));
    }
}

#[tokio::test]
async fn what_is_not_there_is_said_to_be_missing() {
    let (_marketplace, buyer) = connected(System::Coupa).await;
    for path in ["/nowhere", "/requisitions/7", "/orders/PO-7", "/documents/7", "/punchout/frame/7"] {
        let (status, text) = get(&buyer, path).await;
        assert!(status == 404 && text.contains("Not found"), "{path}: {status}");
    }
}

#[tokio::test]
async fn pages_come_with_a_policy_against_foreign_content() {
    let (_marketplace, buyer) = connected(System::Coupa).await;
    let answer = browser().get(buyer.url()).send().await.expect("a page");
    let policy = answer.headers()["content-security-policy"].to_str().expect("text");
    assert!(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'self'"));
    let style =
        browser().get(format!("{}/assets/style.css", buyer.url())).send().await.expect("a style sheet");
    assert_eq!(style.headers()["content-type"], "text/css; charset=utf-8");
}
