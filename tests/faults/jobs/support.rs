//! A store in memory, a clock under the test's hand, and jobs without meaning.

use std::sync::Arc;

use jiff::Timestamp;
use platform::clock::{Clock, ManualClock};
use platform::core::Core;
use platform::ids::Ids;
use platform::jobs::JobError;
use platform::keys::Keys;
use platform::store::Store;
use platform::table::local::Embedded;
use procurement::connection::{Identity, IdentityDomain};
use procurement::id::RequisitionId;
use procurement::job::{Attempt, Job, Task};
use procurement::marketplace::Marketplace;

pub struct Desk {
    pub core: Core,
    pub clock: ManualClock,
    _engine: Embedded,
}

// === impl Desk ===

impl Desk {
    pub async fn new() -> Self {
        let engine = Embedded::memory().await.expect("an engine");
        let clock = ManualClock::new("2026-11-02T09:00:00Z".parse().expect("a time"));
        let core = Core {
            store: Store::new(engine.table()),
            clock: Clock::from(&clock),
            ids: Ids::seeded(Clock::from(&clock), 1),
            keys: Keys::from_bytes([1; 32], [2; 32], [3; 32]),
            marketplace: Arc::new(Marketplace {
                name: "Market".into(),
                base_url: "https://market.example/".parse().expect("a URL"),
                mail_from: "shop@market.example".into(),
                supplier: Identity { domain: IdentityDomain::NetworkId, value: "MARKET".into() },
            }),
        };
        Self { core, clock, _engine: engine }
    }

    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// Writes jobs that are due at once.
    pub async fn put_jobs(&self, ids: impl IntoIterator<Item = String>) {
        let jobs: Vec<Job> = ids.into_iter().map(|id| self.job(id)).collect();
        for some in jobs.chunks(100) {
            let some: Vec<&Job> = some.iter().collect();
            self.core.store.put_jobs(&some).await.expect("written");
        }
    }

    fn job(&self, id: String) -> Job {
        let task = Task::OfferExpiringMail { requisition: RequisitionId::new(self.core.ids.uuid()) };
        Job::new(id, task, self.now(), self.now())
    }

    pub async fn stored(&self, id: &str) -> Job {
        self.core.store.job(id).await.expect("a read").expect("a job")
    }

    /// What a worker does that has nothing to do.
    pub async fn finish(&self, job: Job) -> Result<(), JobError> {
        let now = self.now();
        Ok(self.core.store.put_job(&job.after(Attempt::Done, now)).await?)
    }
}
