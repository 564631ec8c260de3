//! A running marketplace: all functions on one port, and due jobs swept.

use std::net::SocketAddr;
use std::time::Duration;

use axum::Router;
use axum::middleware::from_fn_with_state;
use config::Configuration;
use console::Console;
use platform::accounts::Accounts;
use platform::core::Core;
use platform::events::Events;
use platform::jobs::Swept;
use platform::mail::Mail;
use platform::outbound::Outbound;
use platform::table::ReadError;
use procurement::job::Worker;
use storefront::Storefront;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinHandle;

use crate::gate::{self, Gate};

/// What a marketplace is made of.
#[derive(Clone, Debug)]
pub struct Parts {
    /// The store, the time, ids, keys, and the marketplace's own name.
    pub core: Core,
    /// AWS accounts and organisations.
    pub accounts: Accounts,
    /// Where mail goes.
    pub mail: Mail,
    /// Where events for others go.
    pub events: Events,
    /// The way to other people's servers.
    pub outbound: Outbound,
}

/// When due jobs are looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sweeping {
    /// Again and again, with this pause.
    Every(Duration),
    /// Only when somebody asks.
    ByHand,
}

/// A marketplace that answers requests. It stops when it is told to, or dropped.
#[derive(Debug)]
pub struct Marketplace {
    parts: Parts,
    address: SocketAddr,
    stop: watch::Sender<bool>,
    tasks: Vec<JoinHandle<()>>,
}

/// A job may make the next one, but not for ever.
const MAX_SWEEPS_IN_A_ROW: usize = 1_000;

// === impl Marketplace ===

impl Marketplace {
    /// Starts to answer on this listener, with more routes if there are any.
    pub fn start(
        parts: Parts,
        listener: TcpListener,
        more: Router,
        sweeping: Sweeping,
    ) -> std::io::Result<Self> {
        let address = listener.local_addr()?;
        let (stop, stopped) = watch::channel(false);
        let router = router(&parts).merge(more);
        let mut tasks = vec![tokio::spawn(serve(listener, router, stopped.clone()))];
        if let Sweeping::Every(pause) = sweeping {
            // Whoever waits for an answer goes first.
            let mut parts = parts.clone();
            parts.core.store = parts.core.store.in_background();
            // Each worker by itself: mail does not wait for a procurement system that is slow to take invoices.
            tasks.push(tokio::spawn(keep_sweeping(parts.clone(), Worker::Notify, pause, stopped.clone())));
            tasks.push(tokio::spawn(keep_sweeping(parts, Worker::InvoicePush, pause, stopped)));
        }
        Ok(Self { parts, address, stop, tasks })
    }

    /// What it is made of.
    pub fn parts(&self) -> &Parts {
        &self.parts
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Does all that is due now, and what becomes due by that.
    pub async fn sweep(&self) -> Result<Swept, ReadError> {
        sweep_all(&self.parts).await
    }

    /// Finishes what is being answered, and stops.
    pub async fn stop(mut self) {
        let _ = self.stop.send(true);
        for task in self.tasks.drain(..) {
            let _ = task.await;
        }
    }
}

impl Drop for Marketplace {
    fn drop(&mut self) {
        let _ = self.stop.send(true);
    }
}

/// All functions' routes.
pub fn router(parts: &Parts) -> Router {
    let storefront = Storefront::new(parts.core.clone(), parts.accounts.clone());
    Router::new()
        .merge(documents(&parts.core))
        .merge(config::routes(configuration(parts)))
        .merge(console::routes(Console::new(configuration(parts))))
        .merge(cart_return::routes(parts.core.clone()))
        .merge(open_buy::routes(parts.core.clone()))
        .merge(storefront::routes(storefront))
}

/// The configuration's use cases over these parts.
pub fn configuration(parts: &Parts) -> Configuration {
    let Parts { core, accounts, outbound, mail, .. } = parts.clone();
    Configuration::on_one_machine(core, accounts, outbound).sending_by(mail)
}

/// The routes that take cXML, behind one gate.
fn documents(core: &Core) -> Router {
    let gate = Gate::new(core.clone());
    Router::new()
        .merge(punchout_setup::routes(core.clone()))
        .merge(purchase_order::routes(core.clone()))
        .layer(from_fn_with_state(gate, gate::pass))
}

async fn serve(listener: TcpListener, router: Router, mut stopped: watch::Receiver<bool>) {
    let served = axum::serve(listener, router).with_graceful_shutdown(async move {
        let _ = stopped.wait_for(|stopped| *stopped).await;
    });
    if let Err(error) = served.await {
        tracing::error!(%error, "the marketplace stopped answering");
    }
}

/// Looks again at once while there was something to do.
async fn keep_sweeping(parts: Parts, worker: Worker, pause: Duration, mut stopped: watch::Receiver<bool>) {
    loop {
        let pause = match sweep(&parts, worker).await {
            Ok(swept) if swept.done > 0 => Duration::ZERO,
            Ok(_) => pause,
            Err(error) => {
                tracing::warn!(%error, "due jobs could not be read; trying again");
                pause
            }
        };
        tokio::select! {
            biased;
            _ = stopped.wait_for(|stopped| *stopped) => return,
            () = tokio::time::sleep(pause) => {}
        }
    }
}

async fn sweep(parts: &Parts, worker: Worker) -> Result<Swept, ReadError> {
    match worker {
        Worker::Notify => notify::sweep(&parts.core, &parts.mail, &parts.events).await,
        Worker::InvoicePush => invoice_push::sweep(&parts.core, &parts.outbound).await,
    }
}

/// Sweeps until nothing more is due: a job may make the next one.
async fn sweep_all(parts: &Parts) -> Result<Swept, ReadError> {
    let mut all = Swept::default();
    for _ in 0..MAX_SWEEPS_IN_A_ROW {
        let mail = sweep(parts, Worker::Notify).await?;
        let invoices = sweep(parts, Worker::InvoicePush).await?;
        for swept in [mail, invoices] {
            all.done += swept.done;
            all.taken += swept.taken;
            all.failed += swept.failed;
        }
        if mail.done + invoices.done == 0 {
            break;
        }
    }
    Ok(all)
}
