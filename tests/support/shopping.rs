//! A requester's way through the store by real HTTP, as short words.

use buyer::{Buyer, Checkout, PunchOut};
use punchgate::shopper::{Page, Shopper};
use url::Url;

/// What is asked for: a product, which of its offers (the first one unless named), and what is filled in.
#[derive(Clone, Copy, Debug)]
pub struct Offered {
    /// The product's id.
    pub product: &'static str,
    /// The offer's id, or nothing for the first one on the page.
    pub offer: Option<&'static str>,
    /// Fields of the request form.
    pub fields: &'static [(&'static str, &'static str)],
}

/// One punch-out and what is done in it.
#[derive(Debug)]
pub struct Shopping<'a> {
    buyer: &'a Buyer,
    shopper: Shopper,
    /// The session at the procurement system.
    pub session: u32,
    /// The store's page.
    pub store: Page,
}

// === impl Offered ===

impl Offered {
    /// A SaaS contract in USD, paid upfront: one invoice at once.
    pub const LUMEN_LOGS: Self =
        Self { product: "prod-lumen-logs", offer: None, fields: &[("months", "12")] };
    /// A private offer of 10,000.00 USD in three instalments.
    pub const TALLY_LEDGER: Self =
        Self { product: "prod-tally-ledger", offer: Some("offer-tally-ledger-5a02"), fields: &[] };
    /// A container product, pay as you go.
    pub const HARBOR_SCAN: Self = Self { product: "prod-harbor-scan", offer: None, fields: &[] };
    /// A private offer that expires after two days.
    pub const FERNHOLLOW_BACKUP: Self =
        Self { product: "prod-fernhollow-backup", offer: Some("offer-fernhollow-backup-4d66"), fields: &[] };
}

// === impl Shopping ===

impl<'a> Shopping<'a> {
    /// Ada punches out and opens the store.
    pub async fn start(buyer: &'a Buyer) -> Self {
        Self::start_with(buyer, PunchOut::create("ada")).await
    }

    /// The same with another punch-out.
    pub async fn start_with(buyer: &'a Buyer, punch_out: PunchOut) -> Self {
        let setup = buyer.punch_out(punch_out).await.expect("an answer");
        let start = setup.start_page.unwrap_or_else(|| panic!("no StartPage: {:?}", setup.refusal));
        let shopper = Shopper::new().expect("a client");
        let store = shopper.open(&start).await.expect("a page");
        assert_eq!(store.status, 200, "{}", store.html);
        Self { buyer, shopper, session: setup.session, store }
    }

    /// Opens a page of this session, by its path after `/s/{key}`.
    pub async fn open(&self, path: &str) -> Page {
        self.shopper.open(&self.url(path)).await.expect("a page")
    }

    /// The address of a page of this session.
    pub fn url(&self, path: &str) -> Url {
        let mut segments = self.store.url.path_segments().expect("a path");
        let key = segments.nth(1).expect("a session key");
        self.store.url.join(&format!("/s/{key}{path}")).expect("an address")
    }

    /// Opens the request form of an offer.
    pub async fn offer(&self, wanted: Offered) -> Page {
        let product = self.open(&format!("/products/{}", wanted.product)).await;
        let link = wanted.offer.map_or_else(|| "/offers/".to_owned(), |offer| format!("/offers/{offer}"));
        self.shopper.open(&product.link_to(&link).expect("an offer")).await.expect("a page")
    }

    /// Fills the request form in and submits it; the page that comes is the cart, or says why not.
    pub async fn request(&self, wanted: Offered) -> Page {
        let page = self.offer(wanted).await;
        let mut form = page.form_to("/request").expect("a request form");
        if form.field("account").is_none_or(str::is_empty) {
            form = form.fill("account", self.account());
        }
        for (name, value) in wanted.fields {
            form = form.fill(name, value);
        }
        let counted: Vec<String> = form
            .fields
            .iter()
            .map(|(name, _)| name.clone())
            .filter(|name| name.starts_with("quantity"))
            .collect();
        for name in counted {
            form = form.fill(&name, "1");
        }
        self.shopper.submit(&form).await.expect("a page")
    }

    /// The account to subscribe, where the requester is asked.
    fn account(&self) -> &'static str {
        match self.buyer.system() {
            buyer::System::Coupa => "111122220001",
            buyer::System::Ariba => "444455550001",
        }
    }

    /// Sends the cart; the page that comes carries it.
    pub async fn carrier(&self) -> Page {
        let cart = self.open("/cart").await;
        self.shopper.submit(&cart.form_to("/return").expect("a way back")).await.expect("a page")
    }

    /// Sends the cart to the procurement system; the requisition that it becomes there.
    pub async fn check_out(&self) -> u32 {
        let form = self.carrier().await.cart_form().expect("a cart");
        match self.buyer.receive_cart(self.session, &form.fields).await.expect("an answer") {
            Ok(Checkout::Cart { requisition, .. }) => requisition,
            other => panic!("the cart came to {other:?}"),
        }
    }

    /// Requests one thing and has it approved; the number of the purchase order, which is not sent yet.
    pub async fn approved_order(buyer: &'a Buyer, wanted: Offered) -> String {
        let shopping = Self::start(buyer).await;
        let cart = shopping.request(wanted).await;
        assert_eq!(cart.status, 200, "{}", cart.html);
        let requisition = shopping.check_out().await;
        buyer.submit(requisition).expect("submitted");
        buyer.approve(requisition).expect("approved").number
    }

    /// Submits a form in this session.
    pub async fn submit(&self, form: &buyer::Form) -> Page {
        self.shopper.submit(form).await.expect("a page")
    }
}
