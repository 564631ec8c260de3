//! Who sent a document, and whether its Sender knows the secret (R8, R13, R15).

use cxml::model::{Credential, Header, Party, Sender};
use jiff::SignedDuration;
use procurement::connection::{Connection, Deployment, HashedSecret, SealedSecret, SecretKey};
use procurement::refusal::Refusal;
use procurement::sender::{SenderKeys, authenticate, buyers};

use crate::example::{SECRET, ariba_connection, connection, identity, now, secret_key, strangers_connection};

fn credential(domain: &str, value: &str) -> Credential {
    Credential::new(domain, value)
}

fn from(credentials: &[(&str, &str)]) -> Header {
    let credentials = credentials.iter().map(|(domain, value)| credential(domain, value)).collect();
    Header { from: Party { credentials }, ..Header::default() }
}

fn sent_with(secrets: &[&str]) -> Header {
    let with = |secret: &&str| credential("DUNS", "987654321").with_secret(*secret);
    let credentials = secrets.iter().map(with).collect();
    Header { sender: Sender { credentials, user_agent: None }, ..from(&[("DUNS", "987654321")]) }
}

/// A sealed secret is the secret itself with a seal before it.
fn keys(hash: &SecretKey) -> SenderKeys<'_> {
    let open = &|_, sealed: &SealedSecret| sealed.0.strip_prefix("sealed ").map(cxml::Secret::from);
    SenderKeys { hash, open }
}

fn known(header: &Header, connections: &[Connection]) -> Result<(), Refusal> {
    authenticate(header, connections, &keys(&secret_key()), now()).map(|_| ())
}

#[test]
fn the_buyer_is_known_by_every_identity_of_from_in_a_known_domain() {
    let header = from(&[("duns", "987654321"), ("internal", "42"), ("NetworkID", "an01")]);
    assert_eq!(buyers(&header), Ok(vec![identity("DUNS", "987654321"), identity("NetworkId", "AN01")]));
}

#[test]
fn an_identity_that_is_written_twice_counts_once() {
    let header = from(&[("duns", "12-ab"), ("Duns", "12-AB")]);
    assert_eq!(buyers(&header).map(|found| found.len()), Ok(1));
}

#[test]
fn one_domain_with_two_values_is_refused() {
    let refusal = buyers(&from(&[("DUNS", "1"), ("duns", "2")])).expect_err("a refusal");
    assert_eq!(refusal.code, 400);
    assert!(refusal.reason.contains("DUNS"), "{refusal}");
}

#[test]
fn a_sender_without_a_known_domain_is_a_stranger() {
    for header in [from(&[]), from(&[("internal", "42")]), from(&[("DUNS", " ")])] {
        assert_eq!(buyers(&header), Err(Refusal::unauthorized()));
    }
}

#[test]
fn the_buyer_is_who_it_is_from_also_where_a_network_sends_it() {
    let network = credential("NetworkId", "AN01000000099").with_secret(SECRET);
    let header = Header {
        sender: Sender { credentials: vec![network], user_agent: None },
        ..from(&[("NetworkId", "AN01000000002")])
    };
    assert_eq!(buyers(&header), Ok(vec![ariba_connection().buyer]));
    assert_eq!(known(&header, &[ariba_connection()]), Ok(()));
}

#[test]
fn the_secret_opens_the_connection_and_nothing_else_does() {
    assert_eq!(known(&sent_with(&[SECRET]), &[connection()]), Ok(()));
    for wrong in ["", " ", "none", "correct horse", &SECRET.to_uppercase()] {
        assert_eq!(known(&sent_with(&[wrong]), &[connection()]), Err(Refusal::unauthorized()), "{wrong:?}");
    }
    assert_eq!(known(&sent_with(&[]), &[connection()]), Err(Refusal::unauthorized()));
}

#[test]
fn an_empty_secret_opens_nothing_even_where_one_is_kept() {
    let careless = Connection { secrets: vec![HashedSecret::new(&secret_key(), "", now())], ..connection() };
    assert_eq!(known(&sent_with(&[""]), &[careless]), Err(Refusal::unauthorized()));
    let without = Connection { secrets: Vec::new(), ..connection() };
    assert_eq!(known(&sent_with(&[""]), &[without]), Err(Refusal::unauthorized()));
}

#[test]
fn one_of_several_credentials_may_carry_the_secret() {
    let mut header = sent_with(&["wrong", SECRET]);
    header.sender.credentials.insert(0, credential("internal", "42"));
    assert_eq!(known(&header, &[connection()]), Ok(()));
}

#[test]
fn the_secret_of_from_proves_nothing() {
    let mut header = from(&[]);
    header.from.credentials = vec![credential("DUNS", "987654321").with_secret(SECRET)];
    assert_eq!(known(&header, &[connection()]), Err(Refusal::unauthorized()));
}

