use platform::outbound::{Answer, Outbound, OutboundError, Reach};

use crate::receiver::Receiver;

async fn post(receiver: &Receiver) -> Result<Answer, OutboundError> {
    let outbound = Outbound::new(Reach::PublicAndLoopback).expect("a client");
    outbound.post(&receiver.url("127.0.0.1"), "text/xml; charset=UTF-8", "<cXML></cXML>").await
}

#[tokio::test]
async fn a_document_is_posted_and_the_answer_comes_back_whatever_its_status() {
    let answer = "HTTP/1.1 503 Busy\r\ncontent-type: text/xml\r\ncontent-length: 7\r\n\r\n<cXML/>";
    let receiver = Receiver::answering(answer).await;
    let got = post(&receiver).await.expect("an answer");
    assert_eq!((got.status, got.content_type.as_deref()), (503, Some("text/xml")));
    assert_eq!(got.body, b"<cXML/>");

    let request = receiver.request().await.to_lowercase();
    assert!(request.starts_with("post /invoices?key=hidden http/1.1\r\n"), "{request}");
    assert!(request.contains("content-type: text/xml; charset=utf-8\r\n"), "{request}");
    assert!(request.ends_with("<cxml></cxml>"), "{request}");
}

#[tokio::test]
async fn a_redirect_is_an_answer_and_not_followed() {
    let answer = "HTTP/1.1 302 Found\r\nlocation: http://169.254.169.254/\r\ncontent-length: 0\r\n\r\n";
    let receiver = Receiver::answering(answer).await;
    assert_eq!(post(&receiver).await.expect("an answer").status, 302);
}

#[tokio::test]
async fn an_answer_of_more_than_a_megabyte_is_given_up() {
    let mut answer = b"HTTP/1.1 200 OK\r\n\r\n".to_vec();
    answer.resize(answer.len() + 1024 * 1024 + 1, b'x');
    let receiver = Receiver::answering(answer).await;
    assert_eq!(post(&receiver).await, Err(OutboundError::TooLarge));
}

#[tokio::test]
async fn an_answer_that_breaks_off_is_a_transport_error_without_the_url() {
    for answer in ["", "HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nshort", "this is not HTTP\r\n\r\n"] {
        let receiver = Receiver::answering(answer).await;
        let error = post(&receiver).await.expect_err("no answer");
        assert!(matches!(error, OutboundError::Transport(_)), "{error:?}");
        assert!(!error.to_string().contains("hidden"), "{error}");
    }
}

#[tokio::test]
async fn a_port_where_nobody_listens_is_a_transport_error() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let port = listener.local_addr().expect("bound").port();
    drop(listener);
    let outbound = Outbound::new(Reach::PublicAndLoopback).expect("a client");
    let url = format!("http://127.0.0.1:{port}/").parse().expect("a URL");
    let error = outbound.post(&url, "text/xml", "x").await.expect_err("no answer");
    assert!(matches!(error, OutboundError::Transport(_)), "{error:?}");
}

#[tokio::test(start_paused = true)]
async fn a_receiver_that_never_answers_is_given_up_after_a_minute() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let url = format!("http://{}/", listener.local_addr().expect("bound"));
    let outbound = Outbound::new(Reach::PublicAndLoopback).expect("a client");
    let began = tokio::time::Instant::now();
    let got = outbound.post(&url.parse().expect("a URL"), "text/xml", "x").await;
    assert_eq!(got, Err(OutboundError::Timeout));
    assert!(began.elapsed().as_secs() <= 61);
}
