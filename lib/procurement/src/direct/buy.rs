//! Native purchases: subscribed to at once, in the store itself (R11, R16, R18, R27).

use jiff::Timestamp;

use crate::agreement::{Agreement, Origin};
use crate::catalogue::Pricing;
use crate::configuration::{NotAnOrderNumber, OrderNumber, OrganisationSettings};
use crate::connection::{Connection, DirectVisit, ProcurementSystem, direct_visit};
use crate::id::AgreementId;
use crate::requisition::{Happened, Status};
use crate::shopping::{NotAdded, Place, Subscribed, Wish, ask, fulfilled, what_follows, without_order};

/// What a direct visitor wants to buy, and what it depends on.
#[derive(Clone, Debug)]
pub struct DirectWish<'a> {
    /// What is wanted; its connection is the organisation itself.
    pub wish: Wish<'a>,
    /// The organisation's connections, as they are now.
    pub connections: &'a [Connection],
    /// The organisation's settings.
    pub organisation: &'a OrganisationSettings,
    /// What was typed as the PO number (R18).
    pub order_number: &'a str,
}

/// Why nothing is bought; the text is for the requester.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum NotBought {
    /// It is bought with an approval (R27).
    #[error(
        "Your organisation buys through {}, so this needs an approval there. Nothing was bought.", .0.label()
    )]
    NeedsApproval(ProcurementSystem),
    /// The PO number cannot be taken (R18).
    #[error(transparent)]
    OrderNumber(#[from] NotAnOrderNumber),
    /// As anywhere else.
    #[error(transparent)]
    NotAdded(#[from] NotAdded),
}

/// What becomes of a direct purchase of something so priced. What a redirecting connection approves beforehand needs nobody's
/// approval, so it is subscribed to at once (R16); where that connection is only being tried, it goes the way that is being
/// tried (R9).
pub fn course<'a>(connections: &'a [Connection], pricing: &Pricing) -> DirectVisit<'a> {
    match direct_visit(connections) {
        DirectVisit::Redirected { connection, .. }
            if connection.needs_no_approval(pricing) && !connection.is_test() =>
        {
            DirectVisit::Native
        }
        other => other,
    }
}

/// Subscribes natively, or says why not.
pub fn buy(direct: DirectWish<'_>, agreement: AgreementId, now: Timestamp) -> Result<Subscribed, NotBought> {
    let DirectWish { wish, connections, organisation, order_number } = direct;
    let offer = wish.listing.offers.iter().find(|offer| offer.id == *wish.offer);
    let offer = offer.ok_or(NotAdded::NoSuchOffer)?;
    match course(connections, &offer.pricing) {
        DirectVisit::Native => {}
        DirectVisit::Redirected { connection, .. } | DirectVisit::BeginsInAriba { connection } => {
            return Err(NotBought::NeedsApproval(connection.system));
        }
    }
    let asks = organisation.asks_for_order_number(wish.listing.product.product_type, &offer.pricing);
    let number = if asks { OrderNumber::read(order_number)? } else { None };
    let connection = wish.connection;
    let added = ask(wish, Place::Native, now)?;
    let (session, replaced) = (added.session, added.replaced);
    let number = number.map(|number| number.to_string()).unwrap_or_default();
    let told = Happened::Direct {
        account: added.requisition.account,
        product: added.requisition.product.name.clone(),
    };
    let status = Status::Subscribed { agreement, order_id: number.clone() };
    let requisition = fulfilled(added.requisition, status, told, now);
    let mut line = without_order(connection, &requisition);
    line.order_id = number;
    let agreement = Agreement {
        origin: Origin::Direct,
        // Nothing is invoiced over a connection: it is on the bill of the account.
        schedule: Vec::new(),
        ..Agreement::new(agreement, &requisition, line, now)
    };
    let jobs = what_follows(&agreement, now);
    Ok(Subscribed { session, requisition, replaced, agreement: Some((agreement, jobs)) })
}
