//! The fields of **Electronic invoicing** (R12, R46, R48).

use super::form::DOMAINS;
use super::typed::Typed;
use crate::form::{Choice, Field, Mistakes, Switch};
use crate::texts::invoicing::{TEXTS, Words};
use crate::visitor::Visitor;

/// The fields, with what stands in them.
pub struct Invoicing {
    pub t: &'static Words,
    pub channel: Choice,
    pub url: Field,
    pub domain: Choice,
    pub identity: Field,
    pub secret: Field,
    pub version: Field,
    pub attach_pdf: Switch,
    pub cancel_by: Choice,
    pub tax_category: Field,
    pub tax_percent: Field,
    pub tax_description: Field,
}

// === impl Invoicing ===

impl Invoicing {
    pub fn new(visitor: &Visitor, typed: &Typed, mistakes: &Mistakes) -> Self {
        let t = visitor.words(&TEXTS);
        let field = |name, words, value: &String| mistakes.field(name, words, value);
        let channels = [("none", t.none), ("cxml", t.cxml), ("supplier_portal", t.portal)];
        let ways = [("delete", t.by_delete), ("line_credit", t.by_line_credit), ("credit", t.by_credit)];
        Self {
            t,
            channel: mistakes.choice("invoice_channel", &t.channel, &typed.invoice_channel, &channels),
            url: field("invoice_url", &t.url, &typed.invoice_url),
            domain: mistakes.choice("invoice_domain", &t.domain, &typed.invoice_domain, &DOMAINS),
            identity: field("invoice_identity", &t.identity, &typed.invoice_identity),
            // What was typed as a secret goes into no page (R15).
            secret: mistakes.field("invoice_secret", &t.secret, ""),
            version: field("invoice_version", &t.version, &typed.invoice_version),
            attach_pdf: mistakes.switch(
                "invoice_attach_pdf",
                &t.attach_pdf,
                typed.invoice_attach_pdf.is_some(),
            ),
            cancel_by: mistakes.choice("invoice_cancel_by", &t.cancel_by, &typed.invoice_cancel_by, &ways),
            tax_category: field("invoice_tax_category", &t.tax_category, &typed.invoice_tax_category),
            tax_percent: field("invoice_tax_percent", &t.tax_percent, &typed.invoice_tax_percent),
            tax_description: field(
                "invoice_tax_description",
                &t.tax_description,
                &typed.invoice_tax_description,
            ),
        }
    }
}
