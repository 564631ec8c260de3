//! `expires`: a moment, or a span from the import on.

use jiff::fmt::temporal::SpanParser;
use jiff::{Span, Timestamp, Zoned, tz::TimeZone};
use serde::Deserialize;

/// When an offer ends, as a file says it.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(try_from = "String")]
pub(super) enum Expiry {
    At(Timestamp),
    After(Span),
}

// === impl Expiry ===

impl Expiry {
    pub(super) fn moment(self, now: Timestamp) -> Result<Timestamp, String> {
        match self {
            Self::At(moment) => Ok(moment),
            Self::After(span) => Zoned::new(now, TimeZone::UTC)
                .checked_add(span)
                .map(|end| end.timestamp())
                .map_err(|_| "expires is after the year 9999; give a shorter span".to_owned()),
        }
    }
}

impl TryFrom<String> for Expiry {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        if let Ok(moment) = text.parse() {
            return Ok(Self::At(moment));
        }
        SpanParser::new().parse_span(&text).map(Self::After).map_err(|_| {
            let text: String = text.chars().take(60).collect();
            format!(
                "expires \"{text}\" is neither a moment with its offset from UTC (2027-03-31T23:59:59Z) nor a span \
                 from the import on (P14D, PT36H)"
            )
        })
    }
}
