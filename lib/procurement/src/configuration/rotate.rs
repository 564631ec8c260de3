//! The secrets that a procurement system proves itself with (R15, R20, R54).

use jiff::{SignedDuration, Timestamp};

use super::change::{changed, same_version};
use super::delivery::Seal;
use super::{Acting, Action, Changed, Obstacle, Problem};
use crate::connection::{Connection, Deployment, HashedSecret, SecretKey, Settings};

/// The longest that a secret stays valid beside its successor.
const MAX_OVERLAP: SignedDuration = SignedDuration::from_hours(24 * 90);
/// The most secrets that are valid at once.
pub const MAX_SECRETS: usize = 5;

/// A secret that was just made.
#[derive(Clone, Copy)]
pub struct NewSecret<'a> {
    /// The secret.
    pub text: &'a str,
    /// What secrets are hashed with.
    pub key: &'a SecretKey,
    /// Encrypts it, where a CredentialMac must be checked with it.
    pub seal: Seal<'a>,
}

/// Gives a connection another secret in one of its two sets; those of that set that are valid stay so for the overlap at
/// most (R15, R20).
pub fn rotate(
    acting: &Acting<'_>,
    connection: &Connection,
    version: u64,
    (overlap, set): (SignedDuration, Deployment),
    new: &NewSecret<'_>,
) -> Result<Changed, Problem> {
    acting.caller.may_put_connection(connection)?;
    same_version(connection, version)?;
    if overlap.is_negative() || overlap > MAX_OVERLAP {
        return Err(Problem::invalid(
            "overlap_hours",
            "The old secret can stay valid for 0 to 2160 hours (90 days).",
        ));
    }
    let end = acting.now.saturating_add(overlap).unwrap_or(Timestamp::MAX);
    let ended =
        |secret: &HashedSecret| if secret.deployment == set { secret.ending(end) } else { secret.clone() };
    let mut secrets: Vec<HashedSecret> = connection.secrets.iter().map(ended).collect();
    secrets.retain(|secret| secret.is_valid(acting.now));
    if secrets.len() >= MAX_SECRETS {
        return Err(Obstacle::Secrets.into());
    }
    secrets.push(new.kept(&connection.settings, set, acting.now));
    let after = Connection { secrets, ..connection.clone() };
    Ok(changed(acting, Action::RotateSecret, connection, after, None))
}

// === impl NewSecret ===

impl NewSecret<'_> {
    /// What is kept of it: its hash, and where the settings ask for CredentialMac the secret itself, encrypted (R54).
    pub(super) fn kept(&self, settings: &Settings, set: Deployment, now: Timestamp) -> HashedSecret {
        let sealed = settings.credential_mac.then(|| (self.seal)(self.text));
        HashedSecret::new(self.key, self.text, now).belonging_to(set, sealed)
    }
}
