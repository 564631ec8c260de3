//! An invoice is taken back.

use platform::core::Core;
use procurement::id::InvoiceId;
use procurement::invoice::{Cancellation, Invoice, cancel as decide, credit};

use super::{InvoiceError, line};

/// Decides, writes and says what comes of it.
pub async fn cancel(core: &Core, invoice: &Invoice) -> Result<(), InvoiceError> {
    let missing = || InvoiceError::Missing(invoice.number.clone());
    let work = core.store.load_invoice(invoice.requisition, invoice.instalment).await?.ok_or_else(missing)?;
    let now = core.clock.now();
    match decide(invoice, &work.connection, now)? {
        Cancellation::Void(invoice) => {
            core.store.put_invoices(&[&invoice], None, &[]).await?;
            println!("{}", line(&invoice));
        }
        Cancellation::Withdraw { invoice, job } => {
            core.store.put_invoices(&[&invoice], None, &[&job]).await?;
            println!("{}  the procurement system is asked when the marketplace runs", line(&invoice));
        }
        Cancellation::Credit => {
            let ids = (InvoiceId::new(core.ids.uuid()), core.payload_id());
            let (before, credit, counter, job) = credit(invoice, &work.connection, work.counter, ids, now);
            let jobs: Vec<_> = job.iter().collect();
            let counter = Some((work.connection.id, &counter));
            core.store.put_invoices(&[&before, &credit], counter, &jobs).await?;
            println!("{}\n{}", line(&before), line(&credit));
        }
    }
    Ok(())
}
