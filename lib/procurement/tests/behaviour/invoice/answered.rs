//! What the answer to an invoice means: the Status in the body, whatever HTTP says (R48).

use cxml::StatusCode;
use procurement::invoice::{DeliveryAnswer, Verdict, judge};
use procurement::trouble::Trouble;

fn status(code: u16, text: &str) -> DeliveryAnswer {
    DeliveryAnswer::Status { code: StatusCode(code), text: text.into() }
}

fn verdict(answer: &DeliveryAnswer, earlier_tries: u32) -> &'static str {
    match judge(answer, earlier_tries) {
        Verdict::Delivered => "delivered",
        Verdict::Retry { .. } => "retry",
        Verdict::Parked { .. } => "parked",
    }
}

#[test]
fn every_code_goes_by_its_class() {
    for code in [200, 201, 204, 280, 299] {
        assert_eq!(verdict(&status(code, ""), 0), "delivered", "{code}");
    }
    for code in [400, 401, 403, 406, 409, 417, 450, 499] {
        assert_eq!(verdict(&status(code, ""), 0), "parked", "{code}");
    }
    for code in [500, 550, 551, 560, 599] {
        assert_eq!(verdict(&status(code, ""), 9), "retry", "{code}");
    }
}

#[test]
fn a_code_of_no_class_needs_a_person() {
    for code in [0, 100, 302, 600] {
        assert_eq!(verdict(&status(code, ""), 0), "parked", "{code}");
    }
}

#[test]
fn an_answer_that_is_not_cxml_is_no_delivery_whatever_http_says() {
    for http in [200, 302, 404, 502] {
        assert_eq!(verdict(&DeliveryAnswer::NotCxml { http }, 0), "retry", "{http}");
    }
}

#[test]
fn already_used_is_our_own_earlier_try_only_if_there_was_one() {
    for text in ["Invoice number has already been taken", "Duplicate invoice", "The number was ALREADY used"]
    {
        assert_eq!(verdict(&status(417, text), 1), "delivered", "{text}");
        assert_eq!(verdict(&status(417, text), 0), "parked", "{text}");
    }
    assert_eq!(verdict(&status(417, "No such line"), 5), "parked");
}

#[test]
fn an_address_that_must_not_be_asked_needs_a_person() {
    assert_eq!(
        verdict(
            &DeliveryAnswer::Refused { reason: Trouble::Address { detail: "a private address".into() } },
            0
        ),
        "parked"
    );
}

#[test]
fn a_verdict_says_what_the_other_side_said() {
    let Verdict::Parked { reason } = judge(&status(406, "does not validate"), 0) else { panic!("parked") };
    assert_eq!(reason.to_string(), "406 does not validate");
}
