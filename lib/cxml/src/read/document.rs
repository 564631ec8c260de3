//! The root element and what kind of document it makes.

use super::Received;
use super::reader::Reader;
use crate::xml::{Cursor, Decoded, Fail, Prolog};
use crate::{
    Body, Document, Header, Limits, Message, NoteKind, Request, Response, ResponsePayload, Status,
    StatusCode, Timestamp, grammar,
};

/// Reads a whole document.
pub(super) fn received(decoded: &Decoded<'_>, limits: Limits) -> Result<Received, Fail> {
    let (cursor, prolog) = Cursor::start(&decoded.text, limits)?;
    let mut reader = Reader::new(cursor, limits);
    reader.prolog_notes(decoded, &prolog);
    let version = reader.optional("version").or_else(|| prolog.system.and_then(version_in));
    let document = match prolog.root {
        "Response" => reader.bare_response(),
        root if OTHER_ROOTS.contains(&root) => reader.other_document(root),
        root if root.eq_ignore_ascii_case("cXML") => reader.document(),
        root => Err(reader.another_kind(root)),
    };
    // A document that is not well-formed has that fault first, wherever it stands.
    let document = match document {
        Err(fail) if fail.is_cxml() => return Err(reader.rest_is_xml().err().unwrap_or(fail)),
        document => document?,
    };
    reader.cursor.finish()?;
    if let Some(at) = reader.cursor.namespaced() {
        reader.notes.add(at, NoteKind::Namespace, || {
            "a namespace; cXML has none, and names are read without prefix".to_owned()
        });
    }
    Ok(Received {
        document,
        doctype: prolog.system.map(str::to_owned),
        version,
        notes: reader.notes.finish(&decoded.text),
    })
}

/// Documents of the cXML family that do not stand in `cXML`: catalogues and contracts.
const OTHER_ROOTS: [&str; 3] = ["Index", "Contract", "Supplier"];

/// `1.2.014` in `http://xml.cxml.org/schemas/cXML/1.2.014/cXML.dtd`.
fn version_in(system: &str) -> Option<String> {
    system
        .split('/')
        .find(|part| part.starts_with("1.") && part.bytes().all(|b| b.is_ascii_digit() || b == b'.'))
        .map(str::to_owned)
}

/// What `Request`, `Message` or `Response` turned out to be, and `Header`.
#[derive(Default)]
struct Parts {
    header: Option<Header>,
    body: Option<Body>,
}

impl<'a> Reader<'a> {
    fn prolog_notes(&mut self, decoded: &Decoded<'_>, prolog: &Prolog<'_>) {
        if let Some(oddity) = decoded.oddity {
            self.note(NoteKind::Encoding, || oddity.to_owned());
        }
        if !prolog.has_doctype {
            self.note(NoteKind::Envelope, || "there is no DOCTYPE".to_owned());
        }
        if prolog.root != "cXML" && prolog.root.eq_ignore_ascii_case("cXML") {
            self.note(NoteKind::Envelope, || "the root is not written `cXML`".to_owned());
        }
    }

    fn document(&mut self) -> Result<Document, Fail> {
        self.lang = self.optional("xml:lang").unwrap_or_default();
        let lang = self.optional("xml:lang");
        let payload_id = self.required("payloadID");
        let timestamp = self.required_moment("timestamp");
        let at = self.cursor.tag();
        let mut parts = Parts::default();
        self.children(&grammar::CXML, |r, name| r.part_of_document(name, &mut parts))?;
        let body = parts.body.ok_or_else(|| no_body(at))?;
        let header = match body {
            Body::Response(_) => None,
            _ => parts.header.filter(|header| *header != Header::default()),
        };
        if header.is_none() && !matches!(body, Body::Response(_)) {
            self.notes.add(at, NoteKind::Missing, || "Header is missing in cXML".to_owned());
        }
        Ok(Document { payload_id, timestamp, lang, header, body })
    }

    fn part_of_document(&mut self, name: &str, parts: &mut Parts) -> Result<(), Fail> {
        match name {
            "Header" => parts.header = Some(self.header()?),
            "Request" => parts.body = Some(self.request()?),
            "Message" => parts.body = Some(self.message()?),
            "Response" => parts.body = Some(Body::Response(self.response()?)),
            // Seen beside Response instead of in it.
            "PunchOutSetupResponse" | "ProfileResponse" => {
                let payload = self.response_payload(name)?;
                match &mut parts.body {
                    Some(Body::Response(response)) => response.payload = Some(payload),
                    _ => parts.body = Some(payload_alone(payload)),
                }
            }
            _ => return self.pass(name),
        }
        Ok(())
    }

    /// `Response` as the root, as Coupa sometimes answers.
    fn bare_response(&mut self) -> Result<Document, Fail> {
        self.note(NoteKind::Envelope, || "Response stands without cXML around it".to_owned());
        let payload_id = self.optional("payloadID").unwrap_or_default();
        let timestamp = self.moment("timestamp").unwrap_or_default();
        Ok(Document {
            payload_id,
            timestamp,
            lang: None,
            header: None,
            body: Body::Response(self.response()?),
        })
    }

