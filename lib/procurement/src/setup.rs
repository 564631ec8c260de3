//! The decision about a punch-out: may it open a session, and which one (R21).

use cxml::model::{Contact, ItemOut, PunchOutOperation, PunchOutSetupRequest};
use jiff::Timestamp;

use crate::connection::{Connection, check_form_post, check_sign_on};
use crate::id::{ProductId, RequisitionId};
use crate::reference::{Reference, ReferenceKey};
use crate::refusal::Refusal;
use crate::session::{
    MAX_CART, Operation, Requester, START_PAGE_LIFE, SelectedProduct, Session, SessionState,
};

/// The most characters that are kept of a name, an address or a selected item.
const MAX_TEXT: usize = 255;
/// The most characters of a BuyerCookie; it comes back with every cart.
const MAX_COOKIE: usize = 4_000;

/// Everything the decision rests on.
#[derive(Clone, Debug)]
pub struct Situation<'a> {
    /// The connection whose secret the sender presented.
    pub connection: &'a Connection,
    /// The payloadID of the request's document.
    pub payload_id: &'a str,
    /// The request.
    pub request: &'a PunchOutSetupRequest,
    /// What `start_url` on the punch-out address says (R26).
    pub start_url: Option<&'a str>,
    /// The key of the references that a former cart holds.
    pub references: &'a ReferenceKey,
    /// The time.
    pub now: Timestamp,
}

/// Decides about a punch-out: the session that it opens, or why it opens none.
pub fn decide(situation: &Situation<'_>) -> Result<Session, Refusal> {
    let (connection, request) = (situation.connection, situation.request);
    if !connection.enabled {
        return Err(Refusal::forbidden(format!(
            "The connection \"{}\" is disabled. An administrator can enable it in the marketplace's console.",
            connection.name
        )));
    }
    let operation = operation(request.operation)?;
    let form_post = request.browser_form_post.as_deref().ok_or_else(|| {
        Refusal::bad_request(
            "BrowserFormPost is missing, so the cart could not come back. Send the address that takes it.",
        )
    })?;
    let form_post = check_form_post(form_post, &connection.settings.form_hosts)
        .map_err(|error| Refusal::bad_request(format!("{error}.")))?;
    let buyer_cookie = request.buyer_cookie.as_xml().to_owned();
    if buyer_cookie.len() > MAX_COOKIE {
        return Err(Refusal::bad_request(format!("The BuyerCookie is longer than {MAX_COOKIE} characters.")));
    }
    let cart = former_cart(situation)?;
    let sign_on = situation.start_url.map(|text| check_sign_on(text, &connection.settings.form_hosts));
    let sign_on = sign_on.transpose().map_err(|error| Refusal::bad_request(format!("{error}.")))?;
    Ok(Session {
        version: 1,
        connection: connection.id,
        operation,
        requester: requester(situation),
        buyer_cookie,
        form_post,
        setup_payload_id: situation.payload_id.to_owned(),
        selected: request.selected_item.as_ref().and_then(|item| selected(&item.supplier_part_id)),
        sign_on,
        direct: None,
        former: cart.clone(),
        cart,
        state: SessionState::Offered,
        mark: None,
        created: situation.now,
        expires: situation.now.saturating_add(START_PAGE_LIFE).unwrap_or(Timestamp::MAX),
    })
}

fn operation(asked: PunchOutOperation) -> Result<Operation, Refusal> {
    match asked {
        PunchOutOperation::Create => Ok(Operation::Create),
        PunchOutOperation::Edit => Ok(Operation::Edit),
        PunchOutOperation::Inspect => Ok(Operation::Inspect),
        PunchOutOperation::Source => Err(Refusal::not_implemented(
            "The operation \"source\" is not supported. Use create, edit or inspect.",
        )),
    }
}

/// The requisition items of the cart that is opened again, by their references (R21).
fn former_cart(situation: &Situation<'_>) -> Result<Vec<RequisitionId>, Refusal> {
    let items = &situation.request.items;
    if items.len() > MAX_CART {
        return Err(Refusal::bad_request(format!(
            "The cart has {} items; the store takes {MAX_CART}.",
            items.len()
        )));
    }
    let known = |item: &ItemOut| {
        let text = item.item_id.supplier_part_auxiliary_id.as_deref()?;
        Reference::verify(text, situation.references).ok().map(|reference| reference.requisition)
    };
    let named: Vec<RequisitionId> = items.iter().filter_map(known).collect();
    if named.len() < items.len() {
        return Err(Refusal::missing(
            "An item of the cart has no SupplierPartAuxiliaryID of this marketplace. Send the items as the cart carried them.",
        ));
    }
    let mut cart = Vec::with_capacity(named.len());
    for requisition in named {
        if !cart.contains(&requisition) {
            cart.push(requisition);
        }
    }
    Ok(cart)
}

fn selected(part_id: &str) -> Option<SelectedProduct> {
    let part_id = short(part_id)?;
    Some(match part_id.parse::<ProductId>() {
        Ok(id) => SelectedProduct::Product(id),
        Err(_) => SelectedProduct::Unknown(part_id),
    })
}

/// Who shops, from the extrinsics and contacts that procurement systems send.
fn requester(situation: &Situation<'_>) -> Requester {
    let (system, request) = (situation.connection.system, situation.request);
    let extrinsic = |name: &str| request.extrinsic(name).and_then(short);
    let contact = request
        .contacts
        .iter()
        .find(|contact| contact.role.as_deref() == Some("endUser"))
        .or(request.contacts.first());
    let email = extrinsic("UserEmail").or_else(|| contact.and_then(contact_email));
    let full_name = match (extrinsic("FirstName"), extrinsic("LastName")) {
        (Some(first), Some(last)) => Some(format!("{first} {last}")),
        (first, last) => first.or(last),
    };
    let key = extrinsic("UniqueName").or_else(|| email.clone()).or_else(|| extrinsic("User"));
    let name = full_name
        .or_else(|| extrinsic("UserPrintableName"))
        .or_else(|| contact.and_then(|contact| short(&contact.name.text)))
        .or_else(|| key.clone())
        .unwrap_or_else(|| format!("A {} user", system.label()));
    let language = ["Language", "Locale", "UserLanguage", "UserLocale"].into_iter().find_map(extrinsic);
    Requester {
        key: key.unwrap_or_else(|| unnamed(situation.payload_id)),
        name,
        email,
        language,
        account: None,
    }
}

/// Two people whom nobody named must not see each other's requests, so each punch-out is somebody.
fn unnamed(payload_id: &str) -> String {
    format!("unnamed {}", payload_id.chars().take(MAX_TEXT).collect::<String>())
}

fn contact_email(contact: &Contact) -> Option<String> {
    contact.emails.first().and_then(|email| short(&email.address))
}

fn short(text: &str) -> Option<String> {
    let text: String = text.trim().chars().filter(|c| !c.is_control()).take(MAX_TEXT).collect();
    (!text.is_empty()).then_some(text)
}
