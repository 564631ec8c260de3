//! What was ordered, agreed, invoiced and delivered matches after whole purchases (R50).

use buyer::InboxFault;
use platform::oversight::reconciliation::{all_connections, rows};
use procurement::reconciliation::{Mismatch, is_in_order, summary};
use support::{Harness, Offered, Shopping};

async fn ordered(harness: &Harness, wanted: Offered) {
    let order = Shopping::approved_order(harness.coupa(), wanted).await;
    harness.coupa().send_po(&order).await.expect("an answer");
    harness.sweep().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whole_purchases_match_and_one_parked_invoice_does_not() {
    let harness = Harness::start().await;
    for wanted in [Offered::LUMEN_LOGS, Offered::TALLY_LEDGER, Offered::HARBOR_SCAN] {
        ordered(&harness, wanted).await;
    }
    let connection = harness.coupa_connection().await;
    let all = rows(harness.core(), &connection).await.expect("rows");
    assert!(all.len() == 3 && is_in_order(&all), "{all:?}");

    harness.coupa().fail_next_invoice(InboxFault::Status(403));
    ordered(&harness, Offered::LUMEN_LOGS).await;
    let all = rows(harness.core(), &connection).await.expect("rows");
    let wrong: Vec<_> = all.iter().flat_map(|row| &row.mismatches).collect();
    assert!(matches!(wrong.as_slice(), [Mismatch::Parked { .. }]), "{wrong:?}");
    let together = summary(&all);
    assert_eq!((together.lines, together.mismatched), (4, 1));
    let [sums] = together.sums.as_slice() else { panic!("{together:?}") };
    assert_eq!(sums.ordered, sums.agreed);
    assert!(sums.delivered.amount < sums.invoiced.amount, "{sums:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn every_organisations_connections_are_looked_at() {
    let harness = Harness::start().await;
    let all = all_connections(harness.core()).await.expect("connections");
    assert_eq!(all.len(), 2);
}
