//! The template's permissions against the calls that the functions made: none too few, none too many.

use crate::aws::emulated::Function;
use crate::aws::template::{Allowed, allowed};

/// What is wrong with a function's permissions.
pub fn mistakes(function: &Function) -> Vec<String> {
    let (allowed, calls) = (allowed(function.name), function.calls());
    let needed =
        calls.iter().filter(|call| !allowed.iter().any(|one| one.covers(&call.action, call.key.as_deref())));
    let needed =
        needed.map(|call| format!("{} may not {} {:?}, but does", function.name, call.action, call.key));
    let unused = |one: &&Allowed| !calls.iter().any(|call| one.covers(&call.action, call.key.as_deref()));
    let unused = allowed.iter().filter(unused);
    let unused =
        unused.map(|one| format!("{} may {} {:?}, but never does", function.name, one.action, one.key));
    needed.chain(unused).collect()
}

#[test]
fn the_storefront_cannot_write_agreements() {
    for key in
        ["AGREEMENT#req-1", "ORDER#x", "JOB#mail-1", "CONN#conn-1", "OFFER#o", "PRODUCT#p", "INVOICE#req-1"]
    {
        assert!(!may("storefront", "dynamodb:PutItem", Some(key)), "{key}");
    }
    assert!(may("storefront", "dynamodb:PutItem", Some("SESSION#1")));
}

#[test]
fn only_notify_sends_mail_and_only_the_storefront_takes_on_roles() {
    for function in ["punchout-setup", "storefront", "cart-return", "purchase-order", "invoice-push"] {
        assert!(!may(function, "ses:SendRawEmail", None), "{function}");
    }
    for function in ["punchout-setup", "cart-return", "purchase-order", "invoice-push", "notify"] {
        assert!(!may(function, "sts:AssumeRole", None), "{function}");
        assert!(!may(function, "organizations:ListAccounts", None), "{function}");
    }
    assert!(may("notify", "ses:SendRawEmail", None));
}

fn may(function: &str, action: &str, key: Option<&str>) -> bool {
    allowed(function).iter().any(|one| one.covers(action, key))
}
