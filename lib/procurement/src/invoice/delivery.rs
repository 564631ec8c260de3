//! What the answer to an invoice means. The Status in the body is believed, whatever HTTP says (R48).

use cxml::StatusCode;

use crate::trouble::Trouble;

/// How the other side answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DeliveryAnswer {
    /// With a cXML Status.
    Status {
        /// Its code.
        code: StatusCode,
        /// Its text and content.
        text: String,
    },
    /// With something that is not cXML: an error of the transport, whatever the HTTP code.
    NotCxml {
        /// The HTTP status.
        http: u16,
    },
    /// Not at all.
    Unreachable {
        /// Why.
        reason: Trouble,
    },
    /// It was never asked, because asking would be wrong.
    Refused {
        /// Why.
        reason: Trouble,
    },
}

/// What an answer means for the invoice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The procurement system has it.
    Delivered,
    /// Try again later.
    Retry {
        /// What was in the way.
        reason: Trouble,
    },
    /// A person must look.
    Parked {
        /// Why.
        reason: Trouble,
    },
}

/// Judges an answer. `earlier_tries` is how often this invoice was sent before: only then can
/// "number already used" mean our own earlier try (R48).
pub fn judge(answer: &DeliveryAnswer, earlier_tries: u32) -> Verdict {
    match answer {
        DeliveryAnswer::Status { code, .. } if code.is_success() => Verdict::Delivered,
        DeliveryAnswer::Status { code, text } if code.is_retryable() => {
            Verdict::Retry { reason: Trouble::answered(code.0, text) }
        }
        DeliveryAnswer::Status { code, text } => {
            if earlier_tries > 0 && says_already_used(text) {
                Verdict::Delivered
            } else {
                Verdict::Parked { reason: Trouble::answered(code.0, text) }
            }
        }
        DeliveryAnswer::NotCxml { http } => Verdict::Retry { reason: Trouble::NotCxml { http: *http } },
        DeliveryAnswer::Unreachable { reason } => Verdict::Retry { reason: reason.clone() },
        DeliveryAnswer::Refused { reason } => Verdict::Parked { reason: reason.clone() },
    }
}

fn says_already_used(text: &str) -> bool {
    let text = text.to_lowercase();
    ["already", "duplicate", "been used", "been taken"].iter().any(|sign| text.contains(sign))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn status(code: u16, text: &str) -> DeliveryAnswer {
        DeliveryAnswer::Status { code: StatusCode(code), text: text.to_owned() }
    }

    #[test]
    fn success_is_a_2xx_status_in_the_body() {
        assert_eq!(judge(&status(200, "OK"), 0), Verdict::Delivered);
        assert_eq!(judge(&status(201, "Accepted"), 0), Verdict::Delivered);
        assert!(matches!(judge(&DeliveryAnswer::NotCxml { http: 200 }, 0), Verdict::Retry { .. }));
    }

    #[test]
    fn a_5xx_and_a_broken_connection_are_tried_again_and_a_4xx_is_not() {
        assert!(matches!(judge(&status(500, "Internal Server Error"), 0), Verdict::Retry { .. }));
        assert!(matches!(
            judge(&DeliveryAnswer::Unreachable { reason: Trouble::Silent }, 3),
            Verdict::Retry { .. }
        ));
        assert_eq!(judge(&status(401, "no"), 0), Verdict::Parked { reason: Trouble::answered(401, "no") });
    }

    #[test]
    fn already_used_after_our_own_try_is_delivered_and_at_the_first_try_is_not() {
        let used = status(417, "Invoice number has already been used");
        assert_eq!(judge(&used, 1), Verdict::Delivered);
        assert!(matches!(judge(&used, 0), Verdict::Parked { .. }));
        assert!(matches!(judge(&status(417, "wrong order of elements"), 1), Verdict::Parked { .. }));
    }
}
