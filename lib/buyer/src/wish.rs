//! What a setup request is to ask for.

use crate::{Fault, Operation, Reopened};

/// What to ask the marketplace for.
#[derive(Clone, Debug)]
pub struct PunchOut {
    pub(crate) requester: Option<String>,
    pub(crate) operation: Operation,
    pub(crate) reopened: Option<Reopened>,
    pub(crate) selected_item: Option<(String, Option<String>)>,
    pub(crate) framed: bool,
    pub(crate) faults: Vec<Fault>,
}

impl PunchOut {
    /// A new shopping session for the requester of this `UniqueName`.
    #[must_use]
    pub fn create(requester: &str) -> Self {
        Self {
            requester: Some(requester.to_owned()),
            operation: Operation::Create,
            reopened: None,
            selected_item: None,
            framed: false,
            faults: Vec::new(),
        }
    }

    /// `operation="source"`.
    #[must_use]
    pub fn source(requester: &str) -> Self {
        Self { operation: Operation::Source, ..Self::create(requester) }
    }

    /// Changes these lines of a cart; no lines means all of them.
    #[must_use]
    pub fn edit(requisition: u32, lines: &[u32]) -> Self {
        Self::reopen(Operation::Edit, requisition, lines)
    }

    /// Looks at these lines of a cart or requisition; no lines means all of them.
    #[must_use]
    pub fn inspect(requisition: u32, lines: &[u32]) -> Self {
        Self::reopen(Operation::Inspect, requisition, lines)
    }

    fn reopen(operation: Operation, requisition: u32, lines: &[u32]) -> Self {
        Self {
            requester: None,
            operation,
            reopened: Some(Reopened { requisition, lines: lines.to_vec() }),
            selected_item: None,
            framed: false,
            faults: Vec::new(),
        }
    }

    /// Sends `SelectedItem` (SupplierPartID and, where known, SupplierPartAuxiliaryID).
    #[must_use]
    pub fn select(mut self, part: &str, auxiliary: Option<&str>) -> Self {
        self.selected_item = Some((part.to_owned(), auxiliary.map(str::to_owned)));
        self
    }

    /// Shows the marketplace in a frame of this system's page.
    #[must_use]
    pub fn in_a_frame(mut self, framed: bool) -> Self {
        self.framed = framed;
        self
    }

    /// Gets something wrong.
    #[must_use]
    pub fn with(mut self, fault: Fault) -> Self {
        self.faults.push(fault);
        self
    }
}
