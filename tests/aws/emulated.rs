//! A function's binary under Lambda's Runtime Interface Emulator.

use std::path::Path;
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};

use serde_json::{Value, json};
use tokio::sync::Mutex;

use crate::aws::process::{Process, free_port};
use crate::aws::recorder::{Organizations, Recorder};
use crate::aws::services::{OPERATOR, SENDER, Services, TABLE};
use crate::aws::tools::Tools;

/// A function that answers invocations.
#[derive(Debug)]
pub struct Function {
    pub name: &'static str,
    process: Process,
    /// What stands between it and AWS.
    pub aws: Recorder,
    url: String,
    client: reqwest::Client,
    /// The emulator, as one sandbox of Lambda, takes one invocation at a time.
    alone: Mutex<()>,
    restarts: AtomicUsize,
}

// === impl Function ===

impl Function {
    pub async fn start(name: &'static str, tools: &Tools, services: &Services, base_url: &str) -> Self {
        Self::start_with(name, tools, services, base_url, Organizations::Scripted).await
    }

    pub async fn start_with(
        name: &'static str,
        tools: &Tools,
        services: &Services,
        base_url: &str,
        organizations: Organizations,
    ) -> Self {
        let aws = Recorder::start(&services.dynamodb, &services.moto, organizations).await;
        let (port, runtime) = (free_port(), free_port());
        let mut command = Command::new(&tools.emulator);
        command
            .args(["--runtime-interface-emulator-address", &format!("127.0.0.1:{port}")])
            .args(["--runtime-api-address", &format!("127.0.0.1:{runtime}")])
            .arg(tools.binary(program(name)))
            .env_clear()
            .env("PATH", "/usr/bin:/bin")
            .envs(environment(name, services, base_url, &aws.url));
        let process = Process::start(command, port).await;
        let url = format!("http://127.0.0.1:{port}/2015-03-31/functions/function/invocations");
        Self {
            name,
            process,
            aws,
            url,
            client: reqwest::Client::new(),
            alone: Mutex::default(),
            restarts: AtomicUsize::default(),
        }
    }

    /// What it answers to an event.
    pub async fn invoke(&self, event: &Value) -> Value {
        let text = self.told(event).await;
        serde_json::from_str(&text).unwrap_or_else(|_| panic!("{}: {text}\n{}", self.name, self.output()))
    }

    /// What the emulator says about an event: the function's answer, or what became of it.
    pub async fn told(&self, event: &Value) -> String {
        let _alone = self.alone.lock().await;
        let answered = self.client.post(&self.url).body(event.to_string()).send().await.expect("an answer");
        answered.text().await.expect("a body")
    }

    /// What it answers to an HTTP request: the status, and the body as JSON where it is some.
    pub async fn ask(&self, event: &Value) -> (u64, Value) {
        let answer = self.invoke(event).await;
        let body = answer["body"].as_str().unwrap_or_default();
        let status = answer["statusCode"].as_u64().unwrap_or_else(|| panic!("{answer}\n{}", self.output()));
        (status, serde_json::from_str(body).unwrap_or_else(|_| body.into()))
    }

    /// Everything that it wrote.
    pub fn output(&self) -> String {
        self.process.output()
    }

    /// The lines that it wrote about requests.
    pub fn lines(&self) -> Vec<Value> {
        let output = self.output();
        let lines = output.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
        lines.filter(|line| line["message"] == "request").collect()
    }

    /// From each start of the binary until it asked for its first event, in milliseconds, as the emulator wrote it down. (Its
    /// line with "Init Duration" counts something else: it says nearly nothing for every binary.)
    pub fn starts_milliseconds(&self) -> Vec<f64> {
        let output = self.output();
        let reports = output.split("INIT REPORT(durationMs: ").skip(1);
        reports.filter_map(|report| report.split(')').next()?.parse().ok()).collect()
    }

    /// Ends the binary, as a crash would; the emulator starts it again for the next event.
    pub fn kill(&self) {
        let pid = self.process.child_of().expect("the binary runs under the emulator");
        let killed = Command::new("kill").args(["-9", &pid.to_string()]).status().expect("kill");
        assert!(killed.success());
    }

    /// Starts it anew: what it knew is forgotten.
    pub async fn restart(&self) {
        if self.process.child_of().is_none() {
            return;
        }
        self.kill();
        self.restarts.fetch_add(1, Ordering::Relaxed);
        // The emulator answers one event with the end of the one before.
        self.told(&json!({})).await;
    }

    /// How often it was started, with the first time.
    pub fn starts(&self) -> usize {
        1 + self.restarts.load(Ordering::Relaxed)
    }

    /// The most memory that the binary had.
    pub fn peak_memory_kb(&self) -> u64 {
        let pid = self.process.child_of().expect("the binary runs under the emulator");
        let status = std::fs::read_to_string(format!("/proc/{pid}/status")).expect("its status");
        let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).expect("its peak");
        peak.trim().trim_end_matches(" kB").parse().expect("a number")
    }
}

/// Most functions have a program of their own.
fn program(function: &str) -> &str {
    if function == "subscribe" { "storefront" } else { function }
}

fn environment(name: &str, services: &Services, base_url: &str, aws: &str) -> Vec<(&'static str, String)> {
    let mut variables = vec![
        ("AWS_LAMBDA_FUNCTION_NAME", name.to_owned()),
        ("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "256".to_owned()),
        ("AWS_LAMBDA_FUNCTION_TIMEOUT", "60".to_owned()),
        ("AWS_REGION", "eu-west-1".to_owned()),
        ("AWS_ACCESS_KEY_ID", "AKIDTEST".to_owned()),
        ("AWS_SECRET_ACCESS_KEY", "planted-credential".to_owned()),
        ("AWS_ENDPOINT_URL", aws.to_owned()),
        ("AWS_LAMBDA_HTTP_IGNORE_STAGE_IN_PATH", "true".to_owned()),
        ("TABLE_NAME", TABLE.to_owned()),
        ("KEYS_CIPHERTEXT", services.ciphertext.clone()),
        ("MARKETPLACE_NAME", "Punchgate Marketplace".to_owned()),
        ("BASE_URL", base_url.to_owned()),
        ("MAIL_FROM", SENDER.to_owned()),
        ("SUPPLIER_DOMAIN", "NetworkId".to_owned()),
        ("SUPPLIER_IDENTITY", "PUNCHGATE".to_owned()),
        ("ALLOW_LOOPBACK", "1".to_owned()),
    ];
    // Amazon Linux has one file of root certificates, and no directory with one file for each.
    let bundles = ["/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt"];
    variables.extend(
        bundles
            .into_iter()
            .find(|path| Path::new(path).exists())
            .map(|path| ("SSL_CERT_FILE", path.to_owned())),
    );
    match name {
        "notify" => variables.push(("CONFIGURATION_SET", "punchgate-test".to_owned())),
        "config" | "console" => variables.push(("OPERATOR_ACCOUNT", OPERATOR.to_owned())),
        _ => {}
    }
    if matches!(name, "storefront" | "subscribe" | "config" | "console") {
        variables.push(("BUYERS_ROLE", "punchgate-accounts".to_owned()));
        variables.push(("BUYERS_EXTERNAL_ID", "planted-external-id".to_owned()));
    }
    variables
}
