//! A real browser: Chromium under its own driver, as a person would have it before them.
//!
//! `Browser::start` gives nothing where Chromium or its driver is absent, and says so. `see` is how a page is judged: no
//! violation by axe-core and nothing wider than the window, at 360 px and at 1440 px; with `SCREENSHOTS=DIR` set, a picture of
//! each is left there.

mod driver;
mod see;
mod settings;
mod words;

use tempfile::TempDir;
use thirtyfour::WebDriver;
use tokio::sync::SemaphorePermit;

pub use driver::NoBrowser;
pub use settings::Settings;

use driver::{Chromedriver, turn};

use crate::tools::program;

/// One browser with a profile of its own, gone with the value.
#[derive(Debug)]
pub struct Browser {
    /// The session, for what the words of this module do not say.
    pub page: WebDriver,
    settings: Settings,
    driver: Chromedriver,
    profile: TempDir,
    _turn: SemaphorePermit<'static>,
}

// === impl Browser ===

impl Browser {
    /// A browser with English pages, a script engine, and cookies.
    pub async fn start() -> Option<Self> {
        Self::with(Settings::default()).await
    }

    /// A browser as described, or nothing where there is none.
    pub async fn with(settings: Settings) -> Option<Self> {
        let (chromium, chromedriver) = (program("chromium")?, program("chromedriver")?);
        let turn = turn().await;
        let profile = tempfile::tempdir().expect("a directory");
        let driver = Chromedriver::start(chromedriver).expect("a driver");
        let page = driver.session(chromium, profile.path(), settings).await.expect("a browser");
        Some(Self { page, settings, driver, profile, _turn: turn })
    }

    /// Ends the session, as closing the window does.
    pub async fn close(self) {
        let Self { page, driver, profile, .. } = self;
        page.quit().await.expect("an end");
        drop(driver);
        drop(profile);
    }
}
