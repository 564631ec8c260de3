//! Documents of every kind, made from bytes: the same bytes make the same document, no bytes make
//! the smallest one. Property tests draw the bytes, the fuzzer evolves them.
//!
//! What is made is in normal form: no empty element in a list that the DTD requires, see
//! [`cxml::write`].

mod invoice;
mod items;
mod order;
mod people;
mod punchout;
mod values;

use cxml::*;

/// The kinds of documents.
pub const KINDS: [&str; 9] = [
    "ProfileRequest",
    "PunchOutSetupRequest",
    "OrderRequest",
    "ConfirmationRequest",
    "StatusUpdateRequest",
    "InvoiceDetailRequest",
    "PunchOutOrderMessage",
    "Response",
    "ProfileResponse",
];

/// Makes values from bytes.
pub struct Source<'a> {
    bytes: &'a [u8],
}

impl<'a> Source<'a> {
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { bytes }
    }

    /// A document of a kind of [`KINDS`].
    pub fn document(&mut self, kind: &str) -> Document {
        let body = match kind {
            "PunchOutSetupRequest" => self.request_body(|s| s.punch_out_setup_request().into()),
            "OrderRequest" => self.request_body(|s| s.order_request().into()),
            "ConfirmationRequest" => self.request_body(|s| s.confirmation_request().into()),
            "StatusUpdateRequest" => self.request_body(|s| s.status_update_request().into()),
            "InvoiceDetailRequest" => self.request_body(|s| s.invoice_detail_request().into()),
            "PunchOutOrderMessage" => self.message_body(),
            "Response" => self.response_body(),
            "ProfileResponse" => self.profile_response_body(),
            _ => self.request_body(|_| Request::Profile),
        };
        let header = match body {
            Body::Response(_) => None,
            _ => self.optional(Self::header),
        };
        Document {
            payload_id: self.text(),
            timestamp: self.moment(),
            lang: self.optional(Self::text),
            header,
            body,
        }
    }

    fn request_body(&mut self, request: impl FnOnce(&mut Self) -> Request) -> Body {
        Body::Request { deployment_mode: self.deployment_mode(), request: request(self) }
    }

    fn message_body(&mut self) -> Body {
        Body::Message {
            deployment_mode: self.deployment_mode(),
            in_reply_to: self.optional(Self::text),
            status: self.optional(Self::status),
            message: self.punch_out_order_message().into(),
        }
    }

    fn response_body(&mut self) -> Body {
        let start_page = self.optional(Self::text);
        Body::Response(Response {
            status: self.status(),
            payload: start_page.map(|start_page| ResponsePayload::PunchOutSetup { start_page }),
        })
    }

    fn profile_response_body(&mut self) -> Body {
        let profile = ProfileResponse {
            effective_date: self.moment(),
            last_refresh: self.optional(Self::moment),
            options: self.list(Self::profile_option),
            transactions: self.list_without_empty(|s| Transaction {
                request_name: s.text(),
                url: s.text(),
                options: s.list(Self::profile_option),
            }),
        };
        Body::Response(Response { status: self.status(), payload: Some(profile.into()) })
    }

    fn profile_option(&mut self) -> ProfileOption {
        ProfileOption::new(self.text(), self.text())
    }

    fn deployment_mode(&mut self) -> Option<DeploymentMode> {
        self.one_of(&[None, Some(DeploymentMode::Production), Some(DeploymentMode::Test)])
    }

    pub(crate) fn status(&mut self) -> Status {
        Status {
            code: StatusCode(u16::from(self.byte()) * 4),
            text: self.text(),
            lang: self.optional(Self::text),
            message: self.text(),
        }
    }
}
