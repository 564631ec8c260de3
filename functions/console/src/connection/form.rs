//! The fields of **Account information** and **Configuration settings**.

use super::confirming::Confirming;
use super::invoicing::Invoicing;
use super::typed::Typed;
use crate::form::{Choice, Field, Mistakes, Switch};
use crate::texts::connection::TEXTS;
use crate::visitor::Visitor;

/// Every field, with what stands in it.
pub struct SettingsForm {
    pub name: Field,
    pub description: Field,
    pub test_mode: Switch,
    pub redirect: Switch,
    pub approval_url: Field,
    pub form_hosts: Field,
    pub contacts: Field,
    pub automatic_approval_free: Switch,
    pub automatic_approval_byol: Switch,
    pub blanket_amount: Field,
    pub blanket_currency: Field,
    pub form_field: Choice,
    pub unit_of_measure: Field,
    pub cart_version: Field,
    pub line_rule: Choice,
    pub strict_deployment_mode: Switch,
    pub credential_mac: Switch,
    pub invoicing: Invoicing,
    pub confirming: Confirming,
}

/// What an identity is one of (R8).
pub(super) const DOMAINS: [(&str, &str); 3] =
    [("NetworkId", "NetworkId"), ("DUNS", "DUNS"), ("AribaNetworkUserId", "AribaNetworkUserId")];

// === impl SettingsForm ===

impl SettingsForm {
    pub fn new(visitor: &Visitor, typed: &Typed, mistakes: &Mistakes) -> Self {
        let t = visitor.words(&TEXTS);
        let field = |name, words, value: &String| mistakes.field(name, words, value);
        let switch = |name, words, on: &Option<String>| mistakes.switch(name, words, on.is_some());
        let fields = [("cxml-base64", t.form_base64), ("cxml-urlencoded", t.form_urlencoded)];
        let rules = [("by_product", t.by_product), ("by_line", t.by_line)];
        Self {
            name: field("name", &t.name, &typed.name),
            description: field("description", &t.description, &typed.description),
            test_mode: switch("test_mode", &t.test_mode, &typed.test_mode),
            redirect: switch("redirect", &t.redirect, &typed.redirect),
            approval_url: field("approval_url", &t.approval_url, &typed.approval_url),
            form_hosts: field("form_hosts", &t.form_hosts, &typed.form_hosts),
            contacts: field("contacts", &t.contacts, &typed.contacts),
            automatic_approval_free: switch(
                "automatic_approval_free",
                &t.free,
                &typed.automatic_approval_free,
            ),
            automatic_approval_byol: switch(
                "automatic_approval_byol",
                &t.byol,
                &typed.automatic_approval_byol,
            ),
            blanket_amount: field("blanket_amount", &t.blanket_amount, &typed.blanket_amount),
            blanket_currency: field("blanket_currency", &t.blanket_currency, &typed.blanket_currency),
            form_field: mistakes.choice("form_field", &t.form_field, &typed.form_field, &fields),
            unit_of_measure: field("unit_of_measure", &t.unit_of_measure, &typed.unit_of_measure),
            cart_version: field("cart_version", &t.cart_version, &typed.cart_version),
            line_rule: mistakes.choice("line_rule", &t.line_rule, &typed.line_rule, &rules),
            strict_deployment_mode: switch(
                "strict_deployment_mode",
                &t.strict,
                &typed.strict_deployment_mode,
            ),
            credential_mac: switch("credential_mac", &t.credential_mac, &typed.credential_mac),
            invoicing: Invoicing::new(visitor, typed, mistakes),
            confirming: Confirming::new(visitor, typed, mistakes),
        }
    }
}
