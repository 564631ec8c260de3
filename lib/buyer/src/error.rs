//! What can go wrong here, as opposed to at the marketplace, whose answers are values.

/// A step that this system cannot take.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum BuyerError {
    /// Nobody typed in the marketplace's values.
    #[error(
        "this system is not connected to the marketplace; type in its Purchase information under Settings"
    )]
    NotConnected,
    /// No such person.
    #[error("nobody here is called {0}; use the unique name of a configured requester")]
    UnknownRequester(String),
    /// No such session.
    #[error("there is no punch-out session {0}")]
    UnknownSession(u32),
    /// No such cart or requisition.
    #[error("there is no requisition {0}")]
    UnknownRequisition(u32),
    /// No such line.
    #[error("requisition {0} has no line {1}")]
    UnknownLine(u32, u32),
    /// No such order.
    #[error("there is no purchase order {0}")]
    UnknownOrder(String),
    /// The requisition is not where this step starts.
    #[error("requisition {number} is {stage}; this step needs it to be {needed}")]
    WrongStage {
        /// The requisition.
        number: u32,
        /// Where it stands.
        stage: &'static str,
        /// Where it should stand.
        needed: &'static str,
    },
    /// Nothing is left in it.
    #[error("requisition {0} has no lines; there is nothing to submit")]
    EmptyCart(u32),
    /// The marketplace does not let this cart be opened again that way.
    #[error("the marketplace allows no more than \"{0}\" on this cart")]
    NotAllowed(String),
    /// Our own HTTP request to our own page failed.
    #[error("the request to this system itself failed: {0}")]
    Http(String),
    /// A template could not be filled in.
    #[error("a page or document could not be written: {0}")]
    Template(String),
}

impl From<askama::Error> for BuyerError {
    fn from(error: askama::Error) -> Self {
        Self::Template(error.to_string())
    }
}

impl From<reqwest::Error> for BuyerError {
    fn from(error: reqwest::Error) -> Self {
        Self::Http(error.to_string())
    }
}
