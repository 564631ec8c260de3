//! A marketplace in memory with listings of the sample catalogue, one organisation, and a clock that stands still.

mod answer;
mod ordering;
mod setting;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode, header};
use jiff::{SignedDuration, Timestamp};
use platform::accounts::Accounts;
use platform::clock::ManualClock;
use platform::core::Core;
use platform::documents::Direction;
use platform::store::DocumentRef;
use platform::table::local::Embedded;
use procurement::catalogue::{Listing, parse_lines};
use procurement::configuration::{Caller, Permissions, Standing};
use procurement::connection::{Connection, Mode};
use procurement::id::RequisitionId;
use procurement::requisition::Requisition;
use procurement::session::{
    Operation, Requester, START_PAGE_LIFE, SelectedProduct, Session, SessionState, key_of,
};
use tower::ServiceExt as _;

pub use answer::Answer;
pub use setting::{MANAGEMENT, MEMBER, SUSPENDED};

const SAMPLE: &str = include_str!("../../../../../cli/sample/catalogue.jsonl");
const START: &str = "2026-11-21T12:00:00Z";
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

/// The marketplace under test.
pub struct World {
    pub clock: ManualClock,
    pub core: Core,
    pub accounts: Accounts,
    pub connection: Connection,
    pub router: Router,
    _engine: Embedded,
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
        let core = setting::core(&engine, &clock);
        let accounts = setting::accounts();
        let connection = setting::connection(mode, clock.now());
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
            names: Vec::new(),
            code: None,
            proved_by: None,
            content: b"<cXML/>",
        };
        let key = key_of(&token, &self.core.keys.secret_key());
        self.core.store.open_session(&key, &session, &[document], self.now()).await.expect("a session");
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

    /// Somebody of the member account visits directly, under this name: the path of the first page.
    pub async fn visit_directly(&self, name: &str) -> String {
        let caller = Caller {
            account: MEMBER.parse().expect("an account"),
            arn: format!("arn:aws:sts::{MEMBER}:assumed-role/Developer/{name}"),
            permissions: Permissions { put: false, describe: false },
            standing: Standing::Member(self.connection.organisation.clone()),
            operator: false,
        };
        let store = &self.core.marketplace.base_url;
        let session = procurement::direct::visit(&caller, store, self.now()).expect("a session");
        let token = self.core.ids.token();
        let key = key_of(&token, &self.core.keys.secret_key());
        self.core.store.open_session(&key, &session, &[], self.now()).await.expect("a session");
        let opened = self.get(&format!("/start/{token}")).await;
        assert_eq!(opened.status, StatusCode::SEE_OTHER, "{}", opened.body);
        opened.location().to_owned()
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
            sign_on: None,
            direct: None,
            former: punch_out.cart.clone(),
            cart: punch_out.cart,
            state: SessionState::Offered,
            mark: None,
            created: self.now(),
            expires: self.now() + START_PAGE_LIFE,
        }
    }
}

// === impl PunchOut ===

impl Default for PunchOut {
    fn default() -> Self {
        Self { operation: Operation::Create, requester: "jim", selected: None, cart: Vec::new() }
    }
}
