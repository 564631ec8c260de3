//! What is looked for, and by whom.

use procurement::account::AccountId;
use procurement::approved_products::{ApprovedProducts, approval};
use procurement::catalogue::ProductType;
use procurement::id::ProductId;

/// What is looked for. Empty words find everything.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    /// Words; every one must be found, or something like it.
    pub words: String,
    /// Only products of this type.
    pub product_type: Option<ProductType>,
    /// Only products with an offer of this pricing (`Pricing::key`).
    pub pricing: Option<String>,
    /// Only this seller's (`SellerId`).
    pub seller: Option<String>,
    /// Only of this category.
    pub category: Option<String>,
    /// Which page, from 1; a page after the last one is the last one.
    pub page: usize,
    /// How many listings a page has.
    pub per_page: usize,
}

/// Who looks: it decides what can be found.
#[derive(Clone, Copy, Debug, Default)]
pub struct Viewer<'a> {
    /// The accounts by which private offers are judged: the management account and the requester's own.
    pub accounts: &'a [AccountId],
    /// The organisation's list of approved products, if it has one (R23).
    pub approved: Option<&'a ApprovedProducts>,
}

// === impl Query ===

impl Default for Query {
    fn default() -> Self {
        Self {
            words: String::new(),
            product_type: None,
            pricing: None,
            seller: None,
            category: None,
            page: 1,
            per_page: 24,
        }
    }
}

impl Query {
    /// The first page of what fits these words.
    pub fn words(words: impl Into<String>) -> Self {
        Self { words: words.into(), ..Self::default() }
    }
}

// === impl Viewer ===

impl Viewer<'_> {
    /// Whether the organisation may buy this product (R23).
    pub fn may_buy(&self, product: &ProductId) -> bool {
        approval(self.approved, product).is_ok()
    }
}
