//! One good document of each kind, with as many lines as wanted.

use cxml::*;

/// Every kind of document, with 1 and with 100 lines where it has lines.
pub fn documents() -> Vec<(String, Document)> {
    let mut all = vec![
        ("ProfileRequest".to_owned(), request(Request::Profile)),
        ("ProfileResponse".to_owned(), profile_response()),
        ("PunchOutSetupRequest".to_owned(), request(setup(0).into())),
        ("PunchOutSetupResponse".to_owned(), setup_response()),
        ("Response".to_owned(), refusal()),
        ("StatusUpdateRequest".to_owned(), request(status_update().into())),
    ];
    for lines in [1, 100] {
        let name = |kind: &str| format!("{kind}, {lines}");
        all.push((name("PunchOutSetupRequest, edit"), request(setup(lines).into())));
        all.push((name("PunchOutOrderMessage"), cart_message(lines)));
        all.push((name("OrderRequest"), request(order(lines).into())));
        all.push((name("ConfirmationRequest"), request(confirmation(lines).into())));
        all.push((name("InvoiceDetailRequest"), request(invoice(lines).into())));
    }
    all
}

fn now() -> Timestamp {
    "2026-11-21T22:15:31+01:00".into()
}

pub fn header() -> Header {
    Header::new(
        Credential::new("NetworkId", "AN01000002779"),
        Credential::new("DUNS", "083456789"),
        Credential::new("NetworkId", "AN01000002779").with_secret("s3cr3t & more"),
        "Coupa Procurement 1.0",
    )
}

pub fn request(request: Request) -> Document {
    let id = "1795298131.1743@instance.coupahost.com";
    Document::request(id, now(), header(), request).with_lang("en-US")
}

fn usd(cents: i64) -> Option<Money> {
    Some(Money::new(Decimal::new(cents, 2), "USD"))
}

pub fn setup(lines: u32) -> PunchOutSetupRequest {
    let extrinsics = [
        ("FirstName", "Jim"),
        ("LastName", "Halpert"),
        ("UniqueName", "jim"),
        ("UserEmail", "jim@example.com"),
        ("User", "jim"),
        ("BusinessUnit", "Sales & Service"),
    ];
    PunchOutSetupRequest {
        operation: if lines == 0 { PunchOutOperation::Create } else { PunchOutOperation::Edit },
        buyer_cookie: BuyerCookie::text("c64af92dc27e68172e030d3dfd1bc944"),
        extrinsics: extrinsics.map(|(name, value)| Extrinsic::new(name, value)).to_vec(),
        browser_form_post: Some("https://acme.coupahost.com/punchout/checkout?id=4".to_owned()),
        contacts: vec![Contact {
            role: Some("endUser".to_owned()),
            name: Name::new("en-US", "Jim Halpert"),
            emails: vec![Email::new("jim@example.com")],
            ..Contact::default()
        }],
        supplier_setup: Some("https://marketplace.example/punchout".to_owned()),
        ship_to: Some(place()),
        items: (1..=lines).map(item_out).collect(),
        ..PunchOutSetupRequest::default()
    }
}

fn place() -> Address {
    Address {
        iso_country_code: Some("US".to_owned()),
        address_id: Some("1000467".to_owned()),
        name: Name::new("en", "Acme, Inc."),
        postal_address: Some(PostalAddress {
            deliver_to: vec!["Jim Halpert".to_owned()],
            street: vec!["123 Anystreet".to_owned()],
            city: "Sunnyvale".to_owned(),
            state: Some("CA".to_owned()),
            postal_code: Some("90489".to_owned()),
            country: Country { iso_country_code: "US".to_owned(), name: "United States".to_owned() },
            ..PostalAddress::default()
        }),
        email: Some(Email::new("jim@example.com")),
        ..Address::default()
    }
}

fn setup_response() -> Document {
    let page = "https://marketplace.example/enter/7f3a?from=coupa&lang=en";
    Document::punch_out_setup_response("933694607739@marketplace.example", now(), page)
}

fn refusal() -> Document {
    let message = "The offer has expired. Send the revised offer for approval again.";
    let status = Status::new(StatusCode::CONFLICT, message);
    Document::response("933694607740@marketplace.example", now(), status)
}

fn profile_response() -> Document {
    let transaction = |name: &str| Transaction {
        request_name: name.to_owned(),
        url: format!("https://marketplace.example/{name}"),
        options: vec![ProfileOption::new("attachments", "Yes")],
    };
    let profile = ProfileResponse {
        effective_date: now(),
        transactions: ["PunchOutSetupRequest", "OrderRequest"].map(transaction).to_vec(),
        ..ProfileResponse::default()
    };
    Document::response_with("1@marketplace.example", now(), profile.into())
}

fn status_update() -> StatusUpdateRequest {
    StatusUpdateRequest {
        document_reference: Some("0c300508b7863dcclb_14999".to_owned()),
        status: Status::ok(),
        ..StatusUpdateRequest::default()
    }
}

