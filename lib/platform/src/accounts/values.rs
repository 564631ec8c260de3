//! The single values of the accounts file; an error says what is wrong and what to do.

use procurement::account::{AccountId, AccountState};
use procurement::configuration::Permissions;
use zeroize::Zeroizing;

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

/// As IAM makes them.
pub(super) fn key_id(text: &str) -> Result<String, String> {
    let fits = (16..=128).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if fits {
        Ok(text.to_owned())
    } else {
        Err("the id of a key is 16 to 128 letters and digits, such as \"AKIAEXAMPLEADMIN0001\"".to_owned())
    }
}

/// The text says nothing of the secret.
pub(super) fn secret(text: &str) -> Result<Zeroizing<String>, String> {
    let fits = (32..=256).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_graphic());
    if fits {
        Ok(Zeroizing::new(text.to_owned()))
    } else {
        Err("the secret of a key is 32 to 256 characters without blanks; make one with `openssl rand -hex 32`".to_owned())
    }
}

pub(super) fn user(text: &str) -> Result<String, String> {
    let fits = (1..=64).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+=,.@_-/".contains(&byte));
    if fits {
        Ok(text.to_owned())
    } else {
        Err(format!("{text:?} is no user name; write 1 to 64 letters, digits and +=,.@_-/"))
    }
}

pub(super) fn permissions(listed: &[String]) -> Result<Permissions, String> {
    let mut permissions = Permissions { put: false, describe: false };
    for permission in listed {
        match permission.as_str() {
            "put" => permissions.put = true,
            "describe" => permissions.describe = true,
            other => return Err(format!("{other:?} is no permission; write \"put\", \"describe\", or both")),
        }
    }
    Ok(permissions)
}
