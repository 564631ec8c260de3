//! Amounts, shipping and taxes.

use super::reader::Reader;
use crate::grammar::{self, Content};
use crate::xml::Fail;
use crate::{Money, Shipping, Tax, TaxDetail};

impl Reader<'_> {
    /// An element around `Money`; `None` where no amount could be read.
    pub(super) fn amount(&mut self, content: &'static Content) -> Result<Option<Money>, Fail> {
        self.wrapped(content, "Money", Self::money).map(Option::flatten)
    }

    pub(super) fn shipping(&mut self) -> Result<Shipping, Fail> {
        let mut shipping = Shipping {
            tracking_domain: self.optional("trackingDomain"),
            tracking_id: self.optional("trackingId"),
            ..Shipping::default()
        };
        self.children(&grammar::SHIPPING, |r, name| {
            match name {
                "Money" => shipping.amount = r.money()?,
                "Description" => shipping.description = r.description()?,
                _ => r.pass(name)?,
            }
            Ok(())
        })?;
        Ok(shipping)
    }

    pub(super) fn tax(&mut self) -> Result<Tax, Fail> {
        let mut tax = Tax::default();
        self.children(&grammar::TAX, |r, name| {
            match name {
                "Money" => tax.amount = r.money()?,
                "Description" => tax.description = r.description()?,
                "TaxDetail" => tax.details.push(r.tax_detail()?),
                _ => r.pass(name)?,
            }
            Ok(())
        })?;
        Ok(tax)
    }

    fn tax_detail(&mut self) -> Result<TaxDetail, Fail> {
        let mut detail = TaxDetail {
            category: self.required("category"),
            purpose: self.optional("purpose"),
            percentage_rate: self.decimal("percentageRate"),
            is_vat_recoverable: self.flag("isVatRecoverable"),
            tax_point_date: self.moment("taxPointDate"),
            ..TaxDetail::default()
        };
        self.children(&grammar::TAX_DETAIL, |r, name| {
            match name {
                "TaxableAmount" => detail.taxable_amount = r.amount(&grammar::TAXABLE_AMOUNT)?,
                "TaxAmount" => detail.tax_amount = r.amount(&grammar::TAX_AMOUNT)?,
                "TaxLocation" => detail.location = Some(r.name()?),
                "Description" => detail.description = Some(r.description()?),
                _ => r.pass(name)?,
            }
            Ok(())
        })?;
        Ok(detail)
    }
}
