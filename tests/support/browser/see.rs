//! How a page is judged: by axe-core's rules, by its width, and by eye.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::Browser;
use crate::tools::present;

/// A telephone and a desk, in pixels.
const WIDTHS: [u32; 2] = [360, 1440];

// === impl Browser ===

impl Browser {
    /// Judges the page as it is, at both widths: axe-core finds nothing, nothing is wider than the window. `name` is the name
    /// of its pictures.
    pub async fn see(&self, name: &str) {
        for width in WIDTHS {
            self.window(width, 900).await;
            self.fits(name, width).await;
            let violations = self.violations().await;
            assert!(violations.is_empty(), "{name} at {width} px:\n{violations}");
            self.picture(name, width).await;
        }
    }

    /// Gives the page a window of this size, in pixels; a real window of Chromium is never as narrow as a telephone.
    pub async fn window(&self, width: u32, height: u32) {
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.page.cdp().send_raw("Emulation.setDeviceMetricsOverride", size).await.expect("a window");
    }

    /// What axe-core finds, a line each: rule, what it says, and where. It is a script itself: where scripts are off, the page
    /// is not judged.
    pub async fn violations(&self) -> String {
        if !self.settings.scripts {
            return String::new();
        }
        let Some(axe) = axe() else { return String::new() };
        let source = std::fs::read_to_string(&axe).expect("axe-core");
        self.page.execute(source, Vec::new()).await.expect("axe-core in the page");
        let script = "const done = arguments[0]; axe.run(document).then(done, error => done(String(error)));";
        let found = self.page.execute_async(script, Vec::new()).await.expect("axe-core's result");
        lines(found.json())
    }

    async fn fits(&self, name: &str, width: u32) {
        let script = "return [document.documentElement.scrollWidth, window.innerWidth];";
        let found = self.page.execute(script, Vec::new()).await.expect("a width");
        let [wide, window] = found.convert::<[u32; 2]>().expect("two widths");
        assert_eq!(window, width, "the window has another width");
        assert!(wide <= window, "{name} is {wide} px wide in a window of {window} px");
    }

    async fn picture(&self, name: &str, width: u32) {
        let Some(folder) = std::env::var_os("SCREENSHOTS").map(PathBuf::from) else { return };
        std::fs::create_dir_all(&folder).expect("a folder");
        let script = "return document.documentElement.scrollHeight;";
        let height = self.page.execute(script, Vec::new()).await.expect("a height");
        let height = height.json().as_u64().and_then(|height| u32::try_from(height).ok()).unwrap_or(900);
        self.window(width, height.clamp(900, 6000)).await;
        let file = folder.join(format!("{name}-{width}.png"));
        self.page.screenshot(&file).await.expect("a picture");
    }
}

/// Where axe-core is: `AXE_CORE` names its file, or `.ci/tools` left it under `target/tools`.
fn axe() -> Option<PathBuf> {
    let installed =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/tools/node_modules/axe-core/axe.min.js");
    let file = std::env::var_os("AXE_CORE").map_or(installed, PathBuf::from);
    present(file.is_file(), "axe-core (.ci/tools installs it)").then_some(file)
}

fn lines(result: &Value) -> String {
    let Some(violations) = result["violations"].as_array() else {
        return format!("axe-core did not run: {result}");
    };
    let mut text = String::new();
    for violation in violations {
        let nodes = violation["nodes"].as_array().into_iter().flatten();
        let places: Vec<&str> = nodes.filter_map(|node| node["html"].as_str()).collect();
        let _ = writeln!(text, "{} {} {}", violation["id"], violation["help"], places.join(" | "));
    }
    text
}
