//! `punchgate serve`: one machine, real processes.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use tempfile::TempDir;

#[path = "../../tests/support/tools.rs"]
#[allow(dead_code, reason = "one of its tools is enough here")]
mod tools;

#[test]
fn a_second_process_on_the_same_directory_is_refused_with_a_clear_message() {
    let directory = TempDir::new().expect("a directory");
    let mut first = serve(directory.path());
    let url = address(&mut first);
    assert!(url.starts_with("http://127.0.0.1:"), "{url}");

    let second = command(directory.path()).output().expect("it ran");
    let message = String::from_utf8_lossy(&second.stderr);
    assert!(!second.status.success());
    assert!(message.contains("is in use by process"), "{message}");
    assert!(message.contains(&first.id().to_string()), "{message}");
    first.kill().expect("killed");
    first.wait().expect("waited");
}

#[test]
fn state_survives_kill_9() {
    let directory = TempDir::new().expect("a directory");
    let import =
        punchgate().args(["catalogue", "import", "--data"]).arg(directory.path()).arg("sample").output();
    let import = import.expect("it ran");
    assert!(import.status.success(), "{}", String::from_utf8_lossy(&import.stderr));
    std::fs::write(directory.path().join("accounts.toml"), ACCOUNTS).expect("written");
    let added = punchgate()
        .args(["connection", "add", "--system", "coupa", "--account", "111122223333", "--name", "Coupa"])
        .args(["--form-host", "acme.coupahost.com", "--data"])
        .arg(directory.path())
        .output()
        .expect("it ran");
    assert!(added.status.success(), "{}", String::from_utf8_lossy(&added.stderr));
    let information = String::from_utf8_lossy(&added.stdout).into_owned();
    assert!(information.contains("Shared secret"), "{information}");

    let mut first = serve(directory.path());
    address(&mut first);
    // On Unix this is SIGKILL.
    first.kill().expect("killed");
    first.wait().expect("waited");

    let mut second = serve(directory.path());
    address(&mut second);
    second.kill().expect("killed");
    second.wait().expect("waited");
    let mut list = punchgate();
    list.args(["connection", "list", "--account", "111122223333", "--data"]).arg(directory.path());
    let listed = String::from_utf8_lossy(&list.output().expect("it ran").stdout).into_owned();
    assert!(listed.contains("Coupa") && listed.contains("test"), "{listed}");
}

#[test]
fn a_mistake_in_the_accounts_file_is_reported_with_file_and_line() {
    let directory = TempDir::new().expect("a directory");
    std::fs::write(directory.path().join("accounts.toml"), "[[account]]\nid = \"12\"\n").expect("written");
    let output = command(directory.path()).output().expect("it ran");
    let message = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success());
    assert!(message.contains("accounts.toml:"), "{message}");
}

