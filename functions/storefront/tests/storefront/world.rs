//! A marketplace in memory with listings of the sample catalogue, one organisation, and a clock that stands still.

use std::sync::Arc;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode, header};
use jiff::{SignedDuration, Timestamp};
use platform::accounts::{Accounts, AccountsFile};
use platform::clock::{Clock, ManualClock};
use platform::core::Core;
use platform::documents::Direction;
use platform::ids::Ids;
use platform::keys::Keys;
use platform::store::{DocumentRef, Store};
use platform::table::local::Embedded;
use procurement::account::Organisation;
use procurement::agreement::{Agreement, OrderLine};
use procurement::catalogue::{Listing, parse_lines};
use procurement::connection::{Connection, Identity, Mode, ProcurementSystem, Settings};
use procurement::id::{AgreementId, ConnectionId, RequisitionId};
use procurement::marketplace::Marketplace;
use procurement::order::{
    Acceptance, Answer as Answered, Fulfilment, OrderKey, OrderRecord, OrderResult, Outcome,
};
use procurement::requisition::{Requisition, Status};
use procurement::session::{
    Operation, Requester, START_PAGE_LIFE, SelectedProduct, Session, SessionState, key_of,
};
use rust_decimal::Decimal;
use tower::ServiceExt as _;
use uuid::Uuid;

const SAMPLE: &str = include_str!("../../../../cli/sample/catalogue.jsonl");
const START: &str = "2026-11-21T12:00:00Z";
const ACCOUNTS: &str = r#"
[[organisation]]
management_account = "111122223333"
name = "Acme"

[[account]]
id = "111122223333"
name = "Acme management"
email = "aws@acme.example"
organisation = "111122223333"

[[account]]
id = "222233334444"
name = "Acme data"
email = "data@acme.example"
organisation = "111122223333"

[[account]]
id = "333344445555"
name = "Acme closed"
email = "closed@acme.example"
state = "SUSPENDED"
organisation = "111122223333"
"#;

/// The listings that tests go by; the whole sample takes its time to be written.
const FEW: [&str; 14] = [
    "prod-lumen-logs",
    "prod-lumen-metrics",
    "prod-lumen-agent",
    "prod-lumen-relay",
    "prod-thornwatch",
    "prod-quiet-keys",
    "prod-pawl-bastion",
    "prod-kitefell-mesh",
    "prod-kitefell-balancer",
    "prod-vireo-captions",
    "prod-vireo-live",
    "prod-vireo-player",
    "prod-kazemichi-lake",
    "prod-ambervane-review",
];

/// The organisation's management account.
pub const MANAGEMENT: &str = "111122223333";
/// Another active account of the organisation.
pub const MEMBER: &str = "222233334444";
/// An account of the organisation that AWS suspended.
pub const SUSPENDED: &str = "333344445555";

/// The marketplace under test.
pub struct World {
    pub clock: ManualClock,
    pub core: Core,
    pub accounts: Accounts,
    pub connection: Connection,
    pub router: Router,
    _engine: Embedded,
}

/// What came back.
pub struct Answer {
    pub status: StatusCode,
    pub headers: axum::http::HeaderMap,
    pub body: String,
}

/// How a session begins.
pub struct PunchOut {
    pub operation: Operation,
    pub requester: &'static str,
    pub selected: Option<SelectedProduct>,
    pub cart: Vec<RequisitionId>,
}

// === impl World ===

impl World {
    /// A marketplace with a connection to Coupa and a few listings.
    pub async fn new(mode: Mode) -> Self {
        let mut listings = parse_lines(SAMPLE, START.parse().expect("a time")).0;
        listings.retain(|listing| FEW.contains(&listing.product.id.as_str()));
        Self::with(mode, &listings).await
    }

    /// The same with the whole sample catalogue.
    pub async fn with_everything(mode: Mode) -> Self {
        Self::with(mode, &parse_lines(SAMPLE, START.parse().expect("a time")).0).await
    }

    async fn with(mode: Mode, listings: &[Listing]) -> Self {
        let engine = Embedded::memory().await.expect("the embedded engine");
        let clock = ManualClock::new(START.parse().expect("a time"));
        let core = core(&engine, &clock);
        let accounts =
            Accounts::File(Arc::new(AccountsFile::parse(ACCOUNTS, "accounts.toml").expect("accounts")));
        let connection = connection(mode, clock.now());
        core.store.put_connection(&connection, None).await.expect("a connection");
        let router = storefront::routes(storefront::Storefront::new(core.clone(), accounts.clone()));
        let world = Self { clock, core, accounts, connection, router, _engine: engine };
        world.stock(listings).await;
        world
    }

    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    pub fn advance_minutes(&self, minutes: i64) {
        self.clock.advance(SignedDuration::from_mins(minutes));
    }

    /// Puts listings in the catalogue and says that it changed.
    pub async fn stock(&self, listings: &[Listing]) {
        for listing in listings {
            self.core.store.put_listing(listing).await.expect("a listing");
        }
        self.core.store.note_catalogue_change(self.now()).await.expect("noted");
    }

