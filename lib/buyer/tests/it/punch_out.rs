//! Setup requests: what goes out and what the requester is shown.

use crate::marketplace::document;
use crate::start::{SECRET, cart, connected, connection, punched_out};
use buyer::{BuyerError, Credential, Fault, PunchOut, System};
use jiff::SignedDuration;

#[tokio::test]
async fn coupa_writes_its_setup_request_as_the_real_one_does() {
    let (marketplace, buyer) = connected(System::Coupa).await;
    let answer = punched_out(&buyer).await;
    let posted = marketplace.posted().remove(0);
    assert_eq!(posted.content_type, "text/xml; charset=UTF-8");
    let text = posted.text();
    for part in [
        "cXML/1.2.014/cXML.dtd\">",
        "<UserAgent>Coupa Procurement 1.0</UserAgent>",
        "<Extrinsic name=\"FirstName\">Ada</Extrinsic>",
        "<Extrinsic name=\"LastName\">Example</Extrinsic>",
        "<Extrinsic name=\"UniqueName\">ada</Extrinsic>",
        "<Extrinsic name=\"UserEmail\">ada@buyer.example</Extrinsic>",
        "<Extrinsic name=\"User\">ada</Extrinsic>",
        "<Extrinsic name=\"BusinessUnit\">Research</Extrinsic>",
        "<Contact role=\"endUser\">",
        &format!("<SharedSecret>{SECRET}</SharedSecret>"),
        &format!("<BuyerCookie>{}</BuyerCookie>", answer.buyer_cookie),
        &format!("<URL>{}/punchout/checkout?id={}</URL>", buyer.url(), answer.session),
        &format!("payloadID=\"{}\"", answer.payload_id),
    ] {
        assert!(text.contains(part), "no {part} in {text}");
    }
    assert!(answer.payload_id.ends_with("@example-analytics.coupahost.com"));
    assert!(!text.contains("deploymentMode") && !text.contains("Z\""));
    assert!(text.find("<BrowserFormPost>") < text.find("<Contact"));
}

#[tokio::test]
async fn ariba_speaks_through_the_network_with_the_suppliers_secret() {
    let (marketplace, buyer) = connected(System::Ariba).await;
    punched_out(&buyer).await;
    let text = marketplace.last();
    let header = |start: &str, end: &str| {
        text.split(start).nth(1).and_then(|it| it.split(end).next()).unwrap_or_default().to_owned()
    };
    assert!(header("<From>", "</From>").contains("AN01000000001"));
    assert!(header("<To>", "</To>").contains("shop"));
    let sender = header("<Sender>", "</Sender>");
    assert!(sender.contains("sysadmin@ariba.com") && sender.contains(SECRET) && !sender.contains("AN01"));
    assert!(text.contains("deploymentMode=\"production\""));
}

#[tokio::test]
async fn the_ariba_test_account_says_so_twice() {
    let (marketplace, buyer) = connected(System::Ariba).await;
    let mut connection = connection(&marketplace);
    connection.test_account = true;
    buyer.connect(connection);
    punched_out(&buyer).await;
    let text = marketplace.last();
    assert!(
        text.contains("deploymentMode=\"test\"") && text.contains("<Identity>AN01000000001-T</Identity>")
    );
}

#[tokio::test]
async fn a_success_gives_the_start_page_decoded() {
    let (_marketplace, buyer) = connected(System::Coupa).await;
    let answer = punched_out(&buyer).await;
    assert_eq!(answer.start_page.map(String::from).as_deref(), Some("http://127.0.0.1:9/enter/abc?a=1&b=2"));
    assert_eq!((answer.status.map(|status| status.code), answer.refusal), (Some(200), None));
}

#[tokio::test]
async fn an_answer_without_status_is_shown_in_coupas_words() {
    let (marketplace, buyer) = connected(System::Coupa).await;
    for body in ["<html>502</html>", "<cXML><Response/></cXML>", ""] {
        marketplace.will_answer(200, body);
        let answer = punched_out(&buyer).await;
        assert_eq!(answer.refusal.as_deref(), Some("No status element in setup response"));
    }
}

#[tokio::test]
async fn a_refusal_is_shown_with_its_status_and_words() {
    let (marketplace, buyer) = connected(System::Coupa).await;
    marketplace.will_say(401);
    let answer = punched_out(&buyer).await;
    let refusal = answer.refusal.expect("a refusal");
    assert!(refusal.contains("401 Text 401: in words"), "{refusal}");
    assert_eq!(answer.start_page, None);
}

