//! What holds of every order, however it is put together.

use cxml::model::{OrderKind, OrderRequest};
use procurement::catalogue::{Offer, Pricing};
use procurement::connection::Connection;
use procurement::order::Outcome;
use procurement::requisition::{Requisition, Status};
use proptest::prelude::*;
use rust_decimal::Decimal;

use crate::example::{
    Desk, connection, days, every_pricing, offer, order, product, requested_of, strangers_connection,
    test_connection,
};

/// What may be wrong with a line.
#[derive(Clone, Copy, Debug)]
enum Mischief {
    None,
    Quantity,
    NoReference,
    NoDetail,
    OtherPart,
}

/// What may have happened to a request before the order comes.
#[derive(Clone, Copy, Debug)]
struct Past {
    connection: usize,
    status: usize,
    pricing: usize,
}

fn past() -> impl Strategy<Value = Past> {
    let connection = prop_oneof![8 => Just(0_usize), 2 => Just(1), 1 => Just(2)];
    let status = prop_oneof![8 => Just(0_usize), 1 => 1..5_usize];
    (connection, status, 0..6_usize).prop_map(|(connection, status, pricing)| Past {
        connection,
        status,
        pricing,
    })
}

fn mischief() -> impl Strategy<Value = Mischief> {
    prop_oneof![
        12 => Just(Mischief::None),
        1 => Just(Mischief::Quantity),
        1 => Just(Mischief::NoReference),
        1 => Just(Mischief::NoDetail),
        1 => Just(Mischief::OtherPart),
    ]
}

fn kind() -> impl Strategy<Value = OrderKind> {
    prop_oneof![6 => Just(OrderKind::New), 1 => Just(OrderKind::Update), 1 => Just(OrderKind::Delete)]
}

fn connection_of(index: usize) -> Connection {
    [connection(), test_connection(), strangers_connection()][index].clone()
}

fn offer_of(pricing: usize) -> Offer {
    let pricing: Pricing = every_pricing()[pricing].clone();
    Offer {
        id: format!("offer-{}", pricing.key().replace('_', "-")).parse().expect("an id"),
        ..offer(pricing)
    }
}

fn request_of(number: usize, past: Past) -> Requisition {
    let over = connection_of(past.connection);
    let request = requested_of(number as u128, &over, &product(), &offer_of(past.pricing));
    let reason = || "before".to_owned();
    let status = match past.status {
        0 => Status::SentForApproval,
        1 => Status::InCart,
        2 => Status::Refused { reason: reason() },
        3 => Status::Cancelled { reason: reason() },
        _ => Status::TestCompleted { order_id: "PO-0".into() },
    };
    Requisition { status, ..request }
}

fn spoil(order: &mut OrderRequest, line: usize, mischief: Mischief) {
    let item = &mut order.items[line];
    match mischief {
        Mischief::None => {}
        Mischief::Quantity => item.quantity = Some(Decimal::TWO),
        Mischief::NoReference => item.item_id.supplier_part_auxiliary_id = None,
        Mischief::NoDetail => item.detail = None,
        Mischief::OtherPart => item.item_id.supplier_part_id = "prod-other".into(),
    }
}

prop_compose! {
    /// A desk, and an order for some of what it knows, perhaps twice and perhaps wrong.
    fn arrival()(
        pasts in prop::collection::vec(past(), 1..5),
        lines in prop::collection::vec((any::<prop::sample::Index>(), mischief()), 1..6),
        kind in kind(),
        over in prop_oneof![3 => Just(0_usize), 1 => Just(1)],
        late in prop_oneof![9 => Just(0), 1 => Just(31)],
    ) -> (Desk, OrderRequest) {
        let requests: Vec<_> = pasts.into_iter().enumerate().map(|(number, past)| request_of(number, past)).collect();
        let ordered: Vec<_> = lines.iter().map(|(index, _)| index.get(&requests).clone()).collect();
        let mut order = order("PO-1", &ordered);
        order.header.kind = kind;
        for (line, (_, mischief)) in lines.into_iter().enumerate() {
            spoil(&mut order, line, mischief);
        }
        let mut desk = Desk::with(&requests).over(connection_of(over));
        desk.now += days(late);
        (desk, order)
    }
}

