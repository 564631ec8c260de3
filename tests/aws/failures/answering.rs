//! The functions that answer: punchout-setup, purchase-order, cart-return.

use std::time::Duration;

use buyer::{Buyer, PunchOut};
use support::{Offered, Shopping};

use super::{BROKEN, CONDITION, Rows, THROTTLED};
use crate::aws::connected::Connected;
use crate::aws::emulated::Function;
use crate::aws::recorder::Fault;
use crate::aws::tools::Tools;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn punch_outs_orders_and_carts_fail_as_their_readmes_say() {
    let Some(tools) = Tools::find() else { return };
    let world = Connected::start(&tools).await;
    punchout_setup(&world).await;
    cart_return(&world).await;
    purchase_order(&world).await;
}

async fn punchout_setup(world: &Connected) {
    let (mut rows, setup) = (Rows::of("punchout-setup"), &world.routes.setup);

    rows.show("KMS Decrypt (start)");
    setup.aws.fail("Decrypt", Fault::Refused(400, "AccessDeniedException"));
    let refused = setup.told(&Tools::event("punchout-setup-http-ping-200")).await;
    assert!(!refused.contains("statusCode"), "{refused}");
    assert!(setup.output().contains("the function cannot run"), "{}", setup.output());
    setup.aws.recover();

    rows.show("GetItem (start, warms the connection)");
    setup.aws.fail("GetItem", BROKEN);
    assert!(opens(&world.coupa).await, "{}", setup.output());
    assert!(setup.output().contains("the table did not answer at the start"), "{}", setup.output());
    setup.aws.recover();

    rows.show("BatchGetItem of the connections");
    for fault in [BROKEN, Fault::Silence] {
        fails_until_it_recovers(world, "BatchGetItem", fault).await;
    }
    rows.show("TransactWriteItems of session and document");
    for fault in [BROKEN, Fault::Unseen] {
        fails_until_it_recovers(world, "TransactWriteItems", fault).await;
    }
    rows.done();
}

async fn fails_until_it_recovers(world: &Connected, operation: &str, fault: Fault) {
    world.routes.setup.aws.fail(operation, fault.clone());
    let refused = world.coupa.punch_out(PunchOut::create("ada")).await.expect("an answer");
    assert!(refused.start_page.is_none(), "{operation} {fault:?}");
    let code = refused.code().expect("a Status");
    assert!((500..600).contains(&code), "{operation} {fault:?}: {code}");
    world.routes.setup.aws.recover();
    assert!(opens(&world.coupa).await);
}

async fn opens(buyer: &Buyer) -> bool {
    buyer.punch_out(PunchOut::create("ada")).await.expect("an answer").start_page.is_some()
}

async fn cart_return(world: &Connected) {
    let (mut rows, cart) = (Rows::of("cart-return"), &world.routes.cart);
    let shopping = Shopping::start(&world.coupa).await;
    assert_eq!(shopping.request(Offered::LUMEN_LOGS).await.status, 200);
    let says_to_try_again = async |operation: &str, fault: Fault| {
        cart.aws.fail(operation, fault.clone());
        let page = shopping.carrier().await;
        assert_eq!(page.status, 503, "{operation} {fault:?}: {}", page.html);
        cart.aws.recover();
    };

    rows.show("GetItem of session, connection, offer");
    says_to_try_again("GetItem", BROKEN).await;
    says_to_try_again("GetItem", Fault::Silence).await;
    rows.show("BatchGetItem of the items");
    says_to_try_again("BatchGetItem", BROKEN).await;

    rows.show("TransactWriteItems: no answer");
    says_to_try_again("TransactWriteItems", Fault::Silence).await;
    rows.show("TransactWriteItems: a condition does not hold");
    cart.aws.fail_some("TransactWriteItems", CONDITION, 0, 2);
    let back = shopping.open("/cart").await.form_to("/return").expect("a way back");
    let first = shopping.submit(&back).await;
    assert_eq!(first.status, 200, "{}", first.html);
    cart.aws.recover();
    let again = shopping.submit(&back).await;
    assert_eq!(again.cart_form().expect("a cart").fields, first.cart_form().expect("a cart").fields);

    let shopping = Shopping::start(&world.coupa).await;
    assert_eq!(shopping.request(Offered::LUMEN_LOGS).await.status, 200);
    cart.aws.fail("TransactWriteItems", Fault::Unseen);
    let back = shopping.open("/cart").await.form_to("/return").expect("a way back");
    assert_eq!(shopping.submit(&back).await.status, 503);
    cart.aws.recover();
    shopping.submit(&back).await.cart_form().expect("the document that was stored");
    rows.done();
}

