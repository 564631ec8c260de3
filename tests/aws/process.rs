//! A program that ends with the test, and what it wrote.

use std::net::{Ipv4Addr, TcpListener};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use tempfile::TempDir;

/// How long a program may take until it listens.
const PATIENCE: Duration = Duration::from_secs(240);
const PAUSE: Duration = Duration::from_millis(20);

/// A running program.
#[derive(Debug)]
pub struct Process {
    child: Child,
    output: PathBuf,
    _directory: TempDir,
}

/// A port that was free just now.
pub fn free_port() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port");
    listener.local_addr().expect("an address").port()
}

// === impl Process ===

impl Process {
    /// Starts it and waits until somebody listens on the port.
    pub async fn start(mut command: Command, port: u16) -> Self {
        let directory = TempDir::new().expect("a directory");
        let output = directory.path().join("output");
        let file = std::fs::File::create(&output).expect("a file");
        let errors = file.try_clone().expect("the same file");
        let child = command.stdin(Stdio::null()).stdout(file).stderr(errors).spawn().expect("a program");
        let mut process = Self { child, output, _directory: directory };
        process.listens(port).await;
        process
    }

    async fn listens(&mut self, port: u16) {
        let waiting = async {
            while tokio::net::TcpStream::connect((Ipv4Addr::LOCALHOST, port)).await.is_err() {
                if let Ok(Some(status)) = self.child.try_wait() {
                    panic!("the program ended ({status}): {}", self.output());
                }
                tokio::time::sleep(PAUSE).await;
            }
        };
        let listens = tokio::time::timeout(PATIENCE, waiting).await.is_ok();
        assert!(listens, "nobody listens on port {port}: {}", self.output());
    }

    /// The process that this one started.
    pub fn child_of(&self) -> Option<u32> {
        let own = format!("PPid:\t{}\n", self.child.id());
        let processes = std::fs::read_dir("/proc").ok()?.flatten();
        let ids = processes.filter_map(|entry| entry.file_name().to_str()?.parse::<u32>().ok());
        let mut ours = ids.filter(|id| {
            std::fs::read_to_string(format!("/proc/{id}/status")).is_ok_and(|status| status.contains(&own))
        });
        ours.next()
    }

    /// Everything that it wrote so far, to standard output and standard error.
    pub fn output(&self) -> String {
        String::from_utf8_lossy(&std::fs::read(&self.output).unwrap_or_default()).into_owned()
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
