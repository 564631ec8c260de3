use jiff::{SignedDuration, Timestamp};
use procurement::account::AccountState;

use super::*;
use crate::aws::Service;
use crate::clock::ManualClock;
use crate::scripted::{Answer, Scripted};

const MANAGEMENT: &str = "111122223333";
const MEMBER: &str = "111122220001";

struct Place {
    organizations: Organizations,
    script: Scripted,
    clock: ManualClock,
}

fn place(answers: impl IntoIterator<Item = Answer>, role: Option<BuyersRole>) -> Place {
    let script = Scripted::new(answers);
    let clock = ManualClock::new(Timestamp::from_second(1_800_000_000).expect("in range"));
    let organizations = Organizations::new(Aws::scripted(script.clone()), role, Clock::from(&clock));
    Place { organizations, script, clock }
}

fn role() -> Option<BuyersRole> {
    Some(BuyersRole { name: "punchgate-accounts".to_owned(), external_id: "agreed-1".to_owned() })
}

fn id(text: &str) -> AccountId {
    text.parse().expect("an id")
}

fn ok(body: &str) -> Answer {
    Answer::Http(200, body.to_owned())
}

fn refusal(code: &str) -> Answer {
    Answer::Http(400, format!("{{\"__type\":\"{code}\",\"Message\":\"no\"}}"))
}

/// `DescribeAccount` of a member of our own organisation.
fn ours() -> Answer {
    ok("{\"Account\":{}}")
}

fn organisation() -> Answer {
    ok(&format!("{{\"Organization\":{{\"Id\":\"o-1\",\"MasterAccountId\":\"{MANAGEMENT}\"}}}}"))
}

fn page(accounts: &[(&str, &str, &str)], token: Option<&str>) -> Answer {
    let accounts: Vec<serde_json::Value> = accounts
        .iter()
        .map(|(id, state, status)| {
            serde_json::json!({"Id": id, "Name": id, "Email": "a@example.com", "State": state, "Status": status})
        })
        .collect();
    ok(&serde_json::json!({"Accounts": accounts, "NextToken": token}).to_string())
}

fn assumed() -> Answer {
    ok("<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>ASIA</AccessKeyId>\
        <SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken>\
        <Expiration>2030-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>")
}

#[test]
fn the_api_is_asked_in_its_one_region() {
    let aws = Aws::scripted(Scripted::new([]));
    let region = |service| aws.config(service).region().map(ToString::to_string);
    assert_eq!(region(Service::Organizations).as_deref(), Some("us-east-1"));
    assert_eq!(region(Service::DynamoDb).as_deref(), Some("eu-west-1"));
}

#[tokio::test]
async fn pages_are_read_until_the_token_is_absent_even_over_empty_ones_and_the_state_decides() {
    let answers = [
        ours(),
        page(&[(MANAGEMENT, "ACTIVE", "ACTIVE")], Some("1")),
        page(&[], Some("2")),
        page(&[(MEMBER, "ACTIVE", "SUSPENDED"), ("111122220002", "SUSPENDED", "ACTIVE")], Some("3")),
        page(&[("111122220003", "CLOSED", "ACTIVE"), ("111122220004", "A_NEW_STATE", "ACTIVE")], None),
    ];
    let place = place(answers, None);
    let active = place.organizations.active_accounts(id(MANAGEMENT)).await.expect("an answer");
    let ids: Vec<String> = active.iter().map(|account| account.id.to_string()).collect();
    assert_eq!(ids, [MANAGEMENT, MEMBER]);
    assert!(active.iter().all(|account| account.state == AccountState::Active));
    assert_eq!(place.script.asked().len(), 5);
}

#[tokio::test]
async fn a_member_belongs_to_its_management_account() {
    let place =
        place([ours(), organisation(), ours(), page(&[(MANAGEMENT, "ACTIVE", "ACTIVE")], None)], None);
    let found = place.organizations.organisation_of(id(MEMBER)).await.expect("an answer").expect("known");
    assert_eq!((found.management_account, found.standalone), (id(MANAGEMENT), false));
}

