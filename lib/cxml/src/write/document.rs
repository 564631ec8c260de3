//! The root element.

use super::output::Output;
use super::version::Since;
use crate::{Body, Document, Message, Request, Response, ResponsePayload, Status};

impl Output {
    pub(super) fn document(&mut self, document: &Document) {
        self.element("cXML", |o| {
            o.attribute("payloadID", &document.payload_id);
            o.moment("timestamp", &document.timestamp);
            o.optional_attribute("xml:lang", document.lang.as_ref());
            if !matches!(document.body, Body::Response(_)) {
                o.required(document.header.as_ref(), Output::header);
            }
            o.body(&document.body);
        });
    }

    fn body(&mut self, body: &Body) {
        match body {
            Body::Request { deployment_mode, request } => self.element("Request", |o| {
                o.optional_keyword("deploymentMode", *deployment_mode);
                o.request(request);
            }),
            Body::Message { deployment_mode, in_reply_to, status, message } => self.element("Message", |o| {
                o.optional_keyword("deploymentMode", *deployment_mode);
                o.optional_attribute("inReplyTo", in_reply_to.as_ref());
                o.optional(status.as_ref(), Output::status);
                o.message(message);
            }),
            Body::Response(response) => self.response(response),
        }
    }

    fn request(&mut self, request: &Request) {
        match request {
            Request::Profile | Request::Unsupported { .. } => {
                self.element("ProfileRequest", |_| {});
            }
            Request::PunchOutSetup(setup) => self.punch_out_setup_request(setup),
            Request::Order(order) => self.order_request(order),
            Request::Confirmation(confirmation) => {
                self.dtd("Fulfill", Since::V014);
                self.confirmation_request(confirmation);
            }
            Request::StatusUpdate(update) => self.status_update_request(update),
            Request::InvoiceDetail(invoice) => {
                self.dtd("InvoiceDetail", Since::V020);
                self.invoice_detail_request(invoice);
            }
        }
    }

    fn message(&mut self, message: &Message) {
        match message {
            Message::PunchOutOrder(message) => self.punch_out_order_message(message),
            Message::Unsupported { .. } => self.punch_out_order_message(&Default::default()),
        }
    }

    fn response(&mut self, response: &Response) {
        self.element("Response", |o| {
            o.status(&response.status);
            match &response.payload {
                Some(ResponsePayload::PunchOutSetup { start_page }) => {
                    o.element("PunchOutSetupResponse", |o| {
                        o.url_element("StartPage", start_page);
                    });
                }
                Some(ResponsePayload::Profile(profile)) => o.profile_response(profile),
                Some(ResponsePayload::Unsupported { .. }) | None => {}
            }
        });
    }

    pub(super) fn status(&mut self, status: &Status) {
        self.element("Status", |o| {
            o.attribute("code", &status.code.to_string());
            o.attribute("text", &status.text);
            o.optional_attribute("xml:lang", status.lang.as_ref());
            o.xml.text(&status.message);
        });
    }
}
