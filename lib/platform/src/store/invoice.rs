//! Invoices, under the requisition item whose agreement they bill, and the count of a connection's invoices.

use procurement::agreement::Agreement;
use procurement::connection::Connection;
use procurement::id::{ConnectionId, RequisitionId};
use procurement::invoice::{Invoice, InvoiceCounter};
use procurement::job::Job;
use procurement::requisition::Requisition;

use super::job::{put_job, put_same_job};
use super::requisition::put_requisition;
use super::{Store, decode, keys, put, record, take};
use crate::table::{CommitError, Condition, Gsi1, Index, Key, Query, ReadError, Transaction};

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

/// An invoice that is written for the first time.
#[derive(Clone, Copy, Debug)]
pub struct NewInvoice<'a> {
    /// What it bills, as it was read.
    pub agreement: &'a Agreement,
    /// The invoice.
    pub invoice: &'a Invoice,
    /// The job for the next part of the schedule.
    pub next: Option<&'a Job>,
}

impl Store {
    /// Loads what is needed to make and to deliver the invoice of one part of a schedule; two reads.
    pub async fn load_invoice(
        &self,
        requisition: RequisitionId,
        instalment: usize,
    ) -> Result<Option<InvoiceWork>, ReadError> {
        self.load_work(requisition, keys::invoice(requisition, instalment)).await
    }

    /// The same for the credit that takes this invoice back.
    pub async fn load_credit(
        &self,
        requisition: RequisitionId,
        instalment: usize,
    ) -> Result<Option<InvoiceWork>, ReadError> {
        self.load_work(requisition, keys::invoice_credit(requisition, instalment)).await
    }

    async fn load_work(
        &self,
        requisition: RequisitionId,
        invoice: Key,
    ) -> Result<Option<InvoiceWork>, ReadError> {
        let Some(agreement) = self.agreement(requisition).await? else { return Ok(None) };
        let connection = keys::connection(agreement.connection);
        let counter = keys::invoice_counter(agreement.connection);
        let mut batch = self.table.batch_get([connection.clone(), invoice.clone(), counter.clone()]).await?;
        let Some(connection) = take(&mut batch, &connection)? else { return Ok(None) };
        Ok(Some(InvoiceWork {
            agreement,
            connection,
            invoice: take(&mut batch, &invoice)?,
            counter: take(&mut batch, &counter)?.unwrap_or_default(),
        }))
    }

    /// Writes new invoices of one connection, each of another agreement, with the jobs for the next parts of their schedules and
    /// the count that gave them their numbers: all or nothing, and only if it is the count that was read and each
    /// agreement is still the one that its invoice bills.
    pub async fn issue_invoices(
        &self,
        new: &[NewInvoice<'_>],
        read: InvoiceCounter,
        counter: InvoiceCounter,
    ) -> Result<(), CommitError> {
        let Some(first) = new.first() else { return Ok(()) };
        let count = record(keys::invoice_counter(first.invoice.connection), &counter);
        let transaction = Transaction::new().put_versions_later(&count, read.version, counter.version);
        self.commit(new.iter().fold(transaction, NewInvoice::put)).await
    }

    /// Writes invoices, each at its version, the count if one of them is new, and jobs, all or nothing.
    pub async fn put_invoices(
        &self,
        invoices: &[&Invoice],
        counter: Option<(ConnectionId, &InvoiceCounter)>,
        jobs: &[&Job],
    ) -> Result<(), CommitError> {
        self.commit(all_of(invoices, counter, jobs)).await
    }

    /// The same, with a mail that something fails; it may be written over one of the same hour.
    pub async fn park_invoice(
        &self,
        invoice: &Invoice,
        jobs: &[&Job],
        mail: &Job,
    ) -> Result<(), CommitError> {
        self.commit(put_same_job(all_of(&[invoice], None, jobs), mail)).await
    }

    /// Writes how a confirmation fared: its job, the requests that it is about, and a mail if it failed.
    pub async fn finish_confirmation(
        &self,
        job: &Job,
        requisitions: &[Requisition],
        mail: Option<&Job>,
    ) -> Result<(), CommitError> {
        let transaction = put_job(Transaction::new(), job);
        let transaction = requisitions.iter().fold(transaction, put_requisition);
        self.commit(mail.into_iter().fold(transaction, put_same_job)).await
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

    /// The invoice or credit of this number.
    pub async fn invoice(
        &self,
        connection: ConnectionId,
        number: &str,
    ) -> Result<Option<Invoice>, ReadError> {
        let query = Query::on(Index::Gsi1, keys::invoices_of(connection)).sk_between(number, number);
        let found = self.table.query(&query).await?.items.into_iter().next();
        found.map(decode).transpose()
    }

    /// The invoices of a connection, by number.
    pub async fn invoices_of(&self, connection: ConnectionId) -> Result<Vec<Invoice>, ReadError> {
        let query = Query::on(Index::Gsi1, keys::invoices_of(connection));
        self.table.query_all(&query).await?.into_iter().map(decode).collect()
    }
}

fn all_of(
    invoices: &[&Invoice],
    counter: Option<(ConnectionId, &InvoiceCounter)>,
    jobs: &[&Job],
) -> Transaction {
    let transaction = invoices.iter().fold(Transaction::new(), |all, invoice| put_invoice(all, invoice));
    let transaction = counter.into_iter().fold(transaction, |all, (connection, counter)| {
        put(all, &record(keys::invoice_counter(connection), counter))
    });
    jobs.iter().fold(transaction, |all, job| put_job(all, job))
}

fn put_invoice(transaction: Transaction, invoice: &Invoice) -> Transaction {
    let place = Gsi1::new(keys::invoices_of(invoice.connection), &*invoice.number);
    let key = match invoice.is_credit() {
        false => keys::invoice(invoice.requisition, invoice.instalment),
        true => keys::invoice_credit(invoice.requisition, invoice.instalment),
    };
    put(transaction, &record(key, invoice).gsi1(place))
}

// === impl NewInvoice ===

impl NewInvoice<'_> {
    fn put(transaction: Transaction, new: &Self) -> Transaction {
        let still = Condition::Version(new.agreement.version);
        let transaction = transaction.check(keys::agreement(new.agreement.requisition), still);
        new.next.into_iter().fold(put_invoice(transaction, new.invoice), put_job)
    }
}
