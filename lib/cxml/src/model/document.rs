//! The whole document and what it can carry.

use super::{
    ConfirmationRequest, Header, InvoiceDetailRequest, OrderRequest, ProfileResponse, PunchOutOrderMessage,
    PunchOutSetupRequest, StatusUpdateRequest,
};
use crate::{Status, Timestamp};

/// One cXML document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// `payloadID`: unique, and the same when the document is sent again. Empty where it was
    /// missing.
    pub payload_id: String,
    /// `timestamp`.
    pub timestamp: Timestamp,
    /// `xml:lang` of the document.
    pub lang: Option<String>,
    /// The envelope. A response has none; a request or message without one is read, and written
    /// with an empty one.
    pub header: Option<Header>,
    /// What it says.
    pub body: Body,
}

/// The three kinds of documents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Body {
    /// `Request`: wants an answer on the same connection.
    Request {
        /// `deploymentMode`; `None` where it was not sent, which means production (R20).
        deployment_mode: Option<DeploymentMode>,
        /// What is asked.
        request: Request,
    },
    /// `Message`: one-way, carried by the browser.
    Message {
        /// `deploymentMode`; `None` where it was not sent, which means production.
        deployment_mode: Option<DeploymentMode>,
        /// `inReplyTo`: the payloadID of the setup request.
        in_reply_to: Option<String>,
        /// `Status`; 204 in a cart message means that the session ended unchanged.
        status: Option<Status>,
        /// What is said.
        message: Message,
    },
    /// `Response`: the answer.
    Response(Response),
}

/// `deploymentMode`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DeploymentMode {
    /// `production`
    Production,
    /// `test`
    Test,
}

/// The requests that this library knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Request {
    /// `ProfileRequest`: what can you do?
    Profile,
    /// `PunchOutSetupRequest`: open the shop.
    PunchOutSetup(Box<PunchOutSetupRequest>),
    /// `OrderRequest`: a purchase order.
    Order(Box<OrderRequest>),
    /// `ConfirmationRequest`: the supplier accepts or rejects.
    Confirmation(Box<ConfirmationRequest>),
    /// `StatusUpdateRequest`: news about a former document.
    StatusUpdate(Box<StatusUpdateRequest>),
    /// `InvoiceDetailRequest`: an invoice.
    InvoiceDetail(Box<InvoiceDetailRequest>),
    /// A request that this library does not know; answer 450. It comes from [`read`](crate::read)
    /// only, and its content is not kept: [`write`](crate::write) puts a `ProfileRequest` there.
    #[non_exhaustive]
    Unsupported {
        /// The element's name.
        name: String,
    },
}

/// The messages that this library knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Message {
    /// `PunchOutOrderMessage`: the cart comes back.
    PunchOutOrder(Box<PunchOutOrderMessage>),
    /// A message that this library does not know. It comes from [`read`](crate::read) only, and
    /// its content is not kept: [`write`](crate::write) puts an empty cart there.
    #[non_exhaustive]
    Unsupported {
        /// The element's name.
        name: String,
    },
}

/// `Response`: a status, and on success sometimes more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Response {
    /// How it went.
    pub status: Status,
    /// What comes with it; only with a 2xx status.
    pub payload: Option<ResponsePayload>,
}

/// What may come with a response.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ResponsePayload {
    /// `PunchOutSetupResponse`: where the browser goes.
    PunchOutSetup {
        /// `StartPage/URL`
        start_page: String,
    },
    /// `ProfileResponse`: what is supported.
    Profile(Box<ProfileResponse>),
    /// A response that this library does not know. It comes from [`read`](crate::read) only, and
    /// its content is not kept: [`write`](crate::write) leaves it out.
    #[non_exhaustive]
    Unsupported {
        /// The element's name.
        name: String,
    },
}

impl Document {
    /// A response with a status only, which is a refusal, an acknowledgement or the answer to a
    /// ping.
    pub fn response(payload_id: impl Into<String>, timestamp: impl Into<Timestamp>, status: Status) -> Self {
        let response = Response { status, payload: None };
        Self::new(payload_id, timestamp, None, Body::Response(response))
    }

    /// A successful response with more than its status.
    pub fn response_with(
        payload_id: impl Into<String>,
        timestamp: impl Into<Timestamp>,
        payload: ResponsePayload,
    ) -> Self {
        let response = Response { status: Status::ok(), payload: Some(payload) };
        Self::new(payload_id, timestamp, None, Body::Response(response))
    }

    /// The answer to a `PunchOutSetupRequest`.
    pub fn punch_out_setup_response(
        payload_id: impl Into<String>,
        timestamp: impl Into<Timestamp>,
        start_page: impl Into<String>,
    ) -> Self {
        let start_page = start_page.into();
        Self::response_with(payload_id, timestamp, ResponsePayload::PunchOutSetup { start_page })
    }

