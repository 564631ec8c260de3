//! The template's permissions against the calls that the functions made: none too few, none too many.

use crate::aws::emulated::Function;
use crate::aws::recorder::Call;
use crate::aws::template::{self, Allowed, allowed};

/// What Lambda does by a function's role, not the function: it encrypts what it gives up.
const BY_LAMBDA: [&str; 1] = ["kms:GenerateDataKey"];

/// What a cart of an earlier version needs, which names no organisation (docs/adr/0005): none can be made any more.
const BY_OLDER_CARTS: (&str, &str, &str) = ("purchase-order", "dynamodb:GetItem", "ORG#*");

/// What is wrong with a function's permissions.
pub fn mistakes(function: &Function) -> Vec<String> {
    let (allowed, calls) = (allowed(function.name), function.aws.calls());
    let name = function.name;
    let missing = calls.iter().filter(|call| !allowed.iter().any(|one| covers(one, call)));
    let missing = missing.map(|call| format!("{name} may not {} {:?}, but does", call.action, call.key));
    let unused = allowed.iter().filter(|one| !calls.iter().any(|call| covers(one, call)));
    let unused = unused.filter(|one| !BY_LAMBDA.contains(&one.action.as_str()));
    let unused =
        unused.filter(|one| (name, &*one.action, one.key.as_deref().unwrap_or_default()) != BY_OLDER_CARTS);
    let unused = unused.map(|one| format!("{name} may {} {:?}, but never does", one.action, one.key));
    missing.chain(unused).collect()
}

fn covers(one: &Allowed, call: &Call) -> bool {
    one.covers(&call.action, call.key.as_deref())
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
fn only_notify_sends_mail() {
    let senders: Vec<String> =
        template::functions().into_iter().filter(|name| may(name, "ses:SendRawEmail", None)).collect();
    assert_eq!(senders, ["Notify"]);
}

#[test]
fn no_function_that_answers_cxml_or_works_alone_takes_on_roles() {
    for function in ["punchout-setup", "cart-return", "purchase-order", "invoice-push", "notify", "open-buy"]
    {
        assert!(!may(function, "sts:AssumeRole", None), "{function}");
        assert!(!may(function, "organizations:ListAccounts", None), "{function}");
    }
}

#[test]
fn no_policy_names_every_action_or_the_whole_table() {
    for function in template::functions() {
        for one in allowed(&function) {
            assert!(!one.action.contains('*'), "{function}: {}", one.action);
            let table = one.action.starts_with("dynamodb:");
            let named = one.key.as_deref().is_some_and(|key| !key.starts_with('*'));
            assert!(!table || named, "{function}: {} names no partition", one.action);
        }
    }
}

fn may(function: &str, action: &str, key: Option<&str>) -> bool {
    allowed(function).iter().any(|one| one.covers(action, key))
}
