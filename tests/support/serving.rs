//! `punchgate serve` as a process of its own.

use std::io::{BufRead as _, BufReader, Lines};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};

use url::Url;

/// The process; it is killed when it is dropped.
#[derive(Debug)]
pub struct Serving {
    child: Child,
    /// Held open: the program says more than its address.
    _output: Lines<BufReader<ChildStdout>>,
    /// Where it listens.
    pub address: Url,
}

// === impl Serving ===

impl Serving {
    /// Starts the program over this directory and waits until it listens.
    pub fn start(program: &Path, directory: &Path) -> Self {
        let mut child = Command::new(program)
            .args(["serve", "--port", "0", "--allow-loopback", "--data"])
            .arg(directory)
            .env("PUNCHGATE_LOG", "error")
            .stdout(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let mut output = BufReader::new(child.stdout.take().expect("its output")).lines();
        let address = output.find_map(|line| line.ok()?.split_once(" is open: ")?.1.parse().ok());
        Self { child, _output: output, address: address.expect("the program listens") }
    }

    /// Ends it at once, wherever it is: SIGKILL on Unix.
    pub fn kill(mut self) {
        self.end();
    }

    fn end(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        self.end();
    }
}