async fn purchase_order(world: &Connected) {
    let (mut rows, orders) = (Rows::of("purchase-order"), &world.routes.orders);

    rows.show("BatchGetItem");
    one_agreement_after(world, orders, "BatchGetItem", BROKEN, 560).await;
    one_agreement_after(world, orders, "BatchGetItem", Fault::Silence, 560).await;
    rows.show("PutItem of the raw document (R35)");
    one_agreement_after(world, orders, "PutItem", BROKEN, 560).await;
    one_agreement_after(world, orders, "PutItem", Fault::Unseen, 560).await;
    rows.show("TransactWriteItems: no answer");
    one_agreement_after(world, orders, "TransactWriteItems", Fault::Unseen, 560).await;

    rows.show("TransactWriteItems: a condition does not hold");
    orders.aws.fail_some("TransactWriteItems", CONDITION, 0, 3);
    accepted(world).await;
    rows.show("TransactWriteItems: throttled or busy");
    orders.aws.fail_some("TransactWriteItems", THROTTLED, 0, 3);
    accepted(world).await;

    rows.show("the process dies");
    let order = Shopping::approved_order(&world.coupa, Offered::LUMEN_LOGS).await;
    let silent = orders.aws.silent();
    orders.aws.fail("TransactWriteItems", Fault::Unseen);
    let dies = async {
        while orders.aws.silent() == silent {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        orders.kill();
    };
    let (answer, ()) = tokio::join!(world.coupa.send_po(&order), dies);
    assert!(answer.is_err() || answer.is_ok_and(|answer| answer.status.is_none()), "a dead process answered");
    orders.aws.recover();
    repeated(world, &order).await;
    rows.done();
}

async fn one_agreement_after(
    world: &Connected,
    orders: &Function,
    operation: &str,
    fault: Fault,
    expected: u16,
) {
    let order = Shopping::approved_order(&world.coupa, Offered::LUMEN_LOGS).await;
    orders.aws.fail(operation, fault.clone());
    let answer = world.coupa.send_po(&order).await.expect("an answer");
    assert_eq!(answer.status.expect("a Status").code, expected, "{operation} {fault:?}");
    orders.aws.recover();
    repeated(world, &order).await;
}

async fn accepted(world: &Connected) {
    let order = Shopping::approved_order(&world.coupa, Offered::LUMEN_LOGS).await;
    let answer = world.coupa.send_po(&order).await.expect("an answer");
    assert_eq!(answer.status.expect("a Status").code, 200);
    world.routes.orders.aws.recover();
}

/// The buyer repeats, twice; there is one agreement for each requisition item that was ordered.
async fn repeated(world: &Connected, order: &str) {
    for _ in 0..2 {
        let answer = world.coupa.send_po_again(order).await.expect("an answer");
        assert_eq!(answer.status.expect("a Status").code, 200);
    }
    let id = world.coupa_connection.id;
    let agreements = world.core.store.agreements(id).await.expect("a read").len();
    let orders = world.core.store.orders(id, jiff::Timestamp::UNIX_EPOCH).await.expect("a read").len();
    assert_eq!(agreements, orders);
}