    /// The answer to a GET on a service URL (R53).
    pub fn ping(payload_id: impl Into<String>, timestamp: impl Into<Timestamp>) -> Self {
        let status = Status { text: "Ping Response Message".to_owned(), ..Status::ok() };
        Self::response(payload_id, timestamp, status)
    }

    /// A request, for production.
    pub fn request(
        payload_id: impl Into<String>,
        timestamp: impl Into<Timestamp>,
        header: Header,
        request: Request,
    ) -> Self {
        let body = Body::Request { deployment_mode: None, request };
        Self::new(payload_id, timestamp, Some(header), body)
    }

    /// A message, for production.
    pub fn message(
        payload_id: impl Into<String>,
        timestamp: impl Into<Timestamp>,
        header: Header,
        message: Message,
    ) -> Self {
        let body = Body::Message { deployment_mode: None, in_reply_to: None, status: None, message };
        Self::new(payload_id, timestamp, Some(header), body)
    }

    fn new(
        payload_id: impl Into<String>,
        timestamp: impl Into<Timestamp>,
        header: Option<Header>,
        body: Body,
    ) -> Self {
        Self { payload_id: payload_id.into(), timestamp: timestamp.into(), lang: None, header, body }
    }

    /// The same in a language.
    #[must_use]
    pub fn with_lang(mut self, lang: impl Into<String>) -> Self {
        self.lang = Some(lang.into());
        self
    }

    /// The same with a `deploymentMode`; a response has none and stays as it is.
    #[must_use]
    pub fn with_deployment_mode(mut self, mode: DeploymentMode) -> Self {
        match &mut self.body {
            Body::Request { deployment_mode, .. } | Body::Message { deployment_mode, .. } => {
                *deployment_mode = Some(mode)
            }
            Body::Response(_) => {}
        }
        self
    }

    /// The name of what the document carries: `OrderRequest`, `PunchOutOrderMessage`, … or
    /// `Response`.
    pub fn type_name(&self) -> &str {
        match &self.body {
            Body::Request { request, .. } => request.name(),
            Body::Message { message, .. } => message.name(),
            Body::Response(response) => match &response.payload {
                Some(payload) => payload.name(),
                None => "Response",
            },
        }
    }

    /// Whether this library knows what the document carries; if not, answer 450.
    pub fn is_supported(&self) -> bool {
        match &self.body {
            Body::Request { request, .. } => !matches!(request, Request::Unsupported { .. }),
            Body::Message { message, .. } => !matches!(message, Message::Unsupported { .. }),
            Body::Response(response) => {
                !matches!(response.payload, Some(ResponsePayload::Unsupported { .. }))
            }
        }
    }

    /// `deploymentMode`, if it was sent.
    pub fn deployment_mode(&self) -> Option<DeploymentMode> {
        match &self.body {
            Body::Request { deployment_mode, .. } | Body::Message { deployment_mode, .. } => *deployment_mode,
            Body::Response(_) => None,
        }
    }
}

impl Request {
    /// The element's name.
    pub fn name(&self) -> &str {
        match self {
            Self::Profile => "ProfileRequest",
            Self::PunchOutSetup(_) => "PunchOutSetupRequest",
            Self::Order(_) => "OrderRequest",
            Self::Confirmation(_) => "ConfirmationRequest",
            Self::StatusUpdate(_) => "StatusUpdateRequest",
            Self::InvoiceDetail(_) => "InvoiceDetailRequest",
            Self::Unsupported { name } => name,
        }
    }
}

impl Message {
    /// The element's name.
    pub fn name(&self) -> &str {
        match self {
            Self::PunchOutOrder(_) => "PunchOutOrderMessage",
            Self::Unsupported { name } => name,
        }
    }
}

impl ResponsePayload {
    /// The element's name.
    pub fn name(&self) -> &str {
        match self {
            Self::PunchOutSetup { .. } => "PunchOutSetupResponse",
            Self::Profile(_) => "ProfileResponse",
            Self::Unsupported { name } => name,
        }
    }
}

macro_rules! boxed {
    ($($inner:ident => $outer:ident :: $variant:ident),+ $(,)?) => {
        $(impl From<$inner> for $outer {
            fn from(inner: $inner) -> Self {
                Self::$variant(Box::new(inner))
            }
        })+
    };
}

boxed! {
    PunchOutSetupRequest => Request::PunchOutSetup,
    OrderRequest => Request::Order,
    ConfirmationRequest => Request::Confirmation,
    StatusUpdateRequest => Request::StatusUpdate,
    InvoiceDetailRequest => Request::InvoiceDetail,
    PunchOutOrderMessage => Message::PunchOutOrder,
    ProfileResponse => ResponsePayload::Profile,
}
