//! Who pays inside the buyer's organisation.

use super::{Description, Money, Name};

/// `Distribution`: a share of a line's cost and the account it goes to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Distribution {
    /// The account.
    pub accounting: Accounting,
    /// `Charge`, the share; `None` where none could be read.
    pub charge: Option<Money>,
}

/// `Accounting`: an account as a list of segments.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Accounting {
    /// `name`.
    pub name: String,
    /// The segments. The older `Segment` element is read as one of these.
    pub segments: Vec<AccountingSegment>,
}

/// `AccountingSegment`, such as a cost centre.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AccountingSegment {
    /// `id`, the value.
    pub id: String,
    /// What it is, `Cost center`.
    pub name: Name,
    /// What it stands for.
    pub description: Description,
}
