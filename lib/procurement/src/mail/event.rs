//! What Amazon SES says became of a mail: it came back, or somebody complained (R45).
//!
//! The same event may come as published by SES, inside a notification of SNS, or inside an event of EventBridge.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::id::RequisitionId;
use crate::requisition::{self, Requisition};

/// The most addresses of one event that are looked at.
const MAX_ADDRESSES: usize = 50;
/// The most characters of a reason that is kept.
const MAX_REASON: usize = 200;

/// An event that says something about a mail of ours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailEvent {
    /// SES' id of the mail.
    pub message_id: String,
    /// What happened.
    pub happened: Happened,
    /// To which addresses, in small letters.
    pub addresses: Vec<String>,
    /// Why, as the other side says.
    pub reason: String,
}

/// What became of a mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Happened {
    /// It came back for good.
    Bounced,
    /// It came back, and another one may arrive.
    Delayed,
    /// Somebody called it unwanted.
    Complained,
}

/// Why a message is no such event.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotAnEvent {
    /// No JSON.
    #[error("it is no JSON: {0}")]
    Json(String),
    /// No event of SES.
    #[error("it is no event of SES: {0} is missing")]
    Missing(&'static str),
    /// Nothing that matters here, such as a delivery.
    #[error("nothing is done for events of type {0}")]
    Other(String),
}

/// A mail that was handed over, so that an event finds what it was about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailSent {
    /// The job that sent it.
    pub job: String,
    /// The request that it was about, if it was about one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub requisition: Option<RequisitionId>,
}

/// An address that gets no more mail.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suppression {
    /// The address, in small letters.
    pub address: String,
    /// Because of what.
    pub because: Happened,
    /// In the other side's words.
    pub reason: String,
    /// Since when.
    pub since: Timestamp,
}

/// What comes of an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undelivered {
    /// Addresses that get no more mail.
    pub suppressed: Vec<Suppression>,
    /// The request that it was about, with a note; nothing if it says so already.
    pub requisition: Option<Requisition>,
}

/// Decides what comes of an event. It may come twice, and the second one changes nothing.
pub fn undelivered(event: &MailEvent, about: Option<&Requisition>, now: Timestamp) -> Undelivered {
    let suppressed = match event.happened {
        Happened::Delayed => Vec::new(),
        because => event.addresses.iter().map(|address| suppression(address, because, event, now)).collect(),
    };
    let note = note(event);
    let text = note.to_string();
    let new = about.filter(|requisition| requisition.timeline.iter().all(|entry| entry.text != text));
    Undelivered { suppressed, requisition: new.map(|requisition| requisition.clone().noted(note, now)) }
}

fn suppression(address: &str, because: Happened, event: &MailEvent, now: Timestamp) -> Suppression {
    Suppression { address: address.to_owned(), because, reason: event.reason.clone(), since: now }
}

/// The note does not repeat the address in full: whoever sees the request need not know it.
fn note(event: &MailEvent) -> requisition::Happened {
    let masked: Vec<String> = event.addresses.iter().map(|address| masked(address)).collect();
    let (to, reason) = (masked.join(", "), event.reason.clone());
    match event.happened {
        Happened::Bounced => requisition::Happened::MailBounced { to, reason },
        Happened::Delayed => requisition::Happened::MailDelayed { to, reason },
        Happened::Complained => requisition::Happened::MailUnwanted { to },
    }
}

fn masked(address: &str) -> String {
    match address.split_once('@') {
        Some((name, host)) => format!("{}…@{host}", name.chars().take(1).collect::<String>()),
        None => "…".to_owned(),
    }
}

// === impl MailEvent ===

impl MailEvent {
    /// Reads an event, in whatever envelope it comes.
    pub fn read(message: &[u8]) -> Result<Self, NotAnEvent> {
        let value = serde_json::from_slice(message).map_err(|error| NotAnEvent::Json(error.to_string()))?;
        let event = unwrapped(value)?;
        let kind = event.get("eventType").or(event.get("notificationType")).and_then(Value::as_str);
        let kind = kind.ok_or(NotAnEvent::Missing("eventType"))?;
        let message_id = event.pointer("/mail/messageId").and_then(Value::as_str);
        let message_id = message_id.ok_or(NotAnEvent::Missing("mail.messageId"))?.to_owned();
        match kind {
            "Bounce" => Ok(Self { message_id, ..bounce(&event)? }),
            "Complaint" => Ok(Self { message_id, ..complaint(&event)? }),
            other => Err(NotAnEvent::Other(other.chars().take(MAX_REASON).collect())),
        }
    }
}

