//! The single values of the accounts file; an error says what is wrong and what to do.

use procurement::account::{AccountId, AccountState};

pub(super) fn id(text: &str) -> Result<AccountId, String> {
    text.parse().map_err(|_| format!("{text:?} is no AWS account id; write its 12 digits in quotes"))
}

pub(super) fn name(text: &str) -> Result<String, String> {
    match text.trim() {
        "" => Err("the name is empty; write the one that people know".to_owned()),
        name => Ok(name.to_owned()),
    }
}

/// Enough to catch a slip; whether mail arrives there nobody can tell from the text.
pub(super) fn email(text: &str) -> Result<String, String> {
    let odd = |c: char| c.is_whitespace() || c.is_control() || "<>,;\"".contains(c);
    let is_address = text
        .split_once('@')
        .is_some_and(|(local, domain)| !local.is_empty() && !domain.is_empty() && !domain.contains('@'));
    if is_address && !text.contains(odd) {
        Ok(text.to_owned())
    } else {
        Err(format!("{text:?} is no mail address; write one like \"team@example.com\""))
    }
}

pub(super) fn state(text: &str) -> Result<AccountState, String> {
    Ok(match text {
        "PENDING_ACTIVATION" => AccountState::PendingActivation,
        "ACTIVE" => AccountState::Active,
        "SUSPENDED" => AccountState::Suspended,
        "PENDING_CLOSURE" => AccountState::PendingClosure,
        "CLOSED" => AccountState::Closed,
        other => {
            return Err(format!(
                "{other:?} is no state of an account; write PENDING_ACTIVATION, ACTIVE, SUSPENDED, \
                 PENDING_CLOSURE or CLOSED"
            ));
        }
    })
}
