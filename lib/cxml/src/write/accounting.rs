//! Who pays.

use super::output::Output;
use crate::{Accounting, AccountingSegment, Distribution};

impl Output {
    pub(super) fn distribution(&mut self, distribution: &Distribution) {
        self.element("Distribution", |o| {
            o.accounting(&distribution.accounting);
            o.amount("Charge", distribution.charge.as_ref());
        });
    }

    fn accounting(&mut self, accounting: &Accounting) {
        self.element("Accounting", |o| {
            o.attribute("name", &accounting.name);
            o.some(&accounting.segments, Output::accounting_segment);
        });
    }

    fn accounting_segment(&mut self, segment: &AccountingSegment) {
        self.element("AccountingSegment", |o| {
            o.attribute("id", &segment.id);
            o.name("Name", &segment.name);
            o.description(&segment.description);
        });
    }
}
