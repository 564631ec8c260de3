//! What a requester may do in a session: open it once, put items in the cart, take them out.

use jiff::{SignedDuration, Timestamp};
use procurement::account::{Account, AccountState, Organisation};
use procurement::catalogue::{Choice, Listing, NotEligible, parse_lines};
use procurement::connection::{Connection, Identity, Mode, ProcurementSystem, Settings};
use procurement::id::{ConnectionId, RequisitionId};
use procurement::requisition::{Happened, Requisition, Status};
use procurement::session::{
    IDLE_LIFE, MAX_CART, Operation, Requester, START_PAGE_LIFE, Session, SessionState,
};
use procurement::shopping::{Added, NotAdded, NotEntered, Wish, enter, remove, request};
use uuid::Uuid;

const SAMPLE: &str = include_str!("../../../cli/sample/catalogue.jsonl");
const MANAGEMENT: &str = "111122223333";

fn now() -> Timestamp {
    "2026-11-21T12:00:00Z".parse().expect("a time")
}

fn connection() -> Connection {
    let management_account = MANAGEMENT.parse().expect("an account");
    Connection {
        id: ConnectionId::new(Uuid::from_u128(1)),
        version: 1,
        organisation: Organisation { management_account, name: "Acme".into(), standalone: false },
        system: ProcurementSystem::Coupa,
        name: "Coupa".into(),
        description: String::new(),
        enabled: true,
        mode: Mode::Live,
        supplier: Identity::new("DUNS", "1").expect("an identity"),
        buyer: Identity::new("DUNS", "2").expect("an identity"),
        secrets: Vec::new(),
        settings: Settings::default(),
        onboarding: None,
        created: now(),
    }
}

fn session(state: SessionState) -> Session {
    Session {
        version: 4,
        connection: connection().id,
        operation: Operation::Create,
        requester: Requester {
            key: "jim".into(),
            name: "Jim".into(),
            email: None,
            language: None,
            account: None,
        },
        buyer_cookie: "c".into(),
        form_post: "https://acme.coupahost.com/checkout".parse().expect("a URL"),
        setup_payload_id: "1@acme".into(),
        selected: None,
        cart: Vec::new(),
        sign_on: None,
        direct: None,
        former: Vec::new(),
        state,
        mark: None,
        created: now(),
        expires: now() + START_PAGE_LIFE,
    }
}

fn shopping() -> Session {
    session(SessionState::Shopping)
}

fn account(state: AccountState) -> Account {
    let id = "222233334444".parse().expect("an account");
    Account { id, name: "Data".into(), email: "data@acme.example".into(), state }
}

fn listing(product: &str) -> Listing {
    let (listings, _) = parse_lines(SAMPLE, now());
    listings.into_iter().find(|one| one.product.id.as_str() == product).expect("in the sample")
}

fn item(number: u128) -> RequisitionId {
    RequisitionId::new(Uuid::from_u128(number))
}

/// Asks for the first offer of a product.
fn ask(
    connection: &Connection,
    session: &Session,
    cart: &[Requisition],
    product: &str,
    account: &Account,
) -> Result<Added, NotAdded> {
    let listing = listing(product);
    let offer = listing.offers[0].id.clone();
    let choice = Choice::default();
    let id = item(session.cart.len() as u128 + 1);
    let (listing, offer, approved) = (&listing, &offer, None);
    let wish =
        Wish { connection, session, cart, listing, offer, choice, account, approved, id, replaces: None };
    request(wish, now())
}

fn ask_for(product: &str) -> Result<Added, NotAdded> {
    ask(&connection(), &shopping(), &[], product, &account(AccountState::Active))
}

#[test]
fn a_start_page_opens_once_and_soon() {
    let offered = session(SessionState::Offered);
    let chosen = Some(account(AccountState::Active).id);
    let entered = enter(offered.clone(), chosen, now()).expect("entered");
    assert_eq!(entered.state, SessionState::Shopping);
    assert_eq!((entered.version, entered.expires), (5, now() + IDLE_LIFE));
    assert_eq!(entered.requester.account, chosen);
    assert_eq!(enter(entered, None, now()), Err(NotEntered::Used));
    assert_eq!(enter(offered, None, now() + START_PAGE_LIFE), Err(NotEntered::Expired));
}

