//! What happens to a request is told in every language, whenever it was written down (R40, R58).

use iso_currency::Currency;
use procurement::agreement::{Alteration, Alterations};
use procurement::approved_products::NotApproved;
use procurement::catalogue::NotEligible;
use procurement::connection::{Deployment, ProcurementSystem};
use procurement::deployment::{Claim, Mark};
use procurement::id::RequisitionId;
use procurement::job::Errand;
use procurement::mail::Language;
use procurement::money::Money;
use procurement::order::{NoLonger, OrderFault, Stale};
use procurement::reason::{Quoted, Reason as _, Telling};
use procurement::requisition::{Entry, Happened};
use procurement::trouble::Trouble;
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
    let mark = Mark { claims: vec![Claim::Mode(Deployment::Test), Claim::Identity], test: false };
    let changes = Alterations(vec![
        Alteration::LastDay { now: day, before: day },
        Alteration::Charge { date: day, now: price, before: price },
    ]);
    let to = "a…@acme.example".to_owned();
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
        Happened::Refused {
            order_id: order_id.clone(),
            text: "Line 1: no.".to_owned(),
            because,
            faults: Vec::new(),
        },
        Happened::TakenBack { order_id: order_id.clone() },
        Happened::NoOrderCame { day },
        Happened::Refused {
            order_id: order_id.clone(),
            text: "The order has 30 lines.".to_owned(),
            because: Vec::new(),
            faults: vec![OrderFault::Lines { count: 30 }],
        },
        Happened::OrderMarked { mark: mark.clone() },
        Happened::PunchOutMarked { mark },
        Happened::Ended { reason: "Gone.".to_owned() },
        Happened::Amended { changes, reason: "As agreed.".to_owned() },
        Happened::Overrun { used: price, committed: price, order_id: order_id.clone() },
        Happened::MailBounced { to: to.clone(), reason: "550".to_owned() },
        Happened::MailDelayed { to: to.clone(), reason: "450".to_owned() },
        Happened::MailUnwanted { to },
        Happened::MaybeTwice { errand: Errand::Subscribed },
        Happened::MaybeOnce { errand: Errand::Confirmation },
        Happened::Confirmed { order_id: order_id.clone(), system: ProcurementSystem::Coupa },
        Happened::Unconfirmed { order_id, why: Trouble::answered(500, "busy") },
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
    assert_eq!(entry.told(Language::German), Telling::in_english("Purchase order PO-1 came."));
    let old = r#"{"what": "refused", "order_id": "PO-1", "text": "Line 1: gone.", "because": [{"stale": "withdrawn"}]}"#;
    let old: Happened = serde_json::from_str(old).expect("a refusal");
    let told = old.told(Language::German);
    assert!(told.text.contains("Der Anbieter hat das Angebot zurückgezogen."), "{told}");
}

#[test]
fn amounts_and_days_are_written_as_the_language_writes_them() {
    let german: Vec<String> = all().iter().map(|happened| happened.words(Language::German)).collect();
    assert_eq!(german[0], "Ada hat Lumen Logs zu 12.345,67 USD angefragt.");
    assert!(german[13].starts_with("Bis zum 21. November 2026 kam keine Bestellung"), "{}", german[13]);
    assert!(german[11].contains("Das Angebot ist am 2026-11-20 abgelaufen."), "{}", german[11]);
}

#[test]
fn what_somebody_else_said_ends_it_and_says_its_language() {
    let ended = Happened::Ended { reason: "Der Anbieter ist fort.".to_owned() };
    let told = ended.told(Language::German);
    assert_eq!((told.text.as_str(), told.tag()), ("Der Marktplatz hat das Abonnement beendet.", "de"));
    assert_eq!(told.quoted, Some(Quoted::somebodys("Der Anbieter ist fort.")));
    assert_eq!(told.to_string(), "Der Marktplatz hat das Abonnement beendet. Der Anbieter ist fort.");
    let why = Trouble::answered(403, "Forbidden");
    let told = Happened::Unconfirmed { order_id: "PO-1".to_owned(), why }.told(Language::German);
    assert_eq!(told.quoted, Some(Quoted::english("Forbidden")));
}
