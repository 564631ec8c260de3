//! The token that `authentication` gives: it names the connection and its own end, and is signed.
//!
//! `ob1.<connection>.<end>.<tag>`; nothing is stored for it.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::{SignedDuration, Timestamp};
use procurement::connection::{SecretKey, hash_secret};
use procurement::id::ConnectionId;
use subtle::ConstantTimeEq;

/// How long a token is taken.
pub const LIFE: SignedDuration = SignedDuration::from_mins(30);
const LONGEST: usize = 255;

/// Why a token is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotAToken {
    /// Nobody here signed it.
    Unknown,
    /// It is past its end.
    Expired,
}

/// A token for this connection, from `now` on.
pub fn issue(connection: ConnectionId, key: &SecretKey, now: Timestamp) -> String {
    let end = now.saturating_add(LIFE).unwrap_or(now).as_second();
    let body = format!("ob1.{connection}.{end}");
    let tag = URL_SAFE_NO_PAD.encode(tag(&body, key));
    format!("{body}.{tag}")
}

/// The connection that a token names, if it is genuine and not past its end.
pub fn verify(token: &str, key: &SecretKey, now: Timestamp) -> Result<ConnectionId, NotAToken> {
    if token.len() > LONGEST {
        return Err(NotAToken::Unknown);
    }
    let (body, given) = token.rsplit_once('.').ok_or(NotAToken::Unknown)?;
    let given = URL_SAFE_NO_PAD.decode(given).map_err(|_| NotAToken::Unknown)?;
    if !bool::from(tag(body, key).as_slice().ct_eq(&given)) {
        return Err(NotAToken::Unknown);
    }
    let (connection, end) = parse(body).ok_or(NotAToken::Unknown)?;
    if now.as_second() < end { Ok(connection) } else { Err(NotAToken::Expired) }
}

fn parse(body: &str) -> Option<(ConnectionId, i64)> {
    let (connection, end) = body.strip_prefix("ob1.")?.split_once('.')?;
    Some((connection.parse().ok()?, end.parse().ok()?))
}

fn tag(body: &str, key: &SecretKey) -> [u8; 32] {
    hash_secret(key, &format!("open buy {body}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: SecretKey = SecretKey::new([5; 32]);

    fn connection() -> ConnectionId {
        "conn-018f3b5c7a8e7000800000000000002a".parse().expect("an id")
    }

    #[test]
    fn a_token_is_taken_until_its_end() {
        let start = Timestamp::UNIX_EPOCH;
        let token = issue(connection(), &KEY, start);
        assert_eq!(verify(&token, &KEY, start + SignedDuration::from_mins(29)), Ok(connection()));
        assert_eq!(verify(&token, &KEY, start + LIFE), Err(NotAToken::Expired));
    }

    #[test]
    fn a_token_that_was_altered_or_made_up_is_not_taken() {
        let now = Timestamp::UNIX_EPOCH;
        let token = issue(connection(), &KEY, now);
        let later = token.replace(".1800.", ".9999999999.");
        assert_ne!(later, token);
        let foreign = issue(connection(), &SecretKey::new([6; 32]), now);
        for text in [later.as_str(), &foreign, "", "ob1...", &token[1..], &"x".repeat(10_000)] {
            assert_eq!(verify(text, &KEY, now), Err(NotAToken::Unknown), "{text}");
        }
    }
}