fn detail(line: u32) -> ItemDetail {
    ItemDetail {
        unit_price: usd(i64::from(line) * 1250),
        descriptions: vec![Description::new("en", "Antivirus for servers & clients, one year")],
        unit_of_measure: "EA".to_owned(),
        classifications: vec![Classification::new("UNSPSC", "43230000")],
        manufacturer_part_id: Some(format!("AV-{line}")),
        manufacturer_name: Some(Name::new("en", "Example Software")),
        extrinsics: vec![Extrinsic::new("offer", "offer-1b9d6bcd")],
        ..ItemDetail::default()
    }
}

fn item_id(line: u32) -> ItemId {
    ItemId::new(format!("prod-{line}"), Some(format!("req-{line}.0f8fad5bd9cb469fa165")))
}

fn item_out(line: u32) -> ItemOut {
    ItemOut {
        quantity: Some(Decimal::from(line)),
        line_number: Some(line),
        requested_delivery_date: Some(now()),
        item_id: item_id(line),
        detail: Some(detail(line).into()),
        distributions: vec![distribution()],
        ..ItemOut::default()
    }
}

fn distribution() -> Distribution {
    Distribution {
        accounting: Accounting {
            name: "Distribution".to_owned(),
            segments: vec![AccountingSegment {
                id: "7720".to_owned(),
                name: Name::new("en-US", "Cost center"),
                description: Description::new("en-US", "Office"),
            }],
        },
        charge: usd(1250),
    }
}

fn item_in(line: u32) -> ItemIn {
    ItemIn {
        quantity: Some(Decimal::ONE),
        line_number: Some(line),
        item_id: item_id(line),
        detail: detail(line),
        ..ItemIn::default()
    }
}

pub fn cart_message(lines: u32) -> Document {
    let message = PunchOutOrderMessage {
        buyer_cookie: BuyerCookie::text("c64af92dc27e68172e030d3dfd1bc944"),
        header: PunchOutOrderMessageHeader { total: usd(125_000), ..PunchOutOrderMessageHeader::default() },
        items: (1..=lines).map(item_in).collect(),
    };
    Document::message("2@marketplace.example", now(), header(), message.into())
}

pub fn order(lines: u32) -> OrderRequest {
    OrderRequest {
        header: OrderRequestHeader {
            order_id: "PO-4711".to_owned(),
            order_date: now(),
            order_version: Some("1".to_owned()),
            total: usd(125_000),
            ship_to: Some(place()),
            bill_to: Some(place()),
            comments: vec![Comments::new("en", "Deliver to the account <123456789012>")],
            ..OrderRequestHeader::default()
        },
        items: (1..=lines).map(item_out).collect(),
    }
}

fn confirmation(lines: u32) -> ConfirmationRequest {
    ConfirmationRequest {
        header: ConfirmationHeader {
            confirm_id: Some("C1".to_owned()),
            kind: ConfirmationType::Detail,
            notice_date: now(),
            ..ConfirmationHeader::default()
        },
        order_reference: order_reference(),
        items: (1..=lines).map(confirmation_item).collect(),
    }
}

fn order_reference() -> OrderReference {
    OrderReference {
        payload_id: "1795298131.1743@instance.coupahost.com".to_owned(),
        order_id: Some("PO-4711".to_owned()),
        order_date: Some(now()),
    }
}

fn confirmation_item(line: u32) -> ConfirmationItem {
    ConfirmationItem {
        quantity: Some(Decimal::ONE),
        line_number: Some(line),
        unit_of_measure: "EA".to_owned(),
        statuses: vec![ConfirmationStatus {
            quantity: Some(Decimal::ONE),
            kind: ConfirmationStatusType::Accept,
            unit_of_measure: "EA".to_owned(),
            ..ConfirmationStatus::default()
        }],
        ..ConfirmationItem::default()
    }
}

pub fn invoice(lines: u32) -> InvoiceDetailRequest {
    let tax = Tax { amount: usd(0), description: Description::new("en", "none"), details: vec![] };
    InvoiceDetailRequest {
        header: InvoiceDetailRequestHeader {
            invoice_id: "inv-0190".to_owned(),
            invoice_date: now(),
            ..InvoiceDetailRequestHeader::default()
        },
        orders: InvoiceOrders::Lines(vec![InvoiceDetailOrder {
            order_info: InvoiceDetailOrderInfo {
                order: Some(InvoicedOrder::Reference(order_reference())),
                ..InvoiceDetailOrderInfo::default()
            },
            lines: (1..=lines).map(invoice_line).collect(),
        }]),
        summary: InvoiceDetailSummary {
            subtotal_amount: usd(125_000),
            tax: Some(tax),
            net_amount: usd(125_000),
            due_amount: usd(125_000),
            ..InvoiceDetailSummary::default()
        },
    }
}

fn invoice_line(line: u32) -> InvoiceLine {
    InvoiceDetailItem {
        invoice_line_number: Some(line),
        quantity: Some(Decimal::ONE),
        unit_of_measure: "EA".to_owned(),
        unit_price: usd(1250),
        item_reference: InvoiceDetailItemReference {
            line_number: Some(line),
            item_id: Some(item_id(line)),
            description: Some(Description::new("en", "Antivirus for servers & clients")),
            ..InvoiceDetailItemReference::default()
        },
        subtotal_amount: usd(1250),
        ..InvoiceDetailItem::default()
    }
    .into()
}
