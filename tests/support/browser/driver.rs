//! The driver's process: started on a free port, ended with the value.

use std::io::{self, BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use thirtyfour::WebDriver;
use thirtyfour::error::WebDriverError;
use tokio::sync::{Semaphore, SemaphorePermit};

use super::Settings;

/// Why there is no browser.
#[derive(Debug)]
pub enum NoBrowser {
    /// The driver did not start.
    Driver(io::Error),
    /// The driver started, and never named its port.
    NoPort(String),
    /// The driver started, and the browser did not.
    Session(Box<WebDriverError>),
}

/// Chromium's driver.
#[derive(Debug)]
pub(super) struct Chromedriver {
    process: Child,
    port: u16,
}

/// Browsers that run at one time; more of them only make each other slow.
static TURNS: Semaphore = Semaphore::const_new(2);

pub(super) async fn turn() -> SemaphorePermit<'static> {
    TURNS.acquire().await.expect("the turns are never closed")
}

// === impl NoBrowser ===

impl From<WebDriverError> for NoBrowser {
    fn from(error: WebDriverError) -> Self {
        Self::Session(Box::new(error))
    }
}

// === impl Chromedriver ===

impl Chromedriver {
    pub(super) fn start(program: &str) -> Result<Self, NoBrowser> {
        let mut process = Command::new(program)
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(NoBrowser::Driver)?;
        let port = port_of(&mut process);
        let driver = Self { process, port: *port.as_ref().unwrap_or(&0) };
        port.map(|_| driver)
    }

    pub(super) async fn session(
        &self,
        chromium: &str,
        profile: &Path,
        settings: Settings,
    ) -> Result<WebDriver, NoBrowser> {
        let capabilities = settings.capabilities(chromium, profile)?;
        Ok(WebDriver::new(format!("http://127.0.0.1:{}", self.port), capabilities).await?)
    }
}

impl Drop for Chromedriver {
    fn drop(&mut self) {
        // Its browsers end with it. A process that is already gone needs no end.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The driver says "… was started successfully on port N." in its first lines.
fn port_of(process: &mut Child) -> Result<u16, NoBrowser> {
    let output = process.stdout.take().ok_or_else(|| NoBrowser::NoPort(String::new()))?;
    let mut said = String::new();
    for line in BufReader::new(output).lines().map_while(Result::ok).take(10) {
        let port = line
            .rsplit_once("started successfully on port ")
            .and_then(|(_, port)| port.trim_end_matches('.').parse().ok());
        if let Some(port) = port {
            return Ok(port);
        }
        said.push_str(&line);
    }
    Err(NoBrowser::NoPort(said))
}
