//! An order that is right makes one agreement for each request (R34, R36).

use jiff::civil::date;
use procurement::order::OrderResult;
use procurement::requisition::Status;

use super::accepted;
use crate::example::{Desk, account_id, connection, days, money, order, request, requester};
use crate::example::{MEMBER_ACCOUNT, reference_of};

#[test]
fn an_order_for_one_request_makes_one_agreement_for_the_requesters_account() {
    let acceptance = accepted(Desk::with(&[request(1)]).decide(&order("PO-1", &[request(1)])));
    let [line] = acceptance.lines.as_slice() else { panic!("one line") };
    assert_eq!(line.agreement.account, account_id(MEMBER_ACCOUNT));
    assert_eq!(line.agreement.requisition, request(1).id);
    assert_eq!(line.agreement.connection, connection().id);
    assert_eq!(line.agreement.requester, requester());
    assert_eq!(line.agreement.quote.total, money("1200.00 USD"));
    assert_eq!((line.agreement.offer_revision, line.agreement.pricing.as_str()), (3, "contract"));
}

#[test]
fn the_request_is_subscribed_and_says_by_which_order() {
    let acceptance = accepted(Desk::with(&[request(1)]).decide(&order("PO-1", &[request(1)])));
    let line = &acceptance.lines[0];
    let status = Status::Subscribed { agreement: line.agreement.id, order_id: "PO-1".into() };
    assert_eq!(line.requisition.status, status);
    let told = &line.requisition.timeline.last().expect("an entry").text;
    assert_eq!(told, "Purchase order PO-1 came; account 222233334444 is subscribed to Lumen Logs.");
}

#[test]
fn the_answer_is_200_and_counts_the_subscriptions() {
    let desk = Desk::with(&[request(1), request(2)]);
    let one = accepted(desk.decide(&order("PO-1", &[request(1)]))).record;
    assert_eq!((one.answer.code, one.result), (200, OrderResult::Accepted));
    assert_eq!(one.answer.text, "Purchase order PO-1 accepted; 1 subscription created.");
    let two = accepted(desk.decide(&order("PO-1", &[request(1), request(2)]))).record;
    assert_eq!(two.answer.text, "Purchase order PO-1 accepted; 2 subscriptions created.");
    assert_eq!(two.requisitions, [request(1).id, request(2).id]);
}

#[test]
fn the_agreement_remembers_the_line_as_the_order_writes_it() {
    let mut bought = order("PO-1", &[request(1)]);
    bought.items[0].line_number = Some(40);
    let acceptance = accepted(Desk::with(&[request(1)]).decide(&bought));
    let line = &acceptance.lines[0].agreement.order;
    assert_eq!((line.order_id.as_str(), line.line), ("PO-1", 40));
    assert_eq!((line.unit_of_measure.as_str(), line.part_id.as_str()), ("EA", "prod-lumen-logs"));
    assert_eq!(line.unit_price, money("1200.00 USD"));
    assert_eq!(line.reference, reference_of(&request(1)));
    assert_eq!(line.order_date.map(|at| at.to_string()), Some("2026-11-21T11:59:00Z".into()));
}

#[test]
fn a_contract_of_a_year_ends_the_day_before_its_anniversary() {
    let acceptance = accepted(Desk::with(&[request(1)]).decide(&order("PO-1", &[request(1)])));
    assert_eq!(acceptance.lines[0].agreement.end, Some(date(2027, 11, 20)));
}

#[test]
fn an_order_may_come_days_after_its_punch_out() {
    let mut desk = Desk::with(&[request(1)]);
    desk.now += days(29);
    accepted(desk.decide(&order("PO-1", &[request(1)])));
}

#[test]
fn an_order_for_a_cart_returned_before_is_honoured_after_the_connection_was_disabled() {
    let mut disabled = connection();
    disabled.enabled = false;
    accepted(Desk::with(&[request(1)]).over(disabled).decide(&order("PO-1", &[request(1)])));
}

#[test]
fn a_line_without_a_number_has_its_position() {
    let mut bought = order("PO-1", &[request(1), request(2)]);
    bought.items.iter_mut().for_each(|item| item.line_number = None);
    let acceptance = accepted(Desk::with(&[request(1), request(2)]).decide(&bought));
    let numbers: Vec<u32> = acceptance.lines.iter().map(|line| line.agreement.order.line).collect();
    assert_eq!(numbers, [1, 2]);
}

#[test]
fn each_of_several_lines_has_its_own_agreement_whatever_their_order() {
    let requests = [request(3), request(1), request(2)];
    let acceptance =
        accepted(Desk::with(&[request(1), request(2), request(3)]).decide(&order("PO-1", &requests)));
    let made: Vec<_> = acceptance.lines.iter().map(|line| line.agreement.requisition).collect();
    assert_eq!(made, requests.map(|one| one.id));
    let mut ids: Vec<_> = acceptance.lines.iter().map(|line| line.agreement.id).collect();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), 3);
}
