//! The form of an offer's page.

use procurement::account::Account;
use procurement::catalogue::{Dimension, Pricing};
use procurement::connection::LineRule;

use super::load::Loaded;
use super::proposed;
use super::typed::{Faults, QUANTITY, Typed};
use crate::Storefront;
use crate::texts::Texts;
use crate::visit::Visit;
use crate::way::Way;

/// The form, with what was typed and what is wrong with it.
pub struct Form {
    pub action: String,
    /// What the button says.
    pub button: &'static str,
    /// What pressing it does.
    pub hint: String,
    pub ticket: String,
    /// The request that is sent again; empty where there is none.
    pub replaces: String,
    /// The contract lengths to choose from; none where there is no choice.
    pub lengths: Vec<Choosable>,
    pub months_fault: Option<String>,
    pub quantities: Vec<Quantity>,
    pub quantities_fault: Option<String>,
    pub estimate: Option<Estimate>,
    /// The PO number, where it is asked for (R18).
    pub order_number: Option<Typing>,
    /// One line for all, or one for each item (R19); none where there is no choice.
    pub lines: Vec<Choosable>,
    pub accounts: Vec<Choosable>,
    pub account_fault: Option<String>,
    /// Whether anything is wrong.
    pub faulty: bool,
}

/// Something to choose.
pub struct Choosable {
    pub value: String,
    pub label: String,
    pub chosen: bool,
}

/// How many of a dimension.
pub struct Quantity {
    pub field: String,
    pub id: String,
    pub name: String,
    pub unit: String,
    pub value: String,
    pub fault: Option<String>,
}

/// What usage is expected to cost (R17).
pub struct Estimate {
    pub currency: &'static str,
    pub value: String,
    /// What it comes to if nothing is entered; nothing where the connection's amount is in another currency.
    pub otherwise: Option<String>,
    pub fault: Option<String>,
}

/// A line of text.
pub struct Typing {
    pub value: String,
    pub fault: Option<String>,
}

// === impl Form ===

impl Form {
    pub fn new(store: &Storefront, visit: &Visit, loaded: &Loaded, typed: &Typed, faults: Faults) -> Self {
        let (offer, t) = (loaded.offer(), visit.t());
        let way = visit.way(&offer.pricing);
        let at_once = way.is_at_once();
        Self {
            action: format!(
                "{}/{}",
                visit.offer_page(&offer.id),
                if at_once { "subscribe" } else { "request" }
            ),
            button: if at_once { t.offer.subscribe } else { t.offer.request },
            hint: hint(way, visit),
            order_number: order_number(visit, loaded, typed, &faults),
            ticket: procurement::id::RequisitionId::new(store.core.ids.uuid()).to_string(),
            replaces: loaded.former.as_ref().map(|former| former.id.to_string()).unwrap_or_default(),
            lengths: lengths(&offer.pricing, typed, t),
            quantities: dimensions(&offer.pricing).iter().map(|one| quantity(one, typed, &faults)).collect(),
            estimate: estimate(&offer.pricing, visit, typed, &faults),
            lines: lines(&offer.pricing, visit, typed),
            accounts: accounts(visit, loaded, typed),
            faulty: !faults.is_empty(),
            months_fault: faults.months,
            quantities_fault: faults.quantities,
            account_fault: faults.account,
        }
    }
}

fn hint(way: Way<'_>, visit: &Visit) -> String {
    let t = visit.t();
    match way {
        Way::Cart => (t.offer.into_cart)(visit.connection.system.label()),
        Way::AtOnce => t.offer.at_once.to_owned(),
        Way::Native => t.direct.at_once.to_owned(),
        Way::Redirected(connection) => (t.direct.waits_there)(connection.system.label()),
        Way::BeginsInAriba => String::new(),
    }
}

/// Asked for before a native purchase of a SaaS contract, under purchase order management (R18).
fn order_number(visit: &Visit, loaded: &Loaded, typed: &Typed, faults: &Faults) -> Option<Typing> {
    let (pricing, product) = (&loaded.offer().pricing, &loaded.listing.product);
    let direct = visit.direct.as_ref().filter(|_| visit.way(pricing) == Way::Native)?;
    let asked = direct.organisation.asks_for_order_number(product.product_type, pricing);
    asked.then(|| Typing { value: typed.order_number.clone(), fault: faults.order_number.clone() })
}

fn lengths(pricing: &Pricing, typed: &Typed, t: &Texts) -> Vec<Choosable> {
    let Pricing::Contract { .. } = pricing else { return Vec::new() };
    let length = |months: u16| Choosable {
        value: months.to_string(),
        label: (t.formats.months)(months),
        chosen: typed.months == months.to_string(),
    };
    pricing.contract_lengths().into_iter().map(length).collect()
}

/// Under the rule by line, several dimensions are one line or several, as the requester likes.
fn lines(pricing: &Pricing, visit: &Visit, typed: &Typed) -> Vec<Choosable> {
    let t = &visit.t().offer;
    if visit.asked_over(pricing).settings.line_rule != LineRule::ByLine
        || visit.direct.is_some()
        || dimensions(pricing).len() < 2
    {
        return Vec::new();
    }
    let line =
        |value: &str, label: &str, chosen| Choosable { value: value.into(), label: label.into(), chosen };
    vec![line("single", t.single, !typed.split), line("split", t.split, typed.split)]
}

fn dimensions(pricing: &Pricing) -> &[Dimension] {
    match pricing {
        Pricing::Contract { dimensions, .. } => dimensions,
        _ => &[],
    }
}

fn quantity(dimension: &Dimension, typed: &Typed, faults: &Faults) -> Quantity {
    Quantity {
        field: format!("{QUANTITY}{}", dimension.key),
        id: format!("quantity-{}", dimension.key),
        name: dimension.name.clone(),
        unit: dimension.unit.clone(),
        value: typed.quantities.get(&dimension.key).cloned().unwrap_or_default(),
        fault: faults.quantity.get(&dimension.key).cloned(),
    }
}

fn estimate(pricing: &Pricing, visit: &Visit, typed: &Typed, faults: &Faults) -> Option<Estimate> {
    let blanket = visit.asked_over(pricing).settings.blanket_amount;
    let Pricing::PayAsYouGo { currency, .. } = pricing else { return None };
    // Nobody approves an amount of what is bought directly.
    if visit.way(pricing) == Way::Native {
        return None;
    }
    Some(Estimate {
        currency: currency.code(),
        value: typed.estimate.clone(),
        otherwise: (blanket.currency == *currency).then(|| (visit.t().formats.money)(blanket)),
        fault: faults.estimate.clone(),
    })
}

/// A private offer may be for some accounts only; the others cannot be chosen for it.
fn accounts(visit: &Visit, loaded: &Loaded, typed: &Typed) -> Vec<Choosable> {
    let management = visit.connection.organisation.management_account;
    let open = |account: &&Account| loaded.offer().is_for(&[management, account.id]);
    let accounts: Vec<Account> = loaded.accounts.iter().filter(open).cloned().collect();
    let proposed = proposed(visit, &accounts).map(|account| account.id.to_string());
    let chosen = if typed.account.is_empty() { proposed } else { Some(typed.account.clone()) };
    let choosable = |account: &Account| Choosable {
        value: account.id.to_string(),
        label: format!("{} ({})", account.name, account.id),
        chosen: chosen.as_deref() == Some(account.id.as_str()),
    };
    accounts.iter().map(choosable).collect()
}
