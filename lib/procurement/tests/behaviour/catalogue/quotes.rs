//! What a choice comes to, and what is said of one that comes to nothing.

use procurement::catalogue::{Choice, ChoiceError, MAX_QUANTITY, Pricing, Quote, quote};

use crate::example::{blanket, contract, decimal, dimension, instalments, money, seats_for, usage};

fn priced(pricing: &Pricing, choice: &Choice) -> Result<Quote, ChoiceError> {
    quote(pricing, choice, blanket())
}

fn seats(months: Option<u16>, quantity: u32) -> Result<Quote, ChoiceError> {
    priced(&contract(), &Choice { months, ..seats_for(12, quantity) })
}

fn estimate(amount: &str) -> Result<Quote, ChoiceError> {
    priced(&usage(), &Choice { estimate: Some(decimal(amount)), ..Choice::default() })
}

#[test]
fn a_contract_is_the_exact_sum_of_its_dimensions_for_the_whole_length() {
    let mut choice = seats_for(24, 3);
    choice.quantities.insert("hosts".into(), 7);
    let quote = priced(&contract(), &choice).expect("a price");
    assert_eq!((quote.total, quote.months), (money("604.20 USD"), Some(24)));
    assert_eq!(quote.details, ["3 × seat", "7 × host"]);
}

#[test]
fn a_length_that_is_not_offered_is_refused_and_the_offered_ones_are_named() {
    let wanted = Err(ChoiceError::Months { offered: "12 or 24".into() });
    assert_eq!(seats(Some(13), 1), wanted);
    assert_eq!(seats(None, 1), wanted);
}

#[test]
fn the_only_length_needs_no_choice() {
    let yearly = Pricing::Contract {
        currency: iso_currency::Currency::USD,
        dimensions: vec![dimension("seats", "seat", &[(12, "1.00")])],
    };
    let choice = Choice { months: None, ..seats_for(12, 1) };
    assert_eq!(priced(&yearly, &choice).map(|quote| quote.months), Ok(Some(12)));
}

#[test]
fn a_contract_needs_one_of_something_and_not_more_than_can_be_ordered() {
    assert_eq!(seats(Some(12), 0), Err(ChoiceError::Nothing));
    assert_eq!(
        priced(&contract(), &Choice { months: Some(12), ..Choice::default() }),
        Err(ChoiceError::Nothing)
    );
    assert!(seats(Some(12), MAX_QUANTITY).is_ok());
    assert_eq!(seats(Some(12), MAX_QUANTITY + 1), Err(ChoiceError::Quantity));
}

#[test]
fn a_dimension_that_is_not_in_the_offer_is_refused_by_name() {
    let mut choice = seats_for(12, 1);
    choice.quantities.insert("cores".into(), 1);
    assert_eq!(priced(&contract(), &choice), Err(ChoiceError::UnknownDimension("cores".into())));
}

#[test]
fn instalments_come_to_the_total_contract_value() {
    let quote = priced(&instalments(), &Choice::default()).expect("a price");
    assert_eq!((quote.total, quote.months), (money("10000.00 USD"), Some(12)));
}

#[test]
fn usage_comes_to_the_estimate_or_else_to_the_blanket_amount() {
    assert_eq!(priced(&usage(), &Choice::default()).map(|quote| quote.total), Ok(blanket()));
    assert_eq!(estimate("2500.5").map(|quote| quote.total), Ok(money("2500.5 USD")));
}

#[test]
fn an_estimate_is_an_amount_that_can_be_paid() {
    for wrong in ["0", "-1", "0.001"] {
        assert_eq!(estimate(wrong), Err(ChoiceError::Estimate { digits: 2 }), "{wrong}");
    }
}

#[test]
fn usage_in_another_currency_than_the_blanket_amount_needs_an_estimate() {
    let yen = Pricing::PayAsYouGo { currency: iso_currency::Currency::JPY, rates: Vec::new() };
    assert_eq!(priced(&yen, &Choice::default()), Err(ChoiceError::Estimate { digits: 0 }));
    let choice = Choice { estimate: Some(decimal("5000")), ..Choice::default() };
    assert_eq!(priced(&yen, &choice).map(|quote| quote.total), Ok(money("5000 JPY")));
}

#[test]
fn free_own_licences_and_trials_come_to_nothing() {
    for pricing in [Pricing::Free, Pricing::Byol, Pricing::FreeTrial { days: 30 }] {
        assert_eq!(priced(&pricing, &Choice::default()).map(|quote| quote.total), Ok(money("0.00 USD")));
    }
}

#[test]
fn every_error_says_what_to_enter() {
    for (error, words) in [
        (seats(Some(13), 1), "Choose a contract length of 12 or 24 months."),
        (seats(Some(12), 0), "Enter how many you need of at least one item."),
        (seats(Some(12), MAX_QUANTITY + 1), "Enter a quantity between 0 and 1000000."),
        (
            estimate("0"),
            "Enter the estimate as an amount greater than 0, with no more than 2 decimal places.",
        ),
    ] {
        assert_eq!(error.expect_err("an error").to_string(), words);
    }
}
