//! Who shops, from what procurement systems tell.

use cxml::model::{Contact, Email, Extrinsic, Name, PunchOutSetupRequest};
use procurement::session::Requester;

use super::{opened, over, request};
use crate::example::ariba_connection;

fn told(extrinsics: &[(&str, &str)], contacts: &[Contact]) -> Requester {
    let extrinsics = extrinsics.iter().map(|(name, value)| Extrinsic::new(*name, *value)).collect();
    opened(&PunchOutSetupRequest { extrinsics, contacts: contacts.to_vec(), ..request() }).requester
}

fn contact(role: &str, name: &str, email: &str) -> Contact {
    Contact {
        role: Some(role.into()),
        name: Name::new("en", name),
        emails: vec![Email::new(email)],
        ..Contact::default()
    }
}

#[test]
fn coupas_extrinsics_name_the_requester() {
    let requester = told(
        &[
            ("FirstName", "Ada"),
            ("LastName", "Lovelace"),
            ("UniqueName", "ada"),
            ("useremail", "ada@acme.example"),
            ("User", "17"),
        ],
        &[contact("endUser", "Somebody", "other@acme.example")],
    );
    assert_eq!((requester.key.as_str(), requester.name.as_str()), ("ada", "Ada Lovelace"));
    assert_eq!((requester.email.as_deref(), requester.account), (Some("ada@acme.example"), None));
}

#[test]
fn the_end_users_contact_names_the_requester_where_extrinsics_do_not() {
    let contacts = [
        contact("billTo", "Accounting", "bills@acme.example"),
        contact("endUser", "Ada Lovelace", "ada@acme.example"),
    ];
    let requester = told(&[], &contacts);
    assert_eq!((requester.key.as_str(), requester.name.as_str()), ("ada@acme.example", "Ada Lovelace"));
    assert_eq!(told(&[], &contacts[..1]).name, "Accounting");
}

#[test]
fn whatever_names_the_person_best_is_shown() {
    assert_eq!(told(&[("LastName", "Lovelace"), ("User", "17")], &[]).name, "Lovelace");
    assert_eq!(told(&[("UserPrintableName", "A. Lovelace"), ("User", "17")], &[]).name, "A. Lovelace");
    let only_number = told(&[("User", "17")], &[]);
    assert_eq!((only_number.key.as_str(), only_number.name.as_str()), ("17", "17"));
}

#[test]
fn a_requester_whom_nothing_names_is_one_of_the_system() {
    let nobody = told(&[("UserEmail", "  "), ("FirstName", "\u{7}")], &[]);
    assert!(nobody.key.starts_with("unnamed ") && nobody.key.contains('@'), "{}", nobody.key);
    assert_eq!((nobody.name.as_str(), nobody.email), ("A Coupa user", None));
    let session = over(&ariba_connection(), &request()).expect("a session");
    assert_eq!(session.requester.name, "A SAP Ariba user");
}

#[test]
fn names_are_cut_and_lose_their_control_characters() {
    let long = "x".repeat(10_000);
    let requester = told(&[("UniqueName", &long), ("FirstName", "A\u{0}d\na")], &[]);
    assert_eq!((requester.key.len(), requester.name.as_str()), (255, "Ada"));
}