#[test]
fn a_buyer_that_is_nobodys_or_two_connections_is_refused() {
    assert_eq!(known(&sent_with(&[SECRET]), &[]), Err(Refusal::unauthorized()));
    let two = [connection(), strangers_connection()];
    assert_eq!(known(&sent_with(&[SECRET]), &two), Err(Refusal::unauthorized()));
}

#[test]
fn a_secret_that_is_rotated_out_is_valid_until_its_overlap_ends() {
    let mut rotated = connection();
    rotated.secrets[0].valid_until = Some(now() + SignedDuration::from_secs(1));
    rotated.secrets.push(HashedSecret::new(&secret_key(), "the new one", now()));
    let open = |secret, after| {
        let at = now() + SignedDuration::from_secs(after);
        authenticate(&sent_with(&[secret]), std::slice::from_ref(&rotated), &keys(&secret_key()), at).is_ok()
    };
    assert!(open(SECRET, 0) && !open(SECRET, 1) && !open(SECRET, 2));
    assert!(open("the new one", 0) && open("the new one", 2));
}

#[test]
fn a_stranger_does_not_learn_what_was_wrong() {
    let no_connection = known(&sent_with(&[SECRET]), &[]);
    let no_secret = known(&sent_with(&[]), &[connection()]);
    let wrong_secret = known(&sent_with(&["wrong"]), &[connection()]);
    assert_eq!((&no_connection, &no_secret), (&no_secret, &wrong_secret));
    assert_eq!(wrong_secret.expect_err("a refusal").code, 401);
}

#[test]
fn what_is_kept_of_a_secret_does_not_show_it() {
    let kept = serde_json::to_string(&connection()).expect("JSON");
    assert!(!kept.contains(SECRET) && !format!("{:?}", connection()).contains(SECRET));
}

#[test]
fn a_test_account_is_the_same_buyer() {
    let header = from(&[("NetworkId", "AN01000000002-T"), ("DUNS", "987654321")]);
    assert_eq!(buyers(&header), Ok(vec![ariba_connection().buyer, identity("DUNS", "987654321")]));
    assert_eq!(
        buyers(&from(&[("NetworkId", "AN1-T"), ("networkid", "AN1")])).map(|found| found.len()),
        Ok(1)
    );
}

/// A document that proves knowledge of the secret by a code that is good for an hour.
fn proved_with(secret: &str) -> Header {
    let (party, end) = (credential("DUNS", "987654321"), now() + SignedDuration::from_hours(1));
    let code = cxml::auth::mac(&party, &party, &now().into(), &end.into(), &secret.into());
    let sender = Sender { credentials: vec![party.with_mac(code)], user_agent: None };
    Header { sender, ..from(&[("DUNS", "987654321")]) }
}

/// The connection with its secret kept sealed as well.
fn asks_for_mac() -> Connection {
    let sealed = Some(SealedSecret(format!("sealed {SECRET}")));
    let secret = HashedSecret::new(&secret_key(), SECRET, now()).belonging_to(Deployment::Production, sealed);
    let mut connection = Connection { secrets: vec![secret], ..connection() };
    connection.settings.credential_mac = true;
    connection
}

#[test]
fn a_credential_mac_opens_a_connection_that_asked_for_it_and_no_other() {
    assert_eq!(known(&proved_with(SECRET), &[asks_for_mac()]), Ok(()));
    assert_eq!(known(&sent_with(&[SECRET]), &[asks_for_mac()]), Ok(()), "the secret itself opens it as well");
    assert_eq!(known(&proved_with(SECRET), &[connection()]), Err(Refusal::unauthorized()));
    let mut off = asks_for_mac();
    off.settings.credential_mac = false;
    assert_eq!(known(&proved_with(SECRET), &[off]), Err(Refusal::unauthorized()));
    for wrong in ["", "wrong"] {
        assert_eq!(known(&proved_with(wrong), &[asks_for_mac()]), Err(Refusal::unauthorized()), "{wrong}");
    }
}

#[test]
fn a_credential_mac_is_good_between_its_dates_and_while_its_secret_is() {
    let opens = |connection: &Connection, minutes: i64| {
        let at = now() + SignedDuration::from_mins(minutes);
        let connections = std::slice::from_ref(connection);
        authenticate(&proved_with(SECRET), connections, &keys(&secret_key()), at).is_ok()
    };
    assert!(opens(&asks_for_mac(), 0) && opens(&asks_for_mac(), 60));
    assert!(!opens(&asks_for_mac(), -1) && !opens(&asks_for_mac(), 61));
    let mut rotated = asks_for_mac();
    rotated.secrets[0].valid_until = Some(now() + SignedDuration::from_mins(30));
    assert!(opens(&rotated, 29) && !opens(&rotated, 30));
}
