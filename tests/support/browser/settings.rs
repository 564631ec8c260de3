//! What kind of browser a person has.

use std::path::Path;

use serde_json::json;
use thirtyfour::{
    BrowserCapabilitiesHelper, ChromeCapabilities, ChromiumLikeCapabilities, DesiredCapabilities,
};

use super::NoBrowser;

/// What kind of browser a person has.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// What `Accept-Language` asks for.
    pub language: &'static str,
    /// Whether scripts of pages run.
    pub scripts: bool,
    /// Whether a frame of another site may keep cookies.
    pub third_party_cookies: bool,
}

// === impl Settings ===

impl Default for Settings {
    fn default() -> Self {
        Self { language: "en", scripts: true, third_party_cookies: true }
    }
}

impl Settings {
    /// A browser that asks for German pages.
    pub fn german() -> Self {
        Self { language: "de", ..Self::default() }
    }

    /// A browser with JavaScript switched off.
    pub fn without_scripts() -> Self {
        Self { scripts: false, ..Self::default() }
    }

    /// A browser that keeps no cookies of frames.
    pub fn strict_about_cookies() -> Self {
        Self { third_party_cookies: false, ..Self::default() }
    }

    /// The same for the driver.
    pub(super) fn capabilities(
        self,
        chromium: &str,
        profile: &Path,
    ) -> Result<ChromeCapabilities, NoBrowser> {
        let mut capabilities = DesiredCapabilities::chrome();
        for argument in ARGUMENTS {
            capabilities.add_arg(argument)?;
        }
        capabilities.add_arg(&format!("--lang={}", self.language))?;
        capabilities.add_arg(&format!("--user-data-dir={}", profile.display()))?;
        if let Some(path) = which(chromium) {
            capabilities.set_binary(&path)?;
        }
        capabilities.set_browser_option("prefs", self.preferences())?;
        Ok(capabilities)
    }

    fn preferences(self) -> serde_json::Value {
        json!({
            "intl.accept_languages": self.language,
            "profile.block_third_party_cookies": !self.third_party_cookies,
            "profile.cookie_controls_mode": i32::from(!self.third_party_cookies),
            "profile.managed_default_content_settings.javascript": if self.scripts { 1 } else { 2 },
            "credentials_enable_service": false,
        })
    }
}

/// No windows, no sandbox (containers have none to give), and no talk with the browser's maker.
const ARGUMENTS: [&str; 10] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
];

fn which(program: &str) -> Option<String> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path)
        .map(|folder| folder.join(program))
        .find(|file| file.is_file())
        .map(|file| file.to_string_lossy().into_owned())
}
