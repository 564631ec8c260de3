//! A sound cart, and every way in which it can be refused.

use super::*;
use crate::LineType;
use std::sync::LazyLock;

const POOM: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE cXML SYSTEM "http://xml.cxml.org/schemas/cXML/1.2.023/cXML.dtd">
<cXML payloadID="7@shop" timestamp="2026-01-02T03:04:05+00:00">
<Header>
<From><Credential domain="DUNS"><Identity>shop</Identity></Credential></From>
<To><Credential domain="NetworkId"><Identity>buyer</Identity></Credential></To>
<Sender><Credential domain="DUNS"><Identity>shop</Identity></Credential><UserAgent>Shop</UserAgent></Sender>
</Header>
<Message>
<PunchOutOrderMessage>
<BuyerCookie>cookie-1</BuyerCookie>
<PunchOutOrderMessageHeader operationAllowed="edit"><Total><Money currency="EUR">25.50</Money></Total></PunchOutOrderMessageHeader>
<ItemIn quantity="2"><ItemID><SupplierPartID>prod-1</SupplierPartID><SupplierPartAuxiliaryID>ref-1</SupplierPartAuxiliaryID></ItemID>
<ItemDetail><UnitPrice><Money currency="EUR">10.25</Money></UnitPrice><Description xml:lang="en">Log search</Description><UnitOfMeasure>EA</UnitOfMeasure><Classification domain="UNSPSC">81162000</Classification><Extrinsic name="Seller">Tree Ltd</Extrinsic></ItemDetail></ItemIn>
<ItemIn quantity="1"><ItemID><SupplierPartID>prod-2</SupplierPartID><SupplierPartAuxiliaryID>ref-2</SupplierPartAuxiliaryID></ItemID>
<ItemDetail><UnitPrice><Money currency="EUR">5.00</Money></UnitPrice><Description xml:lang="en">Image</Description><UnitOfMeasure>EA</UnitOfMeasure><Classification domain="UNSPSC">43232701</Classification></ItemDetail></ItemIn>
</PunchOutOrderMessage>
</Message>
</cXML>"#;

static SUPPLIER: LazyLock<Credential> = LazyLock::new(|| Credential::new("DUNS", "shop"));
static BUYER: LazyLock<Credential> = LazyLock::new(|| Credential::new("NetworkId", "buyer"));
static UNITS: LazyLock<Vec<String>> = LazyLock::new(|| vec!["EA".to_owned()]);

fn expected(operation: Operation) -> Expected<'static> {
    Expected {
        buyer_cookie: "cookie-1",
        payload_id: "setup-1",
        operation,
        supplier: &SUPPLIER,
        buyer: &BUYER,
        units: &UNITS,
        amount_commodities: &[],
    }
}

fn judged(poom: &str) -> Result<ReturnedCart, CartRejection> {
    judge_cart(poom, &expected(Operation::Create))
}

/// The verdict once this text is replaced, which must be there.
fn changed(from: &str, to: &str) -> Result<ReturnedCart, CartRejection> {
    assert!(POOM.contains(from), "the cart has no {from}");
    judged(&POOM.replacen(from, to, 1))
}

