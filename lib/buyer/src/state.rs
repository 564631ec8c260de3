//! Everything a simulated system remembers, in memory.

use crate::ids::Ids;
use crate::invoice::{InboxFault, Invoice};
use crate::{
    Attachment, BuyerError, CartRejection, Checkout, Confirmation, Connection, Document, DocumentId,
    PurchaseOrder, Requisition, Session,
};
use std::collections::VecDeque;

/// The first session's and requisition's number, so that they look like those of a system in use.
const FIRST: u32 = 1001;

#[derive(Debug, Default)]
pub(crate) struct State {
    pub(crate) ids: Ids,
    pub(crate) connection: Option<Connection>,
    pub(crate) sessions: Vec<Session>,
    pub(crate) requisitions: Vec<Requisition>,
    pub(crate) orders: Vec<PurchaseOrder>,
    pub(crate) invoices: Vec<Invoice>,
    pub(crate) attachments: Vec<Attachment>,
    pub(crate) confirmations: Vec<Confirmation>,
    pub(crate) documents: Vec<Document>,
    pub(crate) outcomes: Vec<Result<Checkout, CartRejection>>,
    pub(crate) inbox_faults: VecDeque<InboxFault>,
}

impl State {
    pub(crate) fn connection(&self) -> Result<Connection, BuyerError> {
        self.connection.clone().ok_or(BuyerError::NotConnected)
    }

    pub(crate) fn next_session(&self) -> u32 {
        FIRST + count(&self.sessions)
    }

    pub(crate) fn next_requisition(&self) -> u32 {
        FIRST + count(&self.requisitions)
    }

    pub(crate) fn session(&mut self, number: u32) -> Result<&mut Session, BuyerError> {
        self.sessions
            .iter_mut()
            .find(|session| session.number == number)
            .ok_or(BuyerError::UnknownSession(number))
    }

    pub(crate) fn requisition(&mut self, number: u32) -> Result<&mut Requisition, BuyerError> {
        self.requisitions
            .iter_mut()
            .find(|requisition| requisition.number == number)
            .ok_or(BuyerError::UnknownRequisition(number))
    }

    pub(crate) fn order(&mut self, number: &str) -> Result<&mut PurchaseOrder, BuyerError> {
        self.orders
            .iter_mut()
            .find(|order| order.number == number)
            .ok_or_else(|| BuyerError::UnknownOrder(number.to_owned()))
    }

    /// The document of that id.
    pub(crate) fn document(&mut self, id: DocumentId) -> Option<&mut Document> {
        let place = usize::try_from(id.0).ok()?.checked_sub(1)?;
        self.documents.get_mut(place)
    }

    /// Keeps a document; its id is given by its place.
    pub(crate) fn keep(&mut self, mut document: Document) -> DocumentId {
        let id = DocumentId(count(&self.documents) + 1);
        document.id = id;
        self.documents.push(document);
        id
    }
}

fn count<T>(list: &[T]) -> u32 {
    u32::try_from(list.len()).unwrap_or(u32::MAX)
}
