//! A requester under the same weather: punches out, asks for an offer in the store, and sends the cart back. Where a page does
//! not come, they press again; where the way is lost, they start anew; at last they give up.

use axum::Router;
use axum::body::{Body as HttpBody, to_bytes};
use axum::http::{Request as HttpRequest, header};
use cxml::model::{
    Body, BuyerCookie, Credential, Document, Extrinsic, Header, Message, PunchOutSetupRequest, Request,
    Response, ResponsePayload,
};
use cxml::{ReadOptions, WriteOptions};
use platform::core::Core;
use procurement::connection::{Connection, Identity};
use procurement::reference::Reference;
use procurement::requisition::{Requisition, Status};
use url::Url;

use super::sky::Sky;
use super::world::{ACCOUNT, Process, SECRET, World};

/// How often somebody presses the same button.
const PATIENCE: usize = 4;
const FORM_POST: &str = "https://acme.coupahost.com/punchout/checkout?id=1";

/// Somebody who shops.
#[derive(Clone, Debug)]
pub struct Requester {
    pub connection: Connection,
    pub sky: Sky,
    /// Past the weather, for looking at what came of it.
    pub truth: Core,
}

/// A cart that came back, each time that it was sent.
#[derive(Clone, Debug, Default)]
pub struct Cart {
    /// The document to the letter, once for each time that it differs. There should be one.
    pub documents: Vec<String>,
    /// What it holds, as it is in the store right after.
    pub items: Vec<Requisition>,
    /// How many of its items are not in the store.
    pub missing: usize,
}

/// A page as a browser has it.
struct Page {
    status: u16,
    location: Option<String>,
    html: String,
}

// === impl Requester ===

impl Requester {
    pub fn of(world: &World) -> Self {
        Self { connection: world.connection.clone(), sky: world.sky.clone(), truth: world.truth() }
    }

    /// Shops for one thing; the cart, if one came back.
    pub async fn shop(&self, process: &Process, offer: &str) -> Option<Cart> {
        for _ in 0..PATIENCE {
            if let Some(home) = self.enter(&process.router).await {
                return self.fill_cart(&process.router, &home, offer).await;
            }
        }
        None
    }

    /// Punches out and opens the start page: the path of the session.
    async fn enter(&self, router: &Router) -> Option<String> {
        let start = self.punch_out(router).await?;
        // A link whose answer was lost is used up: that needs another punch-out.
        let opened = self.get(router, start.path()).await;
        opened.location.filter(|_| opened.status == 303).map(|location| path_of(&location))
    }

    async fn punch_out(&self, router: &Router) -> Option<Url> {
        let body = self.setup_request();
        for _ in 0..PATIENCE {
            let request = HttpRequest::post(punchout_setup::PATH)
                .header(header::CONTENT_TYPE, "text/xml; charset=UTF-8")
                .body(HttpBody::from(body.clone()))
                .expect("a request");
            let page = ask(router, request).await;
            let read = cxml::read(page.html.as_bytes(), &ReadOptions::default());
            let answer = read.expect("every answer is cXML (R38)").document.body;
            match answer {
                Body::Response(Response {
                    payload: Some(ResponsePayload::PunchOutSetup { start_page }),
                    ..
                }) => return Some(start_page.parse().expect("an address")),
                // The table did not answer: the requester presses again.
                Body::Response(_) => {}
                other => panic!("no response: {other:?}"),
            }
        }
        None
    }

    async fn fill_cart(&self, router: &Router, home: &str, offer: &str) -> Option<Cart> {
        let page = self.get(router, &format!("{home}/offers/{offer}")).await;
        let forms = buyer::forms(&self.truth.marketplace.base_url, &page.html).expect("forms");
        let form = forms.into_iter().find(|form| form.action.path().ends_with("/request"))?;
        let counted =
            form.fields.iter().map(|(name, _)| name.clone()).filter(|name| name.starts_with("quantity"));
        let counted: Vec<String> = counted.collect();
        let form = counted.iter().fold(form.fill("account", ACCOUNT), |form, name| form.fill(name, "1"));
        let asked = self.submit(router, form.action.path(), &form.fields).await?;
        if asked.status != 303 {
            return None;
        }
        let mut documents: Vec<String> = Vec::new();
        for _ in 0..2 {
            let sent = self.submit(router, &format!("{home}/return"), &[]).await?;
            let page = sent.location.filter(|_| sent.status == 303)?;
            let carrier = self.get(router, &path_of(&page)).await;
            let document = carried(&carrier.html)?;
            if !documents.contains(&document) {
                documents.push(document);
            }
        }
        let (items, missing) = self.items(documents.first()?).await;
        self.sky.tell(|| format!("a cart came back with {} items", items.len()));
        Some(Cart { documents, items, missing })
    }

