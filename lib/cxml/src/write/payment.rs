//! How an order is paid.

use super::output::Output;
use crate::{Discount, PaymentCard, PaymentTerm};

impl Output {
    pub(super) fn payment(&mut self, card: &PaymentCard) {
        self.element("Payment", |o| {
            o.element("PCard", |o| {
                o.attribute("number", card.number.expose());
                o.attribute("expiration", &card.expiration);
                o.optional_attribute("name", card.name.as_ref());
                o.optional(card.postal_address.as_ref(), Output::postal_address);
            });
        });
    }

    pub(super) fn payment_term(&mut self, term: &PaymentTerm) {
        self.element("PaymentTerm", |o| {
            o.attribute("payInNumberOfDays", &term.pay_in_number_of_days);
            o.optional(term.discount.as_ref(), |o, discount| {
                o.element("Discount", |o| o.discount(discount));
            });
        });
    }

    fn discount(&mut self, discount: &Discount) {
        match discount {
            Discount::Percent(percent) => {
                self.attribute_element("DiscountPercent", "percent", &percent.to_string());
            }
            Discount::Amount(money) => self.amount("DiscountAmount", Some(money)),
        }
    }
}
