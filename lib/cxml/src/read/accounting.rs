//! Who pays.

use super::reader::Reader;
use crate::grammar;
use crate::xml::Fail;
use crate::{Accounting, AccountingSegment, Description, Distribution, Name};

impl Reader<'_> {
    pub(super) fn distribution(&mut self) -> Result<Distribution, Fail> {
        let mut distribution = Distribution::default();
        self.children(&grammar::DISTRIBUTION, |r, name| {
            match name {
                "Accounting" => distribution.accounting = r.accounting()?,
                "Charge" => distribution.charge = r.amount(&grammar::CHARGE)?,
                _ => r.pass(name)?,
            }
            Ok(())
        })?;
        Ok(distribution)
    }

    fn accounting(&mut self) -> Result<Accounting, Fail> {
        let mut accounting = Accounting { name: self.required("name"), ..Accounting::default() };
        self.children(&grammar::ACCOUNTING, |r, name| {
            let segment = match name {
                "AccountingSegment" => r.accounting_segment()?,
                "Segment" => r.segment()?,
                _ => return r.pass(name),
            };
            if segment != AccountingSegment::default() {
                accounting.segments.push(segment);
            }
            Ok(())
        })?;
        Ok(accounting)
    }

    fn accounting_segment(&mut self) -> Result<AccountingSegment, Fail> {
        let mut segment = AccountingSegment { id: self.required("id"), ..AccountingSegment::default() };
        self.children(&grammar::ACCOUNTING_SEGMENT, |r, name| {
            match name {
                "Name" => segment.name = r.name()?,
                "Description" => segment.description = r.description()?,
                _ => r.pass(name)?,
            }
            Ok(())
        })?;
        Ok(segment)
    }

    /// The older form, with everything in attributes.
    fn segment(&mut self) -> Result<AccountingSegment, Fail> {
        let lang = self.language();
        let segment = AccountingSegment {
            id: self.required("id"),
            name: Name::new(lang.clone(), self.required("type")),
            description: Description::new(lang, self.required("description")),
        };
        self.cursor.skip()?;
        Ok(segment)
    }
}
