//! Fulfill.dtd: confirmations.

use super::content;

content! {
    CONFIRMATION_REQUEST = ConfirmationRequest: [ConfirmationHeader, OrderReference,
        OrderStatusRequestReference*, OrderStatusRequestIDInfo*, ConfirmationItem **];
    CONFIRMATION_HEADER = ConfirmationHeader: [DocumentReference?, Total?, Shipping?, Tax?,
        Contact*, Hazard*, Comments*, IdReference*, Extrinsic*];
    CONFIRMATION_ITEM = ConfirmationItem: [UnitOfMeasure, Contact*, Hazard*, ConfirmationStatus
        ++];
    CONFIRMATION_STATUS = ConfirmationStatus: [UnitOfMeasure, ItemIn?, UnitPrice?, Tax?,
        Shipping?, SupplierBatchID?, ScheduleLineReference?, ComponentConsumptionDetails*,
        Comments*, Extrinsic*];
}