    /// A listing of the catalogue as it is now.
    pub async fn listing(&self, product: &str) -> Listing {
        let id = product.parse().expect("a product's id");
        self.core.store.listing(&id).await.expect("read").expect("in the catalogue")
    }

    /// Writes the connection, changed.
    pub async fn change_connection(&mut self, change: impl FnOnce(&mut Connection)) {
        let before = self.connection.clone();
        self.connection.version += 1;
        change(&mut self.connection);
        self.core.store.put_connection(&self.connection, Some(&before)).await.expect("a connection");
    }

    /// What a punch-out leads to: the path of the StartPage, not opened yet.
    pub async fn punch_out(&self, punch_out: PunchOut) -> String {
        let token = self.core.ids.token();
        let session = self.session(punch_out);
        let document = DocumentRef {
            id: self.core.ids.uuid().to_string(),
            connection: session.connection,
            direction: Direction::In,
            kind: "PunchOutSetupRequest",
            payload_id: "1@acme",
            content: b"<cXML/>",
        };
        let key = key_of(&token, &self.core.keys.secret_key());
        self.core.store.open_session(&key, &session, &document, self.now()).await.expect("a session");
        format!("/start/{token}")
    }

    /// A requester's session, open: the path of its first page.
    pub async fn shop(&self) -> String {
        self.shop_as(PunchOut::default()).await
    }

    /// The same, of some kind.
    pub async fn shop_as(&self, punch_out: PunchOut) -> String {
        let start = self.punch_out(punch_out).await;
        let opened = self.get(&start).await;
        assert_eq!(opened.status, StatusCode::SEE_OTHER, "{}", opened.body);
        let place = opened.location();
        let key = place.trim_start_matches("/s/").split(['/', '?']).next().unwrap_or_default();
        format!("/s/{key}")
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.send(Request::get(path).body(Body::empty()).expect("a request")).await
    }

    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let request = Request::post(path)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(body));
        self.send(request.expect("a request")).await
    }

    pub async fn send(&self, request: Request<Body>) -> Answer {
        let response = self.router.clone().oneshot(request).await.expect("an answer");
        let (parts, body) = response.into_parts();
        let body = to_bytes(body, 4 << 20).await.expect("a body");
        Answer {
            status: parts.status,
            headers: parts.headers,
            body: String::from_utf8_lossy(&body).into_owned(),
        }
    }

    /// Puts an offer in the cart for the member account; the item's id.
    pub async fn request(&self, home: &str, offer: &str, fields: &[(&str, &str)]) -> RequisitionId {
        let mut all = vec![("account", MEMBER)];
        all.extend(fields);
        let answer = self.post(&format!("{home}/offers/{offer}/request"), &all).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
        *self.read_session(home).await.cart.last().expect("an item")
    }

    /// The session of this first page, as it is stored.
    pub async fn read_session(&self, home: &str) -> Session {
        let key = home.trim_start_matches("/s/");
        self.core.store.session(key).await.expect("read").expect("a session")
    }

    /// Writes a session, changed.
    pub async fn change_session(&self, home: &str, change: impl FnOnce(&mut Session)) {
        let mut session = self.read_session(home).await;
        session.version += 1;
        change(&mut session);
        let key = home.trim_start_matches("/s/");
        self.core.store.put_session(key, &session, &[]).await.expect("a session");
    }

    pub async fn requisition(&self, id: RequisitionId) -> Requisition {
        self.core.store.requisition(id).await.expect("read").expect("an item")
    }

    /// What the return of the cart makes of an item.
    pub async fn send_for_approval(&self, item: RequisitionId) {
        let sent =
            self.requisition(item).await.with(Status::SentForApproval, "Sent for approval.", self.now());
        self.core.store.put_requisition(&sent).await.expect("written");
    }

    /// What a purchase order makes of an item.
    pub async fn buy(&self, item: RequisitionId, order_id: &str) -> Agreement {
        let now = self.now();
        let requisition = self.requisition(item).await;
        let agreement = Agreement::new(
            AgreementId::new(self.core.ids.uuid()),
            &requisition,
            order_line(&requisition, order_id),
            now,
        );
        let status = Status::Subscribed { agreement: agreement.id, order_id: order_id.to_owned() };
        let requisition = requisition.with(status, format!("Purchase order {order_id} arrived."), now);
        let line = Fulfilment { requisition, agreement: agreement.clone(), jobs: Vec::new() };
        let record = self.order_record(item, order_id);
        let accepted = Outcome::Accepted(Acceptance { record, lines: vec![line] });
        self.core.store.commit_order(&accepted).await.expect("an agreement");
        agreement
    }

    fn order_record(&self, item: RequisitionId, order_id: &str) -> OrderRecord {
        let key = OrderKey {
            buyer: self.connection.buyer.clone(),
            order_id: order_id.to_owned(),
            order_version: 1,
        };
        OrderRecord {
            version: 1,
            key,
            connection: self.connection.id,
            digest: String::new(),
            payload_id: "2@acme".to_owned(),
            received: self.now(),
            result: OrderResult::Accepted,
            answer: Answered { payload_id: "3@market".into(), at: self.now(), code: 200, text: "OK".into() },
            requisitions: vec![item],
        }
    }

    fn session(&self, punch_out: PunchOut) -> Session {
        Session {
            version: 1,
            connection: self.connection.id,
            operation: punch_out.operation,
            requester: Requester {
                key: punch_out.requester.to_owned(),
                name: format!("{} Person", punch_out.requester),
                email: None,
                language: None,
                account: None,
            },
            buyer_cookie: "cookie".to_owned(),
            form_post: "https://acme.coupahost.com/punchout/checkout?id=1".parse().expect("a URL"),
            setup_payload_id: "1@acme".to_owned(),
            selected: punch_out.selected,
            cart: punch_out.cart,
            state: SessionState::Offered,
            created: self.now(),
            expires: self.now() + START_PAGE_LIFE,
        }
    }
}

