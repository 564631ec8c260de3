//! cXML.dtd: envelope, punch-out, orders, profile and status update.

use super::content;

content! {
    CXML = cXML: [Header?, Message?, Request?, Response?, Signature*];
    HEADER = Header: [From, To, Sender, Path?, OriginalDocument?];
    FROM = From: [Credential+, Correspondent?];
    TO = To: [Credential+, Correspondent?];
    SENDER = Sender: [Credential+, UserAgent];
    CREDENTIAL = Credential: [Identity, SharedSecret?, DigitalSignature?, CredentialMac?];
    PUNCH_OUT_SETUP_REQUEST = PunchOutSetupRequest: [BuyerCookie, Extrinsic*, BrowserFormPost?,
        Contact*, SupplierSetup?, ShipTo?, SelectedItem?, ItemOut **];
    CONTACT = Contact: [Name, PostalAddress*, Email*, Phone*, Fax*, URL*, IdReference*,
        Extrinsic*];
    SHIP_TO = ShipTo: [Address, CarrierIdentifier*, TransportInformation*, IdReference*];
    BILL_TO = BillTo: [Address, IdReference*];
    ITEM_OUT = ItemOut: [ItemID, Path?, ItemDetail?, BlanketItemDetail?, SupplierID?,
        SupplierList?, ShipTo?, Shipping?, Tax?, SpendDetail?, Distribution*, Contact*,
        TermsOfDelivery?, Comments*, Indicator*, Tolerances?, ControlKeys?, ScheduleLine*,
        MasterAgreementReference?, MasterAgreementIDInfo?, ItemOutIndustry?, Packaging*,
        ReleaseInfo?, Batch?];
    ITEM_IN = ItemIn: [ItemID, Path?, ItemDetail, SupplierID?, SupplierList?, ShipTo?, Shipping?,
        Tax?, SpendDetail?, Distribution*, Contact*, Comments?, ScheduleLine*, BillTo?, Batch?,
        Period?, DateInfo*, Extrinsic*];
    ITEM_ID = ItemID: [SupplierPartID, SupplierPartAuxiliaryID?, BuyerPartID?, IdReference*];
    ITEM_DETAIL = ItemDetail: [UnitPrice, Description+, OverallLimit?, ExpectedLimit?,
        UnitOfMeasure, PriceBasisQuantity?, Classification+, ManufacturerPartID?,
        ManufacturerName?, URL?, LeadTime?, Dimension*, ItemDetailIndustry?,
        AttachmentReference*, PlannedAcceptanceDays?, Extrinsic*];
    BLANKET_ITEM_DETAIL = BlanketItemDetail: [Description+, OverallLimit?, ExpectedLimit?,
        MaxAmount?, MinAmount?, MaxContractAmount?, MaxAdhocAmount?, MaxQuantity?, MinQuantity?,
        UnitPrice?, UnitOfMeasure?, PriceBasisQuantity?, Classification*, Extrinsic*];
    UNIT_PRICE = UnitPrice: [Money, Modifications?, PricingConditions?];
    TOTAL = Total: [Money, Modifications?];
    CHARGE = Charge: [Money];
    MAX_AMOUNT = MaxAmount: [Money];
    MIN_AMOUNT = MinAmount: [Money];
    PRICE_BASIS_QUANTITY = PriceBasisQuantity: [UnitOfMeasure, Description?];
    SHIPPING = Shipping: [Money, Description, Modifications?];
    TAX = Tax: [Money, TaxAdjustmentAmount?, Description, TaxDetail*, Distribution*, Extrinsic*];
    TAX_DETAIL = TaxDetail: [TaxableAmount?, TaxAmount, TaxLocation?, TaxAdjustmentAmount?,
        Description?, TriangularTransactionLawReference?, TaxRegime?, TaxExemption?, Extrinsic*];
    TAXABLE_AMOUNT = TaxableAmount: [Money];
    TAX_AMOUNT = TaxAmount: [Money];
    DISTRIBUTION = Distribution: [Accounting, Charge];
    ACCOUNTING = Accounting: [Segment*, AccountingSegment*];
    ACCOUNTING_SEGMENT = AccountingSegment: [Name, Description];
    ADDRESS = Address: [Name, PostalAddress?, Email?, Phone?, Fax?, URL?];
    POSTAL_ADDRESS = PostalAddress: [DeliverTo*, Street+, City, Municipality?, State?,
        PostalCode?, Country, Extrinsic*];
    PHONE = Phone: [TelephoneNumber];
    FAX = Fax: [TelephoneNumber?, URL?, Email?];
    TELEPHONE_NUMBER = TelephoneNumber: [CountryCode, AreaOrCityCode, Number, Extension?];
    ID_REFERENCE = IdReference: [Creator?, Description?];
    PUNCH_OUT_ORDER_MESSAGE = PunchOutOrderMessage: [BuyerCookie, PunchOutOrderMessageHeader,
        ItemIn **];
    PUNCH_OUT_ORDER_MESSAGE_HEADER = PunchOutOrderMessageHeader: [SourcingStatus?, Total,
        ShipTo?, Shipping?, Tax?, SupplierOrderInfo?];
    PROFILE_RESPONSE = ProfileResponse: [Option*, Transaction+];
    TRANSACTION = Transaction: [URL, Option*];
    ORDER_REQUEST = OrderRequest: [OrderRequestHeader, ItemOut ++];
    ORDER_REQUEST_HEADER = OrderRequestHeader: [Total, ShipTo?, BillTo, BusinessPartner*,
        LegalEntity?, OrganizationalUnit*, Shipping?, Tax?, Payment?, PaymentTerm*, Contact*,
        Comments*, Followup?, ControlKeys?, DocumentReference?, SupplierOrderInfo?,
        TermsOfDelivery?, DeliveryPeriod?, IdReference*, OrderRequestHeaderIndustry?,
        Extrinsic*];
    PAYMENT = Payment: [PCard];
    PCARD = PCard: [PostalAddress?];
    PAYMENT_TERM = PaymentTerm: [Discount?, Extrinsic*];
    DISCOUNT = Discount: [DiscountPercent?, DiscountAmount?];
    DISCOUNT_AMOUNT = DiscountAmount: [Money];
    STATUS_UPDATE_REQUEST = StatusUpdateRequest: [DocumentReference?, Status, PaymentStatus?,
        SourcingStatus?, InvoiceStatus?, DocumentStatus?, IntegrationStatus?, Extrinsic*];
    INVOICE_STATUS = InvoiceStatus: [InvoiceIDInfo?, PartialAmount?, Comments*];
    PARTIAL_AMOUNT = PartialAmount: [Money];
    DOCUMENT_STATUS = DocumentStatus: [DocumentInfo?, ItemStatus*, Comments*];
    SELECTED_ITEM = SelectedItem: [ItemID];
}
