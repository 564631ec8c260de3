//! One purchase, step by step, and what must be true after each.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use buyer::{Buyer, Checkout, PunchOut};
use mailparse::MailHeaderMap as _;
use procurement::agreement::Agreement;
use procurement::id::RequisitionId;
use procurement::invoice::{Invoice, InvoiceState};
use procurement::requisition::Requisition;

use super::steps::{Step, Steps};
use super::world::World;
use crate::shopper::{Page, Shopper, ShopperError};

/// How long mail and invoices may take: the marketplace looks for due jobs several times a second.
const PATIENCE: Duration = Duration::from_secs(8);
const PAUSE: Duration = Duration::from_millis(40);

/// What is bought, and for which account.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wanted {
    words: &'static str,
    product: &'static str,
    /// Its offer, where it is not the first one of the page.
    offer: &'static str,
    fields: &'static [(&'static str, &'static str)],
    /// How many invoices are due at once where invoices are sent.
    invoices: usize,
}

/// One purchase on its way.
#[derive(Debug)]
pub(super) struct Purchase<'a> {
    world: &'a World,
    system: &'static str,
    buyer: &'a Buyer,
    wanted: Wanted,
    shopper: Shopper,
}

/// What a step found, for the table.
struct Found {
    answer: String,
    details: String,
}

/// Why a step failed, in words.
struct Fault(String);

// === impl Wanted ===

impl Wanted {
    /// A contract paid upfront: one invoice at once.
    pub(super) const LUMEN_LOGS: Self = Self {
        words: "lumen logs",
        product: "prod-lumen-logs",
        offer: "",
        fields: &[("months", "12")],
        invoices: 1,
    };
    /// A private offer in instalments: the first invoice at once, if its first part is due at once.
    pub(super) const TALLY_LEDGER: Self = Self {
        words: "tally ledger",
        product: "prod-tally-ledger",
        offer: "offer-tally-ledger-5a02",
        fields: &[],
        invoices: 1,
    };
    /// Pay as you go: never an invoice with a PO number (R47).
    pub(super) const HARBOR_SCAN: Self =
        Self { words: "harbor scan", product: "prod-harbor-scan", offer: "", fields: &[], invoices: 0 };
}

// === impl Purchase ===

impl<'a> Purchase<'a> {
    pub(super) fn new(
        world: &'a World,
        system: &'static str,
        buyer: &'a Buyer,
        wanted: Wanted,
    ) -> Result<Self, ShopperError> {
        Ok(Self { world, system, buyer, wanted, shopper: Shopper::new()? })
    }

    /// Goes the whole way, or as far as it gets.
    pub(super) async fn go(&mut self, steps: &mut Steps) {
        let _ = self.go_on(steps).await;
    }

    async fn go_on(&self, steps: &mut Steps) -> Option<()> {
        let setup = self.step(steps, "punch-out", self.punch_out()).await?;
        let store = self.step(steps, "start page", self.start(setup.1)).await?;
        let offer = self.step(steps, "search and product", self.find(store)).await?;
        let cart = self.step(steps, "request approval", self.request(offer)).await?;
        let requisition = self.step(steps, "cart goes back", self.send_back(setup.0, cart.clone())).await?;
        let order = self.step(steps, "submit and approve", self.approve(requisition)).await?;
        self.step(steps, "purchase order", self.order(&order, false)).await?;
        self.step(steps, "the same order again", self.order(&order, true)).await?;
        let agreement = self.step(steps, "agreement", self.agreement(&order)).await?;
        self.step(steps, "subscription listed", self.listed(cart, &order)).await?;
        self.step(steps, "mail", self.mail(&agreement)).await?;
        self.step(steps, "invoice", self.invoices(&agreement)).await
    }

    async fn step<T>(
        &self,
        steps: &mut Steps,
        what: &'static str,
        doing: impl Future<Output = Result<(T, Found), Fault>>,
    ) -> Option<T> {
        let start = Instant::now();
        let done = doing.await;
        let step = |answer, details, fault| Step {
            system: self.system,
            what,
            answer,
            details,
            took: start.elapsed(),
            fault,
        };
        match done {
            Ok((value, found)) => {
                steps.push(step(found.answer, found.details, None));
                Some(value)
            }
            Err(Fault(fault)) => {
                steps.push(step(String::new(), String::new(), Some(fault)));
                None
            }
        }
    }

    async fn punch_out(&self) -> Result<((u32, url::Url), Found), Fault> {
        let setup = self.buyer.punch_out(PunchOut::create("ada")).await?;
        let start =
            setup.start_page.clone().ok_or_else(|| Fault(format!("no StartPage: {:?}", setup.refusal)))?;
        let status = setup.status.as_ref().map(ToString::to_string).unwrap_or_default();
        Ok(((setup.session, start), found(status, format!("PunchOutSetupRequest {}", setup.payload_id))))
    }

