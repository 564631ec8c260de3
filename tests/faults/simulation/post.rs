//! Amazon SES: takes messages, through the weather, and remembers them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, MutexGuard};

use aws_sdk_ses::config::{Builder, Credentials, Region};
use aws_smithy_runtime_api::client::http::{
    HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpConnector,
};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_runtime_api::client::result::ConnectorError;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::body::SdkBody;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use mailparse::MailHeaderMap as _;
use platform::mail::{Mail, SesMail};

use super::sabotage::Sabotage;
use super::sky::{Pace, Sky, Trouble};

/// Slower than the client's patience.
const PACE: Pace = Pace { usual: 200, slow: 12_000 };

/// What SES knows.
#[derive(Clone, Debug, Default)]
pub struct Post(Arc<Mutex<Letters>>);

#[derive(Debug, Default)]
pub struct Letters {
    /// How often a message of this id was handed over.
    pub handed_over: BTreeMap<String, u64>,
    /// The ids of messages that were refused for good.
    pub rejected: BTreeSet<String>,
}

#[derive(Clone, Debug)]
struct WayToPost {
    post: Post,
    sky: Sky,
    sabotage: Sabotage,
}

// === impl Post ===

impl Post {
    pub fn letters(&self) -> MutexGuard<'_, Letters> {
        self.0.lock().expect("nobody panics with it")
    }

    /// The marketplace's way to it.
    pub fn mail(&self, sky: &Sky, sabotage: Sabotage) -> Mail {
        let way = WayToPost { post: self.clone(), sky: sky.clone(), sabotage };
        let config = Builder::new()
            .region(Region::from_static("eu-west-1"))
            .credentials_provider(Credentials::new("a", "b", None, None, "test"))
            .http_client(way);
        Mail::Ses(SesMail::new(config, None))
    }

    fn take(&self, message_id: &str, rejects: bool, times: u64) -> (u16, String) {
        let mut letters = self.letters();
        if rejects {
            letters.rejected.insert(message_id.to_owned());
            return (400, refusal("MessageRejected"));
        }
        *letters.handed_over.entry(message_id.to_owned()).or_default() += times;
        let count: u64 = letters.handed_over.values().sum();
        (
            200,
            format!(
                "<SendRawEmailResponse><SendRawEmailResult><MessageId>ses-{count}</MessageId></SendRawEmailResult>\
                 </SendRawEmailResponse>"
            ),
        )
    }
}

impl HttpClient for WayToPost {
    fn http_connector(&self, _: &HttpConnectorSettings, _: &RuntimeComponents) -> SharedHttpConnector {
        SharedHttpConnector::new(self.clone())
    }
}

impl HttpConnector for WayToPost {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let message_id = message_id(request.body().bytes().unwrap_or_default());
        let Self { post, sky, sabotage } = self.clone();
        HttpConnectorFuture::new(async move {
            let rejects = sky.in_storm(3);
            let times = if sabotage == Sabotage::DoubledMail { 2 } else { 1 };
            let what = format!("SES {message_id}");
            match sky.call(&what, PACE, move || post.take(&message_id, rejects, times)).await {
                Ok((status, body)) => Ok(response(status, body)),
                Err(Trouble::Lost) => Err(ConnectorError::io("connection reset".into())),
                Err(Trouble::Busy) => Ok(response(400, refusal("Throttling"))),
            }
        })
    }
}

fn response(status: u16, body: String) -> HttpResponse {
    HttpResponse::new(status.try_into().expect("a status"), SdkBody::from(body))
}

fn refusal(code: &str) -> String {
    format!("<ErrorResponse><Error><Code>{code}</Code><Message>no</Message></Error></ErrorResponse>")
}

fn message_id(form: &[u8]) -> String {
    let data = url::form_urlencoded::parse(form)
        .find(|(name, _)| name == "RawMessage.Data")
        .map(|(_, value)| value.into_owned())
        .expect("a message");
    let message = STANDARD.decode(data).expect("base64");
    let (headers, _) = mailparse::parse_headers(&message).expect("headers");
    headers.get_first_value("Message-ID").expect("an id").trim_matches(['<', '>']).to_owned()
}