fn unwrapped(value: Value) -> Result<Value, NotAnEvent> {
    if let Some(detail) = value.get("detail") {
        return Ok(detail.clone());
    }
    match value.get("Message").and_then(Value::as_str) {
        Some(inner) => serde_json::from_str(inner).map_err(|error| NotAnEvent::Json(error.to_string())),
        None => Ok(value),
    }
}

fn bounce(event: &Value) -> Result<MailEvent, NotAnEvent> {
    let bounce = event.get("bounce").ok_or(NotAnEvent::Missing("bounce"))?;
    let text = |name: &str| bounce.get(name).and_then(Value::as_str).unwrap_or_default();
    let recipients = bounce.get("bouncedRecipients");
    let happened = if text("bounceType") == "Permanent" { Happened::Bounced } else { Happened::Delayed };
    let told = recipients.and_then(|all| all.pointer("/0/diagnosticCode")).and_then(Value::as_str);
    let reason =
        told.map_or_else(|| format!("{} {}", text("bounceType"), text("bounceSubType")), str::to_owned);
    Ok(of(happened, recipients, &reason))
}

fn complaint(event: &Value) -> Result<MailEvent, NotAnEvent> {
    let complaint = event.get("complaint").ok_or(NotAnEvent::Missing("complaint"))?;
    let reason = complaint.get("complaintFeedbackType").and_then(Value::as_str).unwrap_or("no reason given");
    Ok(of(Happened::Complained, complaint.get("complainedRecipients"), reason))
}

fn of(happened: Happened, recipients: Option<&Value>, reason: &str) -> MailEvent {
    let all = recipients.and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let addresses = all.iter().take(MAX_ADDRESSES);
    let addresses = addresses.filter_map(|one| one.get("emailAddress").and_then(Value::as_str));
    let clean = |text: &str| text.chars().filter(|c| !c.is_control()).take(MAX_REASON).collect::<String>();
    MailEvent {
        message_id: String::new(),
        happened,
        addresses: addresses.map(bare).collect(),
        reason: clean(reason.trim()),
    }
}

/// `Ada <ada@acme.example>` as `ada@acme.example`.
fn bare(address: &str) -> String {
    let inner = address.rsplit_once('<').map_or(address, |(_, rest)| rest.trim_end_matches('>'));
    inner.trim().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOUNCE: &str = r#"{"eventType":"Bounce","mail":{"messageId":"m-1"},"bounce":{"bounceType":"Permanent",
        "bounceSubType":"General","bouncedRecipients":[{"emailAddress":"Ada <ADA@acme.example>",
        "diagnosticCode":"smtp; 550 no such user"}]}}"#;

    #[test]
    fn a_bounce_is_read_in_every_envelope() {
        let plain = MailEvent::read(BOUNCE.as_bytes()).expect("an event");
        assert_eq!(plain.addresses, ["ada@acme.example"]);
        assert_eq!((plain.message_id.as_str(), plain.happened), ("m-1", Happened::Bounced));
        assert_eq!(plain.reason, "smtp; 550 no such user");
        let sns = serde_json::json!({ "Type": "Notification", "Message": BOUNCE }).to_string();
        assert_eq!(MailEvent::read(sns.as_bytes()).as_ref(), Ok(&plain));
        let bridge = format!(r#"{{"detail-type":"Email Bounced","detail":{BOUNCE}}}"#);
        assert_eq!(MailEvent::read(bridge.as_bytes()), Ok(plain));
    }

    #[test]
    fn a_delay_suppresses_nobody_and_a_complaint_does() {
        let delayed = BOUNCE.replace("Permanent", "Transient");
        let delayed = MailEvent::read(delayed.as_bytes()).expect("an event");
        assert!(undelivered(&delayed, None, Timestamp::UNIX_EPOCH).suppressed.is_empty());
        let complaint = r#"{"notificationType":"Complaint","mail":{"messageId":"m-2"},
            "complaint":{"complainedRecipients":[{"emailAddress":"ada@acme.example"}]}}"#;
        let complaint = MailEvent::read(complaint.as_bytes()).expect("an event");
        assert_eq!(undelivered(&complaint, None, Timestamp::UNIX_EPOCH).suppressed.len(), 1);
    }

    #[test]
    fn what_is_no_event_says_what_is_missing() {
        assert!(matches!(MailEvent::read(b"<xml/>"), Err(NotAnEvent::Json(_))));
        assert_eq!(MailEvent::read(b"{}"), Err(NotAnEvent::Missing("eventType")));
        let delivery = BOUNCE.replace("\"Bounce\"", "\"Delivery\"");
        assert_eq!(MailEvent::read(delivery.as_bytes()), Err(NotAnEvent::Other("Delivery".into())));
    }
}
