//! Invoices that come in: judged by the receiver's law, and held against the order.

use std::time::Duration;

use buyer::{Buyer, Direction, Document};
use tokio::time::{Instant, sleep};

use super::report::{Report, Weight};

const AREA: &str = "invoice";
const PAUSE: Duration = Duration::from_millis(250);

/// Waits for an invoice of this order.
pub(super) async fn ask(buyer: &Buyer, order: &str, patience: Duration, report: &mut Report) {
    let name = "an invoice arrives and is booked";
    report.ask((AREA, Weight::Must), name, booked(buyer, order, patience)).await;
    let refused = async {
        match buyer.documents().iter().rev().find(|document| is_refused(document)) {
            None => Ok(((), "none was refused".to_owned())),
            Some(document) => Err(document.status.as_ref().map(ToString::to_string).unwrap_or_default()),
        }
    };
    report.ask((AREA, Weight::Must), "no invoice breaks the receiver's law", refused).await;
}

async fn booked(buyer: &Buyer, order: &str, patience: Duration) -> Result<((), String), String> {
    let until = Instant::now() + patience;
    loop {
        let invoices = buyer.received_invoices();
        if let Some(invoice) = invoices.iter().find(|invoice| invoice.order == order) {
            return Ok(((), format!("{}: {} {}", invoice.number, invoice.net, invoice.currency)));
        }
        if Instant::now() >= until {
            return Err(format!("no invoice came within {} seconds", patience.as_secs()));
        }
        sleep(PAUSE).await;
    }
}

fn is_refused(document: &Document) -> bool {
    document.direction == Direction::Received
        && document.kind == "InvoiceDetailRequest"
        && document.status.as_ref().is_some_and(|status| !status.is_success())
}
