//! `OrderRequest` as Coupa and SAP Ariba write it.

use crate::ids::wire_time;
use crate::{Fault, Line, OrderKind, PurchaseOrder, Requester, System};
use askama::Template;
use rust_decimal::Decimal;

#[derive(Template)]
#[template(path = "wire/order.xml")]
pub(crate) struct OrderRequest<'a> {
    system: System,
    element: &'static str,
    number: &'a str,
    dated: String,
    kind: &'a OrderKind,
    order_type: Option<&'static str>,
    version: u32,
    requisition: u32,
    currency: &'a str,
    total: Decimal,
    company: &'a str,
    requester: &'a Requester,
    comment: Option<&'a str>,
    lines: &'a [Line],
}

impl<'a> OrderRequest<'a> {
    pub(crate) fn new(
        system: System,
        company: &'a str,
        requester: &'a Requester,
        order: &'a PurchaseOrder,
        faults: &'a [Fault],
    ) -> Self {
        let mut request = Self {
            system,
            element: "OrderRequest",
            number: &order.number,
            dated: wire_time(order.dated),
            kind: &order.kind,
            order_type: None,
            version: order.version,
            requisition: order.requisition,
            currency: &order.currency,
            total: order.total(),
            company,
            requester,
            comment: None,
            lines: &order.lines,
        };
        request.apply(faults);
        request
    }

    fn apply(&mut self, faults: &'a [Fault]) {
        for fault in faults {
            match fault {
                Fault::UnknownRequest => self.element = "TimeTravelRequest",
                Fault::Total(total) => self.total = *total,
                Fault::Comment(comment) => self.comment = Some(comment),
                Fault::Blanket => self.order_type = Some("blanket"),
                _ => {}
            }
        }
    }

    /// Coupa keeps only what it knows, SAP Ariba gives back what came with the item; both name the line type.
    fn extrinsics_of(&self, line: &Line) -> Vec<(String, String)> {
        let line_type = ("LineType".to_owned(), line.line_type.as_str().to_owned());
        let others = line.extrinsics.iter().filter(|(name, _)| name != "LineType");
        match self.system {
            System::Coupa => vec![line_type],
            System::Ariba => others.cloned().chain([line_type]).collect(),
        }
    }
}
