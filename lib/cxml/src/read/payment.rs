//! How an order is paid.

use super::reader::Reader;
use crate::grammar;
use crate::xml::Fail;
use crate::{Discount, PaymentCard, PaymentTerm, Secret};

impl Reader<'_> {
    /// `Payment`; `None` where it holds no card.
    pub(super) fn payment(&mut self) -> Result<Option<PaymentCard>, Fail> {
        self.wrapped(&grammar::PAYMENT, "PCard", Self::payment_card)
    }

    fn payment_card(&mut self) -> Result<PaymentCard, Fail> {
        let mut card = PaymentCard {
            number: Secret::from(self.required("number")),
            expiration: self.required("expiration"),
            name: self.optional("name"),
            postal_address: None,
        };
        card.postal_address = self.wrapped(&grammar::PCARD, "PostalAddress", Self::postal_address)?;
        Ok(card)
    }

    pub(super) fn payment_term(&mut self) -> Result<PaymentTerm, Fail> {
        let pay_in_number_of_days = self.required("payInNumberOfDays");
        let discount = self.wrapped(&grammar::PAYMENT_TERM, "Discount", Self::discount)?;
        Ok(PaymentTerm { pay_in_number_of_days, discount: discount.flatten() })
    }

    /// `InvoiceDetailPaymentTerm`, the older form with everything in attributes.
    pub(super) fn invoice_payment_term(&mut self) -> Result<PaymentTerm, Fail> {
        let term = PaymentTerm {
            pay_in_number_of_days: self.required("payInNumberOfDays"),
            discount: self.required_decimal("percentageRate").map(Discount::Percent),
        };
        self.cursor.skip()?;
        Ok(term)
    }

    fn discount(&mut self) -> Result<Option<Discount>, Fail> {
        let mut discount = None;
        self.children(&grammar::DISCOUNT, |r, name| {
            match name {
                "DiscountPercent" => {
                    discount = r.required_decimal("percent").map(Discount::Percent);
                    r.cursor.skip()?;
                }
                "DiscountAmount" => {
                    discount = r.amount(&grammar::DISCOUNT_AMOUNT)?.map(Discount::Amount);
                }
                _ => r.pass(name)?,
            }
            Ok(())
        })?;
        Ok(discount)
    }
}
