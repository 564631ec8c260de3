//! Attributes that are one of a few words.

use crate::model::*;

/// A type whose values are written as words.
pub(crate) trait Keyword: Copy + PartialEq + 'static {
    /// Every word and its value.
    const WORDS: &'static [(&'static str, Self)];

    /// The word of a value.
    fn word(self) -> &'static str {
        let found = Self::WORDS.iter().find(|(_, value)| *value == self);
        found.map_or("", |(word, _)| word)
    }
}

macro_rules! keywords {
    ($($type:ident: { $($word:literal => $value:ident),+ $(,)? })+) => {
        $(impl Keyword for $type {
            const WORDS: &'static [(&'static str, Self)] = &[$(($word, $type::$value)),+];
        })+
    };
}

keywords! {
    DeploymentMode: { "production" => Production, "test" => Test }
    CredentialType: { "marketplace" => Marketplace }
    PunchOutOperation: {
        "create" => Create, "inspect" => Inspect, "edit" => Edit, "source" => Source,
    }
    QuoteStatus: { "final" => Final, "pending" => Pending }
    SourcingAction: { "approve" => Approve, "cancel" => Cancel, "deny" => Deny }
    OrderKind: { "new" => New, "update" => Update, "delete" => Delete }
    OrderType: { "regular" => Regular, "blanket" => Blanket, "release" => Release }
    InvoiceStatusType: {
        "processing" => Processing, "canceled" => Canceled, "reconciled" => Reconciled,
        "rejected" => Rejected, "paying" => Paying, "paid" => Paid,
    }
    ConfirmationOperation: { "new" => New, "update" => Update }
    ConfirmationType: {
        "accept" => Accept, "allDetail" => AllDetail, "detail" => Detail,
        "backordered" => Backordered, "except" => Except, "reject" => Reject,
        "requestToPay" => RequestToPay, "replace" => Replace,
    }
    ConfirmationStatusType: {
        "accept" => Accept, "allDetail" => AllDetail, "detail" => Detail,
        "backordered" => Backordered, "reject" => Reject, "unknown" => Unknown,
        "requestToPay" => RequestToPay,
    }
    InvoicePurpose: {
        "standard" => Standard, "creditMemo" => CreditMemo, "debitMemo" => DebitMemo,
        "lineLevelCreditMemo" => LineLevelCreditMemo, "lineLevelDebitMemo" => LineLevelDebitMemo,
    }
    InvoiceOperation: { "new" => New, "delete" => Delete }
    InvoiceOrigin: { "supplier" => Supplier, "buyer" => Buyer }
}
