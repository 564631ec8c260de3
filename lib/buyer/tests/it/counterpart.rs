//! The `cxml` crate on the other side: two independent implementations understand each other.

use crate::start::{SECRET, connected, ordered, punched_out};
use buyer::{Buyer, Checkout, Fault, PunchOut, System};
use cxml::model::*;
use cxml::{ReadOptions, Secret, WriteOptions, form};
use jiff::SignedDuration;
use rust_decimal::Decimal;

fn read(bytes: &[u8]) -> Result<Document, cxml::Fault> {
    cxml::read(bytes, &ReadOptions::default()).map(|received| received.document)
}

fn setup(document: Document) -> Box<PunchOutSetupRequest> {
    match document.body {
        Body::Request { request: Request::PunchOutSetup(setup), .. } => setup,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn odd_but_sound_setup_requests_are_understood() {
    let (marketplace, buyer) = connected(System::Coupa).await;
    for fault in [
        Fault::NoUserAgent,
        Fault::HeaderReversed,
        Fault::DoubleIdentity,
        Fault::MixedCaseDomains,
        Fault::NoDoctype,
        Fault::Utf16,
        Fault::ContactFirst,
        Fault::Timestamp("Mon May 19 18:29:48 +0000 2008".into()),
    ] {
        let answer =
            buyer.punch_out(PunchOut::create("ada").with(fault.clone())).await.expect("a setup request");
        let posted = marketplace.posted().pop().expect("a document");
        let setup = setup(read(&posted.body).unwrap_or_else(|error| panic!("{fault:?}: {error}")));
        assert_eq!(setup.buyer_cookie.to_text(), answer.buyer_cookie);
        assert_eq!(setup.extrinsic("UserEmail"), Some("ada@buyer.example"));
        assert_eq!(setup.browser_form_post.as_deref(), Some(answer.form_post_url.as_str()));
    }
}

#[tokio::test]
async fn broken_setup_requests_are_refused() {
    let (marketplace, buyer) = connected(System::Coupa).await;
    for fault in
        [Fault::Truncated, Fault::EntityDeclaration, Fault::Body("rubbish".into()), Fault::Padded(5_000_000)]
    {
        buyer.punch_out(PunchOut::create("ada").with(fault.clone())).await.expect("a setup request");
        let posted = marketplace.posted().pop().expect("a document");
        assert!(read(&posted.body).is_err(), "{fault:?} was read");
    }
}

#[tokio::test]
async fn both_sides_compute_the_same_credential_mac() {
    let (marketplace, buyer) = connected(System::Coupa).await;
    let fault = Fault::CredentialMac(SignedDuration::ZERO);
    buyer.punch_out(PunchOut::create("ada").with(fault)).await.expect("a setup request");
    let header = read(&marketplace.posted()[0].body).expect("a document").header.expect("a header");
    let (from, sender) = (&header.from.credentials[0], &header.sender.credentials[0]);
    let mac = sender.mac.as_ref().expect("a CredentialMac");
    let matches =
        |secret: &str| cxml::auth::mac_matches(from, sender, mac, &Secret::from(secret), buyer.clock().now());
    assert!(matches(SECRET).is_ok() && matches("another").is_err());
}

#[tokio::test]
async fn an_order_is_understood() {
    for system in [System::Coupa, System::Ariba] {
        let (marketplace, buyer) = connected(system).await;
        let order = ordered(&buyer).await;
        buyer.send_po(&order.number).await.expect("an answer");
        let document = read(&marketplace.posted()[1].body).expect("a document");
        let Body::Request { request: Request::Order(read), .. } = document.body else {
            panic!("{document:?}")
        };
        assert_eq!((read.header.order_id.as_str(), read.items.len()), (order.number.as_str(), 1));
        assert_eq!(read.header.total, Some(Money::new(order.total(), "EUR")));
        assert_eq!(read.items[0].item_id.supplier_part_auxiliary_id.as_deref(), Some("ref-1"));
    }
}

fn header(buyer: &Buyer) -> Header {
    let connection = buyer.connection().expect("a connection");
    let credential = |it: &buyer::Credential| Credential::new(&it.domain, &it.identity);
    let supplier = credential(&connection.supplier);
    Header::new(supplier.clone(), credential(&connection.buyer), supplier, "Marketplace 1.0")
}

fn cart(cookie: &str, description: &str) -> PunchOutOrderMessage {
    let detail = ItemDetail {
        unit_price: Some(Money::new(Decimal::new(1025, 2), "EUR")),
        descriptions: vec![Description::new("en", description)],
        unit_of_measure: "EA".into(),
        classifications: vec![Classification::new("UNSPSC", "81162000")],
        extrinsics: vec![Extrinsic::new("Seller", "Tree Ltd")],
        ..Default::default()
    };
    PunchOutOrderMessage {
        buyer_cookie: BuyerCookie::text(cookie),
        header: PunchOutOrderMessageHeader {
            operation_allowed: PunchOutOperation::Edit,
            total: Some(Money::new(Decimal::new(2050, 2), "EUR")),
            ..Default::default()
        },
        items: vec![ItemIn {
            quantity: Some(Decimal::TWO),
            item_id: ItemId::new("prod-1", Some("ref-1".into())),
            detail,
            ..Default::default()
        }],
    }
}

const ENCODINGS: [(form::Encoding, &str); 2] =
    [(form::Encoding::Base64, "Größe & Menge <1>"), (form::Encoding::UrlEncoded, "Size & number <1>")];

#[tokio::test]
async fn a_cart_is_taken_in_either_field() {
    for (encoding, description) in ENCODINGS {
        let (_marketplace, buyer) = connected(System::Coupa).await;
        let session = punched_out(&buyer).await;
        let message = Document::message(
            "1@shop",
            buyer.clock().now(),
            header(&buyer),
            cart(&session.buyer_cookie, description).into(),
        );
        let xml = cxml::write(&message, &WriteOptions::version("1.2.023"));
        let field = form::field(&xml, encoding);
        let outcome = buyer
            .receive_cart(session.session, &[(field.name.to_owned(), field.value)])
            .await
            .expect("an answer");
        assert!(matches!(outcome, Ok(Checkout::Cart { .. })), "{outcome:?}\n{xml}");
        assert_eq!(buyer.requisitions()[0].lines[0].description, description);
    }
}

fn invoice(order: &str) -> InvoiceDetailRequest {
    let amount = Some(Money::new(Decimal::new(2050, 2), "EUR"));
    let tax = Tax {
        amount: Some(Money::new(Decimal::ZERO, "EUR")),
        description: Description::new("en", "no tax"),
        ..Default::default()
    };
    let item = InvoiceDetailItem {
        invoice_line_number: Some(1),
        quantity: Some(Decimal::TWO),
        unit_of_measure: "EA".into(),
        unit_price: Some(Money::new(Decimal::new(1025, 2), "EUR")),
        item_reference: InvoiceDetailItemReference { line_number: Some(1), ..Default::default() },
        subtotal_amount: amount.clone(),
        ..Default::default()
    };
    let reference = OrderReference { payload_id: order.into(), ..Default::default() };
    InvoiceDetailRequest {
        header: InvoiceDetailRequestHeader {
            invoice_id: "INV-1".into(),
            invoice_date: "2026-01-01T00:00:00+00:00".into(),
            ..Default::default()
        },
        orders: InvoiceOrders::Lines(vec![InvoiceDetailOrder {
            order_info: InvoiceDetailOrderInfo {
                order: Some(InvoicedOrder::Reference(reference)),
                ..Default::default()
            },
            lines: vec![item.into()],
        }]),
        summary: InvoiceDetailSummary {
            subtotal_amount: amount.clone(),
            tax: Some(tax),
            net_amount: amount,
            ..Default::default()
        },
    }
}

#[tokio::test]
async fn an_invoice_is_taken() {
    let (_marketplace, buyer) = connected(System::Coupa).await;
    let order = ordered(&buyer).await;
    let mut header = header(&buyer);
    let invoicing = buyer.invoicing();
    header.sender.credentials = vec![
        Credential::new(&invoicing.credential.domain, &invoicing.credential.identity)
            .with_secret(invoicing.shared_secret.as_str()),
    ];
    let document = Document::request("2@shop", buyer.clock().now(), header, invoice(&order.number).into());
    let xml = cxml::write(&document, &WriteOptions::version("1.2.020"));
    let client = reqwest::Client::builder().no_proxy().build().expect("a client");
    let answer = client.post(buyer.invoice_url()).body(xml.clone()).send().await.expect("an answer");
    let text = answer.text().await.expect("text");
    assert!(text.contains("code=\"200\""), "{text}\n{xml}");
    assert_eq!(buyer.received_invoices().len(), 1);
}
