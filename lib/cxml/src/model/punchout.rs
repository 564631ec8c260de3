//! Punch-out: the request that opens a shop, and the cart that comes back.

use super::{
    Address, BuyerCookie, Contact, Extrinsic, ItemId, ItemIn, ItemOut, Money, Shipping, SupplierOrderInfo,
    Tax,
};

/// `PunchOutSetupRequest`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PunchOutSetupRequest {
    /// What the requester came for.
    pub operation: PunchOutOperation,
    /// The buyer's mark of this session, to be given back unchanged.
    pub buyer_cookie: BuyerCookie,
    /// Facts about the requester.
    pub extrinsics: Vec<Extrinsic>,
    /// `BrowserFormPost/URL`: where the cart goes. Check it before you use it (R28).
    pub browser_form_post: Option<String>,
    /// People.
    pub contacts: Vec<Contact>,
    /// `SupplierSetup/URL`.
    pub supplier_setup: Option<String>,
    /// Where goods would go.
    pub ship_to: Option<Address>,
    /// `SelectedItem`: the item to open at once.
    pub selected_item: Option<ItemId>,
    /// The former cart, when it is edited or inspected.
    pub items: Vec<ItemOut>,
}

impl PunchOutSetupRequest {
    /// The value of the extrinsic of that name; names are compared without case.
    pub fn extrinsic(&self, name: &str) -> Option<&str> {
        Extrinsic::find(&self.extrinsics, name)
    }
}

/// `PunchOutSetupRequest/@operation`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PunchOutOperation {
    /// A new cart.
    #[default]
    Create,
    /// Look at a former cart.
    Inspect,
    /// Change a former cart.
    Edit,
    /// Negotiate a price.
    Source,
}

/// `PunchOutOrderMessage`: the cart.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PunchOutOrderMessage {
    /// The cookie of the setup request.
    pub buyer_cookie: BuyerCookie,
    /// The total, and what may be done later.
    pub header: PunchOutOrderMessageHeader,
    /// The items. None after `create` means nothing was chosen; after `edit`, delete what there
    /// was.
    pub items: Vec<ItemIn>,
}

/// `PunchOutOrderMessageHeader`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PunchOutOrderMessageHeader {
    /// `operationAllowed`: what a later setup request may do with this cart. `Source` is not
    /// among the values; it is written as `create`.
    pub operation_allowed: PunchOutOperation,
    /// `quoteStatus`.
    pub quote_status: QuoteStatus,
    /// The state of a negotiation.
    pub sourcing_status: Option<SourcingStatus>,
    /// `Total`; `None` where none could be read.
    pub total: Option<Money>,
    /// Where goods go.
    pub ship_to: Option<Address>,
    /// What delivery costs.
    pub shipping: Option<Shipping>,
    /// Taxes.
    pub tax: Option<Tax>,
    /// The supplier's number of an order that exists already.
    pub supplier_order_info: Option<SupplierOrderInfo>,
}

/// `quoteStatus`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum QuoteStatus {
    /// The cart will change.
    Pending,
    /// The cart is as it is.
    #[default]
    Final,
}

/// `SourcingStatus`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SourcingStatus {
    /// `action`.
    pub action: Option<SourcingAction>,
    /// `xml:lang`.
    pub lang: String,
    /// In words.
    pub text: String,
}

/// `SourcingStatus/@action`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SourcingAction {
    /// `approve`
    Approve,
    /// `cancel`
    Cancel,
    /// `deny`
    Deny,
}
