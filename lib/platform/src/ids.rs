//! Identifiers and secrets that the marketplace makes: from the operating system's randomness, or, in a replayed run, from a seed.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};
use uuid::{Builder, Uuid};

use crate::clock::Clock;
use crate::random;

/// Makes identifiers. Clones go on with the same sequence.
#[derive(Debug, Clone)]
pub struct Ids {
    clock: Clock,
    source: Source,
    /// The first 60 bits of the last UUID: milliseconds, and a count within them.
    last: Arc<AtomicU64>,
}

/// How many bits count the UUIDs of one millisecond (RFC 9562, section 6.2, method 1).
const COUNT_BITS: u32 = 12;

#[derive(Debug, Clone)]
enum Source {
    Random,
    Seeded(Seeded),
}

/// SHA-256 of the seed and a counter: the same numbers again from the same seed.
#[derive(Debug, Clone)]
struct Seeded {
    seed: u64,
    drawn: Arc<AtomicU64>,
}

// === impl Ids ===

impl Ids {
    pub fn random(clock: Clock) -> Self {
        Self { clock, source: Source::Random, last: Arc::default() }
    }

    /// The same sequence for the same seed: for tests and replays, never for real secrets.
    pub fn seeded(clock: Clock, seed: u64) -> Self {
        let drawn = Arc::new(AtomicU64::new(0));
        Self { clock, source: Source::Seeded(Seeded { seed, drawn }), last: Arc::default() }
    }

    /// A UUID of version 7: the clock's milliseconds, a count of 12 bits, then 62 random bits. Each is greater than the one
    /// before, so that what was written within one millisecond is read in the order in which it was written.
    pub fn uuid(&self) -> Uuid {
        let now = u64::try_from(self.clock.now().as_millisecond()).unwrap_or(0) << COUNT_BITS;
        let next = |last: u64| Some(now.max(last + 1));
        let last = self.last.fetch_update(Ordering::Relaxed, Ordering::Relaxed, next).unwrap_or_default();
        let head = now.max(last + 1);
        let count = u16::try_from(head & ((1 << COUNT_BITS) - 1)).unwrap_or_default();
        let mut rest = [0; 10];
        rest.copy_from_slice(&self.bytes()[..10]);
        rest[..2].copy_from_slice(&count.to_be_bytes());
        Builder::from_unix_timestamp_millis(head >> COUNT_BITS, &rest).into_uuid()
    }

    /// A secret of 256 bits (R15) in 43 characters that fit into a URL.
    pub fn token(&self) -> String {
        URL_SAFE_NO_PAD.encode(self.bytes())
    }

    fn bytes(&self) -> [u8; 32] {
        match &self.source {
            Source::Random => random::bytes(),
            Source::Seeded(seeded) => seeded.draw(),
        }
    }
}

// === impl Seeded ===

impl Seeded {
    fn draw(&self) -> [u8; 32] {
        let position = self.drawn.fetch_add(1, Ordering::Relaxed);
        let mut digest = Sha256::new();
        digest.update(self.seed.to_be_bytes());
        digest.update(position.to_be_bytes());
        digest.finalize().into()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use jiff::{SignedDuration, Timestamp};

    use super::*;
    use crate::clock::ManualClock;

    fn clock() -> ManualClock {
        ManualClock::new(Timestamp::from_second(1_800_000_000).expect("in range"))
    }

    #[test]
    fn a_uuid_is_of_version_7_and_carries_the_clocks_time() {
        let uuid = Ids::random(Clock::from(&clock())).uuid();
        assert_eq!(uuid.get_version_num(), 7);
        let (seconds, _) = uuid.get_timestamp().expect("a time").to_unix();
        assert_eq!(seconds, 1_800_000_000);
    }

    #[test]
    fn uuids_sort_by_the_time_they_were_made() {
        let clock = clock();
        let ids = Ids::random(Clock::from(&clock));
        let earlier = ids.uuid();
        clock.advance(SignedDuration::from_millis(1));
        assert!(earlier < ids.uuid());
    }

    #[test]
    fn uuids_of_one_moment_sort_by_the_order_they_were_made_in() {
        let ids = Ids::random(Clock::from(&clock()));
        let made: Vec<Uuid> = (0..10_000).map(|_| ids.clone().uuid()).collect();
        assert!(made.is_sorted() && made.iter().all(|uuid| uuid.get_version_num() == 7));
    }

    #[test]
    fn the_same_seed_gives_the_same_sequence_and_never_the_same_twice() {
        let draw = |seed| {
            let ids = Ids::seeded(Clock::from(&clock()), seed);
            let other = ids.clone();
            [ids.token(), ids.uuid().to_string(), other.token(), other.uuid().to_string()]
        };
        assert_eq!(draw(1), draw(1));
        assert_ne!(draw(1), draw(2));
        assert_eq!(HashSet::from(draw(1)).len(), 4);
    }

    #[test]
    fn a_token_is_256_bits_for_a_url() {
        let ids = Ids::random(Clock::System);
        let token = ids.token();
        assert_eq!(URL_SAFE_NO_PAD.decode(&token).map(|bytes| bytes.len()), Ok(32));
        assert_ne!(token, ids.token());
    }
}
