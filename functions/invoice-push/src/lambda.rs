//! What wakes the function in AWS: the table's stream, the schedule, given-up messages.

use platform::core::Core;
use platform::lambda::event::{BatchAnswer, Wake};
use platform::lambda::{Error, worker};
use platform::outbound::Outbound;
use procurement::job::Worker;

use crate::flow;
use crate::issue::Numbering;

/// Does what an event asks for.
pub async fn handle(core: &Core, outbound: &Outbound, wake: Wake) -> Result<BatchAnswer, Error> {
    let numbering = Numbering::default();
    worker::answer(core, Worker::InvoicePush, wake, |job| flow::push(core, outbound, &numbering, job)).await
}
