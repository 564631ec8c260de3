use platform::accounts::AccountsFile;

use crate::example;

/// The messages about the example with one text in it replaced.
fn said_about(from: &str, to: &str) -> String {
    let changed = example().replacen(from, to, 1);
    assert_ne!(changed, example(), "nothing was replaced");
    said(&changed)
}

fn said(text: &str) -> String {
    AccountsFile::parse(text, "accounts.toml").expect_err("a mistake").to_string()
}

/// Where this text first stands in the example.
fn line_of(part: &str) -> usize {
    let example = example();
    let (before, _) = example.split_once(part).expect("there");
    before.split('\n').count()
}

fn assert_says(message: &str, line: usize, parts: &[&str]) {
    assert!(message.starts_with(&format!("accounts.toml:{line}: ")), "line {line}: {message}");
    for part in parts {
        assert!(message.contains(part), "{part} is missing: {message}");
    }
}

#[test]
fn an_id_that_is_not_twelve_digits_is_told_with_its_line() {
    let line = line_of("id = \"444455556666\"");
    for wrong in ["44445555666", "4444-5555-6666", "", "４４４４５５５５６６６６"] {
        let message = said_about("\"444455556666\"", &format!("\"{wrong}\""));
        assert_says(&message, line, &["12 digits", wrong]);
    }
    assert_says(&said_about("\"444455556666\"", "444455556666"), line, &["string"]);
}

#[test]
fn an_account_listed_twice_is_told_with_both_lines() {
    let message = said_about("777788889999", "444455556666");
    let first = format!("line {}", line_of("id = \"4444"));
    assert_says(&message, line_of("id = \"7777"), &["444455556666", &first, "remove"]);
}

#[test]
fn an_organisation_listed_twice_is_told() {
    let twice =
        format!("{}\n[[organisation]]\nmanagement_account = \"111122223333\"\nname = \"Again\"\n", example());
    assert_says(&said(&twice), example().lines().count() + 3, &["already listed"]);
}

#[test]
fn an_unknown_organisation_is_told_at_the_account() {
    let text = "[[account]]\nid = \"444455556666\"\nname = \"A\"\nemail = \"a@b.c\"\norganisation = \"111122223333\"\n";
    assert_says(&said(text), 5, &["no organisation", "[[organisation]]"]);
}

#[test]
fn a_management_account_that_is_not_listed_or_elsewhere_is_told() {
    let unlisted = "[[organisation]]\nmanagement_account = \"111122223333\"\nname = \"A\"\n";
    assert_says(&said(unlisted), 2, &["not listed", "[[account]]"]);
    let alone = format!("{unlisted}[[account]]\nid = \"111122223333\"\nname = \"A\"\nemail = \"a@b.c\"\n");
    assert_says(&said(&alone), 2, &["organisation = \"111122223333\""]);
}

#[test]
fn a_missing_mail_address_is_told_with_the_account() {
    let message = said_about("email = \"jane@example.org\"\n", "");
    assert_says(&message, line_of("id = \"7777") - 1, &["email"]);
}

#[test]
fn an_address_that_is_none_is_told() {
    for wrong in
        ["", "jane", "@example.org", "jane@", "a@b@c", "jane doe@example.org", "a@b.c>", "a@b.c, d@e.f"]
    {
        let message = said_about("jane@example.org", wrong);
        assert_says(&message, line_of("email = \"jane"), &["mail address"]);
    }
}

#[test]
fn an_unknown_key_or_state_is_told() {
    assert_says(&said_about("email = \"jane", "mail = \"jane"), line_of("email = \"jane"), &["mail"]);
    assert_says(&said_about("SUSPENDED", "SUSPENDET"), line_of("state ="), &["SUSPENDET", "ACTIVE"]);
    assert_says(&said_about("[[account]]", "[[acount]]"), line_of("[[account]]"), &["acount"]);
}

#[test]
fn all_mistakes_are_told_at_once_in_order() {
    let changed = example().replace("444455556666", "4").replace("777788889999", "7");
    let message = said(&changed);
    let lines: Vec<&str> = message.lines().collect();
    assert_eq!(lines.len(), 2, "{message}");
    assert_says(lines[0], line_of("id = \"4444"), &["12 digits"]);
    assert_says(lines[1], line_of("id = \"7777"), &["12 digits"]);
}

#[test]
fn what_is_no_toml_is_told_with_its_line() {
    assert_says(&said("\n\n[[account"), 3, &["README"]);
}
