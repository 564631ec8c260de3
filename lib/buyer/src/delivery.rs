//! What the two systems make of an answer to an order.
//!
//! Coupa: 2xx is done, 4xx is final, 5xx and everything that is no cXML answer is repeated hourly, five times.
//! SAP Ariba: only a whole cXML document with a 2xx Status is done; 5xx and no answer at all are repeated hourly,
//! ten times ("PO-7") and fail at last ("PO-11"); anything else fails at once ("PO-9").

use crate::exchange::Exchanged;
use crate::{Delivery, System};
use jiff::{SignedDuration, Timestamp};

/// Between two tries.
const HOURLY: SignedDuration = SignedDuration::from_hours(1);

/// Where an order stands after an answer, `repeats` being how often it was repeated so far.
pub(crate) fn delivery_after(
    system: System,
    exchanged: &Exchanged,
    now: Timestamp,
    repeats: u32,
) -> Delivery {
    match reading(system, exchanged) {
        Reading::Done => Delivery::Accepted,
        Reading::Final(because) => Delivery::Refused(labelled(system, "PO-9", because)),
        Reading::Temporary(because) if repeats >= system.repeats() => Delivery::GivenUp(labelled(
            system,
            "PO-11",
            format!("{because}; given up after {repeats} repeats"),
        )),
        Reading::Temporary(because) => Delivery::Waiting {
            due: now.saturating_add(HOURLY).unwrap_or(Timestamp::MAX),
            because: labelled(system, "PO-7", because),
        },
    }
}

enum Reading {
    Done,
    Final(String),
    Temporary(String),
}

fn reading(system: System, exchanged: &Exchanged) -> Reading {
    if let Some(failure) = &exchanged.failure {
        return Reading::Temporary(failure.clone());
    }
    match &exchanged.status {
        Some(_) if system == System::Ariba && !exchanged.whole_document => {
            Reading::Final("the answer is not a whole cXML document".to_owned())
        }
        Some(status) if status.is_success() => Reading::Done,
        Some(status) if status.is_temporary() => Reading::Temporary(format!("Status {status}")),
        Some(status) => Reading::Final(format!("Status {status}")),
        None => without_status(system, exchanged.http_status.unwrap_or_default()),
    }
}

/// A body that is no cXML is a transport error to Coupa, and final to SAP Ariba unless HTTP itself said 5xx.
fn without_status(system: System, http_status: u16) -> Reading {
    let because = format!("HTTP {http_status} without a cXML Status in the answer");
    match system {
        _ if http_status >= 500 => Reading::Temporary(because),
        System::Coupa if !(400..500).contains(&http_status) => Reading::Temporary(because),
        System::Coupa | System::Ariba => Reading::Final(because),
    }
}

fn labelled(system: System, label: &str, because: String) -> String {
    match system {
        System::Coupa => because,
        System::Ariba => format!("{label}: {because}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{DocumentId, Status};
    use std::time::Duration;

    fn answered(http_status: Option<u16>, code: Option<u16>) -> Exchanged {
        Exchanged {
            sent: DocumentId(1),
            received: None,
            payload_id: String::new(),
            http_status,
            status: code.map(|code| Status { code, text: "x".into(), message: String::new() }),
            whole_document: true,
            start_page: None,
            failure: http_status.is_none().then(|| "no answer".to_owned()),
            elapsed: Duration::ZERO,
        }
    }

    fn after(system: System, http_status: u16, code: Option<u16>, repeats: u32) -> Delivery {
        delivery_after(system, &answered(Some(http_status), code), Timestamp::UNIX_EPOCH, repeats)
    }

    fn in_an_hour(because: &str) -> Delivery {
        let due = Timestamp::from_second(3600).unwrap_or(Timestamp::UNIX_EPOCH);
        Delivery::Waiting { due, because: because.into() }
    }

    #[test]
    fn a_success_in_the_body_is_accepted() {
        assert_eq!(after(System::Coupa, 200, Some(200), 0), Delivery::Accepted);
        assert_eq!(after(System::Ariba, 200, Some(201), 0), Delivery::Accepted);
    }

    #[test]
    fn the_body_is_believed_and_not_http() {
        assert_eq!(after(System::Coupa, 200, Some(500), 0), in_an_hour("Status 500 x"));
        assert_eq!(after(System::Coupa, 500, Some(400), 0), Delivery::Refused("Status 400 x".into()));
    }

    #[test]
    fn coupa_repeats_five_times_and_ariba_ten() {
        assert!(matches!(after(System::Coupa, 200, Some(560), 4), Delivery::Waiting { .. }));
        assert!(matches!(after(System::Coupa, 200, Some(560), 5), Delivery::GivenUp(_)));
        assert!(matches!(after(System::Ariba, 200, Some(560), 9), Delivery::Waiting { .. }));
        assert!(
            matches!(after(System::Ariba, 200, Some(560), 10), Delivery::GivenUp(because) if because.starts_with("PO-11"))
        );
    }

    #[test]
    fn nobody_repeats_4xx() {
        assert!(matches!(after(System::Coupa, 200, Some(409), 0), Delivery::Refused(_)));
        assert!(
            matches!(after(System::Ariba, 200, Some(409), 0), Delivery::Refused(because) if because.starts_with("PO-9"))
        );
    }

    #[test]
    fn a_page_instead_of_cxml_is_repeated_by_coupa_and_final_to_ariba() {
        assert!(matches!(after(System::Coupa, 200, None, 0), Delivery::Waiting { .. }));
        assert!(
            matches!(after(System::Ariba, 200, None, 0), Delivery::Refused(because) if because.starts_with("PO-9"))
        );
        assert!(
            matches!(after(System::Ariba, 502, None, 0), Delivery::Waiting { because, .. } if because.starts_with("PO-7"))
        );
    }

    #[test]
    fn no_answer_at_all_is_repeated() {
        let waiting = delivery_after(System::Ariba, &answered(None, None), Timestamp::UNIX_EPOCH, 0);
        assert_eq!(waiting, in_an_hour("PO-7: no answer"));
    }

    #[test]
    fn a_bare_response_is_not_enough_for_ariba() {
        let bare = Exchanged { whole_document: false, ..answered(Some(200), Some(200)) };
        let delivery = delivery_after(System::Ariba, &bare, Timestamp::UNIX_EPOCH, 0);
        assert!(matches!(delivery, Delivery::Refused(because) if because.starts_with("PO-9")));
    }
}
