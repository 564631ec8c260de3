//! A connected buyer, and the steps up to an order.

use crate::marketplace::Marketplace;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use buyer::{
    Buyer, Checkout, Clock, Config, Connection, Credential, PunchOut, PurchaseOrder, SetupAnswer, System,
};
use jiff::Timestamp;

pub const SECRET: &str = "the-shared-secret";

pub fn clock() -> Clock {
    Clock::manual(Timestamp::from_second(1_760_000_000).expect("a time"))
}

pub fn connection(marketplace: &Marketplace) -> Connection {
    Connection {
        punch_out_url: marketplace.at("/setup"),
        order_url: marketplace.at("/orders"),
        supplier: Credential::new("DUNS", "shop"),
        buyer: Credential::new("NetworkId", "AN01000000001"),
        shared_secret: SECRET.into(),
        test_account: false,
    }
}

/// A marketplace and a system that is connected to it.
pub async fn connected(system: System) -> (Marketplace, Buyer) {
    let marketplace = Marketplace::start().await;
    let config = match system {
        System::Coupa => Config::coupa(clock()),
        System::Ariba => Config::ariba(clock()),
    };
    let buyer = Buyer::start(config).await.expect("a buyer");
    buyer.connect(connection(&marketplace));
    (marketplace, buyer)
}

pub async fn punched_out(buyer: &Buyer) -> SetupAnswer {
    buyer.punch_out(PunchOut::create("ada")).await.expect("a setup request")
}

/// One item: part, reference, quantity, price in cents of euro.
pub type Item<'a> = (&'a str, &'a str, u32, u32);

pub fn poom(cookie: &str, items: &[Item<'_>]) -> String {
    poom_with(cookie, items, "")
}

pub fn poom_with(cookie: &str, items: &[Item<'_>], extrinsic: &str) -> String {
    let cents = |cents: u32| format!("{}.{:02}", cents / 100, cents % 100);
    let total = cents(items.iter().map(|(_, _, quantity, price)| quantity * price).sum());
    let items: String = items
        .iter()
        .map(|(part, reference, quantity, price)| {
            let price = cents(*price);
            format!(
                "<ItemIn quantity=\"{quantity}\"><ItemID><SupplierPartID>{part}</SupplierPartID><SupplierPartAuxiliaryID>\
                 {reference}</SupplierPartAuxiliaryID></ItemID><ItemDetail><UnitPrice><Money currency=\"EUR\">{price}</Money>\
                 </UnitPrice><Description xml:lang=\"en\">Größe &amp; {part}</Description><UnitOfMeasure>EA</UnitOfMeasure>\
                 <Classification domain=\"UNSPSC\">81162000</Classification>{extrinsic}</ItemDetail></ItemIn>"
            )
        })
        .collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><cXML payloadID=\"2@shop\" timestamp=\"2026-01-01T00:00:00+00:00\">\
         <Header><From><Credential domain=\"DUNS\"><Identity>shop</Identity></Credential></From><To><Credential \
         domain=\"NetworkId\"><Identity>AN01000000001</Identity></Credential></To><Sender><Credential domain=\"DUNS\">\
         <Identity>shop</Identity></Credential><UserAgent>shop</UserAgent></Sender></Header><Message>\
         <PunchOutOrderMessage><BuyerCookie>{cookie}</BuyerCookie><PunchOutOrderMessageHeader operationAllowed=\"edit\">\
         <Total><Money currency=\"EUR\">{total}</Money></Total></PunchOutOrderMessageHeader>{items}</PunchOutOrderMessage>\
         </Message></cXML>"
    )
}

pub fn base64(poom: &str) -> Vec<(String, String)> {
    vec![("cXML-base64".to_owned(), STANDARD.encode(poom))]
}

/// Returns a cart and gives the requisition's number.
pub async fn cart(buyer: &Buyer, items: &[Item<'_>]) -> u32 {
    let session = punched_out(buyer).await;
    let form = base64(&poom(&session.buyer_cookie, items));
    match buyer.receive_cart(session.session, &form).await.expect("an answer") {
        Ok(Checkout::Cart { requisition, .. }) => requisition,
        other => panic!("{other:?}"),
    }
}

/// An order that is approved and not sent.
pub async fn ordered(buyer: &Buyer) -> PurchaseOrder {
    let requisition = cart(buyer, &[("prod-1", "ref-1", 2, 1025)]).await;
    buyer.submit(requisition).expect("a cart");
    buyer.approve(requisition).expect("a pending requisition")
}
