//! Due invoices go to the procurement system (R46–R48).
//!
//! The first try gives the invoice its number, together with the job for the next instalment; every try sends the same
//! document; the Status in the body of the answer decides.

mod confirm;
mod deliver;
mod flow;
mod issue;
#[cfg(feature = "lambda")]
pub mod lambda;
mod parcel;
mod withdraw;

use platform::core::Core;
use platform::jobs::{self, JobError, Swept};
use platform::outbound::Outbound;
use platform::table::ReadError;
use procurement::job::{Job, Worker};

use issue::Numbering;

/// Does one leased job, for whatever woke the worker.
pub async fn push_one(core: &Core, outbound: &Outbound, job: Job) -> Result<(), JobError> {
    flow::push(core, outbound, &Numbering::default(), job).await
}

/// Does what is due now.
pub async fn sweep(core: &Core, outbound: &Outbound) -> Result<Swept, ReadError> {
    let numbering = Numbering::default();
    jobs::sweep(core, Worker::InvoicePush, |job| flow::push(core, outbound, &numbering, job)).await
}