    async fn start(&self, start: url::Url) -> Result<(Page, Found), Fault> {
        let store = ok(self.shopper.open(&start).await?)?;
        let again = self.shopper.open(&start).await?;
        ensure(again.status == 410, || format!("a used StartPage was answered {}", again.status))?;
        let details = "opened once; a second time is refused".to_owned();
        Ok((store.clone(), found(store.status.to_string(), details)))
    }

    async fn find(&self, store: Page) -> Result<(Page, Found), Fault> {
        let search = store.form_to(store.url.path())?.fill("q", self.wanted.words);
        let results = ok(self.shopper.submit(&search).await?)?;
        let product = results.link_to(&format!("/products/{}", self.wanted.product))?;
        let product = ok(self.shopper.open(&product).await?)?;
        let offer = product.link_to(&format!("/offers/{}", self.wanted.offer))?;
        let offer = ok(self.shopper.open(&offer).await?)?;
        Ok((
            offer.clone(),
            found(offer.status.to_string(), format!("\"{}\" → {}", self.wanted.words, self.wanted.product)),
        ))
    }

    async fn request(&self, offer: Page) -> Result<(Page, Found), Fault> {
        let mut form = offer.form_to("/request")?.fill("account", self.account());
        for (name, value) in self.wanted.fields {
            form = form.fill(name, value);
        }
        // One of whatever is counted.
        let counted: Vec<String> = form
            .fields
            .iter()
            .map(|(name, _)| name.clone())
            .filter(|name| name.starts_with("quantity"))
            .collect();
        for name in counted {
            form = form.fill(&name, "1");
        }
        let cart = ok(self.shopper.submit(&form).await?)?;
        ensure(cart.says(self.wanted.product), || "the cart does not show the product".to_owned())?;
        Ok((
            cart.clone(),
            found(cart.status.to_string(), "reviewed as the procurement system will receive it".into()),
        ))
    }

    async fn send_back(&self, session: u32, cart: Page) -> Result<(u32, Found), Fault> {
        let carrier = ok(self.shopper.submit(&cart.form_to("/return")?).await?)?;
        let again = ok(self.shopper.submit(&cart.form_to("/return")?).await?)?;
        let (form, same) = (carrier.cart_form()?, again.cart_form()?);
        ensure(form.fields == same.fields, || "sent twice, the cart was another document".to_owned())?;
        match self.buyer.receive_cart(session, &form.fields).await?.map_err(|why| Fault(format!("{why}")))? {
            Checkout::Cart { requisition, .. } => Ok((
                requisition,
                found("cart taken".into(), format!("PunchOutOrderMessage, requisition {requisition}")),
            )),
            other => Err(Fault(format!("the cart came to {other:?}"))),
        }
    }

    async fn approve(&self, requisition: u32) -> Result<(String, Found), Fault> {
        self.buyer.submit(requisition)?;
        let order = self.buyer.approve(requisition)?;
        Ok((order.number.clone(), found("approved".into(), order.number)))
    }

    async fn order(&self, number: &str, again: bool) -> Result<((), Found), Fault> {
        let answer =
            if again { self.buyer.send_po_again(number).await? } else { self.buyer.send_po(number).await? };
        let status = answer.status.clone().ok_or_else(|| Fault("no Status came back".to_owned()))?;
        ensure(status.code == 200, || status.to_string())?;
        Ok(((), found(status.code.to_string(), format!("OrderRequest {number}: {}", status.message))))
    }

    async fn agreement(&self, number: &str) -> Result<(Agreement, Found), Fault> {
        let agreement = self.agreement_of(number).await?;
        ensure(agreement.order.order_id == number, || "the PO number is not on the agreement".to_owned())?;
        let details =
            format!("{} for account {}, {}", agreement.id, agreement.account, agreement.quote.total);
        Ok((agreement, found("one".to_owned(), details)))
    }

    async fn agreement_of(&self, number: &str) -> Result<Agreement, Fault> {
        let mut of_this_order = Vec::new();
        for requisition in self.requisitions().await? {
            if let Some(agreement) = self.store().agreement(requisition).await.map_err(fault)?
                && agreement.order.order_id == number
            {
                of_this_order.push(agreement);
            }
        }
        let count = of_this_order.len();
        of_this_order
            .pop()
            .filter(|_| count == 1)
            .ok_or_else(|| Fault(format!("{count} agreements exist, not 1")))
    }

    async fn requisitions(&self) -> Result<Vec<RequisitionId>, Fault> {
        let connection = match self.system {
            "Coupa" => &self.world.coupa_connection,
            _ => &self.world.ariba_connection,
        };
        let mine = self.store().requisitions_of(connection.id, "ada").await.map_err(fault)?;
        Ok(mine.iter().map(|requisition: &Requisition| requisition.id).collect())
    }

