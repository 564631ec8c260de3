//! How one document points at another.

use super::reader::Reader;
use crate::grammar;
use crate::xml::Fail;
use crate::{AgreementReference, OrderIdInfo, OrderReference, SupplierOrderInfo};

impl Reader<'_> {
    /// `DocumentReference`: its payloadID.
    pub(super) fn document_reference(&mut self) -> Result<String, Fail> {
        let payload_id = self.required("payloadID");
        self.cursor.skip()?;
        Ok(payload_id)
    }

    pub(super) fn supplier_order_info(&mut self) -> Result<SupplierOrderInfo, Fail> {
        let order_id = self.required("orderID");
        self.cursor.skip()?;
        Ok(SupplierOrderInfo { order_id })
    }

    pub(super) fn order_reference(&mut self) -> Result<OrderReference, Fail> {
        let mut reference = OrderReference {
            payload_id: String::new(),
            order_id: self.optional("orderID"),
            order_date: self.moment("orderDate"),
        };
        let payload_id =
            self.wrapped(&grammar::ORDER_REFERENCE, "DocumentReference", Self::document_reference)?;
        reference.payload_id = payload_id.unwrap_or_default();
        Ok(reference)
    }

    pub(super) fn order_id_info(&mut self) -> Result<OrderIdInfo, Fail> {
        let info = OrderIdInfo { order_id: self.required("orderID"), order_date: self.moment("orderDate") };
        self.cursor.skip()?;
        Ok(info)
    }

    pub(super) fn master_agreement_reference(&mut self) -> Result<AgreementReference, Fail> {
        let agreement_id = self.optional("agreementID");
        let agreement_date = self.moment("agreementDate");
        let payload_id = self.wrapped(
            &grammar::MASTER_AGREEMENT_REFERENCE,
            "DocumentReference",
            Self::document_reference,
        )?;
        Ok(AgreementReference::Document {
            payload_id: payload_id.unwrap_or_default(),
            agreement_id,
            agreement_date,
        })
    }

    pub(super) fn master_agreement_id_info(&mut self) -> Result<AgreementReference, Fail> {
        let agreement = AgreementReference::Id {
            agreement_id: self.required("agreementID"),
            agreement_date: self.moment("agreementDate"),
        };
        self.cursor.skip()?;
        Ok(agreement)
    }
}
