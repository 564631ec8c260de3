//! What a connection's checks find without the buyer, and what they say is to be done.

use jiff::{SignedDuration, Timestamp};
use procurement::configuration::{
    Asked, Check, Ends, Finding, Place, Reached, Readiness, Sender, addresses, readiness,
};
use procurement::connection::{Connection, Deployment, HashedSecret, InvoiceChannel, SealedSecret};

use crate::example::{connection, delivery, now, secret_key};

fn checks(connection: &Connection, asked: Vec<Asked>, sender: Sender) -> Vec<Check> {
    let mail_from = "market@punchgate.io";
    readiness(&Readiness { connection, with_identity: 1, asked, mail_from, sender, now: now() })
}

fn found<'a>(checks: &'a [Check], name: &str) -> &'a Check {
    checks.iter().find(|check| check.name() == name).unwrap_or_else(|| panic!("no {name} in {checks:?}"))
}

fn with_confirmations() -> Connection {
    let mut connection = connection();
    connection.settings.invoicing = InvoiceChannel::Cxml(delivery());
    connection.settings.confirmations = Some(delivery());
    connection
}

#[test]
fn every_address_that_documents_go_to_is_asked_and_the_marketplaces_own() {
    let own = "https://market.example/".parse().expect("a URL");
    let places: Vec<Place> =
        addresses(&with_confirmations(), &own).into_iter().map(|(place, _)| place).collect();
    assert_eq!(places, [Place::Marketplace, Place::Invoices, Place::Confirmations]);
    let here = "http://127.0.0.1:8080/".parse().expect("a URL");
    assert!(addresses(&connection(), &here).iter().all(|(place, _)| *place != Place::Marketplace));
}

#[test]
fn an_address_that_does_not_answer_is_to_be_mended() {
    let connection = with_confirmations();
    let own = "https://market.example/".parse().expect("a URL");
    let silent = |(place, url)| Asked { place, url, reached: Reached::Failed("no route".to_owned()) };
    let asked = addresses(&connection, &own).into_iter().map(silent).collect();
    let checks = checks(&connection, asked, Sender::Verified);
    for (name, who) in [
        ("marketplace_url", "The operator looks after it"),
        ("invoice_url", "Correct the address"),
        ("confirmation_url", "Correct the address"),
    ] {
        let check = found(&checks, name);
        assert_eq!(check.finding(), Finding::Bad, "{name}");
        assert!(check.to_string().contains("no route") && check.to_string().contains(who), "{check}");
    }
}

#[test]
fn a_certificate_is_told_before_it_ends() {
    let hours = |hours| now() + SignedDuration::from_hours(hours);
    let cases: [(Timestamp, Ends, Finding); 3] = [
        (hours(-1), Ends::Ended, Finding::Bad),
        (hours(24 * 29), Ends::Soon, Finding::Notice),
        (hours(24 * 90), Ends::Later, Finding::Good),
    ];
    for (until, ends, finding) in cases {
        let asked = Asked {
            place: Place::Marketplace,
            url: "https://market.example/".parse().expect("a URL"),
            reached: Reached::Answered { certificate_until: Some(until) },
        };
        let checks = checks(&connection(), vec![asked], Sender::Verified);
        let check = found(&checks, "marketplace_certificate");
        assert_eq!(*check, Check::Certificate { place: Place::Marketplace, until, ends });
        assert_eq!(check.finding(), finding);
    }
}

#[test]
fn credential_mac_asks_for_a_secret_that_was_made_since() {
    let mut connection = connection();
    assert!(
        checks(&connection, Vec::new(), Sender::Verified)
            .iter()
            .all(|check| check.name() != "credential_mac")
    );
    connection.settings.credential_mac = true;
    let before = checks(&connection, Vec::new(), Sender::Verified);
    assert_eq!(found(&before, "credential_mac").finding(), Finding::Notice);
    assert!(found(&before, "credential_mac").to_string().contains("Rotate the secret"));
    let sealed = Some(SealedSecret("sealed".to_owned()));
    let rotated = HashedSecret::new(&secret_key(), "new", now()).belonging_to(Deployment::Production, sealed);
    connection.secrets.push(rotated);
    let after = checks(&connection, Vec::new(), Sender::Verified);
    assert_eq!(found(&after, "credential_mac").finding(), Finding::Good);
}

#[test]
fn only_a_sender_that_the_mail_service_refuses_stands_in_the_way() {
    for (sender, finding, says) in [
        (Sender::Verified, Finding::Good, "has verified"),
        (Sender::NotVerified, Finding::Bad, "verifies the address or its domain"),
        (Sender::NobodyToAsk, Finding::Notice, "cannot be known here"),
        (Sender::NoAnswer, Finding::Notice, "check again later"),
    ] {
        let checks = checks(&connection(), Vec::new(), sender);
        let check = found(&checks, "mail_from");
        assert_eq!(check.finding(), finding, "{sender:?}");
        assert!(check.to_string().contains(says), "{check}");
    }
}
