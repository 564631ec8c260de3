//! A former cart is opened again by its references (R21).

use cxml::model::{ItemOut, PunchOutOperation, PunchOutSetupRequest};
use procurement::session::MAX_CART;

use super::{opened, refused, request as setup};
use crate::example::{line, request};

fn edit(numbers: &[u128]) -> PunchOutSetupRequest {
    let items = numbers.iter().enumerate().map(|(index, number)| line(index, &request(*number))).collect();
    with(items)
}

fn with(items: Vec<ItemOut>) -> PunchOutSetupRequest {
    PunchOutSetupRequest { operation: PunchOutOperation::Edit, items, ..setup() }
}

fn cart(numbers: &[u128]) -> Vec<u128> {
    opened(&edit(numbers)).cart.into_iter().map(|id| id.uuid().as_u128()).collect()
}

#[test]
fn the_former_items_are_in_the_cart_in_their_order() {
    assert_eq!(cart(&[3, 1, 2]), [3, 1, 2]);
    assert_eq!(cart(&[]), [0; 0]);
}

#[test]
fn an_item_that_is_sent_twice_is_in_the_cart_once() {
    assert_eq!(cart(&[1, 1, 2]), [1, 2]);
    assert_eq!(cart(&[1, 2, 1]), [1, 2]);
}

#[test]
fn an_item_without_a_reference_of_ours_refuses_the_cart() {
    let genuine = line(0, &request(1));
    let reference = genuine.item_id.supplier_part_auxiliary_id.clone().expect("a reference");
    for text in [None, Some("made-up".to_owned()), Some(reference.replace("standard", "cheapest"))] {
        let mut altered = genuine.clone();
        altered.item_id.supplier_part_auxiliary_id = text;
        let refusal = refused(&with(vec![genuine.clone(), altered]));
        assert_eq!(refusal.code, 417);
        assert!(refusal.reason.contains("Send the items as the cart carried them."), "{refusal}");
    }
}

#[test]
fn a_cart_with_more_items_than_the_store_takes_is_refused() {
    let numbers: Vec<u128> = (1..=MAX_CART as u128 + 1).collect();
    assert_eq!(cart(&numbers[..MAX_CART]).len(), MAX_CART);
    let refusal = refused(&edit(&numbers));
    assert_eq!(refusal.code, 400);
    assert!(refusal.reason.contains("11 items; the store takes 10"), "{refusal}");
}
