//! Every reason is told in each language, and none in the wrong one (R40).

use std::fmt::Debug;

use iso_currency::Currency;
use jiff::civil::{Date, date};
use procurement::configuration::{Obstacle, WhyConnection};
use procurement::connection::{Deployment, ProcurementSystem};
use procurement::deployment::{Claim, Mark};
use procurement::invoice::{CannotCancel, CannotResend, How, InvoiceFault, Sum};
use procurement::job::Errand;
use procurement::language::Language;
use procurement::money::{Money, MoneyError};
use procurement::order::{LineFault, NoLonger, OrderFault, Stale};
use procurement::reason::{Quoted, Reason, Recorded};
use procurement::reconciliation::Mismatch;
use procurement::timeline::{Cause, Paper};
use procurement::trouble::Trouble;
use rust_decimal::Decimal;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// Words that English sentences have, and no German one.
const ENGLISH: [&str; 10] =
    [" the ", " is ", " of ", " and ", " not ", " by ", " to ", " for ", "cannot", "was requested"];

#[track_caller]
fn told<R: Reason + Debug>(all: &[R]) {
    for reason in all {
        let (english, german) = (reason.told(Language::English), reason.told(Language::German));
        assert!(!english.text.is_empty() && !german.text.is_empty(), "{reason:?}");
        assert_ne!(english.text, german.text, "{reason:?}");
        assert_eq!((english.tag(), german.tag()), ("en", "de"), "{reason:?}");
        let words = format!(" {} ", german.text);
        let wrong: Vec<_> = ENGLISH.iter().filter(|word| words.contains(**word)).collect();
        assert!(wrong.is_empty(), "{wrong:?} in {german}");
    }
}

#[track_caller]
fn kept<R: Serialize + DeserializeOwned + PartialEq + Debug>(all: &[R]) {
    for reason in all {
        let text = serde_json::to_string(reason).expect("JSON");
        assert_eq!(&serde_json::from_str::<R>(&text).expect("the same"), reason, "{text}");
    }
}

fn money() -> Money {
    Money::new(Decimal::new(123_456, 2), Currency::USD)
}

const fn day() -> Date {
    date(2026, 11, 21)
}

fn number() -> String {
    "PG-7f3a9c21-000042".to_owned()
}

fn line_faults() -> Vec<LineFault> {
    let (found, requested) = ("prod-b".to_owned(), "prod-a".to_owned());
    let (two, one) = (Decimal::TWO, Decimal::ONE);
    vec![
        LineFault::Reference,
        LineFault::Unknown,
        LineFault::SomebodyElses,
        LineFault::Ordered("PO-1".to_owned()),
        LineFault::Cancelled,
        LineFault::NotSent,
        LineFault::Expired("2026-11-20".to_owned()),
        LineFault::Product { found: found.clone(), requested: requested.clone() },
        LineFault::Quantity { found: two, requested: one },
        LineFault::NoPrice(money()),
        LineFault::Currency { found, requested },
        LineFault::Price { found: money(), requested: money() },
        LineFault::NoLonger(NoLonger::Stale(Stale::Withdrawn)),
        LineFault::Twice,
        LineFault::Mixed,
    ]
}

fn mark(test: bool) -> Mark {
    let claims = [Deployment::Test, Deployment::Production].into_iter();
    let claims = claims.flat_map(|set| [Claim::Mode(set), Claim::Identity, Claim::Credentials(set)]);
    Mark { claims: claims.collect(), test }
}

fn order_faults() -> Vec<OrderFault> {
    let order_id = || "PO-1".to_owned();
    let mut all = vec![
        OrderFault::TestCompleted { order_id: order_id() },
        OrderFault::Different { order_id: order_id() },
        OrderFault::Fulfilled { order_id: order_id() },
        OrderFault::NamesNothing { order_id: order_id() },
        OrderFault::Release,
        OrderFault::OrderId,
        OrderFault::Lines { count: 30 },
        OrderFault::Version,
        OrderFault::OtherMode { mark: mark(true), connection: "Purchasing".to_owned() },
        OrderFault::OtherMode { mark: mark(false), connection: "Purchasing".to_owned() },
    ];
    all.extend(line_faults().into_iter().map(|fault| OrderFault::Line { number: 3, fault }));
    all
}

fn invoice_faults() -> Vec<InvoiceFault> {
    let (found, ordered) = (|| "MON".to_owned(), || "EA".to_owned());
    let mut all = vec![
        InvoiceFault::Shape,
        InvoiceFault::Order { found: found(), ordered: ordered() },
        InvoiceFault::Line { found: 1, ordered: 2 },
        InvoiceFault::Kind { line: 1, is_service: true },
        InvoiceFault::Kind { line: 1, is_service: false },
        InvoiceFault::Unit { line: 1, found: found(), ordered: ordered() },
        InvoiceFault::Part { line: 1, found: found(), ordered: ordered() },
        InvoiceFault::Currency { found: found(), ordered: ordered() },
        InvoiceFault::TooMuch { billed: money(), ordered: money() },
        InvoiceFault::Nothing(Decimal::ZERO),
    ];
    let (found, reckoned) = (Decimal::ONE, Decimal::TWO);
    all.extend([Sum::Line, Sum::Subtotal, Sum::Net].map(|what| InvoiceFault::Sum { what, found, reckoned }));
    all
}

