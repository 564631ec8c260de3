//! Which invoice is meant, and what is set right about it.

use std::path::PathBuf;

use platform::core::Core;
use platform::oversight::invoices::{InvoiceError, find};
use procurement::id::ConnectionId;
use procurement::invoice::{Correction, Invoice};

/// Which invoice.
#[derive(Debug, clap::Args)]
pub struct Which {
    /// The marketplace's directory.
    #[arg(long, value_name = "DIR")]
    pub(super) data: PathBuf,
    /// The connection.
    #[arg(long, value_name = "CONNECTION")]
    connection: ConnectionId,
    /// The invoice's number, such as PG-7f3a9c21-000042.
    number: String,
}

/// What the procurement system's order says otherwise than it was received; what is left out stays.
#[derive(Debug, clap::Args)]
pub struct Corrected {
    /// The purchase order's number.
    #[arg(long, value_name = "NUMBER")]
    order: Option<String>,
    /// The line of the order.
    #[arg(long, value_name = "N")]
    line: Option<u32>,
    /// The unit of measure.
    #[arg(long, value_name = "UNIT")]
    unit: Option<String>,
    /// The part number.
    #[arg(long, value_name = "PART")]
    part: Option<String>,
    /// The line buys an amount: send InvoiceDetailServiceItem.
    #[arg(long, conflicts_with = "counted")]
    service: bool,
    /// The line buys units: send InvoiceDetailItem.
    #[arg(long)]
    counted: bool,
}

// === impl Which ===

impl Which {
    pub(super) async fn find(&self, core: &Core) -> Result<Invoice, InvoiceError> {
        find(core, self.connection, &self.number).await
    }
}

impl From<Corrected> for Correction {
    fn from(corrected: Corrected) -> Self {
        let is_service = match (corrected.service, corrected.counted) {
            (true, _) => Some(true),
            (_, true) => Some(false),
            _ => None,
        };
        Self {
            order_id: corrected.order,
            line: corrected.line,
            unit_of_measure: corrected.unit,
            is_service,
            part_id: corrected.part,
        }
    }
}
