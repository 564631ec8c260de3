//! The pages with the sample catalogue on a port, to be looked at in a browser: `cargo run -p storefront --example
//! preview`. It prints where the pages are; everything is gone when it ends.

#[path = "../tests/storefront/world/mod.rs"]
#[allow(dead_code, unused_imports)]
mod world;

use std::error::Error;

use procurement::connection::Mode;
use procurement::id::RequisitionId;
use procurement::order::{NoLonger, OrderFault, Stale};
use procurement::reference::Reference;
use procurement::requisition::{Happened, Status};
use world::{PunchOut, World};

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    let world = World::with_everything(Mode::Test).await;
    for path in paths(&world).await {
        println!("http://{address}{path}");
    }
    axum::serve(listener, world.router.clone()).await?;
    Ok(())
}

/// Pages of every kind.
async fn paths(world: &World) -> Vec<String> {
    let home = world.shop().await;
    let quantities = [("months", "12"), ("quantity.ingest_gb_day", "20"), ("quantity.seats", "5")];
    let logs = world.request(&home, "offer-lumen-logs-standard", &quantities).await;
    let metrics = world.request(&home, "offer-lumen-metrics-payg", &[("estimate", "2500")]).await;
    let watch = world.request(&home, "offer-thornwatch-3c9e", &[]).await;
    world.send_for_approval(watch).await;
    world.buy(watch, "PO-4711").await;
    world.change_session(&home, |session| session.cart = vec![logs, metrics]).await;
    refuse(world, metrics).await;
    let requisition = world.requisition(watch).await;
    let reference = Reference { requisition: watch, offer: requisition.offer.id };
    let reference = reference.sign(&world.core.keys.reference_key());
    let returned = world.punch_out(PunchOut::default()).await;
    vec![
        home.clone(),
        format!("{home}?q=log&pricing=contract"),
        format!("{home}?q=nothing-like-it"),
        format!("{home}/products/prod-lumen-logs"),
        format!("{home}/products/prod-quaybright-admission"),
        format!("{home}/offers/offer-lumen-logs-standard"),
        format!("{home}/offers/offer-thornwatch-3c9e"),
        format!("{home}/offers/offer-lumen-metrics-payg"),
        format!("{home}/cart"),
        format!("{home}/requests"),
        format!("{home}/requests/{metrics}"),
        format!("{home}/subscriptions"),
        format!("{home}/subscriptions/{watch}"),
        format!("/offers/{reference}"),
        "/start/unknown".to_owned(),
        returned,
    ]
}

async fn refuse(world: &World, item: RequisitionId) {
    world.send_for_approval(item).await;
    let refusal = OrderFault::Line { number: 1, fault: NoLonger::Stale(Stale::Repriced).into() }.refusal();
    let (reason, text) = (refusal.reason.clone(), refusal.reason);
    let (order_id, faults) = ("PO-4500001".to_owned(), refusal.because);
    let told = Happened::Refused { order_id, text, because: Vec::new(), faults };
    let stale = world.requisition(item).await.with(Status::Stale { reason }, told, world.now());
    world.core.store.put_requisition(&stale).await.expect("written");
}