    /// The session of the cart is over once it was sent, so the requester comes again to look.
    async fn listed(&self, _cart: Page, number: &str) -> Result<((), Found), Fault> {
        let (_, start) = self.punch_out().await?.0;
        let store = ok(self.shopper.open(&start).await?)?;
        let page = ok(self.shopper.open(&store.link_to("/subscriptions")?).await?)?;
        ensure(page.says(number), || "the subscription is not listed with its PO number".to_owned())?;
        Ok(((), found(page.status.to_string(), format!("with {number}"))))
    }

    async fn mail(&self, agreement: &Agreement) -> Result<((), Found), Fault> {
        let host = self.world.marketplace.parts().core.marketplace.host().to_owned();
        let path = self.world.mail.join(format!("mail-subscribed-{}@{host}.eml", agreement.id));
        let raw = self.wait_for_file(path).await?;
        let mail = mailparse::parse_mail(&raw).map_err(fault)?;
        let to = mail.headers.get_first_value("To").unwrap_or_default();
        ensure(to.contains(&agreement.account_email), || format!("the mail went to {to}"))?;
        let text = String::from_utf8_lossy(&raw);
        ensure(text.contains(&agreement.order.order_id), || "the mail does not name the PO".to_owned())?;
        Ok(((), found("sent".to_owned(), format!("to {to}"))))
    }

    async fn wait_for_file(&self, path: PathBuf) -> Result<Vec<u8>, Fault> {
        let start = Instant::now();
        loop {
            match std::fs::read(&path) {
                Ok(raw) => return Ok(raw),
                Err(error) if start.elapsed() > PATIENCE => return Err(fault(error)),
                Err(_) => tokio::time::sleep(PAUSE).await,
            }
        }
    }

    async fn invoices(&self, agreement: &Agreement) -> Result<((), Found), Fault> {
        let expected = if self.system == "Coupa" { self.wanted.invoices } else { 0 };
        let issued = self.wait_for_invoices(agreement, expected).await?;
        let order = &agreement.order.order_id;
        let received: Vec<buyer::Invoice> =
            self.buyer.received_invoices().into_iter().filter(|invoice| invoice.order == *order).collect();
        ensure(received.len() == expected, || {
            format!("{} invoices were taken, not {expected}", received.len())
        })?;
        let numbers: Vec<&str> = issued.iter().map(|invoice| invoice.number.as_str()).collect();
        let details = match expected {
            0 => format!("none, as it should be ({})", agreement.pricing),
            _ => format!("{} with {order}, taken and checked", numbers.join(", ")),
        };
        Ok(((), found(format!("{} delivered", received.len()), details)))
    }

    async fn wait_for_invoices(&self, agreement: &Agreement, expected: usize) -> Result<Vec<Invoice>, Fault> {
        let start = Instant::now();
        loop {
            let invoices = self.store().invoices(agreement.requisition).await.map_err(fault)?;
            let delivered = invoices
                .iter()
                .filter(|invoice| matches!(invoice.state, InvoiceState::Delivered { .. }))
                .count();
            if delivered == expected {
                return Ok(invoices);
            }
            let parked = invoices.iter().find_map(|invoice| match &invoice.state {
                InvoiceState::Parked { reason, .. } => Some(reason.clone()),
                _ => None,
            });
            if let Some(reason) = parked {
                return Err(Fault(format!("an invoice was refused: {reason}")));
            }
            ensure(start.elapsed() < PATIENCE, || {
                format!("{delivered} invoices were delivered, not {expected}")
            })?;
            tokio::time::sleep(PAUSE).await;
        }
    }

    /// The account to subscribe.
    fn account(&self) -> &'static str {
        if self.system == "Coupa" { "111122220001" } else { "444455550001" }
    }

    fn store(&self) -> &platform::store::Store {
        &self.world.marketplace.parts().core.store
    }
}

fn found(answer: String, details: String) -> Found {
    Found { answer, details }
}

fn fault(error: impl std::fmt::Display) -> Fault {
    Fault(error.to_string())
}

fn ensure(holds: bool, otherwise: impl FnOnce() -> String) -> Result<(), Fault> {
    if holds { Ok(()) } else { Err(Fault(otherwise())) }
}

fn ok(page: Page) -> Result<Page, Fault> {
    ensure(page.status == 200, || format!("{} was answered {}", page.url.path(), page.status))?;
    Ok(page)
}

impl From<ShopperError> for Fault {
    fn from(error: ShopperError) -> Self {
        fault(error)
    }
}

impl From<buyer::BuyerError> for Fault {
    fn from(error: buyer::BuyerError) -> Self {
        fault(error)
    }
}