/// The same of orders that are right, so that acceptance is not a rare case.
fn right_arrival() -> impl Strategy<Value = (Desk, OrderRequest)> {
    prop::collection::vec(0..6_usize, 1..=20).prop_map(|pricings| {
        let sent = |pricing| Past { connection: 0, status: 0, pricing };
        let requests: Vec<_> =
            pricings.into_iter().enumerate().map(|(number, one)| request_of(number, sent(one))).collect();
        let order = order("PO-1", &requests);
        (Desk::with(&requests), order)
    })
}

fn any_arrival() -> impl Strategy<Value = (Desk, OrderRequest)> {
    prop_oneof![3 => arrival(), 1 => right_arrival()]
}

proptest! {
    #[test]
    fn a_decision_is_the_same_whenever_it_is_made_from_the_same((desk, order) in any_arrival()) {
        prop_assert_eq!(desk.decide(&order), desk.decide(&order));
    }

    #[test]
    fn an_answer_is_200_or_a_refusal_that_is_not_repeated((desk, order) in any_arrival()) {
        let outcome = desk.decide(&order);
        let code = outcome.answer().code;
        match outcome {
            Outcome::Refused(_) => prop_assert!((400..500).contains(&code), "{}", code),
            _ => prop_assert_eq!(code, 200),
        }
    }

    #[test]
    fn what_is_accepted_has_one_agreement_for_each_line_and_each_request_is_one_version_on(
        (desk, order) in any_arrival()
    ) {
        if let Outcome::Accepted(acceptance) = desk.decide(&order) {
            prop_assert_eq!(acceptance.lines.len(), order.items.len());
            prop_assert_eq!(acceptance.record.requisitions.len(), order.items.len());
            for line in &acceptance.lines {
                let before = desk.requisitions.iter().find(|one| one.id == line.requisition.id).expect("known");
                prop_assert_eq!(line.requisition.version, before.version + 1);
                prop_assert_eq!(line.agreement.requisition, before.id);
                prop_assert_eq!(line.agreement.quote.total, before.quote.total);
                prop_assert!(!before.is_test() && before.is_open());
            }
        }
    }

    #[test]
    fn a_test_leaves_no_agreement_and_no_job((mut desk, order) in any_arrival()) {
        let touches_a_test = desk.connection.is_test();
        let outcome = desk.receive(&order);
        if touches_a_test || matches!(outcome, Outcome::TestCompleted(_)) {
            prop_assert!(desk.agreements.is_empty());
            prop_assert!(matches!(outcome, Outcome::Refused(_)) || desk.jobs.is_empty());
        }
    }

    #[test]
    fn other_buyers_requests_are_never_written((desk, order) in any_arrival()) {
        let written = match desk.decide(&order) {
            Outcome::Accepted(it) => it.lines.into_iter().map(|line| line.requisition).collect(),
            Outcome::TestCompleted(it) | Outcome::Cancelled(it) => it.requisitions,
            Outcome::Refused(it) => it.requisitions,
            Outcome::AlreadyAnswered(_) => Vec::new(),
        };
        prop_assert!(written.iter().all(|one| one.connection == desk.connection.id));
    }

    #[test]
    fn the_second_time_changes_nothing_and_answers_the_same((mut desk, order) in any_arrival()) {
        let first = desk.receive(&order);
        let after = desk.clone();
        let second = desk.receive(&order);
        prop_assert_eq!(second, Outcome::AlreadyAnswered(first.answer().clone()));
        prop_assert_eq!(after.requisitions, desk.requisitions);
        prop_assert_eq!(after.agreements, desk.agreements);
        prop_assert_eq!(after.jobs, desk.jobs);
    }

    #[test]
    fn what_is_invoiced_is_what_was_agreed((desk, order) in right_arrival()) {
        if let Outcome::Accepted(acceptance) = desk.decide(&order) {
            for line in acceptance.lines.iter().filter(|line| !line.agreement.schedule.is_empty()) {
                let parts = line.agreement.schedule.iter().map(|part| part.amount);
                prop_assert_eq!(procurement::money::Money::sum(parts), Ok(line.agreement.quote.total));
            }
        }
    }
}
