//! Jobs that remind. Each has an id that follows from what it reminds of, so that the same cause makes one.

use jiff::civil::Weekday;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan as _, Unit};

use crate::connection::Connection;
use crate::id::ConnectionId;
use crate::job::{Job, Task};
use crate::requisition::Requisition;

/// How long before something ends its requester is told.
const NOTICE: SignedDuration = SignedDuration::from_hours(3 * 24);

/// What is written when a request is sent for approval: it ends some day, and its requester is told before (R41).
pub fn reminders(requisition: &Requisition) -> Vec<Job> {
    let (id, from) = (requisition.id, requisition.created);
    let job = |name: &str, task: Task, due: Timestamp| Job::new(format!("{name}-{id}"), task, due, from);
    let end = requisition.expires;
    let mut jobs = vec![
        job("mail-request-expiring", Task::RequestExpiringMail { requisition: id }, before(end, from)),
        job("expire-request", Task::ExpireRequest { requisition: id }, end),
    ];
    if let Some(offer_end) = requisition.offer.expires.filter(|offer_end| *offer_end < end) {
        let task = Task::OfferExpiringMail { requisition: id };
        jobs.push(job("mail-offer-expiring", task, before(offer_end, from)));
    }
    jobs
}

/// Three days before, or half way where less is left.
fn before(end: Timestamp, from: Timestamp) -> Timestamp {
    let left = end.duration_since(from);
    let notice = NOTICE.min(left / 2);
    end.saturating_sub(notice).unwrap_or(end)
}

/// Reminds of test mode, on the Monday after the week in which a test order came (R10: at most once a week). All
/// test orders of a week make the same job, and none of them comes after it is due: it may be written over.
pub fn test_mode_job(connection: ConnectionId, otherwise: &str, now: Timestamp) -> Job {
    let monday = monday_after(now);
    let id = format!("mail-test-mode-{connection}-{}", monday.strftime("%Y-%m-%d"));
    let task = Task::TestModeMail { connection, otherwise: otherwise.to_owned() };
    Job::new(id, task, monday, monday)
}

fn monday_after(now: Timestamp) -> Timestamp {
    let today = now.to_zoned(TimeZone::UTC).date();
    let since_monday = i64::from(today.weekday().since(Weekday::Monday));
    let monday = today.saturating_sub(since_monday.days()).saturating_add(7.days());
    // In the morning, when somebody reads it.
    monday.at(7, 0, 0, 0).to_zoned(TimeZone::UTC).map_or(now, |monday| monday.timestamp())
}

/// Tells that something could not be delivered, at the end of the hour: what fails within it is one mail, and it may
/// be written over.
pub fn failing_job(connection: &Connection, otherwise: &str, reason: &str, now: Timestamp) -> Job {
    let hour = now.round(jiff::TimestampRound::new().smallest(Unit::Hour).mode(jiff::RoundMode::Floor));
    let end = hour.unwrap_or(now).saturating_add(SignedDuration::from_hours(1)).unwrap_or(now);
    let id = format!("mail-failing-{}-{}", connection.id, end.strftime("%Y-%m-%dT%H"));
    let task = Task::FailingMail {
        connection: connection.id,
        otherwise: otherwise.to_owned(),
        reason: reason.to_owned(),
    };
    Job::new(id, task, end, end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn at(text: &str) -> Timestamp {
        text.parse().expect("a time")
    }

    #[test]
    fn all_test_orders_of_a_week_make_one_reminder_on_the_next_monday() {
        let connection = ConnectionId::new(Uuid::nil());
        let monday = test_mode_job(connection, "a@b.example", at("2026-11-16T00:00:00Z"));
        let sunday = test_mode_job(connection, "a@b.example", at("2026-11-22T23:59:59Z"));
        assert_eq!(monday, sunday);
        assert_eq!(monday.due(), Some(at("2026-11-23T07:00:00Z")));
        let next = test_mode_job(connection, "a@b.example", at("2026-11-23T00:00:00Z"));
        assert_ne!(next.id, monday.id);
        assert!(next.due() > monday.due());
    }

    #[test]
    fn who_has_less_than_six_days_is_told_half_way() {
        let from = at("2026-11-01T00:00:00Z");
        assert_eq!(before(at("2026-12-01T00:00:00Z"), from), at("2026-11-28T00:00:00Z"));
        assert_eq!(before(at("2026-11-03T00:00:00Z"), from), at("2026-11-02T00:00:00Z"));
    }
}
