//! The store's pages.

use support::{Offered, Shopping};

use super::{BROKEN, Rows};
use crate::aws::connected::Connected;
use crate::aws::recorder::Fault;
use crate::aws::tools::Tools;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_stores_pages_fail_as_their_readme_says() {
    let Some(tools) = Tools::find() else { return };
    let world = Connected::start(&tools).await;
    let (mut rows, pages) = (Rows::of("storefront"), &world.routes.pages);

    rows.show("the same, nothing was found before");
    for operation in ["DescribeAccount", "ListAccounts", "AssumeRole"] {
        pages.aws.fail(operation, Fault::Refused(400, "TooManyRequestsException"));
    }
    let shopping = Shopping::start(&world.coupa).await;
    let offer = shopping.offer(Offered::LUMEN_LOGS).await;
    assert_eq!(offer.status, 503, "{}", offer.html);
    pages.aws.recover();

    rows.show("ListAccounts, DescribeAccount, AssumeRole: throttled");
    pages.aws.fail_some("ListAccounts", Fault::Refused(400, "TooManyRequestsException"), 0, 3);
    let offer = shopping.offer(Offered::LUMEN_LOGS).await;
    assert!(offer.says("Research"), "three tries failed, the fourth did not: {}", offer.html);
    pages.aws.fail("ListAccounts", BROKEN);
    let again = shopping.offer(Offered::LUMEN_LOGS).await;
    assert!(again.says("Research"), "what was found before: {}", again.html);
    pages.aws.recover();

    rows.show("`AWSOrganizationsNotInUseException`");
    let standalone = Fault::Refused(400, "AWSOrganizationsNotInUseException");
    for operation in ["DescribeAccount", "ListAccounts", "DescribeOrganization"] {
        pages.aws.fail(operation, standalone.clone());
    }
    let ariba = Shopping::start(&world.ariba).await;
    let offer = ariba.offer(Offered::HARBOR_SCAN).await;
    assert!(offer.says("444455556666"), "the account that stands alone: {}", offer.html);
    pages.aws.recover();

    rows.show("GetItem, BatchGetItem, Query of a page");
    for (operation, path) in [("GetItem", "/cart"), ("Query", "/requests")] {
        for fault in [BROKEN, Fault::Silence] {
            pages.aws.fail(operation, fault);
            let page = shopping.open(path).await;
            assert_eq!(page.status, 503, "{operation}: {}", page.html);
            pages.aws.recover();
        }
    }
    rows.show("BatchGetItem of the search index, when it was read before");
    assert!(shopping.open("?q=lumen").await.says("Lumen Logs"));
    pages.aws.fail("BatchGetItem", BROKEN);
    assert!(shopping.open("?q=lumen").await.says("Lumen Logs"), "{}", pages.output());
    pages.aws.recover();
    rows.show("PutItem of a session in use");
    pages.aws.fail("PutItem", BROKEN);
    assert_eq!(shopping.open("").await.status, 200);
    pages.aws.recover();

    rows.show("TransactWriteItems of session and item");
    for fault in [BROKEN, Fault::Unseen] {
        pages.aws.fail("TransactWriteItems", fault);
        let page = shopping.request(Offered::LUMEN_LOGS).await;
        assert_eq!(page.status, 503, "{}", page.html);
        pages.aws.recover();
    }
    assert!(shopping.open("/cart").await.says("Lumen Logs"), "it was written unseen");
    rows.done();
}