    fn other_document(&mut self, root: &str) -> Result<Document, Fail> {
        let request = Request::Unsupported { name: self.unsupported(root)? };
        Ok(Document {
            payload_id: String::new(),
            timestamp: Timestamp::default(),
            lang: None,
            header: None,
            body: Body::Request { deployment_mode: None, request },
        })
    }

    fn request(&mut self) -> Result<Body, Fail> {
        let deployment_mode = self.keyword("deploymentMode");
        let at = self.cursor.tag();
        let mut request = None;
        while let Some(name) = self.cursor.next_child()? {
            if request.is_some() {
                self.second()?;
                continue;
            }
            request = Some(match name {
                "ProfileRequest" => {
                    self.cursor.skip()?;
                    Request::Profile
                }
                "PunchOutSetupRequest" => self.punch_out_setup_request()?.into(),
                "OrderRequest" => self.order_request()?.into(),
                "ConfirmationRequest" => self.confirmation_request()?.into(),
                "StatusUpdateRequest" => self.status_update_request()?.into(),
                "InvoiceDetailRequest" => self.invoice_detail_request()?.into(),
                _ => Request::Unsupported { name: self.unsupported(name)? },
            });
        }
        Ok(Body::Request { deployment_mode, request: request.ok_or_else(|| nothing_inside(at, "Request"))? })
    }

    fn message(&mut self) -> Result<Body, Fail> {
        let deployment_mode = self.keyword("deploymentMode");
        let in_reply_to = self.optional("inReplyTo");
        let at = self.cursor.tag();
        let (mut status, mut message) = (None, None);
        while let Some(name) = self.cursor.next_child()? {
            match name {
                "Status" => status = Some(self.status()?),
                _ if message.is_some() => self.second()?,
                "PunchOutOrderMessage" => message = Some(self.punch_out_order_message()?.into()),
                _ => {
                    let name = self.unsupported(name)?;
                    message = Some(Message::Unsupported { name });
                }
            }
        }
        Ok(Body::Message {
            deployment_mode,
            in_reply_to,
            status,
            message: message.ok_or_else(|| nothing_inside(at, "Message"))?,
        })
    }

    fn response(&mut self) -> Result<Response, Fail> {
        let at = self.cursor.tag();
        let (mut status, mut payload) = (None, None);
        while let Some(name) = self.cursor.next_child()? {
            match name {
                "Status" => status = Some(self.status()?),
                _ if payload.is_some() => self.second()?,
                _ => payload = Some(self.response_payload(name)?),
            }
        }
        let status = match (status, &payload) {
            (Some(status), _) => status,
            (None, None) => {
                self.notes.add(at, NoteKind::Missing, || {
                    "Status is missing in Response, so it is no success".to_owned()
                });
                Status::default()
            }
            (None, Some(_)) => {
                self.notes.add(at, NoteKind::Missing, || {
                    "Status is missing in Response; what it holds is taken for success".to_owned()
                });
                Status::ok()
            }
        };
        Ok(Response { status, payload })
    }

    fn response_payload(&mut self, name: &str) -> Result<ResponsePayload, Fail> {
        Ok(match name {
            "PunchOutSetupResponse" => self.punch_out_setup_response()?,
            "ProfileResponse" => self.profile_response()?.into(),
            _ => ResponsePayload::Unsupported { name: self.unsupported(name)? },
        })
    }

    fn unsupported(&mut self, name: &str) -> Result<String, Fail> {
        self.cursor.skip()?;
        Ok(name.to_owned())
    }

    fn second(&mut self) -> Result<(), Fail> {
        self.note(NoteKind::Unexpected, || "one element too many; it is not read".to_owned());
        self.cursor.skip()
    }

    #[cold]
    fn another_kind(&mut self, root: &str) -> Fail {
        let message = match root.len() <= 80 {
            true => format!("the root is `{root}`, not `cXML`"),
            false => "the root is not `cXML`".to_owned(),
        };
        not_cxml(self.cursor.tag(), message)
    }

    /// Walks what is left of a document that is not cXML, to tell whether it is XML at all.
    fn rest_is_xml(&mut self) -> Result<(), Fail> {
        while self.cursor.depth() > 0 {
            self.cursor.next_child()?;
        }
        self.cursor.finish()
    }
}

fn payload_alone(payload: ResponsePayload) -> Body {
    Body::Response(Response { status: Status::ok(), payload: Some(payload) })
}

fn not_cxml(at: usize, message: impl Into<String>) -> Fail {
    Fail::cxml(
        at,
        message,
        StatusCode::NOT_ACCEPTABLE,
        "Send a cXML document: `<cXML payloadID=… timestamp=…>` with a Request, Message or Response",
    )
}

#[cold]
fn no_body(at: usize) -> Fail {
    not_cxml(at, "cXML holds neither Request nor Message nor Response")
}

#[cold]
fn nothing_inside(at: usize, name: &str) -> Fail {
    not_cxml(at, format!("{name} is empty"))
}
