//! A fault before its place is known as line and column.

use super::Places;
use crate::{AtFault, Fault, FaultKind, LimitKind, StatusCode};

/// What is wrong, and at which byte. Boxed, so that the path without faults stays small.
#[derive(Debug)]
pub(crate) struct Fail(Box<Failure>);

#[derive(Debug)]
pub(crate) struct Failure {
    pub(crate) kind: FaultKind,
    pub(crate) at: usize,
    pub(crate) message: String,
    pub(crate) status: StatusCode,
    pub(crate) advice: &'static str,
}

impl From<Failure> for Fail {
    fn from(failure: Failure) -> Self {
        Self(Box::new(failure))
    }
}

impl Fail {
    /// Not well-formed.
    #[cold]
    pub(crate) fn xml(at: usize, message: impl Into<String>, advice: &'static str) -> Self {
        Failure {
            kind: FaultKind::Xml,
            at,
            message: message.into(),
            status: StatusCode::NOT_ACCEPTABLE,
            advice,
        }
        .into()
    }

    /// More than is accepted here.
    #[cold]
    pub(crate) fn limit(at: usize, kind: LimitKind, most: usize) -> Self {
        let (what, status, advice) = limit_words(kind);
        Failure {
            kind: FaultKind::Limit(kind),
            at,
            message: format!("{what}, more than the {most} that are accepted"),
            status,
            advice,
        }
        .into()
    }

    /// XML, but not cXML, or not one that can be used.
    #[cold]
    pub(crate) fn cxml(
        at: usize,
        message: impl Into<String>,
        status: StatusCode,
        advice: &'static str,
    ) -> Self {
        Failure { kind: FaultKind::Cxml, at, message: message.into(), status, advice }.into()
    }

    /// Whether it is XML, but not cXML.
    pub(crate) fn is_cxml(&self) -> bool {
        self.0.kind == FaultKind::Cxml
    }

    /// The fault with its place in the text.
    pub(crate) fn at(self, source: &str) -> Fault {
        let place = Places::new(source).of(self.0.at);
        self.placed(place)
    }

    /// The fault without a place.
    pub(crate) fn unplaced(self) -> Fault {
        self.placed((0, 0))
    }

    fn placed(self, (line, column): (usize, usize)) -> Fault {
        Fault {
            kind: self.0.kind,
            at_fault: match self.0.kind {
                FaultKind::Limit(_) => AtFault::Receiver,
                _ => AtFault::Sender,
            },
            line,
            column,
            message: self.0.message,
            status: self.0.status,
            advice: self.0.advice,
        }
    }
}

fn limit_words(kind: LimitKind) -> (&'static str, StatusCode, &'static str) {
    const SIZE: StatusCode = StatusCode::DOCUMENT_SIZE;
    const SHAPE: StatusCode = StatusCode::NOT_ACCEPTABLE;
    match kind {
        LimitKind::Bytes => {
            ("the document is too many bytes long", SIZE, "Send a smaller document, or attachments beside it")
        }
        LimitKind::Depth => (
            "elements are nested too deeply",
            SHAPE,
            "cXML needs no such depth; look for an element that is not closed",
        ),
        LimitKind::Attributes => (
            "an element has too many attributes",
            SHAPE,
            "No element of cXML has so many; look at what makes the document",
        ),
        LimitKind::Text => (
            "a text is too many bytes long",
            SIZE,
            "Send long texts and files as attachments beside the document",
        ),
        LimitKind::Items => ("the document has too many lines", SIZE, "Split it into several documents"),
        LimitKind::Entries => {
            ("the document has too many repeated elements", SIZE, "Split it into several documents")
        }
    }
}
