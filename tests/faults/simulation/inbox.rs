//! The procurement system's invoice inbox: takes a number once, as Coupa does, and remembers every try.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, MutexGuard};

use cxml::model::{Body, Document, Request};
use cxml::{ReadOptions, Status, StatusCode, WriteOptions};
use platform::outbound::{Answer, Outbound, OutboundError, Posted, Reach, Receiver, Receiving};
use sha2::{Digest as _, Sha256};

use super::sabotage::Sabotage;
use super::sky::{Pace, Sky, Trouble};

/// Slower than the client's patience.
const PACE: Pace = Pace { usual: 500, slow: 70_000 };

/// What the procurement system knows of invoices.
#[derive(Clone, Debug, Default)]
pub struct Inbox(Arc<Mutex<Books>>);

#[derive(Debug, Default)]
pub struct Books {
    /// The invoices that were booked: number and order.
    pub booked: BTreeMap<String, String>,
    /// Every document that came under a number, as a digest. There should be one.
    pub documents: BTreeMap<String, BTreeSet<Vec<u8>>>,
    /// The numbers that were refused for good at some time.
    pub refused: BTreeSet<String>,
}

#[derive(Clone, Debug)]
struct WayToInbox {
    inbox: Inbox,
    sky: Sky,
    sabotage: Sabotage,
}

/// What it says to a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mood {
    Fair,
    RefusesForGood,
    Error,
    Page,
}

// === impl Inbox ===

impl Inbox {
    pub fn books(&self) -> MutexGuard<'_, Books> {
        self.0.lock().expect("nobody panics with it")
    }

    /// The marketplace's way to it.
    pub fn outbound(&self, sky: &Sky, sabotage: Sabotage) -> Outbound {
        let way = WayToInbox { inbox: self.clone(), sky: sky.clone(), sabotage };
        Outbound::in_process(Reach::Public, Arc::new(way))
    }

    fn take(&self, body: &[u8], mood: Mood, lies: bool) -> Status {
        let received = cxml::read(body, &ReadOptions::default()).expect("an invoice that can be read");
        let Body::Request { request: Request::InvoiceDetail(invoice), .. } = &received.document.body else {
            return Status::new(StatusCode(450), "no invoice");
        };
        let number = invoice.header.invoice_id.clone();
        let mut books = self.books();
        books.documents.entry(number.clone()).or_default().insert(Sha256::digest(body).to_vec());
        if mood == Mood::RefusesForGood {
            books.refused.insert(number);
            return Status::new(StatusCode(403), "invoicing is switched off");
        }
        if mood == Mood::Error {
            return Status::new(StatusCode(500), "try again");
        }
        if books.booked.contains_key(&number) {
            return Status::new(StatusCode(417), format!("Invoice number {number} has already been used"));
        }
        if !lies {
            books.booked.insert(number, received.document.payload_id.clone());
        }
        Status::new(StatusCode(200), "OK")
    }
}

impl Receiver for WayToInbox {
    fn receive(&self, posted: Posted) -> Receiving {
        let Self { inbox, sky, sabotage } = self.clone();
        Box::pin(async move {
            let mood = match sky.in_storm(20) {
                false => Mood::Fair,
                true => sky.draw(|chance| {
                    *chance.pick(&[Mood::Error, Mood::Error, Mood::Page, Mood::RefusesForGood])
                }),
            };
            let lies = sabotage == Sabotage::LyingInbox;
            let answered =
                sky.call("invoice inbox", PACE, move || inbox.take(&posted.body, mood, lies)).await;
            match answered {
                Ok(_) if mood == Mood::Page => Ok(page()),
                Ok(status) => Ok(cxml_answer(status)),
                Err(Trouble::Lost) => Err(OutboundError::Transport("connection reset".to_owned())),
                Err(Trouble::Busy) => Ok(page()),
            }
        })
    }
}

fn cxml_answer(status: Status) -> Answer {
    let document = Document::response("answer@coupa.example", jiff::Timestamp::UNIX_EPOCH, status);
    let body = cxml::write(&document, &WriteOptions::version("1.2.014")).into_bytes();
    Answer { status: 200, content_type: Some("text/xml".to_owned()), body }
}

fn page() -> Answer {
    Answer {
        status: 502,
        content_type: Some("text/html".to_owned()),
        body: b"<html>Bad Gateway</html>".to_vec(),
    }
}
