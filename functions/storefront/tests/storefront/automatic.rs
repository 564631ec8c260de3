//! Free products and those with a licence of one's own, approved beforehand (R16).

use procurement::connection::Mode;
use procurement::requisition::Status;

use crate::world::{MEMBER, World};

async fn approving(mode: Mode) -> World {
    let mut world = World::new(mode).await;
    world.change_connection(|connection| connection.settings.automatic_approval.free = true).await;
    world
}

#[tokio::test]
async fn a_free_product_is_subscribed_to_at_once_without_a_cart() {
    let world = approving(Mode::Live).await;
    let home = world.shop().await;
    world.get(&format!("{home}/products/prod-lumen-agent")).await.says("Subscribe for");
    let page = world.get(&format!("{home}/offers/offer-lumen-agent-free")).await;
    page.says("the subscription begins at once, without a cart");
    let action = page.attributes("main form", "action").remove(0);
    assert_eq!(action, format!("{home}/offers/offer-lumen-agent-free/subscribe"));
    let ticket = page.attributes("[name=ticket]", "value").remove(0);

    // A double click makes one subscription.
    for _ in 0..2 {
        let done = world.post(&action, &[("account", MEMBER), ("ticket", &ticket)]).await;
        done.is(303);
        assert_eq!(done.location(), format!("{home}/subscriptions/{ticket}"));
    }
    assert!(world.read_session(&home).await.cart.is_empty());
    let list = world.get(&format!("{home}/subscriptions")).await;
    list.says("Lumen Collector").says("Approved automatically, without a purchase order").says(MEMBER);
    assert_eq!(list.count(".row"), 1);
    world.get(&format!("{home}/requests/{ticket}")).await.says("Subscribed").says("Approved automatically;");
    let due = world.core.store.due_jobs(procurement::job::Worker::Notify, world.now()).await.expect("read");
    for kind in ["mail-", "event-"] {
        assert_eq!(due.iter().filter(|job| job.starts_with(kind)).count(), 1, "one {kind}: {due:?}");
    }
}

#[tokio::test]
async fn in_test_mode_nothing_comes_of_it() {
    let world = approving(Mode::Test).await;
    let home = world.shop().await;
    let done =
        world.post(&format!("{home}/offers/offer-lumen-agent-free/subscribe"), &[("account", MEMBER)]).await;
    done.is(303);
    world
        .get(done.location())
        .await
        .is(200)
        .says("Test completed, nothing bought")
        .says("TEST: approved automatically");
    world.get(&format!("{home}/subscriptions")).await.says("There is none yet");
}

#[tokio::test]
async fn what_costs_something_or_has_another_switch_still_needs_an_approval() {
    let world = approving(Mode::Live).await;
    let home = world.shop().await;
    let mut nothing = world.listing("prod-lumen-agent").await;
    nothing.offers[0].pricing = procurement::catalogue::Pricing::Byol;
    world.stock(&[nothing]).await;
    for offer in ["offer-lumen-agent-free", "offer-lumen-metrics-payg"] {
        let refused = world.post(&format!("{home}/offers/{offer}/subscribe"), &[("account", MEMBER)]).await;
        refused.is(409).says("Nothing was bought. Request approval instead");
    }
    world.get(&format!("{home}/products/prod-lumen-agent")).await.says("Request approval");
}

#[tokio::test]
async fn an_account_is_chosen_here_too() {
    let world = approving(Mode::Live).await;
    let home = world.shop().await;
    let refused = world.post(&format!("{home}/offers/offer-lumen-agent-free/subscribe"), &[]).await;
    refused.is(422).says("Choose the account to subscribe.");
    let list = world.core.store.requisitions_of(world.connection.id, "jim").await.expect("read");
    assert!(list.iter().all(|request| !matches!(request.status, Status::Subscribed { .. })));
}
