//! The message itself: text and HTML, and headers that say that a machine wrote it (R45).

use std::time::{Duration, SystemTime};

use jiff::Timestamp;
use lettre::address::AddressError;
use lettre::message::header::{Header, HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart};
use lettre::{Address, Message};
use procurement::marketplace::Marketplace;

/// What a mail says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Letter {
    pub(crate) subject: String,
    pub(crate) text: String,
    pub(crate) html: String,
}

/// Why a message cannot be made. The address is not repeated: the reason is shown and logged.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ComposeError {
    #[error("a mail address is not valid ({0}); correct it in the procurement system or in the account")]
    Address(#[from] AddressError),
    #[error("the message could not be made: {0}")]
    Message(#[from] lettre::error::Error),
}

pub(crate) fn compose(
    marketplace: &Marketplace,
    recipients: &[String],
    letter: &Letter,
    message_id: &str,
    date: Timestamp,
) -> Result<Vec<u8>, ComposeError> {
    let from = Mailbox::new(Some(marketplace.name.clone()), marketplace.mail_from.parse::<Address>()?);
    let mut message = Message::builder()
        .from(from)
        .subject(&letter.subject)
        .message_id(Some(format!("<{message_id}>")))
        .date(system_time(date))
        .header(AutoSubmitted);
    for recipient in recipients {
        message = message.to(Mailbox::new(None, recipient.parse::<Address>()?));
    }
    let body = MultiPart::alternative_plain_html(letter.text.clone(), letter.html.clone());
    Ok(message.multipart(body)?.formatted())
}

fn system_time(date: Timestamp) -> SystemTime {
    let seconds = u64::try_from(date.as_second()).unwrap_or(0);
    SystemTime::UNIX_EPOCH + Duration::from_secs(seconds)
}

/// `Auto-Submitted: auto-generated` keeps vacation notices from being sent back (RFC 3834).
#[derive(Clone, Copy, Debug)]
struct AutoSubmitted;

impl Header for AutoSubmitted {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}
