//! Identifiers from a counter and the clock: the same run gives the same identifiers.

use jiff::Timestamp;
use jiff::tz::Offset;

/// Counts up for the whole simulated system.
#[derive(Debug, Default)]
pub(crate) struct Ids(u64);

impl Ids {
    fn next(&mut self) -> u64 {
        self.0 += 1;
        self.0
    }

    /// `epoch.fraction@host`, as Coupa writes it; the network's look the same here.
    pub(crate) fn payload_id(&mut self, now: Timestamp, host: &str) -> String {
        let (number, fraction) = (self.next(), now.subsec_microsecond());
        format!("{}.{fraction:06}{number:04}@{host}", now.as_second())
    }

    /// 32 hexadecimal digits, as Coupa writes it. It is no secret: the browser carries it.
    pub(crate) fn buyer_cookie(&mut self, now: Timestamp) -> String {
        let number = self.next();
        let spread = (now.as_microsecond().unsigned_abs() ^ number).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        format!("{spread:016x}{:016x}", number.wrapping_mul(0xD1B5_4A32_D192_ED03))
    }
}

/// ISO 8601 with an offset and never `Z`, as the guide asks of whoever writes a document.
pub(crate) fn wire_time(at: Timestamp) -> String {
    let pacific = Offset::constant(-8);
    pacific.to_datetime(at).strftime("%Y-%m-%dT%H:%M:%S-08:00").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn noon() -> Timestamp {
        Timestamp::from_second(1_750_000_000).unwrap_or(Timestamp::UNIX_EPOCH)
    }

    #[test]
    fn payload_ids_and_cookies_never_repeat() {
        let mut ids = Ids::default();
        let payloads: std::collections::BTreeSet<_> =
            (0..1000).map(|_| ids.payload_id(noon(), "a.coupahost.com")).collect();
        let cookies: std::collections::BTreeSet<_> = (0..1000).map(|_| ids.buyer_cookie(noon())).collect();
        assert_eq!((payloads.len(), cookies.len()), (1000, 1000));
    }

    #[test]
    fn the_same_run_gives_the_same_identifiers() {
        let (mut one, mut two) = (Ids::default(), Ids::default());
        assert_eq!(one.payload_id(noon(), "h"), two.payload_id(noon(), "h"));
        assert_eq!(one.buyer_cookie(noon()), two.buyer_cookie(noon()));
    }

    #[test]
    fn a_written_time_has_an_offset_and_no_z() {
        assert_eq!(wire_time(noon()), "2025-06-15T07:06:40-08:00");
    }
}
