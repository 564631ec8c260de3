//! What an administrator can set about a connection.

use std::fmt;

use iso_currency::Currency;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use url::Url;

use super::identity::Identity;
use super::invoice_options::InvoiceOptions;
use super::line_rule::LineRule;
use crate::configuration::AutomaticApproval;
use crate::money::Money;

/// Everything an administrator can set about a connection.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settings {
    /// The hosts that a cart may be sent back to (R28).
    pub form_hosts: Vec<String>,
    /// Which form field carries the cart (R28).
    pub form_field: FormField,
    /// The unit of measure of every line (R29).
    pub unit_of_measure: String,
    /// The DOCTYPE version of the PunchOutOrderMessage (R52).
    pub cart_version: String,
    /// How lines are written (R19).
    #[serde(default)]
    pub line_rule: LineRule,
    /// Whether a document is refused that says test where the connection is live, or the other way round (R20). Off, it is
    /// taken and marked.
    #[serde(default)]
    pub strict_deployment_mode: bool,
    /// Whether a CredentialMac is taken as well as a SharedSecret (R54). It needs secrets that are kept encrypted beside
    /// their hash.
    #[serde(default)]
    pub credential_mac: bool,
    /// How invoices are delivered (R12).
    pub invoicing: InvoiceChannel,
    /// What a pay-as-you-go request comes to without an estimate (R17).
    pub blanket_amount: Money,
    /// Whether a purchase that starts on the marketplace itself is sent to the approval URL (R11).
    #[serde(default)]
    pub redirect: bool,
    /// The page of the procurement system on which requests begin (R11).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approval_url: Option<Url>,
    /// Which products need no approval (R16).
    #[serde(default)]
    pub automatic_approval: AutomaticApproval,
    /// What invoices say and carry beyond the usual, and how they are taken back (R46, R48).
    #[serde(default)]
    pub invoices: InvoiceOptions,
    /// Where confirmations are POSTed, if the procurement system wants them (R43).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confirmations: Option<InvoiceDelivery>,
    /// Who is told what concerns the connection itself: reminders of test mode (R10), failing deliveries (R44).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contacts: Vec<String>,
}

/// Which form field carries the cart (R28).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum FormField {
    /// `cxml-base64`, which keeps every character.
    #[default]
    #[serde(rename = "cxml-base64")]
    Base64,
    /// `cxml-urlencoded`.
    #[serde(rename = "cxml-urlencoded")]
    UrlEncoded,
}

/// How invoices are delivered (R12).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "channel", rename_all = "snake_case")]
pub enum InvoiceChannel {
    /// Not at all.
    #[default]
    None,
    /// POSTed as cXML; Coupa only.
    Cxml(InvoiceDelivery),
    /// As PDF and CSV, to be uploaded by hand.
    SupplierPortal,
}

/// Where and as whom invoices are POSTed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvoiceDelivery {
    /// Where to.
    pub url: Url,
    /// Whom the invoice is from: the marketplace, as this buyer knows it.
    pub from: Identity,
    /// Whom it is to.
    pub to: Identity,
    /// What the marketplace authenticates with, encrypted (R15).
    pub secret: SealedSecret,
    /// The DOCTYPE version of the InvoiceDetailRequest (R52).
    pub version: String,
}

/// A secret that is encrypted at rest; only the outside world's keys open it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SealedSecret(pub String);

// === impl Settings ===

impl Default for Settings {
    fn default() -> Self {
        Self {
            form_hosts: Vec::new(),
            form_field: FormField::default(),
            unit_of_measure: "EA".to_owned(),
            cart_version: "1.2.023".to_owned(),
            line_rule: LineRule::default(),
            strict_deployment_mode: false,
            credential_mac: false,
            invoicing: InvoiceChannel::default(),
            blanket_amount: Money::new(Decimal::new(1_000_000, 2), Currency::USD),
            redirect: false,
            approval_url: None,
            automatic_approval: AutomaticApproval::default(),
            invoices: InvoiceOptions::default(),
            confirmations: None,
            contacts: Vec::new(),
        }
    }
}

// === impl SealedSecret ===

impl fmt::Debug for SealedSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SealedSecret")
    }
}
