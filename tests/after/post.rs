//! Mail whose handing over is not answered: at worst it arrives twice, and the request says so (R44).

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use jiff::SignedDuration;
use platform::events::Events;
use platform::mail::{Mail, SesMail};
use support::{Harness, Offered, Shopping};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

const TAKEN: &str = "<SendRawEmailResponse><SendRawEmailResult><MessageId>0102</MessageId>\
                     </SendRawEmailResult></SendRawEmailResponse>";

/// An Amazon SES that takes every message, but whose first answers are lost.
async fn post_office(lost: usize) -> (Mail, Arc<AtomicUsize>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    let taken = Arc::new(AtomicUsize::new(0));
    let counted = taken.clone();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let counted = counted.clone();
            tokio::spawn(async move { take(stream, &counted, lost).await });
        }
    });
    let config = aws_sdk_ses::config::Builder::new()
        .region(aws_sdk_ses::config::Region::from_static("eu-west-1"))
        .credentials_provider(aws_sdk_ses::config::Credentials::new("a", "b", None, None, "test"))
        .endpoint_url(url);
    (Mail::Ses(SesMail::new(config, None)), taken)
}

async fn take(mut stream: TcpStream, counted: &AtomicUsize, lost: usize) -> std::io::Result<()> {
    let mut request = Vec::new();
    while !is_whole(&request) {
        let mut some = [0; 4096];
        match stream.read(&mut some).await? {
            0 => return Ok(()),
            read => request.extend_from_slice(&some[..read]),
        }
    }
    if counted.fetch_add(1, Ordering::SeqCst) < lost {
        return Ok(());
    }
    let length = TAKEN.len();
    let head = format!("HTTP/1.1 200 OK\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n");
    stream.write_all(format!("{head}{TAKEN}").as_bytes()).await
}

fn is_whole(request: &[u8]) -> bool {
    let text = String::from_utf8_lossy(request);
    let Some((head, _)) = text.split_once("\r\n\r\n") else { return false };
    let length = head.lines().filter_map(|line| line.split_once(": ")).find_map(|(name, value)| {
        name.eq_ignore_ascii_case("content-length").then(|| value.trim().parse::<usize>().ok()).flatten()
    });
    request.len() >= head.len() + 4 + length.unwrap_or(0)
}

async fn post(harness: &Harness, mail: &Mail) {
    let events = Events::Log(harness.world().events());
    notify::sweep(harness.core(), mail, &events).await.expect("a sweep");
}

async fn notes(harness: &Harness) -> Vec<String> {
    let requisition = harness.requisitions(&harness.coupa_connection().await).await.remove(0);
    requisition.timeline.into_iter().map(|one| one.text).collect()
}

async fn ordered() -> Harness {
    let harness = Harness::start().await;
    let order = Shopping::approved_order(harness.coupa(), Offered::HARBOR_SCAN).await;
    harness.coupa().send_po(&order).await.expect("an answer");
    harness
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mail_whose_first_answer_was_lost_is_sent_once_more_and_recorded_as_such() {
    let harness = ordered().await;
    let (mail, taken) = post_office(1).await;
    post(&harness, &mail).await;
    post(&harness, &mail).await;
    assert_eq!(taken.load(Ordering::SeqCst), 1, "not again at once");
    for _ in 0..3 {
        harness.advance(SignedDuration::from_hours(1));
        post(&harness, &mail).await;
    }
    assert_eq!(taken.load(Ordering::SeqCst), 2);
    let notes = notes(&harness).await;
    assert_eq!(notes.iter().filter(|note| note.contains("may have arrived twice")).count(), 1, "{notes:?}");
    harness.sweep().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mail_that_is_never_answered_is_sent_twice_at_worst() {
    let harness = ordered().await;
    let (mail, taken) = post_office(usize::MAX).await;
    for _ in 0..5 {
        post(&harness, &mail).await;
        harness.advance(SignedDuration::from_hours(1));
    }
    assert_eq!(taken.load(Ordering::SeqCst), 2);
    let notes = notes(&harness).await;
    assert!(notes.iter().any(|note| note.contains("once or twice")), "{notes:?}");
    harness.sweep().await;
}
