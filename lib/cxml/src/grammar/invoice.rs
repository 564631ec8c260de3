//! InvoiceDetail.dtd.

use super::content;

content! {
    INVOICE_DETAIL_REQUEST = InvoiceDetailRequest: [InvoiceDetailRequestHeader,
        InvoiceDetailOrder **, InvoiceDetailHeaderOrder **, InvoiceDetailSummary];
    INVOICE_DETAIL_REQUEST_HEADER = InvoiceDetailRequestHeader: [InvoiceDetailHeaderIndicator,
        InvoiceDetailLineIndicator, InvoicePartner*, DocumentReference?, InvoiceIDInfo?,
        PaymentProposalIDInfo?, InvoiceDetailShipping?, ShipNoticeIDInfo?,
        InvoiceDetailPaymentTerm*, PaymentTerm*, PaymentInformation?, Period?, Comments?,
        IdReference*, Extrinsic*];
    INVOICE_PARTNER = InvoicePartner: [Contact, IdReference*];
    INVOICE_DETAIL_ORDER = InvoiceDetailOrder: [InvoiceDetailOrderInfo,
        InvoiceDetailReceiptInfo?, InvoiceDetailShipNoticeInfo?, InvoiceDetailItem **,
        InvoiceDetailServiceItem **];
    INVOICE_DETAIL_HEADER_ORDER = InvoiceDetailHeaderOrder: [InvoiceDetailOrderInfo,
        InvoiceDetailOrderSummary];
    INVOICE_DETAIL_ORDER_INFO = InvoiceDetailOrderInfo: [OrderReference?,
        MasterAgreementReference?, MasterAgreementIDInfo?, SupplierOrderInfo?, OrderIDInfo?];
    ORDER_REFERENCE = OrderReference: [DocumentReference];
    MASTER_AGREEMENT_REFERENCE = MasterAgreementReference: [DocumentReference];
    INVOICE_DETAIL_ITEM = InvoiceDetailItem: [UnitOfMeasure, UnitPrice, PriceBasisQuantity?,
        InvoiceDetailItemReference, ReceiptLineItemReference?, ShipNoticeLineItemReference?,
        ServiceEntryItemReference?, ServiceEntryItemIDInfo?, ProductMovementItemIDInfo?,
        SubtotalAmount?, Tax?, InvoiceDetailLineSpecialHandling?, InvoiceDetailLineShipping?,
        ShipNoticeIDInfo?, GrossAmount?, InvoiceDetailDiscount?, InvoiceItemModifications?,
        TotalCharges?, TotalAllowances?, TotalAmountWithoutTax?, NetAmount?, Distribution*,
        Packaging*, InvoiceDetailItemIndustry?, Comments?, CustomsInfo?, Extrinsic*];
    INVOICE_DETAIL_ITEM_REFERENCE = InvoiceDetailItemReference: [ItemID?, Description?,
        Classification*, ManufacturerPartID?, ManufacturerName?, Country?, SerialNumber*,
        SupplierBatchID?, InvoiceDetailItemReferenceIndustry?];
    INVOICE_DETAIL_SERVICE_ITEM = InvoiceDetailServiceItem: [InvoiceDetailServiceItemReference,
        ServiceEntryItemReference?, ServiceEntryItemIDInfo?, SubtotalAmount, Period?, UnitRate?,
        UnitOfMeasure?, UnitPrice?, PriceBasisQuantity?, Tax?, GrossAmount?,
        InvoiceDetailDiscount?, InvoiceItemModifications?, TotalCharges?, TotalAllowances?,
        TotalAmountWithoutTax?, NetAmount?, Distribution*, Comments?, InvoiceLaborDetail?,
        Extrinsic*];
    INVOICE_DETAIL_SERVICE_ITEM_REFERENCE = InvoiceDetailServiceItemReference: [Classification*,
        ItemID?, Description?];
    INVOICE_DETAIL_SUMMARY = InvoiceDetailSummary: [SubtotalAmount, Tax, SpecialHandlingAmount?,
        ShippingAmount?, GrossAmount?, InvoiceDetailDiscount?, InvoiceHeaderModifications?,
        InvoiceDetailSummaryLineItemModifications?, TotalCharges?, TotalAllowances?,
        TotalAmountWithoutTax?, NetAmount, DepositAmount?, DueAmount?,
        InvoiceDetailSummaryIndustry?];
    INVOICE_DETAIL_ORDER_SUMMARY = InvoiceDetailOrderSummary: [SubtotalAmount, Period?, Tax?,
        InvoiceDetailLineSpecialHandling?, InvoiceDetailLineShipping?, GrossAmount?,
        InvoiceDetailDiscount?, NetAmount?, Comments?, Extrinsic*];
    SUBTOTAL_AMOUNT = SubtotalAmount: [Money];
    GROSS_AMOUNT = GrossAmount: [Money];
    NET_AMOUNT = NetAmount: [Money];
    DEPOSIT_AMOUNT = DepositAmount: [Money];
    DUE_AMOUNT = DueAmount: [Money];
    SHIPPING_AMOUNT = ShippingAmount: [Money, Distribution*];
    SPECIAL_HANDLING_AMOUNT = SpecialHandlingAmount: [Money, Description?, Distribution*];
    INVOICE_DETAIL_DISCOUNT = InvoiceDetailDiscount: [Money, Distribution*];
}
