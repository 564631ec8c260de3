//! Addresses that lead into a network by a side door.

use platform::outbound::{Outbound, OutboundError, Reach};

use crate::receiver::Receiver;

async fn post(url: &str, reach: Reach) -> Result<u16, OutboundError> {
    let outbound = Outbound::new(reach).expect("a client");
    let url = url.parse().expect("a URL");
    outbound.post(&url, "text/xml", "<cXML></cXML>").await.map(|answer| answer.status)
}

const INSIDE: [&str; 46] = [
    "https://127.0.0.1/",
    "https://127.1/",
    "https://2130706433/",
    "https://0x7f000001/",
    "https://0x7f.1/",
    "https://0177.0.0.1/",
    "https://127.0.0.1./",
    "https://①②⑦.⓪.⓪.①/",
    "https://0.0.0.0/",
    "https://0/",
    "https://[::]/",
    "https://[::1]/",
    "https://[::ffff:127.0.0.1]/",
    "https://[::ffff:a9fe:a9fe]/",
    "https://[64:ff9b::a9fe:a9fe]/",
    "https://[2002:7f00:1::]/",
    "https://[fd00:ec2::254]/latest/meta-data/",
    "https://[fe80::1]/",
    "https://169.254.169.254/latest/meta-data/",
    "https://2852039166/",
    "https://10.0.0.8:8443/",
    "https://192.168.0.1/",
    "https://100.64.0.1/",
    "https://localhost/",
    "https://LOCALHOST/",
    "https://localhost:443/",
    "https://localhost./",
    "https://metadata.localhost/",
    "https://ｌｏｃａｌｈｏｓｔ/",
    "https://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ/",
    "https://127。0。0。1/",
    "https://127.0.0.1:443/",
    "https://%31%32%37.0.0.1/",
    "https://017700000001/",
    "https://0x7f.0x0.0x0.0x1/",
    "https://0300.0250.0.1/",
    "https://3232235521/",
    "https://[::127.0.0.1]/",
    "https://[0:0:0:0:0:ffff:7f00:1]/",
    "https://[64:ff9b:1::a9fe:a9fe]/",
    "https://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/",
    "https://[2001::7f00:1]/",
    "https://[2002:a9fe:a9fe::1]/",
    "https:\\\\127.0.0.1/",
    "https:///127.0.0.1/",
    "ht\ttps://127.0.0.1/",
];

/// What is no URL at all: it cannot be configured.
const NO_URL: [&str; 5] = [
    "https://[fe80::1%25eth0]/",
    "https://[fe80::1%eth0]/",
    "https://256.256.256.256/",
    "https://0x100000000/",
    "https://xn--/",
];

#[test]
fn zone_ids_and_numbers_that_are_no_address_are_no_url() {
    for url in NO_URL {
        assert!(url.parse::<url::Url>().is_err(), "{url}");
    }
}

#[tokio::test]
async fn no_spelling_of_an_internal_address_gets_through() {
    for url in INSIDE {
        let got = post(url, Reach::Public).await;
        assert!(matches!(got, Err(OutboundError::Refused(_))), "{url}: {got:?}");
    }
}

#[tokio::test]
async fn no_other_scheme_than_https_leaves() {
    for url in [
        "http://example.com/",
        "ftp://example.com/",
        "file:///etc/passwd",
        "data:,x",
        "gopher://example.com/",
    ] {
        for reach in [Reach::Public, Reach::PublicAndLoopback] {
            let got = post(url, reach).await;
            assert!(matches!(got, Err(OutboundError::Refused(_))), "{url}: {got:?}");
        }
    }
}

#[tokio::test]
async fn a_url_with_a_password_is_refused_and_the_password_not_told() {
    for url in [
        "https://me:secret@example.com/",
        "https://secret@example.com/",
        "https://example.com@127.0.0.1/secret",
    ] {
        let error = post(url, Reach::Public).await.expect_err("refused");
        assert!(matches!(error, OutboundError::Refused(_)), "{error:?}");
        assert!(!error.to_string().contains("secret"), "{error}");
    }
}

#[tokio::test]
async fn loopback_must_be_allowed_and_allows_nothing_else() {
    let receiver = Receiver::answering("HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n").await;
    let url = receiver.url("127.0.0.1");
    let refused = post(url.as_str(), Reach::Public).await;
    assert!(matches!(refused, Err(OutboundError::Refused(_))), "{refused:?}");
    assert_eq!(post(url.as_str(), Reach::PublicAndLoopback).await, Ok(200));

    for url in ["http://10.0.0.1/", "https://10.0.0.1/", "http://[::ffff:127.0.0.1]/", "http://0.0.0.0/"] {
        let got = post(url, Reach::PublicAndLoopback).await;
        assert!(matches!(got, Err(OutboundError::Refused(_))), "{url}: {got:?}");
    }
}

#[tokio::test]
async fn a_name_of_this_machine_is_checked_when_it_is_resolved() {
    let receiver = Receiver::answering("HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n").await;
    let url = receiver.url("localhost");
    assert_eq!(post(url.as_str(), Reach::PublicAndLoopback).await, Ok(200));

    let https = url.as_str().replace("http:", "https:");
    let refused = post(&https, Reach::Public).await.expect_err("refused");
    assert!(
        refused.to_string().contains("this machine") || refused.to_string().contains("IPv6"),
        "{refused}"
    );
}
