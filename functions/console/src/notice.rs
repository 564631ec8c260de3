//! What the visitor has just done, told on the page that comes next.

use serde::Deserialize;

use crate::language::Language;
use crate::texts::notice::TEXTS;

/// What was done; it travels in the address of the next page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Done {
    Enabled,
    Disabled,
    Saved,
    LiveRequested,
    StepTaken,
    Removed,
    Replayed,
    ReplayedUnchanged,
    InvoiceSentAgain,
    InvoiceUploaded,
    InvoiceTakenBack,
    SubscriptionChanged,
    SubscriptionEnded,
    UsageRecorded,
    UsageRecordedBefore,
}

/// The part of an address that carries it. What is not understood there is no reason to show no page.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
pub struct After {
    #[serde(default)]
    pub done: Option<Done>,
}

// === impl Done ===

impl Done {
    /// It in a sentence.
    pub const fn sentence(self, language: Language) -> &'static str {
        let words = TEXTS.the(language);
        match self {
            Self::Enabled => words.enabled,
            Self::Disabled => words.disabled,
            Self::Saved => words.saved,
            Self::LiveRequested => words.live_requested,
            Self::StepTaken => words.step_taken,
            Self::Removed => words.removed,
            Self::Replayed => words.replayed,
            Self::ReplayedUnchanged => words.replayed_unchanged,
            Self::InvoiceSentAgain => words.invoice_sent_again,
            Self::InvoiceUploaded => words.invoice_uploaded,
            Self::InvoiceTakenBack => words.invoice_taken_back,
            Self::SubscriptionChanged => words.subscription_changed,
            Self::SubscriptionEnded => words.subscription_ended,
            Self::UsageRecorded => words.usage_recorded,
            Self::UsageRecordedBefore => words.usage_recorded_before,
        }
    }

    /// The same at the end of an address.
    pub const fn in_address(self) -> &'static str {
        match self {
            Self::Enabled => "done=enabled",
            Self::Disabled => "done=disabled",
            Self::Saved => "done=saved",
            Self::LiveRequested => "done=live_requested",
            Self::StepTaken => "done=step_taken",
            Self::Removed => "done=removed",
            Self::Replayed => "done=replayed",
            Self::ReplayedUnchanged => "done=replayed_unchanged",
            Self::InvoiceSentAgain => "done=invoice_sent_again",
            Self::InvoiceUploaded => "done=invoice_uploaded",
            Self::InvoiceTakenBack => "done=invoice_taken_back",
            Self::SubscriptionChanged => "done=subscription_changed",
            Self::SubscriptionEnded => "done=subscription_ended",
            Self::UsageRecorded => "done=usage_recorded",
            Self::UsageRecordedBefore => "done=usage_recorded_before",
        }
    }
}
