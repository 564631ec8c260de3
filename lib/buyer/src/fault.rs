//! What a request can be made to get wrong, so that the other side can prove what it does about it.

use crate::{Credential, PurchaseOrder};
use jiff::SignedDuration;
use rust_decimal::Decimal;

/// One deviation from what the real system sends; any number can be given at once.
#[derive(Clone, Debug, PartialEq)]
pub enum Fault {
    /// Another shared secret.
    WrongSecret(String),
    /// `<SharedSecret></SharedSecret>`.
    EmptySecret,
    /// No SharedSecret at all.
    NoSecret,
    /// CredentialMac in place of SharedSecret (R54), valid from creation for one day; created this long from now.
    CredentialMac(SignedDuration),
    /// Another Sender.
    Sender(Credential),
    /// Another From.
    From(Credential),
    /// Another To.
    To(Credential),
    /// A further From credential beside the true one.
    AlsoFrom(Credential),
    /// No UserAgent in Sender.
    NoUserAgent,
    /// Sender, To, From instead of From, To, Sender.
    HeaderReversed,
    /// The Identity of every credential written twice, as some Coupa documents do.
    DoubleIdentity,
    /// Domains written `duns` in From and Sender and `Duns` in To.
    MixedCaseDomains,
    /// `Request@deploymentMode`.
    DeploymentMode(String),
    /// The version in the DOCTYPE, e.g. `1.2.005`.
    Version(String),
    /// No DOCTYPE.
    NoDoctype,
    /// An entity declaration in the DOCTYPE's internal subset.
    EntityDeclaration,
    /// `cXML@timestamp`, as written.
    Timestamp(String),
    /// `cXML@payloadID`.
    PayloadId(String),
    /// A request type that nobody knows.
    UnknownRequest,
    /// Half of the document.
    Truncated,
    /// A comment that makes the document at least this many bytes long.
    Padded(usize),
    /// This instead of the document.
    Body(String),
    /// UTF-16 with a byte order mark.
    Utf16,
    /// Another Content-Type.
    ContentType(String),
    /// Sent as the form field `cXML-urlencoded`.
    UrlEncoded,
    /// Setup: another BrowserFormPost.
    FormPost(String),
    /// Setup: Contact before BrowserFormPost, as old versions of Coupa write it.
    ContactFirst,
    /// Order: the unit price of a line.
    Price(u32, Decimal),
    /// Order: the quantity of a line.
    Quantity(u32, Decimal),
    /// Order: SupplierPartAuxiliaryID of a line.
    AuxiliaryId(u32, String),
    /// Order: SupplierPartID of a line.
    Part(u32, String),
    /// Order: the unit of measure of a line.
    Unit(u32, String),
    /// Order: the currency of every amount.
    Currency(String),
    /// Order: a Total that is not the sum of the lines.
    Total(Decimal),
    /// Order: another `orderID`.
    OrderId(String),
    /// Order: another `orderVersion`.
    OrderVersion(u32),
    /// Order: a header comment, so that the body differs from what was sent before.
    Comment(String),
    /// Order: a line is left out.
    WithoutLine(u32),
    /// Order: `orderType="blanket"`.
    Blanket,
}

/// Applies what concerns the order's own content.
pub(crate) fn apply_to_order(order: &mut PurchaseOrder, faults: &[Fault]) {
    for fault in faults {
        match fault {
            Fault::Price(line, price) => on_line(order, *line, |it| it.price = *price),
            Fault::Quantity(line, quantity) => on_line(order, *line, |it| it.quantity = *quantity),
            Fault::AuxiliaryId(line, id) => on_line(order, *line, |it| it.auxiliary.clone_from(id)),
            Fault::Part(line, part) => on_line(order, *line, |it| it.part.clone_from(part)),
            Fault::Unit(line, unit) => on_line(order, *line, |it| it.unit.clone_from(unit)),
            Fault::Currency(currency) => in_currency(order, currency),
            Fault::OrderId(number) => order.number.clone_from(number),
            Fault::OrderVersion(version) => order.version = *version,
            Fault::WithoutLine(line) => order.lines.retain(|it| it.number != *line),
            _ => {}
        }
    }
}

fn on_line(order: &mut PurchaseOrder, number: u32, change: impl Fn(&mut crate::Line)) {
    order.lines.iter_mut().filter(|line| line.number == number).for_each(change);
}

fn in_currency(order: &mut PurchaseOrder, currency: &str) {
    currency.clone_into(&mut order.currency);
    for line in &mut order.lines {
        currency.clone_into(&mut line.currency);
    }
}
