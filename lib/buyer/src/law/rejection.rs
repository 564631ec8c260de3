//! Why a cart is not taken, in words for whoever sent it.

use super::tree::ReadError;
use rust_decimal::Decimal;

/// Why a cart is not taken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CartRejection {
    /// Nobody punched out under this number.
    #[error("there is no punch-out session {0}; start again from Shop Online")]
    UnknownSession(u32),
    /// The session was never let in, or is over.
    #[error("session {0} is over: another cart was returned from it; start again from Shop Online")]
    SessionOver(u32),
    /// The setup request of this session was never answered with a start page.
    #[error("session {0} was never opened; start again from Shop Online")]
    SessionNotOpen(u32),
    /// The requisition that was edited has been submitted meanwhile.
    #[error("requisition {0} is no cart any more; what was edited came too late")]
    RequisitionClosed(u32),
    /// The edited lines came back in a currency that the other lines do not have.
    #[error("the other lines of this requisition are in {0}; one requisition has one currency")]
    OtherCurrency(String),
    /// Neither field is in the form.
    #[error("the form has neither the field cXML-base64 nor cXML-urlencoded")]
    NoField,
    /// More than one of the fields is in the form.
    #[error("the form carries more than one cart; send either cXML-base64 or cXML-urlencoded, once")]
    SeveralFields,
    /// Field cXML-base64.
    #[error("the field cXML-base64 is not base64: {0}")]
    NotBase64(String),
    /// Field cXML-urlencoded.
    #[error("the field cXML-urlencoded holds characters beyond us-ascii; write them as &#NNN;")]
    NotAscii,
    /// No XML.
    #[error("the cart does not parse: {0}")]
    NotXml(#[from] ReadError),
    /// XML, but not a PunchOutOrderMessage.
    #[error("the cart is no cXML PunchOutOrderMessage")]
    NotACart,
    /// Not as the DTD has it.
    #[error("the cart is not valid: {0}")]
    Invalid(String),
    /// A secret passed through the browser.
    #[error("the cart holds a SharedSecret; everybody at the browser can read it")]
    SharedSecret,
    /// Another cookie.
    #[error("BuyerCookie is not the one that was sent: \"{0}\"")]
    BuyerCookie(String),
    /// `Message@inReplyTo` names something else.
    #[error("inReplyTo names \"{0}\", which is not this session's setup request")]
    InReplyTo(String),
    /// From or To is somebody else.
    #[error("{0} does not name {1} {2}")]
    Party(&'static str, String, String),
    /// The inspected cart came back with items.
    #[error("an inspection brings nothing back, yet the cart has {0} items")]
    ItemsAfterInspect(usize),
    /// Something is wrong with a line.
    #[error("line {line}: {problem}")]
    Line {
        /// Counted from 1 in the cart.
        line: usize,
        /// What and why.
        problem: String,
    },
    /// Total is no amount.
    #[error("Total: {0}")]
    Total(String),
    /// Total is another sum.
    #[error("Total is {written}, the lines make {sum}")]
    TotalIsNotTheSum {
        /// As written.
        written: Decimal,
        /// As computed.
        sum: Decimal,
    },
}
