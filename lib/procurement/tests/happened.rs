//! What happens to a request is told in every language, whenever it was written down (R40, R58).

use iso_currency::Currency;
use procurement::approved_products::NotApproved;
use procurement::catalogue::NotEligible;
use procurement::connection::ProcurementSystem;
use procurement::id::RequisitionId;
use procurement::mail::Language;
use procurement::money::Money;
use procurement::order::{NoLonger, Stale};
use procurement::reason::Reason as _;
use procurement::requisition::{Entry, Happened};
use rust_decimal::Decimal;
use uuid::Uuid;

fn all() -> Vec<Happened> {
    let account = "111122220001".parse().expect("an account");
    let (order_id, product) = ("PO-1".to_owned(), "Lumen Logs".to_owned());
    let day = "2026-11-21".parse().expect("a day");
    let price = Money::new(Decimal::new(1_234_567, 2), Currency::USD);
    let because = vec![
        NoLonger::Stale(Stale::Expired("2026-11-20".to_owned())),
        NoLonger::NotEligible(NotEligible::Withdrawn),
        NoLonger::NotApproved(NotApproved),
    ];
    vec![
        Happened::Asked { who: "Ada".to_owned(), product: product.clone(), price },
        Happened::Sent { system: ProcurementSystem::Coupa, test: true },
        Happened::TakenOut,
        Happened::TakenOutLater,
        Happened::SentAgain { by: RequisitionId::new(Uuid::nil()) },
        Happened::Waited { day },
        Happened::Subscribed { order_id: order_id.clone(), account, product: product.clone() },
        Happened::Tested { order_id: order_id.clone() },
        Happened::ApprovedBeforehand { account, product: product.clone() },
        Happened::TestedAtOnce,
        Happened::Direct { account, product },
        Happened::Refused { order_id: order_id.clone(), text: "Line 1: no.".to_owned(), because },
        Happened::TakenBack { order_id },
        Happened::NoOrderCame { day },
    ]
}

#[test]
fn everything_that_happens_is_kept_by_its_cause_and_told_in_each_language() {
    for happened in all() {
        let kept = serde_json::to_string(&happened).expect("JSON");
        assert_eq!(serde_json::from_str::<Happened>(&kept).expect("the same"), happened, "{kept}");
        let [english, german] = Language::ALL.map(|language| happened.words(language));
        assert!(!english.is_empty() && !german.is_empty() && english != german, "{english} / {german}");
    }
}

#[test]
fn what_was_written_down_before_causes_were_kept_is_told_as_it_was_written() {
    let old = r#"{"at": "2026-11-21T12:00:00Z", "text": "Purchase order PO-1 came."}"#;
    let entry: Entry = serde_json::from_str(old).expect("an entry");
    assert_eq!(entry.words(Language::German), ("Purchase order PO-1 came.".to_owned(), Language::English));
}

#[test]
fn amounts_and_days_are_written_as_the_language_writes_them() {
    let german: Vec<String> = all().iter().map(|happened| happened.words(Language::German)).collect();
    assert_eq!(german[0], "Ada hat Lumen Logs zu 12.345,67 USD angefragt.");
    assert!(german[13].starts_with("Bis zum 21. November 2026 kam keine Bestellung"), "{}", german[13]);
    assert!(german[11].contains("Das Angebot ist am 2026-11-20 abgelaufen."), "{}", german[11]);
}
