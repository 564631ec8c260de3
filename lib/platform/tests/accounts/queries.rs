use platform::accounts::{Accounts, AccountsFile, AccountsFileError};
use procurement::account::{AccountId, AccountState, Organisation};

use crate::example;

fn id(text: &str) -> AccountId {
    text.parse().expect("an account id")
}

fn file() -> AccountsFile {
    AccountsFile::parse(&example(), "accounts.toml").expect("no mistake")
}

#[test]
fn an_account_is_found_by_its_id() {
    let file = file();
    let account = file.account(id("444455556666")).expect("listed");
    assert_eq!(
        (account.name.as_str(), account.email.as_str()),
        ("Data platform", "data-platform@example.com")
    );
    assert_eq!(account.state, AccountState::Suspended);
    assert_eq!(file.account(id("999999999999")), None);
}

#[test]
fn every_member_leads_to_the_management_account() {
    let expected = Organisation {
        management_account: id("111122223333"),
        name: "Example Corp".to_owned(),
        standalone: false,
    };
    for member in ["111122223333", "444455556666"] {
        assert_eq!(file().organisation_of(id(member)).as_ref(), Some(&expected), "{member}");
    }
}

#[test]
fn an_account_that_stands_alone_is_its_own_organisation() {
    let own = file().organisation_of(id("777788889999")).expect("an organisation");
    assert_eq!((own.management_account, own.standalone), (id("777788889999"), true));
    assert_eq!(own.name, "Jane Doe Consulting");
}

#[test]
fn only_active_accounts_of_the_organisation_can_be_bought_for() {
    let ids = |of: &str| -> Vec<AccountId> {
        file().active_accounts(id(of)).into_iter().map(|account| account.id).collect()
    };
    assert_eq!(ids("111122223333"), [id("111122223333")]);
    assert_eq!(ids("777788889999"), [id("777788889999")]);
    assert_eq!(ids("444455556666"), []);
}

#[tokio::test]
async fn a_file_is_read_from_where_it_lies() {
    let dir = tempfile::tempdir().expect("a directory");
    let path = dir.path().join("accounts.toml");
    std::fs::write(&path, example()).expect("written");
    let accounts = Accounts::from_file(&path).expect("read");
    let account = accounts.account(id("777788889999")).await.expect("an answer");
    assert_eq!(account.map(|account| account.email).as_deref(), Some("jane@example.org"));
}

#[test]
fn a_file_that_is_not_there_is_named() {
    let dir = tempfile::tempdir().expect("a directory");
    let path = dir.path().join("accounts.toml");
    let error = AccountsFile::read(&path).expect_err("refused");
    assert!(matches!(error, AccountsFileError::Unreadable { .. }));
    assert!(error.to_string().contains(&path.display().to_string()), "{error}");
}

#[test]
fn an_empty_file_knows_nobody_and_is_no_mistake() {
    assert_eq!(AccountsFile::parse("", "accounts.toml"), Ok(AccountsFile::default()));
}