fn order_line(requisition: &Requisition, order_id: &str) -> OrderLine {
    OrderLine {
        order_id: order_id.to_owned(),
        order_date: None,
        line: 1,
        quantity: Decimal::ONE,
        unit_price: requisition.quote.total,
        unit_of_measure: "EA".to_owned(),
        is_service: false,
        part_id: requisition.product.id.to_string(),
        reference: String::new(),
    }
}

fn core(engine: &Embedded, clock: &ManualClock) -> Core {
    let clock = Clock::from(clock);
    Core {
        store: Store::new(engine.table()),
        ids: Ids::seeded(clock.clone(), 7),
        clock,
        keys: Keys::from_bytes([1; 32], [2; 32], [3; 32]),
        marketplace: Arc::new(Marketplace {
            name: "Example Marketplace".to_owned(),
            base_url: "https://market.example".parse().expect("a URL"),
            mail_from: "market@market.example".to_owned(),
            supplier: Identity::new("DUNS", "079928354").expect("an identity"),
        }),
    }
}

fn connection(mode: Mode, now: Timestamp) -> Connection {
    Connection {
        id: ConnectionId::new(Uuid::from_u128(11)),
        version: 1,
        organisation: Organisation {
            management_account: MANAGEMENT.parse().expect("an account"),
            name: "Acme".to_owned(),
            standalone: false,
        },
        system: ProcurementSystem::Coupa,
        name: "Coupa".to_owned(),
        description: String::new(),
        enabled: true,
        mode,
        supplier: Identity::new("DUNS", "079928354").expect("an identity"),
        buyer: Identity::new("DUNS", "123456789").expect("an identity"),
        secrets: Vec::new(),
        settings: Settings { form_hosts: vec!["acme.coupahost.com".to_owned()], ..Settings::default() },
        onboarding: None,
        created: now,
    }
}

// === impl PunchOut ===

impl Default for PunchOut {
    fn default() -> Self {
        Self { operation: Operation::Create, requester: "jim", selected: None, cart: Vec::new() }
    }
}

// === impl Answer ===

impl Answer {
    /// Where a redirect leads.
    pub fn location(&self) -> &str {
        self.header("location")
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// The page's text as a person reads it.
    pub fn text(&self) -> String {
        let page = scraper::Html::parse_document(&self.body);
        page.root_element()
            .text()
            .collect::<Vec<_>>()
            .join(" ")
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// An attribute of every element that fits.
    pub fn attributes(&self, selector: &str, name: &str) -> Vec<String> {
        let page = scraper::Html::parse_document(&self.body);
        let selector = scraper::Selector::parse(selector).expect("a selector");
        page.select(&selector).filter_map(|element| element.value().attr(name)).map(str::to_owned).collect()
    }

    /// How many elements fit.
    pub fn count(&self, selector: &str) -> usize {
        let page = scraper::Html::parse_document(&self.body);
        page.select(&scraper::Selector::parse(selector).expect("a selector")).count()
    }

    /// What the element says; empty where there is none.
    pub fn text_of(&self, selector: &str) -> String {
        let page = scraper::Html::parse_document(&self.body);
        let selector = scraper::Selector::parse(selector).expect("a selector");
        let text = page.select(&selector).next().map(|one| one.text().collect::<Vec<_>>().join(" "));
        text.unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
    }

    #[track_caller]
    pub fn says(&self, words: &str) -> &Self {
        let text = self.text();
        assert!(text.contains(words), "not said: {words}\n{text}");
        self
    }

    #[track_caller]
    pub fn does_not_say(&self, words: &str) -> &Self {
        assert!(!self.text().contains(words), "said: {words}");
        self
    }

    #[track_caller]
    pub fn is(&self, status: u16) -> &Self {
        assert_eq!(self.status.as_u16(), status, "{}", self.text());
        self
    }
}
