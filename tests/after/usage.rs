//! What is paid as it goes: metered once, stated monthly without a purchase order's number (R17, R47).

use jiff::SignedDuration;
use platform::oversight::agreements::{Measured, meter};
use procurement::usage::{Metered, Tariff};
use rust_decimal::Decimal;
use support::{Harness, Offered, Shopping};

const DAY: SignedDuration = SignedDuration::from_hours(24);

#[tokio::test(flavor = "multi_thread")]
async fn usage_is_recorded_once_stated_at_the_months_end_and_told_when_it_passes_the_estimate() {
    let harness = Harness::start().await;
    let order = Shopping::approved_order(harness.coupa(), Offered::HARBOR_SCAN).await;
    harness.coupa().send_po(&order).await.expect("an answer");
    harness.sweep().await;
    let (core, connection) = (harness.core(), harness.coupa_connection().await);
    let requisition = harness.requisitions(&connection).await.remove(0);
    let tariff = Tariff::of(&requisition.offer.pricing).expect("a tariff");
    let rate = &tariff.rates[0];
    let metered = |id: &str, quantity: Decimal| Metered {
        id: id.to_owned(),
        rate: rate.name.clone(),
        quantity,
        at: harness.now(),
    };
    for _ in 0..3 {
        meter(core, requisition.id, &metered("a", Decimal::TEN)).await.expect("recorded");
    }
    let used = core.store.usage(requisition.id).await.expect("a read");
    assert_eq!(used.cost(&tariff), tariff.amount(rate, Decimal::TEN));

    // As much as the purchase order commits to, and more with what is there already.
    let much = (requisition.quote.total.amount / rate.price).ceil();
    let recorded = meter(core, requisition.id, &metered("b", much)).await.expect("recorded");
    assert!(matches!(recorded, Measured::Now(_)));
    harness.sweep().await;
    let requisition = harness.requisitions(&connection).await.remove(0);
    assert!(requisition.timeline.iter().any(|one| one.text.contains("Usage has come to")));

    harness.advance(DAY * 30);
    harness.sweep().await;
    let [statement] = core.store.statements(requisition.id).await.expect("a read").try_into().expect("one");
    assert_eq!(statement.month, "2026-11");
    assert_eq!(Ok(statement.total), tariff.amount(rate, much + Decimal::TEN));
    let mails = harness.mails();
    let one = |name: &str| {
        let found: Vec<_> = mails.iter().filter(|(file, _)| file.starts_with(name)).collect();
        assert_eq!(found.len(), 1, "{name}: {:?}", mails.iter().map(|(file, _)| file).collect::<Vec<_>>());
        found[0].1.clone()
    };
    assert!(one("mail-overrun").contains(&order));
    let stated = one("mail-statement");
    assert!(!stated.contains(&order) && stated.contains(&statement.number), "{stated}");

    harness.advance(DAY * 31);
    harness.sweep().await;
    assert_eq!(core.store.statements(requisition.id).await.expect("a read").len(), 1, "nothing was used");
    assert!(harness.coupa().received_invoices().is_empty(), "usage is never invoiced");
    let late = Metered { at: harness.now() - DAY * 50, ..metered("c", Decimal::ONE) };
    let refused = meter(core, requisition.id, &late).await.expect_err("refused");
    assert!(refused.to_string().contains("current month"), "{refused}");
}
