//! Test and production accounts of one buyer (R20).

use cxml::model::{DeploymentMode, Document, Header, Party, Request, Sender};
use procurement::configuration;
use procurement::connection::{Connection, Deployment, HashedSecret, Mode};
use procurement::deployment::{Claim, Mark, judge};
use procurement::language::Language;
use procurement::order::{Ids, Outcome, Situation, read, refuse_document};
use procurement::reason::Telling;
use procurement::sender::Known;

use crate::example::{Desk, ariba_connection, now, order, request, secret_key};

fn document(identity: &str, mode: Option<DeploymentMode>) -> Document {
    let credential = cxml::Credential::new("NetworkId", identity);
    let header = Header {
        from: Party { credentials: vec![credential.clone()] },
        sender: Sender { credentials: vec![credential], user_agent: None },
        ..Header::default()
    };
    let document = Document::request("p@x", now(), header, Request::Profile);
    match mode {
        Some(mode) => document.with_deployment_mode(mode),
        None => document,
    }
}

fn judged(document: &Document, connection: &Connection, secret: usize) -> Result<Option<Mark>, u16> {
    let known = Known { connection, secret: &connection.secrets[secret] };
    judge(document, &known).map_err(|refusal| refusal.code)
}

fn in_mode(mode: Mode) -> Connection {
    Connection { mode, ..ariba_connection() }
}

/// Secret 0 is for production, secret 1 for test.
fn with_two_sets(mode: Mode) -> Connection {
    let test = HashedSecret::new(&secret_key(), "for test", now()).belonging_to(Deployment::Test, None);
    let mut connection = in_mode(mode);
    connection.secrets.push(test);
    connection
}

#[test]
fn what_says_nothing_agrees_with_either_mode() {
    for mode in [Mode::Test, Mode::Live] {
        assert_eq!(judged(&document("AN01000000002", None), &in_mode(mode), 0), Ok(None));
    }
}

#[test]
fn what_agrees_is_not_marked() {
    let test = document("AN01000000002-T", Some(DeploymentMode::Test));
    assert_eq!(judged(&test, &with_two_sets(Mode::Test), 1), Ok(None));
    let real = document("AN01000000002", Some(DeploymentMode::Production));
    assert_eq!(judged(&real, &with_two_sets(Mode::Live), 0), Ok(None));
}

#[test]
fn each_disagreement_is_taken_and_marked_with_what_it_is() {
    let live = with_two_sets(Mode::Live);
    let (suffix, attribute) = ("an identity that ends in -T", "deploymentMode test");
    for (document, secret, words) in [
        (document("AN01000000002-T", None), 0, suffix),
        (document("AN01000000002", Some(DeploymentMode::Test)), 0, attribute),
        (document("AN01000000002", None), 1, "the credentials for test"),
    ] {
        let text = judged(&document, &live, secret).expect("taken").expect("marked").to_string();
        assert!(text.contains(words) && text.contains("the connection is live"), "{text}");
    }
    let real = document("AN01000000002", Some(DeploymentMode::Production));
    let text = judged(&real, &in_mode(Mode::Test), 0).expect("taken").expect("marked").to_string();
    assert!(text.contains("nothing is bought"), "{text}");
}

#[test]
fn the_strict_setting_refuses_a_disagreement_for_good_and_says_what_to_do() {
    let mut strict = in_mode(Mode::Live);
    strict.settings.strict_deployment_mode = true;
    let known = Known { connection: &strict, secret: &strict.secrets[0] };
    let refusal = judge(&document("AN01000000002-T", None), &known).expect_err("refused");
    assert_eq!(refusal.code, 409);
    assert!(refusal.reason.contains("Send it from the other account"), "{refusal}");
    assert_eq!(judged(&document("AN01000000002", None), &strict, 0), Ok(None));
}

fn sent_as_test() -> Mark {
    Mark { claims: vec![Claim::Mode(Deployment::Test)], test: false }
}

#[test]
fn a_marked_order_says_so_in_its_answer_and_on_each_request_and_buys_by_the_mode() {
    let mark = sent_as_test();
    let outcome = Desk::with(&[request(1)]).decide(&order("PO-1", &[request(1)])).marked(&mark, now());
    let Outcome::Accepted(acceptance) = outcome else { panic!("the mode decides") };
    assert!(acceptance.record.answer.text.ends_with(&mark.to_string()));
    let requisition = &acceptance.lines[0].requisition;
    assert_eq!(requisition.version, request(1).version + 1, "one write");
    assert!(requisition.timeline.last().is_some_and(|last| last.text.contains(&mark.to_string())));
}

#[test]
fn an_order_that_is_refused_for_its_account_is_told_to_its_requester_and_can_come_again() {
    let desk = Desk::with(&[request(1)]);
    let order = read("po@acme", &order("PO-1", &[request(1)])).expect("an order");
    let lines = desk.loaded(&order);
    let situation = Situation {
        connection: &desk.connection,
        order: &order,
        earlier: None,
        lines: &lines,
        approved: None,
        now: now(),
    };
    let refusal = procurement::refusal::Refusal::conflict("It was sent as a test.");
    let ids = Ids { payload_id: "a@market".into(), agreements: Vec::new() };
    let Outcome::Refused(refused) = refuse_document(&situation, ids, refusal) else { panic!("refused") };
    assert_eq!(refused.answer.code, 409);
    assert_eq!((refused.requisitions.len(), crate::order::mails(&refused.jobs).len()), (1, 1));
    assert!(refused.requisitions[0].is_open());
}

#[test]
fn a_marked_order_is_told_once_where_the_connections_health_is() {
    let mark = sent_as_test();
    let requests = [request(1), request(2)];
    let desk = Desk::with(&requests);
    let outcome = desk.decide(&order("PO-1", &requests)).marked(&mark, now());
    let Outcome::Accepted(acceptance) = outcome else { panic!("{outcome:?}") };
    let ordered: Vec<_> = acceptance.lines.into_iter().map(|line| line.requisition).collect();
    let health = configuration::health(&desk.connection, &ordered, &[], Language::English);
    let text = format!("The purchase order was marked. {mark}");
    assert!(
        text.ends_with("deploymentMode test, but the connection is live: it was taken as real."),
        "{text}"
    );
    assert_eq!(health.marked, [(now(), Telling::in_english(&text))]);
    let unmarked = configuration::health(&desk.connection, &requests, &[], Language::English);
    assert!(unmarked.marked.is_empty());
}