#[test]
fn an_item_in_the_cart_extends_the_session_and_remembers_the_account() {
    let Added { session, requisition, .. } = ask_for("prod-lumen-metrics").expect("added");
    assert_eq!(session.cart, [requisition.id]);
    assert_eq!((session.version, session.expires), (5, now() + IDLE_LIFE));
    assert_eq!(session.requester.account, Some(requisition.account));
    assert_eq!(requisition.quote.total.to_string(), "10000.00 USD");
    assert_eq!((requisition.version, &requisition.status), (1, &Status::InCart));
}

#[test]
fn what_is_not_eligible_is_not_added() {
    let refused = |product| ask_for(product).expect_err("refused");
    assert_eq!(refused("prod-kitefell-mesh"), NotAdded::NotEligible(NotEligible::ContainerContract));
    assert_eq!(refused("prod-vireo-player"), NotAdded::NotEligible(NotEligible::Withdrawn));
}

#[test]
fn a_suspended_account_is_not_subscribed() {
    let suspended = account(AccountState::Suspended);
    let refused = ask(&connection(), &shopping(), &[], "prod-lumen-agent", &suspended);
    assert_eq!(refused, Err(NotAdded::Account));
}

#[test]
fn a_cart_that_is_looked_at_or_of_a_disabled_connection_takes_nothing() {
    let active = account(AccountState::Active);
    let inspected = Session { operation: Operation::Inspect, ..shopping() };
    let refused = ask(&connection(), &inspected, &[], "prod-lumen-agent", &active);
    assert_eq!(refused, Err(NotAdded::ReadOnly));
    let disabled = Connection { enabled: false, ..connection() };
    let refused = ask(&disabled, &shopping(), &[], "prod-lumen-agent", &active);
    assert_eq!(refused, Err(NotAdded::Disabled));
}

#[test]
fn a_cart_holds_one_currency_and_no_more_than_its_limit() {
    let active = account(AccountState::Active);
    let Added { session, requisition, .. } = ask_for("prod-lumen-metrics").expect("added");
    let refused = ask(&connection(), &session, &[requisition], "prod-quiet-keys", &active);
    assert_eq!(refused, Err(NotAdded::Currencies { cart: "USD", offer: "EUR" }));
    let full = Session { cart: (1..=MAX_CART as u128).map(item).collect(), ..shopping() };
    assert_eq!(ask(&connection(), &full, &[], "prod-lumen-agent", &active), Err(NotAdded::Full));
}

#[test]
fn an_offer_that_the_product_no_longer_has_is_not_added() {
    let (connection, session, active) = (connection(), shopping(), account(AccountState::Active));
    let wish = Wish {
        connection: &connection,
        session: &session,
        cart: &[],
        listing: &listing("prod-lumen-agent"),
        offer: &"offer-gone".parse().expect("an id"),
        choice: Choice::default(),
        account: &active,
        approved: None,
        id: item(1),
        replaces: None,
    };
    assert_eq!(request(wish, now()), Err(NotAdded::NoSuchOffer));
}

#[test]
fn an_item_that_leaves_the_cart_is_cancelled_unless_it_was_sent_before() {
    let Added { session, requisition, .. } = ask_for("prod-lumen-agent").expect("added");
    let later = now() + SignedDuration::from_mins(1);
    let removed = remove(&session, &requisition, later).expect("removed");
    assert!(removed.session.cart.is_empty());
    let cancelled = removed.requisition.expect("cancelled");
    assert!(matches!(cancelled.status, Status::Cancelled { .. }));
    assert_eq!(cancelled.version, 2);

    let told = Happened::Sent { system: ProcurementSystem::Coupa, test: false };
    let sent = requisition.clone().with(Status::SentForApproval, told, now());
    assert_eq!(remove(&session, &sent, later).expect("removed").requisition, None);
    assert_eq!(remove(&removed.session, &requisition, later), None);
    let inspected = Session { operation: Operation::Inspect, ..session };
    assert_eq!(remove(&inspected, &requisition, later), None);
}
