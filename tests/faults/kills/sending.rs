//! The procurement system: sends orders at the same time, and again what was not answered.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use axum::body::{Body, to_bytes};
use axum::http::Request;
use platform::core::Core;
use support::PreparedOrder;
use tokio::sync::mpsc;
use tokio::task::JoinSet;
use tower::ServiceExt as _;
use url::Url;

const AT_ONCE: usize = 6;

/// Orders and what was answered to them.
#[derive(Debug)]
pub struct Senders {
    orders: Vec<PreparedOrder>,
    client: reqwest::Client,
    next: AtomicUsize,
    cut: AtomicUsize,
    answers: Mutex<BTreeMap<String, String>>,
}

// === impl Senders ===

impl Senders {
    pub fn new(orders: Vec<PreparedOrder>) -> Self {
        Self {
            orders,
            client: reqwest::Client::new(),
            next: AtomicUsize::new(0),
            cut: AtomicUsize::new(0),
            answers: Mutex::default(),
        }
    }

    /// Sends orders, several at once, until so many were answered; then `stop` ends the marketplace, and whatever is under
    /// way is cut off.
    pub async fn send_until(self: &Arc<Self>, address: &Url, answered: usize, stop: impl FnOnce()) {
        let (tell, mut told) = mpsc::channel(64);
        let mut sending = JoinSet::new();
        for _ in 0..AT_ONCE {
            let (senders, address, tell) = (self.clone(), address.clone(), tell.clone());
            sending.spawn(async move {
                while let Some(position) = senders.next_order() {
                    if !senders.send(&address, position).await || tell.send(()).await.is_err() {
                        return;
                    }
                }
            });
        }
        drop(tell);
        for _ in 0..answered {
            if told.recv().await.is_none() {
                break;
            }
        }
        stop();
        drop(told);
        sending.join_all().await;
    }

    /// Sends what was never answered to a marketplace that nobody kills, and everything else once more.
    pub async fn send_rest(&self, core: &Core) {
        let router = purchase_order::routes(core.clone());
        for order in &self.orders {
            let request = Request::post(purchase_order::PATH)
                .header("content-type", "text/xml")
                .body(Body::from(order.body.clone()))
                .expect("a request");
            let response = router.clone().oneshot(request).await.expect("an answer");
            let body = to_bytes(response.into_body(), 1 << 20).await.expect("a body");
            self.note(order, String::from_utf8_lossy(&body).into_owned());
        }
    }

    /// How many were sent, answered and cut off.
    pub fn counts(&self) -> String {
        let (sent, cut) = (self.next.load(Ordering::Relaxed), self.cut.load(Ordering::Relaxed));
        format!("{sent} orders sent, {} answered, {cut} cut off", self.answers.lock().expect("free").len())
    }

    /// Every third is one that was sent before.
    fn next_order(&self) -> Option<usize> {
        let turn = self.next.fetch_add(1, Ordering::Relaxed);
        let position = if turn % 3 == 2 { turn / 2 } else { turn - turn / 3 };
        (!self.orders.is_empty()).then(|| position % self.orders.len())
    }

    /// Whether there was an answer.
    async fn send(&self, address: &Url, position: usize) -> bool {
        let order = &self.orders[position];
        let url = address.join("cxml/orders").expect("a URL");
        let request = self.client.post(url).header("content-type", "text/xml").body(order.body.clone());
        let answer = async { request.send().await?.text().await };
        match answer.await {
            Ok(text) => {
                self.note(order, text);
                true
            }
            Err(_) => {
                self.cut.fetch_add(1, Ordering::Relaxed);
                false
            }
        }
    }

    /// The same order gets the same answer for ever (R34).
    fn note(&self, order: &PreparedOrder, text: String) {
        assert!(text.contains("code=\"200\""), "{}: {text}", order.number);
        let mut answers = self.answers.lock().expect("free");
        let before = answers.entry(order.number.clone()).or_insert_with(|| text.clone());
        assert_eq!(*before, text, "{}", order.number);
    }
}
