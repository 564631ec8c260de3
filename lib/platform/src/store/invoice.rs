//! Invoices, under the requisition item whose agreement they bill, and the count of a connection's invoices.

use procurement::agreement::Agreement;
use procurement::connection::Connection;
use procurement::id::{ConnectionId, RequisitionId};
use procurement::invoice::{Invoice, InvoiceCounter};
use procurement::job::Job;

use super::job::put_job;
use super::{Store, decode, keys, put, record, take};
use crate::table::{CommitError, Gsi1, Index, Query, ReadError, Transaction};

/// Everything that is needed to deliver one invoice.
#[derive(Clone, Debug)]
pub struct InvoiceWork {
    /// The agreement that is billed.
    pub agreement: Agreement,
    /// The connection, as it is now.
    pub connection: Connection,
    /// The invoice, if it was made already.
    pub invoice: Option<Invoice>,
    /// How many invoices the connection has had.
    pub counter: InvoiceCounter,
}

impl Store {
    /// Loads what is needed to make and to deliver the invoice of one part of a schedule; two reads.
    pub async fn load_invoice(
        &self,
        requisition: RequisitionId,
        instalment: usize,
    ) -> Result<Option<InvoiceWork>, ReadError> {
        let Some(agreement) = self.agreement(requisition).await? else { return Ok(None) };
        let (connection, invoice, counter) = (
            keys::connection(agreement.connection),
            keys::invoice(requisition, instalment),
            keys::invoice_counter(agreement.connection),
        );
        let mut batch = self.table.batch_get([connection.clone(), invoice.clone(), counter.clone()]).await?;
        let Some(connection) = take(&mut batch, &connection)? else { return Ok(None) };
        Ok(Some(InvoiceWork {
            agreement,
            connection,
            invoice: take(&mut batch, &invoice)?,
            counter: take(&mut batch, &counter)?.unwrap_or_default(),
        }))
    }

    /// Writes a new invoice, the count that gave it its number, and the job for the next part of the schedule.
    pub async fn issue_invoice(
        &self,
        invoice: &Invoice,
        counter: &InvoiceCounter,
        next: Option<&Job>,
    ) -> Result<(), CommitError> {
        let transaction = put_invoice(Transaction::new(), invoice);
        let transaction = put(transaction, &record(keys::invoice_counter(invoice.connection), counter));
        self.commit(next.into_iter().fold(transaction, put_job)).await
    }

    /// Writes an invoice and the job that delivers it, each at its version.
    pub async fn put_invoice(&self, invoice: &Invoice, job: &Job) -> Result<(), CommitError> {
        self.commit(put_job(put_invoice(Transaction::new(), invoice), job)).await
    }

    /// Writes a job that ended and the one that follows it.
    pub async fn put_jobs(&self, jobs: &[&Job]) -> Result<(), CommitError> {
        self.commit(jobs.iter().fold(Transaction::new(), |transaction, job| put_job(transaction, job))).await
    }

    /// The invoices of one requisition item's agreement, in the order of its schedule.
    pub async fn invoices(&self, requisition: RequisitionId) -> Result<Vec<Invoice>, ReadError> {
        let pk = keys::invoice(requisition, 0).pk;
        let query = Query::partition(pk).sk_prefix("INVOICE#");
        self.table.query_all(&query).await?.into_iter().map(decode).collect()
    }

    /// The invoices of a connection, by number.
    pub async fn invoices_of(&self, connection: ConnectionId) -> Result<Vec<Invoice>, ReadError> {
        let query = Query::on(Index::Gsi1, keys::invoices_of(connection));
        self.table.query_all(&query).await?.into_iter().map(decode).collect()
    }
}

fn put_invoice(transaction: Transaction, invoice: &Invoice) -> Transaction {
    let place = Gsi1::new(keys::invoices_of(invoice.connection), &*invoice.number);
    put(transaction, &record(keys::invoice(invoice.requisition, invoice.instalment), invoice).gsi1(place))
}