    /// Presses a button, again where no page came.
    async fn submit(&self, router: &Router, path: &str, fields: &[(String, String)]) -> Option<Page> {
        let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        for _ in 0..PATIENCE {
            let request = HttpRequest::post(path)
                .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
                .body(HttpBody::from(body.clone()))
                .expect("a request");
            let page = ask(router, request).await;
            if page.status < 500 {
                return Some(page);
            }
        }
        None
    }

    async fn get(&self, router: &Router, path: &str) -> Page {
        let mut page = ask(router, HttpRequest::get(path).body(HttpBody::empty()).expect("a request")).await;
        for _ in 1..PATIENCE {
            if page.status < 500 {
                break;
            }
            page = ask(router, HttpRequest::get(path).body(HttpBody::empty()).expect("a request")).await;
        }
        page
    }

    /// What a cart holds, as the store has it.
    async fn items(&self, document: &str) -> (Vec<Requisition>, usize) {
        let read = cxml::read(document.as_bytes(), &ReadOptions::default()).expect("a cart");
        let Body::Message { message: Message::PunchOutOrder(cart), .. } = read.document.body else {
            panic!("no cart: {document}")
        };
        let (mut items, count) = (Vec::new(), cart.items.len());
        for item in cart.items {
            let text = item.item_id.supplier_part_auxiliary_id.expect("a reference");
            let reference = Reference::verify(&text, &self.truth.keys.reference_key()).expect("our own");
            let found = self.truth.store.requisition(reference.requisition).await.expect("a read");
            items.extend(found);
        }
        let missing = count - items.len();
        (items, missing)
    }

    fn setup_request(&self) -> String {
        let party = |identity: &Identity| Credential::new(identity.domain.as_str(), &identity.value);
        let buyer = party(&self.connection.buyer);
        let sender = buyer.clone().with_secret(SECRET);
        let header = Header::new(buyer, party(&self.connection.supplier), sender, "Coupa Procurement 1.0");
        let number = self.sky.draw(|chance| chance.below(u64::MAX));
        let setup = PunchOutSetupRequest {
            buyer_cookie: BuyerCookie::text(&number.to_string()),
            extrinsics: vec![
                Extrinsic::new("UniqueName", "ada"),
                Extrinsic::new("UserEmail", "ada@acme.example"),
            ],
            browser_form_post: Some(FORM_POST.to_owned()),
            ..PunchOutSetupRequest::default()
        };
        let request = Request::PunchOutSetup(Box::new(setup));
        let payload_id = format!("{number}@acme.coupahost.com");
        let document = Document::request(payload_id, self.sky.now(), header, request);
        cxml::write(&document, &WriteOptions::version("1.2.014"))
    }
}

// === impl Cart ===

impl Cart {
    /// What is wrong with it, if anything: it holds what was asked for once, however often a button was pressed, waits for
    /// approval, and is the same document each time (R28).
    pub fn fault(&self) -> Option<String> {
        let sent = self.items.iter().all(|item| item.status == Status::SentForApproval);
        let (items, documents, missing) = (self.items.len(), self.documents.len(), self.missing);
        let sound = sent && (items, documents, missing) == (1, 1, 0);
        (!sound).then(|| {
            format!("a cart came as {documents} documents with {items} items and {missing} lost, sent for approval: {sent}")
        })
    }
}

async fn ask(router: &Router, request: HttpRequest<HttpBody>) -> Page {
    use tower::ServiceExt as _;
    let response = router.clone().oneshot(request).await.expect("an answer");
    let status = response.status().as_u16();
    let location = response.headers().get(header::LOCATION);
    let location = location.and_then(|location| location.to_str().ok()).map(str::to_owned);
    let body = to_bytes(response.into_body(), 1 << 20).await.expect("a body");
    Page { status, location, html: String::from_utf8(body.to_vec()).expect("text") }
}

fn path_of(location: &str) -> String {
    Url::parse(location).map_or_else(|_| location.to_owned(), |url| url.path().to_owned())
}

/// The document that a page carries, if it carries one.
fn carried(html: &str) -> Option<String> {
    let page: Url = "https://market.example/".parse().expect("an address");
    let forms = buyer::forms(&page, html).expect("forms");
    let form = forms.into_iter().find(buyer::Form::carries_a_cart)?;
    let fields = form.fields.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    let document = cxml::form::decode(fields).expect("a document");
    Some(String::from_utf8(document.xml).expect("text"))
}
