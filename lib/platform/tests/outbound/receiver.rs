//! A receiver on this machine that answers with given bytes and keeps what it was sent.

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;
use url::Url;

pub struct Receiver {
    port: u16,
    request: JoinHandle<String>,
}

impl Receiver {
    /// Answers one request with exactly these bytes.
    pub async fn answering(answer: impl Into<Vec<u8>>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let port = listener.local_addr().expect("bound").port();
        let answer = answer.into();
        let request = tokio::spawn(async move {
            let (mut stream, _) = listener.accept().await.expect("a connection");
            let request = read_request(&mut stream).await;
            // The client may have had enough before the end.
            let _ = stream.write_all(&answer).await;
            let _ = stream.shutdown().await;
            request
        });
        Self { port, request }
    }

    pub fn url(&self, host: &str) -> Url {
        format!("http://{host}:{}/invoices?key=hidden", self.port).parse().expect("a URL")
    }

    pub async fn request(self) -> String {
        self.request.await.expect("a request")
    }
}

/// Until the end of a body that says `</cXML>`.
async fn read_request(stream: &mut TcpStream) -> String {
    let mut request = Vec::new();
    let mut part = [0; 1024];
    while !request.ends_with(b"</cXML>") {
        match stream.read(&mut part).await.expect("bytes") {
            0 => break,
            read => request.extend_from_slice(&part[..read]),
        }
    }
    String::from_utf8_lossy(&request).into_owned()
}
