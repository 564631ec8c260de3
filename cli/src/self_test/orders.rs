//! Purchase orders: such as must be refused for good, the right one, the same again and at once, and changes that come too
//! late.

use buyer::{Answer, Buyer, Fault};
use rust_decimal::Decimal;

use super::SelfTestError;
use super::report::{Report, Weight};

const AREA: &str = "purchase order";
/// How many times the same order comes at once.
const AT_ONCE: usize = 5;

/// What must be refused before the right one comes, each under a number of its own.
fn wrong(price: Decimal) -> Vec<(&'static str, Weight, Fault)> {
    vec![
        ("another secret is refused", Weight::Must, Fault::WrongSecret("not this one".to_owned())),
        ("an empty secret is refused", Weight::Must, Fault::EmptySecret),
        ("what is no XML is refused", Weight::Must, Fault::Body("hello".to_owned())),
        ("half a document is refused", Weight::Must, Fault::Truncated),
        ("another price is refused", Weight::Must, Fault::Price(1, price + Decimal::ONE)),
        ("another currency is refused", Weight::Must, Fault::Currency("XTS".to_owned())),
        (
            "a reference that nobody gave is refused",
            Weight::Should,
            Fault::AuxiliaryId(1, "nobody-gave-this".to_owned()),
        ),
    ]
}

/// Approves and orders; the order's number, if it is accepted.
pub(super) async fn ask(
    buyer: &Buyer,
    requisition: u32,
    report: &mut Report,
) -> Result<Option<String>, SelfTestError> {
    buyer.submit(requisition)?;
    let order = buyer.approve(requisition)?;
    let price = order.lines.first().map(|line| line.price).unwrap_or_default();
    for (count, (name, weight, fault)) in wrong(price).into_iter().enumerate() {
        let number = Fault::OrderId(format!("{}-{count}", order.number));
        let answer = buyer.send_po_with(&order.number, &[number, fault]).await?;
        report.ask((AREA, weight), name, async { refused(&answer) }).await;
    }
    let first = buyer.send_po(&order.number).await?;
    let name = "an approved order is accepted";
    let Some(()) = report.ask((AREA, Weight::Must), name, async { accepted(&first) }).await else {
        return Ok(None);
    };
    let again = buyer.send_po_again(&order.number).await?;
    let name = "the same order again is answered the same";
    report.ask((AREA, Weight::Must), name, async { same(&first, &again) }).await;
    let all = at_once(buyer, &order.number).await?;
    let name = format!("{AT_ONCE} times at once it is answered the same");
    report
        .ask((AREA, Weight::Must), name, async {
            all.iter().try_fold(Default::default(), |_, one| same(&first, one))
        })
        .await;
    let other = buyer.send_po_with(&order.number, &[Fault::Comment("Another wish.".to_owned())]).await?;
    let name = "other content under the same number is a conflict";
    report.ask((AREA, Weight::Should), name, async { refused(&other) }).await;
    too_late(buyer, &order.number, report).await?;
    Ok(Some(order.number))
}

/// What is fulfilled may be changed or not; it must be said for good, and not be repeated hourly (R38, R39).
async fn too_late(buyer: &Buyer, number: &str, report: &mut Report) -> Result<(), SelfTestError> {
    buyer.update_po(number, |order| {
        order.lines.iter_mut().for_each(|line| line.quantity += Decimal::ONE);
    })?;
    let updated = buyer.send_po(number).await?;
    let name = "an update after fulfilment is answered for good";
    report.ask((AREA, Weight::Must), name, async { settled(&updated) }).await;
    buyer.cancel_po(number)?;
    let deleted = buyer.send_po(number).await?;
    let name = "a deletion after fulfilment is answered for good";
    report.ask((AREA, Weight::Must), name, async { settled(&deleted) }).await;
    Ok(())
}

async fn at_once(buyer: &Buyer, number: &str) -> Result<Vec<Answer>, SelfTestError> {
    let mut sending = tokio::task::JoinSet::new();
    for _ in 0..AT_ONCE {
        let (buyer, number) = (buyer.clone(), number.to_owned());
        sending.spawn(async move { buyer.send_po(&number).await });
    }
    let answers: Result<Vec<_>, _> = sending.join_all().await.into_iter().collect();
    Ok(answers?)
}

fn accepted(answer: &Answer) -> Result<((), String), String> {
    match &answer.status {
        Some(status) if status.is_success() => {
            Ok(((), format!("{status} in {} ms", answer.elapsed.as_millis())))
        }
        _ => Err(told(answer)),
    }
}

fn same(first: &Answer, again: &Answer) -> Result<((), String), String> {
    if first.status == again.status {
        return Ok(((), told(again)));
    }
    Err(format!("{}, and not {}", told(again), told(first)))
}

fn refused(answer: &Answer) -> Result<((), String), String> {
    match answer.code() {
        Some(400..500) => Ok(((), told(answer))),
        Some(200..300) => Err(format!("it was accepted: {}", told(answer))),
        Some(_) => Err(format!("{}: it would be sent again for hours; answer 4xx", told(answer))),
        None => Err(told(answer)),
    }
}

fn settled(answer: &Answer) -> Result<((), String), String> {
    match answer.code() {
        Some(200..500) => Ok(((), told(answer))),
        _ => Err(format!("{}: it would be sent again for hours", told(answer))),
    }
}

/// The Status, or that there is none.
fn told(answer: &Answer) -> String {
    match (&answer.status, answer.http_status) {
        (Some(status), _) => status.to_string(),
        (None, Some(http)) => format!("HTTP {http} without a cXML Status"),
        (None, None) => answer.delivery.reason().unwrap_or("no answer").to_owned(),
    }
}
