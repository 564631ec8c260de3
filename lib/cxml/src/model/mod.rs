//! The documents as values: plain owned structs, no XML in sight.
//!
//! Every type is as wide as what the world sends and as narrow as what the DTD allows us to write.
//! Where the DTD wants an element that senders forget, the field is an `Option` or an empty list;
//! the writer then writes an empty element, which the reader takes for absent again.

mod accounting;
mod address;
mod charge;
mod comments;
mod confirmation;
mod contact;
mod cookie;
mod credential;
mod detail;
mod document;
mod header;
mod invoice;
mod item;
mod money;
mod order;
mod payment;
mod profile;
mod punchout;
mod reference;
mod status_update;
mod text;

pub use accounting::{Accounting, AccountingSegment, Distribution};
pub use address::{Address, Country, PostalAddress};
pub use charge::{Shipping, Tax, TaxDetail};
pub use comments::{Attachment, Comments};
pub use confirmation::{
    ConfirmationHeader, ConfirmationItem, ConfirmationOperation, ConfirmationRequest, ConfirmationStatus,
    ConfirmationStatusType, ConfirmationType, ConfirmedDetail,
};
pub use contact::{Contact, Email, Fax, FaxTarget, Phone, TelephoneNumber, Url};
pub use cookie::BuyerCookie;
pub use credential::{Credential, CredentialMac, CredentialType};
pub use detail::{BlanketItemDetail, Classification, Detail, ItemDetail, PriceBasisQuantity};
pub use document::{Body, DeploymentMode, Document, Message, Request, Response, ResponsePayload};
pub use header::{Header, Party, Sender};
pub use invoice::{
    InvoiceDetailDiscount, InvoiceDetailHeaderIndicator, InvoiceDetailHeaderOrder, InvoiceDetailItem,
    InvoiceDetailItemReference, InvoiceDetailLineIndicator, InvoiceDetailOrder, InvoiceDetailOrderInfo,
    InvoiceDetailOrderSummary, InvoiceDetailRequest, InvoiceDetailRequestHeader, InvoiceDetailServiceItem,
    InvoiceDetailServiceItemReference, InvoiceDetailSummary, InvoiceIdInfo, InvoiceLine, InvoiceOperation,
    InvoiceOrders, InvoiceOrigin, InvoicePartner, InvoicePurpose, InvoicedOrder, Period, SpecialHandling,
};
pub use item::{ItemId, ItemIn, ItemOut, SupplierId};
pub use money::{Decimal, Money};
pub use order::{OrderKind, OrderRequest, OrderRequestHeader, OrderType};
pub use payment::{Discount, PaymentCard, PaymentTerm};
pub use profile::{ProfileOption, ProfileResponse, Transaction};
pub use punchout::{
    PunchOutOperation, PunchOutOrderMessage, PunchOutOrderMessageHeader, PunchOutSetupRequest, QuoteStatus,
    SourcingAction, SourcingStatus,
};
pub use reference::{AgreementReference, OrderIdInfo, OrderReference, SupplierOrderInfo};
pub use status_update::{
    DocumentInfo, DocumentStatus, InvoiceStatus, InvoiceStatusType, StatusUpdateDetail, StatusUpdateRequest,
};
pub use text::{Description, Extrinsic, IdReference, Name};
