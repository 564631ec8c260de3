//! Mail: who gets one and what it has to say. How it looks is decided where it is sent (R44).

use crate::agreement::Agreement;
use crate::requisition::Requisition;

/// The addresses of the mail about a new subscription: the account's, and the requester's where it
/// is another one (R44).
pub fn subscribed_recipients(agreement: &Agreement) -> Vec<String> {
    both(&agreement.account_email, agreement.requester.email.as_deref())
}

/// The addresses of the mail about a refused purchase order: the requester's, or the account's
/// where the procurement system tells none.
pub fn refused_recipients(requisition: &Requisition) -> Vec<String> {
    let requester = requisition.requester.email.clone();
    vec![requester.unwrap_or_else(|| requisition.account_email.clone())]
}

fn both(account: &str, requester: Option<&str>) -> Vec<String> {
    let mut recipients = vec![account.to_owned()];
    recipients.extend(requester.filter(|other| !other.eq_ignore_ascii_case(account)).map(str::to_owned));
    recipients
}