#[tokio::test]
async fn a_start_page_that_is_no_web_page_is_not_followed() {
    let (marketplace, buyer) = connected(System::Coupa).await;
    let payload = "<PunchOutSetupResponse><StartPage><URL>javascript:alert(1)</URL></StartPage></PunchOutSetupResponse>";
    marketplace.will_answer(200, document(200, payload));
    let answer = punched_out(&buyer).await;
    assert!(answer.start_page.is_none() && answer.refusal.is_some());
}

#[tokio::test]
async fn nothing_is_sent_before_the_connection_is_known() {
    let clock = crate::start::clock();
    let buyer = buyer::Buyer::start(buyer::Config::coupa(clock)).await.expect("a buyer");
    let answer = buyer.punch_out(PunchOut::create("ada")).await;
    assert_eq!(answer.err(), Some(BuyerError::NotConnected));
}

#[tokio::test]
async fn an_edit_carries_the_lines_that_came_back_before() {
    let (marketplace, buyer) = connected(System::Coupa).await;
    let requisition = cart(&buyer, &[("prod-1", "ref-1", 2, 1025), ("prod-2", "ref-2", 1, 500)]).await;
    buyer.punch_out(PunchOut::edit(requisition, &[2])).await.expect("a setup request");
    let text = marketplace.last();
    assert!(text.contains("operation=\"edit\"") && text.contains("<SupplierPartAuxiliaryID>ref-2<"));
    assert!(!text.contains("ref-1"));
    let missing = buyer.punch_out(PunchOut::inspect(requisition, &[9])).await;
    assert_eq!(missing.err(), Some(BuyerError::UnknownLine(requisition, 9)));
}

#[tokio::test]
async fn a_secret_that_nobody_set_is_sent_as_the_word_none() {
    let (marketplace, buyer) = connected(System::Coupa).await;
    let mut connection = connection(&marketplace);
    connection.shared_secret.clear();
    buyer.connect(connection);
    punched_out(&buyer).await;
    assert!(marketplace.last().contains("<SharedSecret>none</SharedSecret>"));
}

/// What a fault leaves in the setup request.
async fn sent_with(fault: Fault) -> String {
    let (marketplace, buyer) = connected(System::Coupa).await;
    buyer.punch_out(PunchOut::create("ada").with(fault)).await.expect("a setup request");
    marketplace.last()
}

#[tokio::test]
async fn faults_of_the_header_are_in_the_document() {
    assert!(sent_with(Fault::WrongSecret("x1".into())).await.contains("<SharedSecret>x1<"));
    assert!(sent_with(Fault::EmptySecret).await.contains("<SharedSecret></SharedSecret>"));
    assert!(!sent_with(Fault::NoSecret).await.contains("SharedSecret"));
    assert!(!sent_with(Fault::NoUserAgent).await.contains("UserAgent"));
    let mac = sent_with(Fault::CredentialMac(SignedDuration::ZERO)).await;
    assert!(
        mac.contains("<CredentialMac type=\"FromSenderCredentials\" algorithm=\"HMAC-SHA1-96\"")
            && !mac.contains(SECRET)
    );
    let reversed = sent_with(Fault::HeaderReversed).await;
    assert!(reversed.find("<Sender>") < reversed.find("<From>"));
    let double = sent_with(Fault::DoubleIdentity).await;
    assert_eq!(double.matches("<Identity>shop</Identity>").count(), 2);
    let mixed = sent_with(Fault::MixedCaseDomains).await;
    assert!(mixed.contains("domain=\"networkid\"") && mixed.contains("domain=\"Duns\""));
    assert!(sent_with(Fault::DeploymentMode("test".into())).await.contains("deploymentMode=\"test\""));
    assert!(
        sent_with(Fault::AlsoFrom(Credential::new("DUNS", "9"))).await.contains("<Identity>9</Identity>")
    );
}

#[tokio::test]
async fn faults_of_the_document_are_in_its_bytes() {
    assert!(!sent_with(Fault::NoDoctype).await.contains("DOCTYPE"));
    assert!(sent_with(Fault::EntityDeclaration).await.contains("<!ENTITY"));
    assert!(!sent_with(Fault::Truncated).await.contains("</cXML>"));
    assert_eq!(sent_with(Fault::Body("rubbish".into())).await, "rubbish");
    assert!(sent_with(Fault::UnknownRequest).await.contains("<TimeTravelRequest"));
    assert!(sent_with(Fault::UrlEncoded).await.starts_with("cXML-urlencoded=%3C%3Fxml"));
    let old = sent_with(Fault::ContactFirst).await;
    assert!(old.find("<Contact") < old.find("<BrowserFormPost>"));
    assert!(
        sent_with(Fault::FormPost("http://evil.example/".into()))
            .await
            .contains("<URL>http://evil.example/</URL>")
    );
}
