//! What must be there once every prepared order was answered and every job done.

use std::collections::BTreeSet;
use std::path::Path;

use jiff::Timestamp;
use platform::core::Core;
use procurement::invoice::InvoiceState;
use procurement::job::Worker;

use crate::{HttpInbox, Prepared};

impl Prepared {
    /// Whether each order has one agreement, one mail and one delivered invoice, there is nothing else, and nothing waits;
    /// else what is wrong, in words.
    pub async fn is_finished(&self, core: &Core, mail: &Path, inbox: &HttpInbox) -> Result<(), String> {
        let mut agreements = Vec::with_capacity(self.orders.len());
        for connection in &self.connections {
            let theirs = core.store.agreements(connection.id).await;
            agreements.extend(theirs.map_err(|error| error.to_string())?);
        }
        let ordered: BTreeSet<&str> = agreements.iter().map(|one| one.order.order_id.as_str()).collect();
        same("agreements", agreements.len(), self.orders.len())?;
        same("orders with an agreement", ordered.len(), self.orders.len())?;
        let wanted: BTreeSet<String> = agreements
            .iter()
            .map(|one| format!("{}.eml", core.marketplace.payload_id(format!("mail-subscribed-{}", one.id))))
            .collect();
        let sent = mails(mail);
        if sent != wanted {
            let (lost, stray) = (wanted.difference(&sent).count(), sent.difference(&wanted).count());
            return Err(format!("{lost} mails are missing and {stray} are too many"));
        }
        self.are_invoiced(core, inbox).await?;
        for worker in [Worker::Notify, Worker::InvoicePush] {
            let due = core.store.due_jobs(worker, Timestamp::MAX).await.map_err(|error| error.to_string())?;
            same("jobs that wait", due.len(), 0)?;
        }
        Ok(())
    }

    async fn are_invoiced(&self, core: &Core, inbox: &HttpInbox) -> Result<(), String> {
        let mut invoices = Vec::with_capacity(self.orders.len());
        for connection in &self.connections {
            let theirs = core.store.invoices_of(connection.id).await.map_err(|error| error.to_string())?;
            let last = theirs.last().map_or("000000", |one| &one.number[one.number.len() - 6..]);
            same("the last invoice's number", last.parse().unwrap_or(0), theirs.len())?;
            invoices.extend(theirs);
        }
        same("invoices", invoices.len(), self.orders.len())?;
        let delivered = invoices.iter().filter(|one| matches!(one.state, InvoiceState::Delivered { .. }));
        same("delivered invoices", delivered.count(), self.orders.len())?;
        let taken = inbox.taken();
        let numbers: BTreeSet<&String> = invoices.iter().map(|one| &one.number).collect();
        if taken.keys().collect::<BTreeSet<_>>() != numbers {
            return Err(format!("the buyer has {} invoices of {}", taken.len(), numbers.len()));
        }
        same("numbers that came with different documents", taken.values().filter(|one| **one > 1).count(), 0)
    }
}

fn same(what: &str, found: usize, wanted: usize) -> Result<(), String> {
    if found == wanted { Ok(()) } else { Err(format!("{what}: {found}, and not {wanted}")) }
}

fn mails(directory: &Path) -> BTreeSet<String> {
    let entries = std::fs::read_dir(directory).expect("a directory");
    let names = entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned());
    names.filter(|name| name.ends_with(".eml")).collect()
}
