//! `punchgate serve` is killed under load, again and again. `KILLS` says how often.

mod sending;

use std::path::Path;
use std::sync::Arc;

use jiff::SignedDuration;
use platform::clock::{Clock, ManualClock};
use platform::core::Core;
use platform::events::Events;
use platform::mail::Mail;
use platform::outbound::{Outbound, Reach};
use punchgate::place::{Place, marketplace_at};
use support::{HttpInbox, Prepared, Serving};
use tempfile::TempDir;

use sending::Senders;

const PROGRAM: &str = env!("CARGO_BIN_EXE_punchgate-under-test");
/// An ordinary run is quick; the measure is a hundred.
const KILLS: usize = if cfg!(debug_assertions) { 4 } else { 20 };
const ORDERS_EACH: usize = 6;

#[tokio::test(flavor = "multi_thread")]
async fn however_often_serve_is_killed_no_order_is_lost_and_none_is_doubled() {
    let kills = std::env::var("KILLS").ok().and_then(|text| text.parse().ok()).unwrap_or(KILLS);
    let directory = TempDir::new().expect("a directory");
    let inbox = HttpInbox::start().await;
    let prepared = Prepared::in_directory(directory.path(), kills * ORDERS_EACH, inbox.url()).await;
    let senders = Arc::new(Senders::new(prepared.orders.clone()));
    for kill in 0..kills {
        let serving = Serving::start(Path::new(PROGRAM), directory.path());
        // The moment differs each time: before the first answer, or after some, with others under way.
        let address = serving.address.clone();
        senders.send_until(&address, kill % (2 * ORDERS_EACH), || serving.kill()).await;
    }
    println!("{kills} kills: {}", senders.counts());
    finish(directory.path(), &senders, &prepared, &inbox).await;
}

/// One that is not killed: every order is sent until it is answered, and what is due is done, also what a killed worker
/// had leased.
async fn finish(directory: &Path, senders: &Senders, prepared: &Prepared, inbox: &HttpInbox) {
    let place = Place::open(directory).await.expect("a directory");
    let clock = ManualClock::new(Clock::System.now());
    let marketplace = marketplace_at("http://127.0.0.1/".parse().expect("a URL"));
    let core = Core { clock: Clock::from(&clock), ..place.core(marketplace) };
    senders.send_rest(&core).await;
    let mail = Mail::Directory(place.directory().mail());
    let events = Events::Log(place.directory().events());
    let outbound = Outbound::new(Reach::PublicAndLoopback).expect("a client");
    for _ in 0..12 {
        clock.advance(SignedDuration::from_hours(1));
        loop {
            let mails = notify::sweep(&core, &mail, &events).await.expect("a sweep");
            let invoices = invoice_push::sweep(&core, &outbound).await.expect("a sweep");
            if mails.done + invoices.done == 0 {
                break;
            }
        }
    }
    let finished = prepared.is_finished(&core, &place.directory().mail(), inbox).await;
    assert_eq!(finished, Ok(()));
}
