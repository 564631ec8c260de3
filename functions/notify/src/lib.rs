//! Due mail goes out (R44, R45), usage is stated (R47), and other systems are told what happened.
//!
//! A mail is named by its job: the same job sends the same message under the same Message-ID.

mod compose;
mod flow;
#[cfg(feature = "lambda")]
pub mod lambda;
mod letter;
mod preview;
mod texts;
mod undelivered;
mod work;

use platform::core::Core;
use platform::events::Events;
use platform::jobs::{self, Swept};
use platform::mail::Mail;
use platform::table::ReadError;
use procurement::job::Worker;

pub use flow::notify;
pub use preview::{Preview, previews};
pub use undelivered::mail_event;

/// Does what is due now.
pub async fn sweep(core: &Core, mail: &Mail, events: &Events) -> Result<Swept, ReadError> {
    jobs::sweep(core, Worker::Notify, |job| flow::notify(core, mail, events, job)).await
}