fn troubles() -> Vec<Trouble> {
    let detail = || "the network is down".to_owned();
    let because = || Box::new(Trouble::Silent);
    vec![
        Trouble::answered(500, "Internal Server Error"),
        Trouble::NotCxml { http: 502 },
        Trouble::Unreachable { detail: detail() },
        Trouble::Silent,
        Trouble::LongAnswer,
        Trouble::Address { detail: detail() },
        Trouble::Secret { detail: detail() },
        Trouble::NoInvoicing,
        Trouble::NoConfirmations,
        Trouble::Faults { faults: invoice_faults() },
        Trouble::Suppressed,
        Trouble::Unwritten { detail: detail() },
        Trouble::Mail { detail: detail() },
        Trouble::Events { detail: detail() },
        Trouble::Broken { detail: detail() },
        Trouble::WornOut { tries: 20 },
        Trouble::GivenUp { tries: 10, because: because() },
        Trouble::Doubtful { because: because() },
    ]
}

#[test]
fn all_that_is_wrong_with_an_order_is_told_in_each_language_and_kept() {
    told(&order_faults());
    kept(&order_faults());
    told(&[mark(true), mark(false)]);
    kept(&[mark(true), mark(false)]);
}

#[test]
fn the_refusal_of_an_order_says_in_english_what_its_cause_says() {
    for fault in order_faults() {
        let refusal = fault.clone().refusal();
        assert_eq!(refusal.reason, fault.to_string());
        assert_eq!(refusal.because, [fault]);
        assert!((400..500).contains(&refusal.code), "{refusal}");
    }
}

#[test]
fn all_that_is_in_the_way_of_a_delivery_is_told_in_each_language_and_kept() {
    told(&troubles());
    kept(&troubles());
    for fault in invoice_faults() {
        told(&[Trouble::Faults { faults: vec![fault] }]);
    }
}

#[test]
fn all_that_shows_on_a_timeline_is_told_in_each_language() {
    let paper = || Paper { credit: true, number: number() };
    let why = || Recorded::Cause(Trouble::Silent);
    let errand = Errand::Failing;
    told(&[
        Cause::Made { paper: paper(), gross: money() },
        Cause::Delivered(paper()),
        Cause::Parked { paper: paper(), why: why() },
        Cause::ToUpload(paper()),
        Cause::Withdrawing(paper()),
        Cause::Cancelled { paper: paper(), how: Recorded::Cause(How::Void) },
        Cause::Done(errand),
        Cause::Stuck { errand, why: why() },
    ]);
    told(&[How::Void, How::Credited { number: number() }, How::Withdrawn]);
    kept(&[How::Void, How::Credited { number: number() }, How::Withdrawn]);
    told(&[
        Errand::Subscribed,
        Errand::Refused,
        Errand::OfferExpiring,
        Errand::RequestExpiring,
        Errand::TestMode,
        Errand::Failing,
        Errand::Ended,
        Errand::Amended,
        Errand::Overrun,
        Errand::Statement,
        Errand::Confirmation,
    ]);
}

#[test]
fn what_an_older_record_says_is_quoted_in_english() {
    let written = Recorded::<Trouble>::of("500 busy", None);
    let parked = Cause::Parked { paper: Paper { credit: false, number: number() }, why: written.clone() };
    let told = parked.told(Language::German);
    assert_eq!(told.text, format!("Die Rechnung {} wird zurückgehalten:", number()));
    assert_eq!(told.quoted, Some(Quoted::english("500 busy")));
    assert_eq!(parked.told(Language::English).text, format!("Invoice {} was parked: 500 busy", number()));
    let alone = written.told(Language::German);
    assert_eq!((alone.text.as_str(), alone.tag(), alone.quoted), ("500 busy", "en", None));
}

#[test]
fn all_that_the_console_explains_is_told_in_each_language() {
    let account = "111122220001".parse().expect("an account");
    let (name, system) = (|| "Purchasing".to_owned(), ProcurementSystem::Coupa);
    told(&[
        WhyConnection::StandsAlone { account },
        WhyConnection::Belongs { account, organisation: "Acme".to_owned(), management: account },
        WhyConnection::Inactive { account },
        WhyConnection::Disabled { name: name(), system },
        WhyConnection::Usable { name: name(), system, test: true },
        WhyConnection::Usable { name: name(), system, test: false },
        WhyConnection::NoneEnabled,
        WhyConnection::OneEnabled { name: name() },
        WhyConnection::SeveralEnabled,
    ]);
    told(&[
        Obstacle::Connections,
        Obstacle::Secrets,
        Obstacle::Resend(CannotResend::Delivered(number())),
        Obstacle::Resend(CannotResend::UnderWay(number())),
        Obstacle::Resend(CannotResend::ByHand(number())),
        Obstacle::Resend(CannotResend::Cancelled(number())),
        Obstacle::Cancel(CannotCancel::Credit(number())),
        Obstacle::Cancel(CannotCancel::UnderWay(number())),
        Obstacle::Cancel(CannotCancel::Cancelled(number())),
        Obstacle::NotByHand { number: number(), state: "delivered" },
        Obstacle::NotRunAgain { kind: "Response".to_owned() },
        Obstacle::DryOnly,
        Obstacle::Unreadable { detail: "it is no XML".to_owned() },
        Obstacle::Amended(50),
        Obstacle::Money(MoneyError::TooLarge),
    ]);
    let (invoiced, scheduled) = (money(), money());
    told(&[
        Mismatch::NoAgreement,
        Mismatch::NoOrder,
        Mismatch::Price { ordered: money(), agreed: money() },
        Mismatch::NotInvoiced { amount: money(), date: day() },
        Mismatch::Amount { number: number(), invoiced, scheduled },
        Mismatch::Parked { number: number(), reason: Recorded::Cause(Trouble::Silent) },
        Mismatch::Stuck { number: number(), state: "parked", since: jiff::Timestamp::UNIX_EPOCH },
        Mismatch::Unscheduled { number: number() },
    ]);
}
