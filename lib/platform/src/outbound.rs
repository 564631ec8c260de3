//! Sends documents to addresses that others configured (invoices, confirmations), without becoming their way into our network.
//!
//! Only https, no redirects, no proxy; the address that the name resolves to is checked when the connection is made, so a
//! name that changes its address between check and use gains nothing. What counts as internal is a table (`ranges`).

use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use reqwest::redirect::Policy;
use reqwest::tls::TlsInfo;
use reqwest::{Client, Response, header};
use url::{Host, Url};

mod certificate;
mod error;
mod in_process;
mod ranges;
mod resolver;

pub use error::{Answer, OutboundError};
pub use in_process::{Posted, Receiver, Receiving};
pub use ranges::internal_range;

use error::{of_transport, refused};
use resolver::CheckedResolver;
pub use resolver::Names;

const CONNECT: Duration = Duration::from_secs(5);
/// A person waits for it.
const PROBE: Duration = Duration::from_secs(8);
const TOTAL: Duration = Duration::from_secs(60);
/// More than any cXML answer.
const LARGEST_ANSWER: usize = 1024 * 1024;

/// Which receivers are allowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Reach {
    /// https to public addresses.
    #[default]
    Public,
    /// Besides, http and https to this machine: for a demonstration or test on one machine only.
    PublicAndLoopback,
}

/// An HTTPS client for other people's addresses.
#[derive(Debug, Clone)]
pub struct Outbound {
    way: Way,
    reach: Reach,
}

#[derive(Debug, Clone)]
enum Way {
    Network(Client),
    InProcess(Arc<dyn Receiver>),
}

/// The client could not be made; most often the machine has no TLS root certificates.
#[derive(Debug, thiserror::Error)]
#[error("no HTTPS client could be made ({0}); are root certificates installed (package ca-certificates)?")]
pub struct NoClient(reqwest::Error);

// === impl Outbound ===

impl Outbound {
    pub fn new(reach: Reach) -> Result<Self, NoClient> {
        Self::over(CheckedResolver::new(reach), reach)
    }

    /// The same with names that somebody else resolves; what they resolve to is checked as ever.
    pub fn with_names(reach: Reach, names: Arc<dyn Names>) -> Result<Self, NoClient> {
        Self::over(CheckedResolver::asking(names, reach), reach)
    }

    fn over(resolver: CheckedResolver, reach: Reach) -> Result<Self, NoClient> {
        let client = Client::builder()
            .redirect(Policy::none())
            .no_proxy()
            .referer(false)
            .tls_info(true)
            .connect_timeout(CONNECT)
            .timeout(TOTAL)
            .user_agent(concat!("punchgate/", env!("CARGO_PKG_VERSION")))
            .dns_resolver(Arc::new(resolver))
            .build()
            .map_err(NoClient)?;
        Ok(Self { way: Way::Network(client), reach })
    }

    /// To a receiver in this process, in the place of all others: for tests. What is refused is refused here too.
    pub fn in_process(reach: Reach, receiver: Arc<dyn Receiver>) -> Self {
        Self { way: Way::InProcess(receiver), reach }
    }

    /// Asks an address whether anything answers there, whatever it says. Nothing is sent but the question.
    pub async fn probe(&self, url: &Url) -> Result<Probed, OutboundError> {
        check(url, self.reach)?;
        let Way::Network(client) = &self.way else { return Ok(Probed { certificate_until: None }) };
        let asked = client.head(url.clone()).timeout(PROBE).send().await.map_err(of_transport)?;
        let certificate = asked.extensions().get::<TlsInfo>().and_then(TlsInfo::peer_certificate);
        Ok(Probed { certificate_until: certificate.and_then(certificate::valid_until) })
    }

    /// Posts a document and returns the answer, whatever its status.
    pub async fn post(
        &self,
        url: &Url,
        content_type: &str,
        body: impl Into<Vec<u8>>,
    ) -> Result<Answer, OutboundError> {
        check(url, self.reach)?;
        match &self.way {
            Way::Network(client) => {
                let request = client.post(url.clone()).header(header::CONTENT_TYPE, content_type);
                read(request.body(body.into()).send().await.map_err(of_transport)?).await
            }
            Way::InProcess(receiver) => {
                let posted =
                    Posted { url: url.clone(), content_type: content_type.to_owned(), body: body.into() };
                tokio::time::timeout(TOTAL, receiver.receive(posted))
                    .await
                    .map_err(|_| OutboundError::Timeout)?
            }
        }
    }
}

/// An address that answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Probed {
    /// Until when its certificate is valid; none without TLS.
    pub certificate_until: Option<Timestamp>,
}

/// What can be refused before anything is sent. Names are checked when they are resolved.
fn check(url: &Url, reach: Reach) -> Result<(), OutboundError> {
    if !url.username().is_empty() || url.password().is_some() {
        return Err(refused("its URL holds a user name or password; configure the address without them"));
    }
    let host = url.host().ok_or_else(|| refused("its URL names no host"))?;
    let on_this_machine = reach == Reach::PublicAndLoopback && is_loopback(&host);
    if url.scheme() != "https" && !(url.scheme() == "http" && on_this_machine) {
        return Err(refused("it is not https; configure an https address"));
    }
    match host {
        Host::Domain(name) if reach == Reach::Public && is_this_machine(name) => {
            Err(refused("its host is this machine; configure a public address"))
        }
        Host::Domain(_) => Ok(()),
        Host::Ipv4(address) => check_address(address.into(), reach),
        Host::Ipv6(address) => check_address(address.into(), reach),
    }
}

fn check_address(address: IpAddr, reach: Reach) -> Result<(), OutboundError> {
    resolver::allowed(address, reach).map_err(|forbidden| OutboundError::Refused(forbidden.to_string()))
}

/// The names that mean this machine wherever they are asked for (RFC 6761), also with the dot of the root.
fn is_this_machine(name: &str) -> bool {
    let name = name.trim_end_matches('.');
    name.eq_ignore_ascii_case("localhost") || name.to_ascii_lowercase().ends_with(".localhost")
}

fn is_loopback(host: &Host<&str>) -> bool {
    match host {
        Host::Domain(name) => *name == "localhost",
        Host::Ipv4(address) => address.is_loopback(),
        Host::Ipv6(address) => address.is_loopback(),
    }
}

async fn read(mut response: Response) -> Result<Answer, OutboundError> {
    let mut body = Vec::new();
    while let Some(part) = response.chunk().await.map_err(of_transport)? {
        if body.len() + part.len() > LARGEST_ANSWER {
            return Err(OutboundError::TooLarge);
        }
        body.extend_from_slice(&part);
    }
    let content_type = response.headers().get(header::CONTENT_TYPE);
    Ok(Answer {
        status: response.status().as_u16(),
        content_type: content_type.and_then(|value| value.to_str().ok()).map(str::to_owned),
        body,
    })
}
