//! Looking at what a system remembers; every answer is a copy.

use crate::{Buyer, BuyerError, Document, Invoice, PurchaseOrder, Requisition, Session};

impl Buyer {
    /// All sessions, oldest first.
    #[must_use]
    pub fn sessions(&self) -> Vec<Session> {
        self.state().sessions.clone()
    }

    /// One session.
    ///
    /// # Errors
    /// When there is none of that number.
    pub fn session(&self, number: u32) -> Result<Session, BuyerError> {
        self.state().session(number).cloned()
    }

    /// All carts and requisitions, oldest first.
    #[must_use]
    pub fn requisitions(&self) -> Vec<Requisition> {
        self.state().requisitions.clone()
    }

    /// One cart or requisition.
    ///
    /// # Errors
    /// When there is none of that number.
    pub fn requisition(&self, number: u32) -> Result<Requisition, BuyerError> {
        self.state().requisition(number).cloned()
    }

    /// All purchase orders, oldest first.
    #[must_use]
    pub fn orders(&self) -> Vec<PurchaseOrder> {
        self.state().orders.clone()
    }

    /// One purchase order.
    ///
    /// # Errors
    /// When there is none of that number.
    pub fn order(&self, number: &str) -> Result<PurchaseOrder, BuyerError> {
        self.state().order(number).cloned()
    }

    /// The invoices that were accepted, oldest first; refused ones are among [`Buyer::documents`].
    #[must_use]
    pub fn received_invoices(&self) -> Vec<Invoice> {
        self.state().invoices.clone()
    }

    /// Every document in and out, oldest first.
    #[must_use]
    pub fn documents(&self) -> Vec<Document> {
        self.state().documents.clone()
    }
}
