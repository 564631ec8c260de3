//! A world under a test's hand.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use platform::clock::{Clock, ManualClock};
use platform::core::Core;
use platform::ids::Ids;
use platform::jobs::Swept;
use procurement::agreement::Agreement;
use procurement::connection::{Connection, Mode};
use procurement::invoice::Invoice;
use procurement::job::Worker;
use procurement::requisition::Requisition;
use punchgate::demo::world::{Ports, Storage, World, WorldSettings};
use punchgate::marketplace::Sweeping;
use tokio::runtime::Handle;
use tokio::task::block_in_place;

/// A marketplace, a Coupa, an SAP Ariba, and the time.
#[derive(Debug)]
pub struct Harness {
    world: Option<World>,
    /// Everybody's time; it stands still until a test moves it.
    pub clock: ManualClock,
    /// Whether due jobs may be left.
    forgiving: bool,
}

/// When every test begins.
pub const START: &str = "2026-11-02T09:00:00Z";

// === impl Harness ===

impl Harness {
    /// A world in which purchases are real.
    pub async fn start() -> Self {
        Self::with(Mode::Live, Storage::Memory).await
    }

    /// A world in which nothing is bought (R9).
    pub async fn in_test_mode() -> Self {
        Self::with(Mode::Test, Storage::Memory).await
    }

    /// A world that can be restarted.
    pub async fn on_a_file() -> Self {
        Self::with(Mode::Live, Storage::File).await
    }

    async fn with(mode: Mode, storage: Storage) -> Self {
        let clock = ManualClock::new(START.parse().expect("a time"));
        let settings = WorldSettings {
            clock: Clock::from(&clock),
            ids: Ids::random(Clock::from(&clock)),
            ports: Ports::default(),
            sweeping: Sweeping::ByHand,
            mode,
            storage,
        };
        let world = World::start(settings).await.expect("a world");
        Self { world: Some(world), clock, forgiving: false }
    }

    /// What is running.
    pub fn world(&self) -> &World {
        self.world.as_ref().expect("a world until it is dropped")
    }

    /// The Coupa customer's system.
    pub fn coupa(&self) -> &buyer::Buyer {
        &self.world().coupa
    }

    /// The SAP Ariba customer's system.
    pub fn ariba(&self) -> &buyer::Buyer {
        &self.world().ariba
    }

    /// What the marketplace's functions stand on.
    pub fn core(&self) -> &Core {
        &self.world().marketplace.parts().core
    }

    /// The Coupa connection as it is now.
    pub async fn coupa_connection(&self) -> Connection {
        self.connection(&self.world().coupa_connection).await
    }

    /// The SAP Ariba connection as it is now.
    pub async fn ariba_connection(&self) -> Connection {
        self.connection(&self.world().ariba_connection).await
    }

    async fn connection(&self, known: &Connection) -> Connection {
        self.core().store.connection(known.id).await.expect("a read").expect("a connection")
    }

    /// Changes the Coupa connection, as its administrator would.
    pub async fn change_coupa(&self, change: impl FnOnce(&mut Connection)) {
        let before = self.coupa_connection().await;
        let mut after = before.clone();
        change(&mut after);
        after.version += 1;
        self.core().store.put_connection(&after, Some(&before)).await.expect("saved");
    }

    /// Does all that is due.
    pub async fn sweep(&self) -> Swept {
        self.world().marketplace.sweep().await.expect("a sweep")
    }

    /// Moves everybody's time.
    pub fn advance(&self, by: SignedDuration) {
        self.clock.advance(by);
    }

    /// The marketplace stops and comes back over what it had stored.
    pub async fn restart(&mut self) {
        let world = self.world.take().expect("a world until it is dropped");
        self.world = Some(world.restart().await.expect("a restarted world"));
    }

    /// Lets this test end with due jobs.
    pub fn forgive_due_jobs(&mut self) {
        self.forgiving = true;
    }

    /// A requester's items, newest first.
    pub async fn requisitions(&self, connection: &Connection) -> Vec<Requisition> {
        self.core().store.requisitions_of(connection.id, "ada").await.expect("a read")
    }

    /// All agreements of a connection.
    pub async fn agreements(&self, connection: &Connection) -> Vec<Agreement> {
        self.core().store.agreements(connection.id).await.expect("a read")
    }

    /// All invoices of a connection, by number.
    pub async fn invoices(&self, connection: &Connection) -> Vec<Invoice> {
        self.core().store.invoices_of(connection.id).await.expect("a read")
    }

    /// What is due now.
    pub async fn due_jobs(&self) -> Vec<String> {
        let now = self.clock.now();
        let mut due = Vec::new();
        for worker in [Worker::Notify, Worker::InvoicePush] {
            due.extend(self.core().store.due_jobs(worker, now).await.expect("a read"));
        }
        due
    }

    /// Every mail that was sent, as it lies in the directory.
    pub fn mails(&self) -> Vec<(String, String)> {
        let entries = std::fs::read_dir(&self.world().mail).expect("a directory");
        let mut mails: Vec<(String, String)> = entries
            .map(|entry| entry.expect("an entry").path())
            .map(|path| {
                let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                (name, std::fs::read_to_string(&path).expect("a mail"))
            })
            .collect();
        mails.sort();
        mails
    }

    /// The time, for comparisons.
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }
}

impl Drop for Harness {
    fn drop(&mut self) {
        if std::thread::panicking() || self.forgiving || self.world.is_none() {
            return;
        }
        let due = block_in_place(|| {
            Handle::current()
                .block_on(async { tokio::time::timeout(Duration::from_secs(10), self.due_jobs()).await })
        });
        let due = due.expect("an answer of the store");
        assert!(due.is_empty(), "the test left {} due jobs undone: {:?}", due.len(), due.first());
    }
}
