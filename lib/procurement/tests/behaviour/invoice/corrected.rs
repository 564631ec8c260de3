//! A parked invoice is set right and sent again (R48).

use procurement::invoice::{CannotResend, Correction, InvoiceState, Verdict, build, resend};
use procurement::job::Task;
use procurement::trouble::Trouble;

use super::{agreement, invoice};
use crate::example::{contract, delivery, marketplace, now};

fn parked() -> procurement::invoice::Invoice {
    let reason = Trouble::answered(500, "Line 7 is ordered in MON");
    invoice(&agreement(contract()), 0).after(&Verdict::Parked { reason }, now())
}

fn months() -> Correction {
    Correction { unit_of_measure: Some("MON".into()), ..Correction::default() }
}

#[test]
fn set_right_it_is_another_document_under_the_same_number() {
    let before = parked();
    let (again, job) =
        resend(&before, months(), "corrected@market.example".into(), now()).expect("sent again");
    assert_eq!((again.number.as_str(), again.version), (before.number.as_str(), before.version + 1));
    assert_eq!(
        (again.payload_id.as_str(), again.state.clone()),
        ("corrected@market.example", InvoiceState::Due)
    );
    assert!(matches!(job.task, Task::Invoice { instalment: 0, .. }));
    let agreement = agreement(contract());
    let text = cxml::write(
        &build(&again, &agreement, &delivery(), "s3cret".into(), &marketplace()),
        &cxml::WriteOptions::version("1.2.020"),
    );
    assert!(text.contains("<UnitOfMeasure>MON</UnitOfMeasure>"), "{text}");
}

#[test]
fn as_it_was_it_is_the_same_document() {
    let before = parked();
    let (again, _) =
        resend(&before, Correction::default(), "other@market.example".into(), now()).expect("sent");
    assert_eq!(again.payload_id, before.payload_id);
}

#[test]
fn every_time_it_is_sent_again_is_a_job_of_its_own() {
    let (first, job) = resend(&parked(), months(), "a@m".into(), now()).expect("sent");
    let refused = first.after(&Verdict::Parked { reason: Trouble::answered(403, "no") }, now());
    let correction = Correction { line: Some(3), ..Correction::default() };
    let (second, next) = resend(&refused, correction, "b@m".into(), now()).expect("sent");
    assert_ne!(job.id, next.id);
    let line = second.order_line(&agreement(contract()));
    assert_eq!((line.line, line.unit_of_measure.as_str()), (3, "MON"), "corrections add up");
}

#[test]
fn what_is_not_parked_is_not_sent_again() {
    let due = invoice(&agreement(contract()), 0);
    let sent = |invoice| resend(&invoice, months(), String::new(), now()).map(|_| ());
    assert!(matches!(sent(due.clone()), Err(CannotResend::UnderWay(_))));
    let delivered = due.clone().after(&Verdict::Delivered, now());
    assert!(matches!(sent(delivered), Err(CannotResend::Delivered(_))));
    let by_hand = due.with(InvoiceState::ToUpload { since: now() });
    assert!(matches!(sent(by_hand), Err(CannotResend::ByHand(_))));
}
