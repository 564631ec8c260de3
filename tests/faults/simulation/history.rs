//! One history: purchases, repeats, workers, jumps of the clock, storms and crashes, in an order that the seed decides;
//! then the weather clears, everybody finishes, and it is looked at what there is.

use jiff::SignedDuration;
use platform::jobs::attend;
use procurement::job::Worker;
use tokio::task::JoinSet;

use super::buyer::Buyer;
use super::invariants::{self, Broken};
use super::requester::Requester;
use super::sabotage::Sabotage;
use super::truth;
use super::world::{OFFERS, Process, World};

/// What became of a history.
#[derive(Debug)]
pub struct History {
    pub outcome: Result<(), Broken>,
    /// Everything that happened, if it was asked for.
    pub told: Vec<String>,
    pub counts: Counts,
}

/// How much happened.
#[derive(Clone, Copy, Debug, Default)]
pub struct Counts {
    pub orders: u64,
    pub calls: u64,
    pub crashes: u64,
    pub mails: u64,
    pub invoices: u64,
    pub carts: u64,
}

/// Longer than any job is tried.
const MOST_ROUNDS: usize = 200;

/// Plays the history of a seed.
pub async fn play(seed: u64, sabotage: Sabotage, telling: bool) -> History {
    let world = World::new(seed, sabotage, telling).await;
    let buyer = Buyer::default();
    let mut stage = Stage { process: world.start(), world: &world, buyer: &buyer, crashes: 0 };
    for _ in 0..world.sky.draw(|chance| chance.between(3, 10)) {
        stage.weather();
        stage.act().await;
    }
    let crashes = stage.crashes;
    let outcome = match heal(&world, &buyer).await {
        Ok(()) => invariants::check(&world, &buyer).await,
        Err(broken) => Err(broken),
    };
    let told = world.sky.told();
    let counts = Counts {
        orders: buyer.orders().len() as u64,
        calls: world.sky.calls(),
        crashes,
        mails: world.post.letters().handed_over.values().sum(),
        invoices: world.inbox.books().booked.len() as u64,
        carts: buyer.carts().len() as u64,
    };
    History { outcome, told, counts }
}

struct Stage<'a> {
    world: &'a World,
    buyer: &'a Buyer,
    process: Process,
    crashes: u64,
}

// === impl Stage ===

impl Stage<'_> {
    /// What the next acts meet.
    fn weather(&mut self) {
        let sky = &self.world.sky;
        if sky.draw(|chance| chance.percent(40)) {
            sky.storm(sky.draw(|chance| *chance.pick(&[0, 2, 10, 30])));
        }
        if sky.draw(|chance| chance.percent(30)) {
            let minutes = sky.draw(|chance| *chance.pick(&[-2, 1, 3, 65, 24 * 60, 40 * 24 * 60]));
            // Nobody may jump past the end of the requests (R41), or nothing would be left to buy.
            if minutes < 24 * 60 || self.buyer.open().is_empty() {
                sky.jump(SignedDuration::from_mins(minutes));
            }
        }
        if sky.draw(|chance| chance.percent(35)) {
            sky.crash_in(sky.draw(|chance| chance.between(1, 50)));
        }
    }

    /// Some things at once; when the process ends, none of them goes on.
    async fn act(&mut self) {
        let mut acts = JoinSet::new();
        for _ in 0..self.world.sky.draw(|chance| chance.between(1, 4)) {
            self.begin_one(&mut acts).await;
        }
        tokio::select! {
            biased;
            () = self.world.sky.crashed() => {
                acts.shutdown().await;
                self.crashes += 1;
                self.process = self.world.start();
            }
            () = finished(&mut acts) => {}
        }
    }

    async fn begin_one(&self, acts: &mut JoinSet<()>) {
        let (dice, process) = (self.world.sky.draw(|chance| chance.below(100)), self.process.clone());
        let known = self.buyer.orders().len() as u64;
        match dice {
            0..35 => {
                let order = self.buyer.order(self.world).await;
                self.send(acts, order, 1 + dice / 12);
            }
            35..60 if known > 0 => {
                let order = self.world.sky.draw(|chance| chance.below(known));
                self.send(acts, usize::try_from(order).expect("small"), 1);
            }
            60..72 => self.shop(acts),
            72..80 => drop(acts.spawn(wake(process, truth::due_jobs(self.world)))),
            35..92 => drop(acts.spawn(sweep_mail(process))),
            _ => drop(acts.spawn(sweep_invoices(process))),
        }
    }

    /// Somebody shops, and what came back is ordered at once.
    fn shop(&self, acts: &mut JoinSet<()>) {
        let (buyer, process) = (self.buyer.clone(), self.process.clone());
        let requester = Requester::of(self.world);
        let offer = self.world.sky.draw(|chance| *chance.pick(&OFFERS));
        acts.spawn(async move {
            if let Some(order) = buyer.shop(&process, &requester, offer).await {
                buyer.send(process, order).await;
            }
        });
    }

    fn send(&self, acts: &mut JoinSet<()>, order: usize, times: u64) {
        for _ in 0..times {
            let (buyer, process) = (self.buyer.clone(), self.process.clone());
            acts.spawn(async move { buyer.send(process, order).await });
        }
    }
}

async fn finished(acts: &mut JoinSet<()>) {
    while let Some(act) = acts.join_next().await {
        act.expect("no act panics");
    }
}

// A table that does not answer leaves the jobs for the next sweep.
async fn sweep_mail(process: Process) {
    let _ = notify::sweep(&process.core, &process.mail, &process.events).await;
}

async fn sweep_invoices(process: Process) {
    let _ = invoice_push::sweep(&process.core, &process.outbound).await;
}

/// The table's stream tells of jobs, one after another; what is not seen through comes again by the sweep.
async fn wake(process: Process, jobs: Vec<String>) {
    let Process { core, mail, events, outbound, .. } = &process;
    for id in &jobs {
        let _ = attend(core, Worker::Notify, id, |job| notify::notify(core, mail, events, job)).await;
        let _ =
            attend(core, Worker::InvoicePush, id, |job| invoice_push::push_one(core, outbound, job)).await;
    }
}

/// The weather is fair, the marketplace starts once more, every order is sent until it is answered, and every job is done
/// when it is due.
async fn heal(world: &World, buyer: &Buyer) -> Result<(), Broken> {
    world.sky.calm();
    let process = world.start();
    for _ in 0..MOST_ROUNDS {
        for order in buyer.open() {
            buyer.send(process.clone(), order).await;
        }
        sweep_mail(process.clone()).await;
        sweep_invoices(process.clone()).await;
        match truth::next_due(world) {
            None if buyer.open().is_empty() => return Ok(()),
            None => {}
            Some(due) => {
                let until = due.duration_since(world.sky.now());
                world.sky.jump(until.max(SignedDuration::ZERO));
            }
        }
    }
    Err(Broken(format!("something never ends: {:?}", truth::unfinished(world).await)))
}