fn problem_with_line(from: &str, to: &str) -> String {
    match changed(from, to) {
        Err(CartRejection::Line { line: 1, problem }) => problem,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_sound_cart_is_taken_with_all_its_lines() -> Result<(), CartRejection> {
    let cart = judged(POOM)?;
    assert_eq!(
        (cart.currency.as_str(), cart.operation_allowed.as_str(), cart.unchanged),
        ("EUR", "edit", false)
    );
    assert_eq!(cart.lines.len(), 2);
    let line = &cart.lines[0];
    assert_eq!((line.part.as_str(), line.auxiliary.as_str(), line.unit.as_str()), ("prod-1", "ref-1", "EA"));
    assert_eq!((line.quantity, line.price), (Decimal::TWO, Decimal::new(1025, 2)));
    assert_eq!(line.extrinsics, [("Seller".to_owned(), "Tree Ltd".to_owned())]);
    Ok(())
}

#[test]
fn another_buyer_cookie_is_refused() {
    let verdict = changed("cookie-1", "cookie-2");
    assert_eq!(verdict, Err(CartRejection::BuyerCookie("cookie-2".into())));
}

#[test]
fn a_shared_secret_is_refused_wherever_it_stands() {
    let secret = "<Identity>shop</Identity><SharedSecret>s</SharedSecret>";
    assert_eq!(changed("<Identity>shop</Identity>", secret), Err(CartRejection::SharedSecret));
}

#[test]
fn a_cart_from_or_to_somebody_else_is_refused() {
    let from = changed("<Identity>shop</Identity>", "<Identity>other</Identity>");
    assert!(matches!(from, Err(CartRejection::Party("From", ..))));
    let to = changed("<Identity>buyer</Identity>", "<Identity>other</Identity>");
    assert!(matches!(to, Err(CartRejection::Party("To", ..))));
}

#[test]
fn in_reply_to_may_name_the_setup_request_and_nothing_else() {
    assert!(changed("<Message>", "<Message inReplyTo=\"setup-1\">").is_ok());
    let other = changed("<Message>", "<Message inReplyTo=\"setup-2\">");
    assert_eq!(other, Err(CartRejection::InReplyTo("setup-2".into())));
}

#[test]
fn a_line_without_part_number_or_reference_is_refused() {
    assert!(problem_with_line("<SupplierPartID>prod-1<", "<SupplierPartID><").contains("SupplierPartID"));
    let reference = "<SupplierPartAuxiliaryID>ref-1</SupplierPartAuxiliaryID>";
    assert!(problem_with_line(reference, "").contains("SupplierPartAuxiliaryID"));
}

#[test]
fn a_unit_that_is_not_enabled_is_refused() {
    assert!(problem_with_line(">EA<", ">MON<").contains("MON is not enabled"));
    assert!(problem_with_line(">EA<", "><").contains("UnitOfMeasure"));
}

#[test]
fn a_quantity_of_nothing_or_no_number_is_refused() {
    for quantity in ["0", "-1", "two", ""] {
        assert!(
            problem_with_line("quantity=\"2\"", &format!("quantity=\"{quantity}\"")).contains("quantity")
        );
    }
}

#[test]
fn a_line_without_description_is_refused() {
    assert!(problem_with_line(">Log search<", "> <").contains("Description"));
}

#[test]
fn a_line_without_an_unspsc_code_of_eight_digits_is_refused() {
    assert!(problem_with_line("domain=\"UNSPSC\"", "domain=\"CUSTOM\"").contains("UNSPSC"));
    assert!(problem_with_line(">81162000<", ">8116<").contains("8116"));
}

#[test]
fn a_negative_price_or_another_currency_is_refused() {
    assert!(problem_with_line(">10.25<", ">-10.25<").contains("negative"));
    assert!(
        problem_with_line("<Money currency=\"EUR\">10.25", "<Money currency=\"USD\">10.25").contains("USD")
    );
    assert!(
        problem_with_line("<Money currency=\"EUR\">10.25", "<Money currency=\"EURO\">10.25").contains("EURO")
    );
}

#[test]
fn a_total_that_is_not_the_sum_is_refused() {
    let verdict = changed("25.50", "25.49");
    let (written, sum) = (Decimal::new(2549, 2), Decimal::new(2550, 2));
    assert_eq!(verdict, Err(CartRejection::TotalIsNotTheSum { written, sum }));
}

#[test]
fn elements_out_of_order_or_missing_are_refused() {
    let swapped = changed("<UserAgent>Shop</UserAgent>", "");
    assert_eq!(swapped, Err(CartRejection::Invalid("Sender needs UserAgent at its end".into())));
    assert!(matches!(changed(" operationAllowed=\"edit\"", ""), Err(CartRejection::Invalid(_))));
}

#[test]
fn what_is_no_cart_is_refused() {
    assert!(matches!(judged("<cXML>"), Err(CartRejection::NotXml(_))));
    assert_eq!(judged("<cXML/>"), Err(CartRejection::NotACart));
    assert_eq!(changed("<cXML payloadID", "<cxml payloadID").err().map(|_| ()), Some(()));
}

#[test]
fn status_204_means_unchanged() -> Result<(), CartRejection> {
    let cart = changed("<Message>", "<Message><Status code=\"204\" text=\"No Content\"/>")?;
    assert!(cart.unchanged);
    Ok(())
}

#[test]
fn an_inspection_brings_no_items_back() {
    let verdict = judge_cart(POOM, &expected(Operation::Inspect));
    assert_eq!(verdict, Err(CartRejection::ItemsAfterInspect(2)));
}

#[test]
fn the_line_type_is_what_the_extrinsic_says_and_else_what_this_customer_orders_by_amount()
-> Result<(), CartRejection> {
    let named = changed("<Extrinsic name=\"Seller\">Tree Ltd", "<Extrinsic name=\"LineType\">Service")?;
    assert_eq!(named.lines[0].line_type, LineType::Amount);
    let beginnings = ["8116".to_owned()];
    let by_code =
        judge_cart(POOM, &Expected { amount_commodities: &beginnings, ..expected(Operation::Create) })?;
    assert_eq!(
        (by_code.lines[0].line_type, by_code.lines[1].line_type),
        (LineType::Amount, LineType::Quantity)
    );
    Ok(())
}

#[test]
fn amounts_beyond_counting_are_refused_and_not_a_crash() {
    let huge = "79228162514264337593543950335";
    assert!(changed(">10.25<", &format!(">{huge}<")).is_err());
}