/// What an administrator may use in place of our own client: curl signs, and `serve` verifies (R2).
#[test]
fn curl_signs_requests_that_serve_takes_and_a_wrong_key_is_refused() {
    let Some(curl) = tools::program("curl") else { return };
    let directory = TempDir::new().expect("a directory");
    let accounts = format!("{ACCOUNTS}{KEY}");
    std::fs::write(directory.path().join("accounts.toml"), accounts).expect("written");
    let mut server = serve(directory.path());
    let base = address(&mut server);
    let call = |user: &str, method: &str, path: &str, body: &str| {
        let mut command = Command::new(curl);
        command.args(["--silent", "--show-error", "--aws-sigv4", "aws:amz:eu-central-1:execute-api"]);
        command.args(["--user", user, "--request", method, "--write-out", " %{http_code}"]);
        command.args(["--header", "content-type: application/json", "--data", body]);
        let output = command.arg(format!("{base}{path}")).output().expect("it ran");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    let right = format!("AKIAONEMACHINETEST01:{SECRET}");
    let new =
        r#"{"system": "coupa", "connection": {"name": "By curl", "form_hosts": ["acme.coupahost.com"]}}"#;
    let made = call(&right, "POST", "config/connections", new);
    assert!(made.ends_with(" 201") && made.contains("\"By curl\""), "{made}");
    let listed = call(&right, "GET", "config/connections", "");
    assert!(listed.ends_with(" 200") && listed.contains("\"By curl\""), "{listed}");
    let audit = call(&right, "GET", "config/audit", "");
    assert!(audit.contains("arn:aws:iam::111122223333:user/ada"), "{audit}");
    let wrong =
        call("AKIAONEMACHINETEST01:another-secret-of-some-length-0123", "GET", "config/connections", "");
    assert!(wrong.ends_with(" 401") && wrong.contains("not_signed"), "{wrong}");

    let id = made.split("\"id\":\"").nth(1).and_then(|rest| rest.split('"').next()).expect("an id");
    let check = punchgate()
        .args(["connection", "check", id, "--url", &base])
        .env("AWS_ACCESS_KEY_ID", "AKIAONEMACHINETEST01")
        .env("AWS_SECRET_ACCESS_KEY", SECRET)
        .env_remove("AWS_SESSION_TOKEN")
        .output()
        .expect("it ran");
    let report = String::from_utf8_lossy(&check.stdout).into_owned();
    assert!(check.status.success(), "{report}{}", String::from_utf8_lossy(&check.stderr));
    assert!(report.contains("buyer_identity") && report.contains("test mode"), "{report}");
    server.kill().expect("killed");
    server.wait().expect("waited");
}

/// Who holds a key of an organisation's account opens the store without a punch-out, and needs no permission to configure.
#[test]
fn shop_prints_a_link_that_opens_the_store_once() {
    let directory = TempDir::new().expect("a directory");
    let accounts = format!("{ACCOUNTS}{KEY}permissions = []\n");
    std::fs::write(directory.path().join("accounts.toml"), accounts).expect("written");
    let mut server = serve(directory.path());
    let base = address(&mut server);
    let call = |words: &[&str]| {
        let mut command = punchgate();
        command.args(words).args(["--url", &base]).env_remove("AWS_SESSION_TOKEN");
        command.env("AWS_ACCESS_KEY_ID", "AKIAONEMACHINETEST01").env("AWS_SECRET_ACCESS_KEY", SECRET);
        command.output().expect("it ran")
    };
    let said = call(&["shop"]);
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
    let link = String::from_utf8_lossy(&said.stdout).trim().to_owned();
    assert!(link.starts_with(&format!("{base}start/")), "{link}");
    let refused = call(&["config", "get", "connections"]);
    assert!(!refused.status.success(), "a shopper configures nothing");
    if let Some(curl) = tools::program("curl") {
        let mut open = Command::new(curl);
        let opened = open.args(["--silent", "--location", &link]).output().expect("it ran");
        let page = String::from_utf8_lossy(&opened.stdout).into_owned();
        assert!(page.contains("You are shopping directly for Acme"), "{page}");
        let again = Command::new(curl).args(["--silent", &link]).output().expect("it ran");
        let page = String::from_utf8_lossy(&again.stdout).into_owned();
        assert!(page.contains("This link was used already"), "{page}");
    }
    server.kill().expect("killed");
    server.wait().expect("waited");
}

#[test]
fn what_the_command_line_sets_up_is_in_the_audit_log_with_who_did_it() {
    let directory = TempDir::new().expect("a directory");
    std::fs::write(directory.path().join("accounts.toml"), format!("{ACCOUNTS}{KEY}")).expect("written");
    let mut add = punchgate();
    add.args(["connection", "add", "--system", "coupa", "--account", "111122223333", "--name", "Coupa"]);
    add.args(["--form-host", "acme.coupahost.com", "--live", "--data"]).arg(directory.path());
    let added = add.env("USER", "ada").output().expect("it ran");
    assert!(added.status.success(), "{}", String::from_utf8_lossy(&added.stderr));
    let mut server = serve(directory.path());
    let base = address(&mut server);
    let mut audit = punchgate();
    audit.args(["config", "get", "audit", "--url", &base]);
    audit.env("AWS_ACCESS_KEY_ID", "AKIAONEMACHINETEST01").env("AWS_SECRET_ACCESS_KEY", SECRET);
    let audit = audit.env_remove("AWS_SESSION_TOKEN").output().expect("it ran");
    let audit = String::from_utf8_lossy(&audit.stdout).into_owned();
    for words in ["Connection created", "Settings changed", "local:ada", "\"new\": \"live\""] {
        assert!(audit.contains(words), "{words}: {audit}");
    }
    server.kill().expect("killed");
    server.wait().expect("waited");
}

const SECRET: &str = "a-secret-of-a-test-0123456789-0123456789";
const KEY: &str = r#"
[[key]]
id = "AKIAONEMACHINETEST01"
secret = "a-secret-of-a-test-0123456789-0123456789"
account = "111122223333"
user = "ada"
"#;

const ACCOUNTS: &str = r#"
[[organisation]]
management_account = "111122223333"
name = "Acme"

[[account]]
id = "111122223333"
name = "Acme management"
email = "aws@acme.example"
organisation = "111122223333"
"#;

fn serve(directory: &Path) -> Child {
    command(directory).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("it starts")
}

fn command(directory: &Path) -> Command {
    let mut command = punchgate();
    command.args(["serve", "--port", "0", "--data"]).arg(directory);
    command
}

/// The first line says where it is.
fn address(child: &mut Child) -> String {
    let mut line = String::new();
    let stdout = child.stdout.as_mut().expect("its output");
    BufReader::new(stdout).read_line(&mut line).expect("a line");
    line.split_whitespace().last().unwrap_or_default().to_owned()
}

/// The program.
fn punchgate() -> Command {
    Command::new(env!("CARGO_BIN_EXE_punchgate"))
}
