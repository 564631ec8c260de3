//! What was typed into **Account information** and **Configuration settings**.

use procurement::configuration::Draft;
use procurement::connection::ProcurementSystem;
use serde::Deserialize;

use crate::form::lines;

/// The form as a browser sends it: a switch that is off is absent.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    /// The version that the page was made with.
    pub version: u64,
    pub name: String,
    pub description: String,
    pub test_mode: Option<String>,
    pub redirect: Option<String>,
    pub approval_url: String,
    pub form_hosts: String,
    pub contacts: String,
    pub automatic_approval_free: Option<String>,
    pub automatic_approval_byol: Option<String>,
    pub blanket_amount: String,
    pub blanket_currency: String,
    pub form_field: String,
    pub unit_of_measure: String,
    pub cart_version: String,
    pub line_rule: String,
    pub strict_deployment_mode: Option<String>,
    pub credential_mac: Option<String>,
    pub invoice_channel: String,
    pub invoice_attach_pdf: Option<String>,
    pub invoice_url: String,
    pub invoice_domain: String,
    pub invoice_identity: String,
    pub invoice_secret: String,
    pub invoice_version: String,
    pub invoice_cancel_by: String,
    pub invoice_tax_category: String,
    pub invoice_tax_percent: String,
    pub invoice_tax_description: String,
    pub confirmation_url: String,
    pub confirmation_domain: String,
    pub confirmation_identity: String,
    pub confirmation_secret: String,
    pub confirmation_version: String,
}

// === impl Typed ===

impl Typed {
    /// The same as the use case takes it. An SAP Ariba connection's mode is not its administrator's to set, and it redirects
    /// nobody (R13).
    pub fn draft(&self, system: ProcurementSystem) -> Draft {
        let coupa = system == ProcurementSystem::Coupa;
        let text = |text: &String| Some(text.clone());
        let over_cxml = self.invoice_channel == "cxml";
        let of_invoices = |text: &String| over_cxml.then(|| text.clone());
        Draft {
            name: text(&self.name),
            description: text(&self.description),
            mode: coupa.then(|| if self.test_mode.is_some() { "test" } else { "live" }.to_owned()),
            form_hosts: Some(lines(&self.form_hosts)),
            form_field: text(&self.form_field),
            unit_of_measure: text(&self.unit_of_measure),
            cart_version: text(&self.cart_version),
            blanket_amount: text(&self.blanket_amount),
            blanket_currency: text(&self.blanket_currency),
            redirect: coupa.then_some(self.redirect.is_some()),
            approval_url: coupa.then(|| self.approval_url.clone()),
            automatic_approval_free: Some(self.automatic_approval_free.is_some()),
            automatic_approval_byol: Some(self.automatic_approval_byol.is_some()),
            contacts: Some(lines(&self.contacts)),
            line_rule: text(&self.line_rule),
            strict_deployment_mode: Some(self.strict_deployment_mode.is_some()),
            credential_mac: Some(self.credential_mac.is_some()),
            invoice_channel: text(&self.invoice_channel),
            invoice_attach_pdf: coupa.then_some(self.invoice_attach_pdf.is_some()),
            invoice_url: of_invoices(&self.invoice_url),
            invoice_domain: of_invoices(&self.invoice_domain),
            invoice_identity: of_invoices(&self.invoice_identity),
            invoice_secret: of_invoices(&self.invoice_secret),
            invoice_version: of_invoices(&self.invoice_version),
            invoice_cancel_by: coupa.then(|| self.invoice_cancel_by.clone()),
            invoice_tax_category: coupa.then(|| self.invoice_tax_category.clone()),
            invoice_tax_percent: coupa.then(|| self.invoice_tax_percent.clone()),
            invoice_tax_description: coupa.then(|| self.invoice_tax_description.clone()),
            confirmation_url: text(&self.confirmation_url),
            confirmation_domain: text(&self.confirmation_domain),
            confirmation_identity: text(&self.confirmation_identity),
            confirmation_secret: text(&self.confirmation_secret),
            confirmation_version: text(&self.confirmation_version),
        }
    }
}

impl From<&Draft> for Typed {
    fn from(draft: &Draft) -> Self {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let or = |text: &Option<String>, usual: &str| text.clone().unwrap_or_else(|| usual.to_owned());
        let listed = |lines: &Option<Vec<String>>| lines.as_deref().unwrap_or_default().join("\n");
        let switch = |on: Option<bool>| on.unwrap_or_default().then(|| "on".to_owned());
        Self {
            version: 0,
            name: text(&draft.name),
            description: text(&draft.description),
            test_mode: switch(draft.mode.as_deref().map(|mode| mode == "test")),
            redirect: switch(draft.redirect),
            approval_url: text(&draft.approval_url),
            form_hosts: listed(&draft.form_hosts),
            contacts: listed(&draft.contacts),
            automatic_approval_free: switch(draft.automatic_approval_free),
            automatic_approval_byol: switch(draft.automatic_approval_byol),
            blanket_amount: text(&draft.blanket_amount),
            blanket_currency: text(&draft.blanket_currency),
            form_field: text(&draft.form_field),
            unit_of_measure: text(&draft.unit_of_measure),
            cart_version: text(&draft.cart_version),
            line_rule: text(&draft.line_rule),
            strict_deployment_mode: switch(draft.strict_deployment_mode),
            credential_mac: switch(draft.credential_mac),
            invoice_channel: text(&draft.invoice_channel),
            invoice_attach_pdf: switch(draft.invoice_attach_pdf),
            invoice_url: text(&draft.invoice_url),
            invoice_domain: or(&draft.invoice_domain, "NetworkId"),
            invoice_identity: text(&draft.invoice_identity),
            invoice_secret: String::new(),
            invoice_version: or(&draft.invoice_version, "1.2.020"),
            invoice_cancel_by: or(&draft.invoice_cancel_by, "delete"),
            invoice_tax_category: text(&draft.invoice_tax_category),
            invoice_tax_percent: text(&draft.invoice_tax_percent),
            invoice_tax_description: text(&draft.invoice_tax_description),
            confirmation_url: text(&draft.confirmation_url),
            confirmation_domain: or(&draft.confirmation_domain, "NetworkId"),
            confirmation_identity: text(&draft.confirmation_identity),
            confirmation_secret: String::new(),
            confirmation_version: or(&draft.confirmation_version, "1.2.020"),
        }
    }
}
