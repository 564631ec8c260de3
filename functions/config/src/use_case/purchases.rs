//! What happened over a connection, for its administrator and the operator: messages, requests, invoices, reconciliation
//! (R48, R50, R57, R58). Who may read the connection may look; who may change it may send and run things again.

use platform::oversight::invoices::{self, InvoiceError};
use platform::oversight::replay::{CannotReplay, Replayed, dry, for_real};
use platform::oversight::{documents, reconciliation, timeline};
use platform::store::KeptDocument;
use procurement::configuration::{Caller, Obstacle, Problem};
use procurement::connection::Connection;
use procurement::id::{ConnectionId, RequisitionId};
use procurement::invoice::{Correction, Invoice, Sheet};
use procurement::reconciliation::Row;
use procurement::requisition::Requisition;
use procurement::timeline::Happening;

use crate::{Configuration, Failure};

impl Configuration {
    /// What was ordered, agreed, invoiced and delivered (R50).
    pub async fn reconciliation(&self, caller: &Caller, id: ConnectionId) -> Result<Vec<Row>, Failure> {
        let connection = self.readable(caller, id).await?;
        Ok(reconciliation::rows(&self.core, &connection).await?)
    }

    /// The documents that hold these words, newest first (R57).
    pub async fn documents(
        &self,
        caller: &Caller,
        id: ConnectionId,
        words: Option<&str>,
    ) -> Result<Vec<KeptDocument>, Failure> {
        let connection = self.readable(caller, id).await?;
        Ok(documents::find(&self.core, connection.id, words).await?)
    }

    /// A document of this connection, masked.
    pub async fn document(
        &self,
        caller: &Caller,
        id: ConnectionId,
        document: &str,
    ) -> Result<(KeptDocument, String), Failure> {
        let connection = self.readable(caller, id).await?;
        let all = self.core.store.documents_of(connection.id).await?;
        let none = || no_document(document);
        let kept = all.into_iter().find(|kept| kept.id == document).ok_or_else(none)?;
        let text = documents::show(&self.core, document).await?.ok_or_else(none)?;
        Ok((kept, text))
    }

    /// What would come of a document now, beside what came of it then.
    pub async fn replay_dry(
        &self,
        caller: &Caller,
        id: ConnectionId,
        document: &str,
    ) -> Result<Replayed, Failure> {
        let connection = self.readable(caller, id).await?;
        Ok(dry(&self.core, &connection, document).await?)
    }

    /// Runs an order again (R34).
    pub async fn replay(
        &self,
        caller: &Caller,
        id: ConnectionId,
        document: &str,
    ) -> Result<Replayed, Failure> {
        let connection = self.changeable(caller, id).await?;
        Ok(for_real(&self.core, &connection, document).await?)
    }

    /// A request, and what happened to it (R58).
    pub async fn timeline(
        &self,
        caller: &Caller,
        id: ConnectionId,
        request: RequisitionId,
    ) -> Result<(Requisition, Vec<Happening>), Failure> {
        let connection = self.readable(caller, id).await?;
        let found = timeline::of_request(&self.core, request).await?;
        let own = found.filter(|(requisition, _)| requisition.connection == connection.id);
        own.ok_or_else(|| {
            Problem::NotFound(format!("There is no request {request} of this connection.")).into()
        })
    }

    /// Every invoice and credit, by number.
    pub async fn invoices(&self, caller: &Caller, id: ConnectionId) -> Result<Vec<Invoice>, Failure> {
        let connection = self.readable(caller, id).await?;
        Ok(self.core.store.invoices_of(connection.id).await?)
    }

    /// An invoice, and what it says on paper.
    pub async fn invoice(
        &self,
        caller: &Caller,
        id: ConnectionId,
        number: &str,
    ) -> Result<(Invoice, Sheet), Failure> {
        let connection = self.readable(caller, id).await?;
        let invoice = invoices::find(&self.core, connection.id, number).await?;
        let sheet = invoices::sheet(&self.core, &invoice).await?;
        Ok((invoice, sheet))
    }

    /// Sends a parked invoice again, as it was or set right.
    pub async fn send_invoice_again(
        &self,
        caller: &Caller,
        id: ConnectionId,
        number: &str,
        correction: Correction,
    ) -> Result<Invoice, Failure> {
        let connection = self.changeable(caller, id).await?;
        let invoice = invoices::find(&self.core, connection.id, number).await?;
        Ok(invoices::send_again(&self.core, &invoice, correction).await?)
    }

    /// Notes that an invoice was uploaded to the supplier portal (R12).
    pub async fn invoice_uploaded(
        &self,
        caller: &Caller,
        id: ConnectionId,
        number: &str,
    ) -> Result<Invoice, Failure> {
        let connection = self.changeable(caller, id).await?;
        let invoice = invoices::find(&self.core, connection.id, number).await?;
        Ok(invoices::uploaded(&self.core, &invoice).await?)
    }

    /// Takes an invoice back.
    pub async fn take_invoice_back(
        &self,
        caller: &Caller,
        id: ConnectionId,
        number: &str,
    ) -> Result<Vec<Invoice>, Failure> {
        let connection = self.changeable(caller, id).await?;
        let invoice = invoices::find(&self.core, connection.id, number).await?;
        Ok(invoices::take_back(&self.core, &invoice).await?)
    }

    async fn changeable(&self, caller: &Caller, id: ConnectionId) -> Result<Connection, Failure> {
        let connection = self.existing(id).await?;
        caller.may_put_connection(&connection)?;
        Ok(connection)
    }
}

fn no_document(id: &str) -> Problem {
    let id: String = id.chars().take(60).collect();
    Problem::NotFound(format!(
        "There is no document {id} of this connection. Documents are kept for 90 days."
    ))
}

pub(super) fn sentence(error: &dyn std::error::Error) -> String {
    let text = error.to_string();
    let mut letters = text.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
    format!("{first}{}.", letters.as_str().trim_end_matches('.'))
}

impl From<CannotReplay> for Failure {
    fn from(error: CannotReplay) -> Self {
        match error {
            CannotReplay::Read(error) => error.into(),
            CannotReplay::None(id) => no_document(&id).into(),
            CannotReplay::Failed(reason) => Self::Unavailable(reason),
            CannotReplay::Kind(kind) => Problem::from(Obstacle::NotRunAgain { kind }).into(),
            CannotReplay::DryOnly => Problem::from(Obstacle::DryOnly).into(),
            CannotReplay::Unreadable(detail) => Problem::from(Obstacle::Unreadable { detail }).into(),
        }
    }
}

impl From<InvoiceError> for Failure {
    fn from(error: InvoiceError) -> Self {
        match error {
            InvoiceError::Read(error) => error.into(),
            InvoiceError::Commit(error) => error.into(),
            none @ InvoiceError::None(_) => Problem::NotFound(sentence(&none)).into(),
            InvoiceError::Missing(number) => Self::Broken(number),
            InvoiceError::Resend(why) => Problem::from(Obstacle::Resend(why)).into(),
            InvoiceError::Cancel(why) => Problem::from(Obstacle::Cancel(why)).into(),
            InvoiceError::NotByHand(number, state) => {
                Problem::from(Obstacle::NotByHand { number, state }).into()
            }
        }
    }
}
