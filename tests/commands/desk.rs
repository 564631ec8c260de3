//! A marketplace's directory with orders in it, and the commands over it.

use std::path::Path;
use std::process::Command;

use axum::body::{Body, to_bytes};
use axum::http::Request;
use platform::core::Core;
use platform::events::Events;
use platform::mail::Mail;
use platform::outbound::{Outbound, Reach};
use procurement::connection::Connection;
use procurement::id::RequisitionId;
use punchgate::place::{Place, marketplace_at};
use support::{HttpInbox, Ordered, Prepared};
use tempfile::TempDir;
use tower::ServiceExt as _;

const PROGRAM: &str = env!("CARGO_BIN_EXE_punchgate-under-test");

/// The directory, and where its invoices go.
pub struct Desk {
    pub inbox: HttpInbox,
    pub connection: Connection,
    /// The requests behind the orders.
    pub requests: Vec<RequisitionId>,
    directory: TempDir,
}

/// What a command said.
#[derive(Debug)]
pub struct Said {
    /// The code that it ended with.
    pub code: Option<i32>,
    /// What it printed.
    pub out: String,
    /// What it complained of.
    pub error: String,
}

// === impl Desk ===

impl Desk {
    /// As many orders as that, which came in and were taken; what is due is done.
    pub async fn with_orders(ordered: Ordered, orders: usize) -> Self {
        Self::after(ordered, orders, |_, _| ()).await
    }

    /// The same, once something was done about the inbox and the connection.
    pub async fn after(
        ordered: Ordered,
        orders: usize,
        change: impl FnOnce(&HttpInbox, &mut Connection),
    ) -> Self {
        let (directory, inbox) = (TempDir::new().expect("a directory"), HttpInbox::start().await);
        let prepared = Prepared::with(directory.path(), ordered, orders, inbox.url()).await;
        let mut connection = prepared.connections[0].clone();
        change(&inbox, &mut connection);
        connection.version += 1;
        let requests = prepared.orders.iter().map(|order| order.requisition).collect();
        let desk = Self { inbox, connection, requests, directory };
        {
            let (_place, core) = desk.open().await;
            let changed = core.store.put_connection(&desk.connection, Some(&prepared.connections[0])).await;
            changed.expect("saved");
            for order in &prepared.orders {
                take(&core, order.body.clone()).await;
            }
        }
        desk.work().await;
        desk
    }

    /// Does all that is due, as a marketplace that runs.
    pub async fn work(&self) {
        let (place, core) = self.open().await;
        let (mail, events) =
            (Mail::Directory(place.directory().mail()), Events::Log(place.directory().events()));
        let outbound = Outbound::new(Reach::PublicAndLoopback).expect("a client");
        loop {
            let mails = notify::sweep(&core, &mail, &events).await.expect("a sweep");
            let invoices = invoice_push::sweep(&core, &outbound).await.expect("a sweep");
            if mails.done + invoices.done == 0 {
                return;
            }
        }
    }

    async fn open(&self) -> (Place, Core) {
        let place = Place::open(self.directory.path()).await.expect("a directory");
        let core = place.core(marketplace_at("http://127.0.0.1/".parse().expect("a URL")));
        (place, core)
    }

    /// A file beside the store.
    pub fn file(&self, name: &str) -> String {
        self.directory.path().join(name).display().to_string()
    }

    /// Runs a command over the directory.
    pub fn run(&self, words: &[&str]) -> Said {
        run(self.directory.path(), words)
    }

    /// The same of a command that names the connection.
    pub fn of_connection(&self, words: &[&str]) -> Said {
        let connection = self.connection.id.to_string();
        self.run(&[words, &["--connection", connection.as_str()][..]].concat())
    }
}

/// Runs a command over a directory.
pub fn run(directory: &Path, words: &[&str]) -> Said {
    let mut command = Command::new(PROGRAM);
    let ran = command.args(words).arg("--data").arg(directory).output().expect("it ran");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("a text");
    Said { code: ran.status.code(), out: text(ran.stdout), error: text(ran.stderr) }
}

async fn take(core: &Core, order: String) {
    let request = Request::post(purchase_order::PATH).header("content-type", "text/xml");
    let request = request.body(Body::from(order)).expect("a request");
    let answer = purchase_order::routes(core.clone()).oneshot(request).await.expect("an answer");
    let answer = to_bytes(answer.into_body(), 1 << 20).await.expect("a body");
    let answer = String::from_utf8_lossy(&answer);
    assert!(answer.contains("code=\"200\""), "{answer}");
}

// === impl Said ===

impl Said {
    /// What it printed, where it ended well.
    pub fn done(self) -> String {
        assert_eq!(self.code, Some(0), "{self:?}");
        self.out
    }

    /// What it complained of, where it did not.
    pub fn refused(self) -> String {
        assert_eq!(self.code, Some(1), "{self:?}");
        self.error
    }
}
