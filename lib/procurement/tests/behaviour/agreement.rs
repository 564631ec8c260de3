//! What the operator changes about an agreement that goes on (R39).

use jiff::Timestamp;
use procurement::agreement::{Agreement, Amendment, CannotChange, Changed, amend, end};
use procurement::catalogue::Pricing;
use procurement::job::Task;
use procurement::order::Outcome;
use procurement::requisition::Requisition;

use crate::example::{Desk, connection, contract, days, instalments, money, now, order, requested, usage};

fn bought(pricing: Pricing) -> (Agreement, Requisition) {
    let requests = [requested(1, &connection(), pricing)];
    match Desk::with(&requests).decide(&order("PO-1", &requests)) {
        Outcome::Accepted(mut acceptance) => {
            let line = acceptance.lines.remove(0);
            (line.agreement, line.requisition)
        }
        other => panic!("{}", other.answer().text),
    }
}

fn later() -> Timestamp {
    now() + days(30)
}

fn changed(
    (agreement, requisition): &(Agreement, Requisition),
    amendment: &Amendment,
    invoiced: &[usize],
) -> Result<Changed, CannotChange> {
    amend(agreement, requisition.clone(), (amendment, invoiced), "operator", "As agreed.", later())
}

fn charging(charges: &[(usize, &str)]) -> Amendment {
    let charges = charges.iter().map(|(place, amount)| (*place, money(amount))).collect();
    Amendment { last_day: None, charges }
}

fn until(day: &str) -> Amendment {
    Amendment { last_day: day.parse().ok(), ..Amendment::default() }
}

#[test]
fn the_last_day_is_moved_and_the_requester_and_others_are_told() {
    let before = bought(contract());
    let changed = changed(&before, &until("2028-01-31"), &[0]).expect("changed");
    assert_eq!(changed.agreement.end, "2028-01-31".parse().ok());
    assert_eq!(changed.agreement.version, before.0.version + 1);
    let told = &changed.requisition.timeline.last().expect("a note").text;
    assert!(told.contains("2028-01-31") && told.ends_with("As agreed."), "{told}");
    let [mail, event] = changed.jobs.as_slice() else { panic!("{:?}", changed.jobs) };
    assert!(matches!(&mail.task, Task::AmendedMail { change, .. } if change == told));
    assert!(matches!(event.task, Task::PublishEvents { .. }));
}

#[test]
fn what_is_not_invoiced_yet_may_become_less_and_more_again_up_to_what_was_ordered() {
    let (agreement, requisition) = bought(instalments());
    let less = changed(&(agreement, requisition), &charging(&[(1, "0.00 USD"), (2, "3000.00 USD")]), &[0]);
    let less = less.expect("changed");
    assert_eq!(less.uninvoiced, [1, 2]);
    assert_eq!(less.agreement.quote.total, money("6333.33 USD"));
    assert!(less.agreement.was_lowered_from(money("10000.00 USD")));
    let lowered = (less.agreement, less.requisition);
    let again = changed(&lowered, &charging(&[(1, "3333.34 USD"), (2, "3333.33 USD")]), &[0]);
    let again = again.expect("changed").agreement;
    assert_eq!(again.quote.total, money("10000.00 USD"));
    assert!(!again.was_lowered_from(money("10000.00 USD")), "what was ordered is agreed again");
}

#[test]
fn more_than_was_ordered_is_requested_anew() {
    let refused = changed(&bought(instalments()), &charging(&[(2, "3333.34 USD")]), &[0]);
    let refused = refused.expect_err("refused");
    assert!(refused.to_string().contains("10,000.01 USD, more than the 10,000.00 USD"), "{refused}");
}

#[test]
fn what_is_invoiced_or_not_there_or_no_amount_is_no_charge_that_can_be_another() {
    let bought = bought(instalments());
    for (amendment, says) in [
        (charging(&[(0, "1.00 USD")]), "charge 1 is invoiced"),
        (charging(&[(9, "1.00 USD")]), "no charge 10"),
        (charging(&[(1, "-1.00 USD")]), "charge 2 is no amount of USD"),
        (charging(&[(1, "1.005 USD")]), "charge 2 is no amount of USD"),
        (charging(&[(1, "1.00 EUR")]), "charge 2 is no amount of USD"),
        (charging(&[(2, "3333.33 USD")]), "nothing would be another"),
        (Amendment::default(), "nothing would be another"),
        (until("2026-11-30"), "is not after today"),
    ] {
        let refused = changed(&bought, &amendment, &[0]).expect_err("refused");
        assert!(refused.to_string().contains(says), "{refused}");
    }
}

#[test]
fn usage_has_no_last_day_and_no_charges() {
    let bought = bought(usage());
    assert_eq!(changed(&bought, &until("2028-01-31"), &[]), Err(CannotChange::NoEnd));
    assert_eq!(changed(&bought, &charging(&[(0, "1.00 USD")]), &[]), Err(CannotChange::NoCharge(1)));
}

#[test]
fn what_is_over_is_changed_no_more() {
    let (agreement, requisition) = bought(contract());
    let ended = end(&agreement, requisition, "operator", "Withdrawn.", later()).expect("ended");
    let over = (ended.agreement, ended.requisition);
    assert!(matches!(changed(&over, &until("2028-01-31"), &[]), Err(CannotChange::Over(_))));
}

#[test]
fn an_agreement_is_changed_fifty_times_and_no_more() {
    let mut current = bought(contract());
    for count in 0..50 {
        let day = if count % 2 == 0 { "2028-01-31" } else { "2028-02-29" };
        let next = changed(&current, &until(day), &[0]).expect("changed");
        current = (next.agreement, next.requisition);
    }
    assert_eq!(changed(&current, &until("2029-01-31"), &[0]), Err(CannotChange::TooOften(50)));
}
