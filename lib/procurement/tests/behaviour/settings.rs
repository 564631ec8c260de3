//! What settings mean for a visitor of the store (R11, R13, R16–R18).

use procurement::account::Organisation;
use procurement::catalogue::ProductType;
use procurement::configuration::{AutomaticApproval, NotAnOrderNumber, OrderNumber, OrganisationSettings};
use procurement::connection::{Connection, DirectVisit, direct_visit};

use crate::example::{
    account_id, ariba_connection, connection, contract, every_pricing, instalments, money, offer, product,
    quote_of, usage,
};

fn redirecting() -> Connection {
    let mut connection = connection();
    connection.settings.redirect = true;
    connection.settings.approval_url = "https://acme.coupahost.com/requests".parse().ok();
    connection
}

#[test]
fn redirect_sends_a_direct_visitor_to_the_approval_url_and_off_lets_them_buy() {
    let (on, off) = ([redirecting()], [connection()]);
    let DirectVisit::Redirected { to, .. } = direct_visit(&on) else { panic!("redirected") };
    assert_eq!(to.as_str(), "https://acme.coupahost.com/requests");
    assert_eq!(direct_visit(&off), DirectVisit::Native);
    assert_eq!(direct_visit(&[]), DirectVisit::Native);
}

#[test]
fn redirect_is_independent_of_test_mode_and_ends_when_the_connection_is_disabled() {
    let test = [Connection { mode: procurement::connection::Mode::Test, ..redirecting() }];
    assert!(matches!(direct_visit(&test), DirectVisit::Redirected { .. }));
    let disabled = [Connection { enabled: false, ..redirecting() }];
    assert_eq!(direct_visit(&disabled), DirectVisit::Native);
}

#[test]
fn a_direct_visitor_of_an_ariba_organisation_is_told_to_begin_there() {
    let ariba = [ariba_connection()];
    assert_eq!(direct_visit(&ariba), DirectVisit::BeginsInAriba { connection: &ariba[0] });
    assert_eq!(direct_visit(&[ariba_connection(), connection()]), DirectVisit::Native);
    let both = [ariba_connection(), redirecting()];
    assert!(matches!(direct_visit(&both), DirectVisit::Redirected { .. }));
}

#[test]
fn free_and_byol_need_no_approval_by_their_switch_and_a_price_of_zero_is_not_free() {
    for (free, byol) in [(false, false), (true, false), (false, true), (true, true)] {
        let mut connection = connection();
        connection.settings.automatic_approval = AutomaticApproval { free, byol };
        let at_once: Vec<&str> = every_pricing()
            .iter()
            .filter(|pricing| connection.needs_no_approval(pricing))
            .map(|pricing| pricing.key())
            .collect();
        let expected: Vec<&str> =
            [("free", free), ("byol", byol)].iter().filter(|(_, on)| *on).map(|(key, _)| *key).collect();
        assert_eq!(at_once, expected);
    }
}

#[test]
fn usage_comes_to_the_connections_blanket_amount() {
    let mut connection = connection();
    assert_eq!(connection.blanket_amount(), money("10000.00 USD"));
    connection.settings.blanket_amount = money("250.00 USD");
    assert_eq!(quote_of(&offer(usage()), connection.blanket_amount()).total, money("250.00 USD"));
}

#[test]
fn a_po_number_is_asked_for_and_billed_for_saas_contracts_alone() {
    let organisation = Organisation {
        management_account: account_id("111122223333"),
        name: "Acme".into(),
        standalone: false,
    };
    let off = OrganisationSettings::of(organisation);
    let on =
        OrganisationSettings { purchase_order_management: true, billing_integration: true, ..off.clone() };
    for pricing in every_pricing() {
        for kind in ProductType::ALL {
            let expected = kind == ProductType::Saas && [contract(), instalments()].contains(&pricing);
            assert_eq!(on.asks_for_order_number(kind, &pricing), expected, "{kind:?} {}", pricing.key());
            assert_eq!(on.bills_order_number(kind, &pricing), expected, "{kind:?} {}", pricing.key());
            assert!(!off.asks_for_order_number(kind, &pricing) && !off.bills_order_number(kind, &pricing));
        }
    }
    assert_eq!(product().product_type, ProductType::Saas);
}

#[test]
fn a_po_number_has_at_most_200_characters_in_one_line() {
    assert_eq!(OrderNumber::read("  ").map(|number| number.is_none()), Ok(true));
    let longest = "ä".repeat(200);
    let read = OrderNumber::read(&format!(" {longest} ")).expect("a number").expect("not empty");
    assert_eq!(read.as_str(), longest);
    for wrong in ["ä".repeat(201), "PO\n1".to_owned()] {
        assert_eq!(OrderNumber::read(&wrong), Err(NotAnOrderNumber));
    }
}
