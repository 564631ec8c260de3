//! Amounts, shipping and taxes.

use super::output::Output;
use crate::{Money, Shipping, Tax, TaxDetail};

impl Output {
    /// An element around `Money` that the DTD requires.
    pub(super) fn amount(&mut self, element: &str, money: Option<&Money>) {
        self.element(element, |o| o.required(money, Output::money));
    }

    /// An element around `Money` that may be left out.
    pub(super) fn optional_amount(&mut self, element: &str, money: Option<&Money>) {
        if money.is_some() {
            self.amount(element, money);
        }
    }

    pub(super) fn money(&mut self, money: &Money) {
        self.element("Money", |o| {
            o.attribute("currency", &money.currency);
            o.xml.text(&money.amount.to_string());
        });
    }

    pub(super) fn shipping(&mut self, shipping: &Shipping) {
        self.element("Shipping", |o| {
            o.optional_attribute("trackingDomain", shipping.tracking_domain.as_ref());
            o.optional_attribute("trackingId", shipping.tracking_id.as_ref());
            o.required(shipping.amount.as_ref(), Output::money);
            o.description(&shipping.description);
        });
    }

    pub(super) fn tax(&mut self, tax: &Tax) {
        self.element("Tax", |o| {
            o.required(tax.amount.as_ref(), Output::money);
            o.description(&tax.description);
            o.each(&tax.details, Output::tax_detail);
        });
    }

    fn tax_detail(&mut self, detail: &TaxDetail) {
        self.element("TaxDetail", |o| {
            o.optional_attribute("purpose", detail.purpose.as_ref());
            o.attribute("category", &detail.category);
            o.optional_decimal("percentageRate", detail.percentage_rate);
            o.flag("isVatRecoverable", detail.is_vat_recoverable);
            o.optional_moment("taxPointDate", detail.tax_point_date.as_ref());
            o.optional_amount("TaxableAmount", detail.taxable_amount.as_ref());
            o.amount("TaxAmount", detail.tax_amount.as_ref());
            o.optional(detail.location.as_ref(), |o, location| o.name("TaxLocation", location));
            o.optional(detail.description.as_ref(), Output::description);
        });
    }
}
