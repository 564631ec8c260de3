//! `punchgate serve`: one machine, real processes.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use tempfile::TempDir;

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
