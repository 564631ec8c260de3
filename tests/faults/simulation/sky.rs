//! What happens to every call that leaves the marketplace: it takes its time, or fails before or after it took effect, or
//! the marketplace's process ends in the middle of it. A call that was sent off takes effect also when nobody waits for
//! the answer any more.

use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use platform::clock::ManualClock;
use tokio::sync::Notify;
use tokio::time::{Instant, sleep};

use super::chance::Chance;

/// The weather of one history.
#[derive(Clone, Debug)]
pub struct Sky(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    clock: ManualClock,
    began: Instant,
    crashed: Notify,
    state: Mutex<State>,
}

#[derive(Debug)]
struct State {
    chance: Chance,
    /// The domain's time when the history began, with all jumps since.
    start: Timestamp,
    /// How many of a hundred calls go wrong.
    storm: u64,
    /// After so many steps the process ends.
    crash_in: Option<u64>,
    calls: u64,
    /// What happened, for whoever replays a seed.
    told: Option<Vec<String>>,
}

/// What becomes of a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It is answered.
    Answered,
    /// It never arrives.
    Lost,
    /// It arrives and is refused for now.
    Busy,
    /// It takes effect, and the answer is lost.
    AnswerLost,
}

/// Why a call has no good answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// No answer at all.
    Lost,
    /// An answer that says to come again.
    Busy,
}

/// How long a call may take, in milliseconds.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    pub usual: u64,
    pub slow: u64,
}

// === impl Sky ===

impl Sky {
    pub fn new(seed: u64, clock: ManualClock, telling: bool) -> Self {
        let state = State {
            chance: Chance::new(seed),
            start: clock.now(),
            storm: 0,
            crash_in: None,
            calls: 0,
            told: telling.then(Vec::new),
        };
        let inner = Inner { clock, began: Instant::now(), crashed: Notify::new(), state: Mutex::new(state) };
        Self(Arc::new(inner))
    }

    /// One call. `effect` is what the other side does.
    pub async fn call<T: Send + 'static>(
        &self,
        what: &str,
        pace: Pace,
        effect: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Trouble> {
        let (fate, before, after) = self.fate(what, pace);
        self.step(what, "before").await;
        let sky = self.clone();
        let what_happens = what.to_owned();
        let under_way = tokio::spawn(async move {
            sleep(before).await;
            match fate {
                Fate::Lost => return Err(Trouble::Lost),
                Fate::Busy => return Err(Trouble::Busy),
                Fate::Answered | Fate::AnswerLost => {}
            }
            sky.tick();
            let answer = effect();
            sky.tell(|| format!("{what_happens} took effect"));
            sleep(after).await;
            if fate == Fate::AnswerLost { Err(Trouble::Lost) } else { Ok(answer) }
        });
        let answer = under_way.await.expect("no effect panics");
        self.tick();
        self.step(what, "after").await;
        answer
    }

    /// How much goes wrong from now on.
    pub fn storm(&self, percent: u64) {
        self.tell(|| format!("storm {percent} %"));
        self.state().storm = percent;
    }

    /// The process ends after so many steps.
    pub fn crash_in(&self, steps: u64) {
        self.tell(|| format!("a crash in {steps} steps"));
        self.state().crash_in = Some(steps);
    }

    /// Nothing goes wrong any more.
    pub fn calm(&self) {
        self.storm(0);
        self.state().crash_in = None;
    }

    /// Ends when the process ends.
    pub async fn crashed(&self) {
        self.0.crashed.notified().await;
    }

    /// The domain's clock jumps.
    pub fn jump(&self, by: SignedDuration) {
        self.tell(|| format!("the clock jumps by {by:#}"));
        let mut state = self.state();
        state.start = state.start.saturating_add(by).expect("in range");
        drop(state);
        self.tick();
    }

    pub fn now(&self) -> Timestamp {
        self.0.clock.now()
    }

    /// The dice of the history.
    pub fn draw<T>(&self, draw: impl FnOnce(&mut Chance) -> T) -> T {
        draw(&mut self.state().chance)
    }

    /// Whether something of this likelihood happens, in a storm.
    pub fn in_storm(&self, percent: u64) -> bool {
        let mut state = self.state();
        let storm = state.storm > 0;
        state.chance.percent(percent) && storm
    }

    /// Notes something for whoever replays the seed.
    pub fn tell(&self, what: impl FnOnce() -> String) {
        let now = self.0.clock.now();
        let mut state = self.state();
        if let Some(told) = &mut state.told {
            told.push(format!("{now} {}", what()));
        }
    }

    /// What was told.
    pub fn told(&self) -> Vec<String> {
        self.state().told.clone().unwrap_or_default()
    }

    pub fn calls(&self) -> u64 {
        self.state().calls
    }

    fn fate(&self, what: &str, pace: Pace) -> (Fate, Duration, Duration) {
        let mut state = self.state();
        state.calls += 1;
        let storm = state.storm;
        let chance = &mut state.chance;
        let fate = match chance.percent(storm) {
            true => *chance.pick(&[Fate::Lost, Fate::Busy, Fate::AnswerLost]),
            false => Fate::Answered,
        };
        let mut time = || {
            let most = if chance.percent(storm) { pace.slow } else { pace.usual };
            Duration::from_millis(chance.between(1, most))
        };
        let (before, after) = (time(), time());
        drop(state);
        self.tell(|| format!("{what}: {fate:?} after {before:?} and {after:?}"));
        (fate, before, after)
    }

    /// A place at which the process may end: whoever gets there never goes on.
    async fn step(&self, what: &str, place: &str) {
        if self.ends_here() {
            self.tell(|| format!("the process ends {place} {what}"));
            self.0.crashed.notify_one();
            std::future::pending::<()>().await;
        }
    }

    fn ends_here(&self) -> bool {
        let mut state = self.state();
        match state.crash_in {
            Some(0 | 1) => {
                state.crash_in = None;
                true
            }
            Some(left) => {
                state.crash_in = Some(left - 1);
                false
            }
            None => false,
        }
    }

    /// The domain's time goes on as the runtime's does.
    fn tick(&self) {
        let passed = SignedDuration::try_from(self.0.began.elapsed()).expect("in range");
        let now = self.state().start.saturating_add(passed).expect("in range");
        self.0.clock.set(now);
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.state.lock().expect("nobody panics with it")
    }
}