#[tokio::test]
async fn an_account_in_no_organisation_stands_alone_and_that_is_no_error() {
    let not_in_use = || refusal("AWSOrganizationsNotInUseException");
    let answers = [not_in_use(), assumed(), not_in_use(), not_in_use(), assumed(), not_in_use()];
    let place = place(answers, role());
    let found = place.organizations.organisation_of(id(MEMBER)).await.expect("an answer").expect("known");
    assert_eq!((found.management_account, found.standalone), (id(MEMBER), true));
    let active = place.organizations.active_accounts(id(MEMBER)).await.expect("an answer");
    assert_eq!(active.iter().map(|account| account.id).collect::<Vec<_>>(), [id(MEMBER)]);
}

#[tokio::test]
async fn an_account_of_another_organisation_is_asked_by_the_role_that_it_granted() {
    let answers = [refusal("AccountNotFoundException"), assumed(), organisation()];
    let place = place(answers, role());
    let membership = place.organizations.membership(id(MEMBER)).await.expect("an answer");
    assert_eq!(membership.map(|found| found.management_account), Some(id(MANAGEMENT)));
    let asked = place.script.asked();
    assert!(asked[1].contains("Action=AssumeRole"), "{}", asked[1]);
    assert!(asked[1].contains("ExternalId=agreed-1"), "{}", asked[1]);
    assert!(asked[1].contains(&format!("{MEMBER}%3Arole%2Fpunchgate-accounts")), "{}", asked[1]);
}

#[tokio::test]
async fn an_account_that_granted_nothing_is_not_known() {
    let denied =
        "<ErrorResponse><Error><Code>AccessDenied</Code><Message>no</Message></Error></ErrorResponse>";
    let answers = [refusal("AccountNotFoundException"), Answer::Http(403, denied.to_owned())];
    let place = place(answers, role());
    assert_eq!(place.organizations.account(id(MEMBER)).await, Ok(None));
}

#[tokio::test]
async fn what_was_found_is_kept_for_ten_minutes() {
    let place = place([ours(), organisation()], None);
    let ask = async || place.organizations.membership(id(MEMBER)).await.expect("an answer");
    ask().await;
    place.clock.advance(SignedDuration::from_mins(9));
    ask().await;
    assert_eq!(place.script.asked().len(), 2);
    place.clock.advance(SignedDuration::from_mins(2));
    ask().await;
    assert!(place.script.asked().len() > 2);
}

#[tokio::test]
async fn of_many_who_ask_at_once_one_calls() {
    let place = place([ours(), organisation()], None);
    let ask = || place.organizations.membership(id(MEMBER));
    let (a, b, c, d) = tokio::join!(ask(), ask(), ask(), ask());
    assert!([a, b, c, d].iter().all(|found| found.as_ref().is_ok_and(Option::is_some)));
    assert_eq!(place.script.asked().len(), 2);
}

#[tokio::test(start_paused = true)]
async fn throttled_it_waits_longer_from_try_to_try_and_then_gives_up() {
    let place = place([refusal("TooManyRequestsException")], None);
    let began = tokio::time::Instant::now();
    assert!(place.organizations.active_accounts(id(MANAGEMENT)).await.is_err());
    assert_eq!(place.script.asked().len(), 4);
    assert!(began.elapsed() < std::time::Duration::from_secs(20));
}

#[tokio::test(start_paused = true)]
async fn while_nobody_answers_what_was_found_before_is_better_than_nothing() {
    let answers = [ours(), page(&[(MEMBER, "ACTIVE", "ACTIVE")], None), Answer::ConnectionReset];
    let place = place(answers, None);
    let before = place.organizations.active_accounts(id(MANAGEMENT)).await.expect("an answer");
    place.clock.advance(SignedDuration::from_hours(1));
    assert_eq!(place.organizations.active_accounts(id(MANAGEMENT)).await, Ok(before));
}

#[tokio::test(start_paused = true)]
async fn silence_and_faults_are_errors_that_pass() {
    for answer in [Answer::Never, Answer::Http(500, "{}".to_owned())] {
        let place = place([answer], None);
        let error = place.organizations.account(id(MEMBER)).await.expect_err("no answer");
        assert!(error.to_string().contains("try again"), "{error}");
    }
}
