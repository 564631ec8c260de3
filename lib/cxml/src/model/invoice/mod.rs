//! The invoice (R46).

mod header;
mod line;
mod order;
mod summary;

pub use header::{
    InvoiceDetailHeaderIndicator, InvoiceDetailLineIndicator, InvoiceDetailRequestHeader, InvoiceIdInfo,
    InvoiceOperation, InvoiceOrigin, InvoicePartner, InvoicePurpose, Period,
};
pub use line::{
    InvoiceDetailDiscount, InvoiceDetailItem, InvoiceDetailItemReference, InvoiceDetailServiceItem,
    InvoiceDetailServiceItemReference, InvoiceLine,
};
pub use order::{
    InvoiceDetailHeaderOrder, InvoiceDetailOrder, InvoiceDetailOrderInfo, InvoiceDetailOrderSummary,
    InvoiceOrders, InvoicedOrder,
};
pub use summary::{InvoiceDetailSummary, SpecialHandling};

/// `InvoiceDetailRequest`: an invoice or a credit memo.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct InvoiceDetailRequest {
    /// What concerns the whole invoice.
    pub header: InvoiceDetailRequestHeader,
    /// The orders it bills.
    pub orders: InvoiceOrders,
    /// The sums.
    pub summary: InvoiceDetailSummary,
}
