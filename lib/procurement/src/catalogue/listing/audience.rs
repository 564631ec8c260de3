//! Whom a private offer may be made to.

use crate::catalogue::offer::Audience;

/// The most accounts that one private offer may name.
const MAX_ACCOUNTS: usize = 1_000;

pub(super) fn check(audience: &Audience) -> Result<(), String> {
    match audience {
        Audience::Private(accounts) if accounts.is_empty() => Err(
            "the private audience is empty; name at least one account, or leave the audience out for a public offer"
                .to_owned(),
        ),
        Audience::Private(accounts) if accounts.len() > MAX_ACCOUNTS => Err(format!(
            "the private audience has {} accounts; name at most {MAX_ACCOUNTS}, an organisation by its management \
             account",
            accounts.len()
        )),
        Audience::Private(_) | Audience::Public => Ok(()),
    }
}
