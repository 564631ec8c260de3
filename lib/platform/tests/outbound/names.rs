//! Names whose addresses change between one connection and the next.

use std::collections::VecDeque;
use std::net::IpAddr;
use std::sync::{Arc, Mutex};

use platform::outbound::{Names, Outbound, OutboundError, Reach};
use url::Url;

use crate::receiver::Receiver;

/// A name server that gives one answer after the other.
#[derive(Debug)]
struct Fickle {
    answers: Mutex<VecDeque<Vec<IpAddr>>>,
    asked: Mutex<Vec<String>>,
}

impl Names for Fickle {
    fn addresses(&self, name: &str) -> Vec<IpAddr> {
        self.asked.lock().expect("free").push(name.to_owned());
        self.answers.lock().expect("free").pop_front().unwrap_or_default()
    }
}

fn fickle(answers: &[&[&str]]) -> Arc<Fickle> {
    let address = |text: &&str| text.parse().expect("an address");
    let answers = answers.iter().map(|one| one.iter().map(address).collect()).collect();
    Arc::new(Fickle { answers: Mutex::new(answers), asked: Mutex::default() })
}

async fn post(outbound: &Outbound, url: &Url) -> Result<u16, OutboundError> {
    outbound.post(url, "text/xml", "<cXML></cXML>").await.map(|answer| answer.status)
}

#[tokio::test]
async fn a_name_that_changes_its_mind_is_asked_once_for_each_connection_and_checked_each_time() {
    let receiver =
        Receiver::answering("HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: 0\r\n\r\n").await;
    let names = fickle(&[&["127.0.0.1"], &["10.0.0.1"], &["169.254.169.254"]]);
    let outbound = Outbound::with_names(Reach::PublicAndLoopback, names.clone()).expect("a client");
    let url = receiver.url("localhost");
    assert_eq!(post(&outbound, &url).await, Ok(200), "the checked address is the one that is connected to");
    assert_eq!(names.asked.lock().expect("free").len(), 1, "no second lookup between check and use");
    for _ in 0..2 {
        let refused = post(&outbound, &url).await;
        assert!(matches!(refused, Err(OutboundError::Refused(_))), "{refused:?}");
    }
}

#[tokio::test]
async fn a_public_name_with_an_address_inside_is_refused_whichever_comes_first() {
    for addresses in [
        ["93.184.216.34", "127.0.0.1"],
        ["169.254.169.254", "93.184.216.34"],
        ["2606:2800:220:1::1", "fd00:ec2::254"],
        ["93.184.216.34", "::ffff:10.0.0.1"],
        ["93.184.216.34", "64:ff9b::a00:1"],
        ["93.184.216.34", "2002:a00:1::"],
        ["93.184.216.34", "2001:0:5ef5:79fd::1"],
    ] {
        let outbound = Outbound::with_names(Reach::Public, fickle(&[&addresses])).expect("a client");
        let url = "https://acme.coupahost.com/cxml/invoices".parse().expect("a URL");
        let refused = post(&outbound, &url).await;
        assert!(matches!(refused, Err(OutboundError::Refused(_))), "{addresses:?}: {refused:?}");
    }
}

#[tokio::test]
async fn a_name_without_an_address_is_no_connection_and_comes_again() {
    let outbound = Outbound::with_names(Reach::Public, fickle(&[])).expect("a client");
    let url = "https://nowhere.example/".parse().expect("a URL");
    let got = post(&outbound, &url).await;
    assert!(matches!(got, Err(OutboundError::Transport(_))), "{got:?}");
}
