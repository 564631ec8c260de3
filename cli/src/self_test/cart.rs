//! Shopping, and the cart that comes back: judged by the receiver's law.

use std::time::Duration;

use buyer::{Buyer, Checkout, Form, PunchOut, Stage};
use tokio::time::{Instant, sleep};

use super::report::{Report, Weight};
use super::{Clicks, SelfTestError, Store, Target};
use crate::shopper::{Page, Shopper, ShopperError};

const AREA: &str = "cart";
const COMES_BACK: &str = "a cart comes back, and is valid";
/// How often is looked whether a person brought a cart back.
const PAUSE: Duration = Duration::from_millis(500);

/// Shops; the requisition that the cart becomes.
pub(super) async fn ask(
    buyer: &Buyer,
    target: &Target,
    report: &mut Report,
) -> Result<Option<u32>, SelfTestError> {
    match &target.store {
        Store::Closed => {
            report.skip(AREA, COMES_BACK, "nobody shops: give --clicks or --by-hand");
            Ok(None)
        }
        Store::ByHand(patience) => by_hand(buyer, target, *patience, report).await,
        Store::Clicks(clicks) => by_clicks(buyer, target, clicks, report).await,
    }
}

async fn by_hand(
    buyer: &Buyer,
    target: &Target,
    patience: Duration,
    report: &mut Report,
) -> Result<Option<u32>, SelfTestError> {
    let setup = target.punch_out(buyer, PunchOut::create(&target.requester)).await?;
    let Some(start) = &setup.start_page else {
        report.skip(AREA, COMES_BACK, "the setup request was refused");
        return Ok(None);
    };
    println!("Open {start}\nand bring a cart back within {} seconds.", patience.as_secs());
    let came = async {
        let until = Instant::now() + patience;
        while Instant::now() < until {
            let session = buyer.session(setup.session).map_err(|error| error.to_string())?;
            match session.stage {
                Stage::Returned { checkout: Checkout::Cart { requisition, .. }, .. } => {
                    return Ok((requisition, "brought back by hand".to_owned()));
                }
                Stage::Returned { .. } => return Err("the session ended without a cart".to_owned()),
                _ if session.refusal.is_some() => return Err(session.refusal.unwrap_or_default()),
                _ => sleep(PAUSE).await,
            }
        }
        Err("no cart came back in time".to_owned())
    };
    Ok(report.ask((AREA, Weight::Must), COMES_BACK, came).await)
}

async fn by_clicks(
    buyer: &Buyer,
    target: &Target,
    clicks: &Clicks,
    report: &mut Report,
) -> Result<Option<u32>, SelfTestError> {
    let setup = target.punch_out(buyer, PunchOut::create(&target.requester)).await?;
    let Some(start) = setup.start_page.clone() else {
        report.skip(AREA, COMES_BACK, "the setup request was refused");
        return Ok(None);
    };
    let shopper = match Shopper::new() {
        Ok(shopper) => shopper,
        Err(error) => {
            report.skip(AREA, COMES_BACK, &error.to_string());
            return Ok(None);
        }
    };
    let opening = async { ok(shopper.open(&start).await) };
    let opened = report.ask((AREA, Weight::Must), "the start page opens", opening).await;
    let Some(store) = opened else { return Ok(None) };
    let again = async {
        match shopper.open(&start).await {
            Ok(page) if page.status < 400 => {
                Err("it opens a second time: whoever finds it can shop".to_owned())
            }
            Ok(page) => Ok(((), format!("HTTP {}", page.status))),
            Err(error) => Err(error.to_string()),
        }
    };
    report.ask((AREA, Weight::Should), "the start page opens once", again).await;
    let walked =
        report.ask((AREA, Weight::Must), "shopping leads to a cart", walk(&shopper, clicks, store)).await;
    let Some((cart, last)) = walked else { return Ok(None) };
    let sent_twice = same_again(&shopper, &cart, last);
    report.ask((AREA, Weight::Should), "sent twice, the cart is the same document", sent_twice).await;
    let taken = report.ask((AREA, Weight::Must), COMES_BACK, take(buyer, setup.session, &cart)).await;
    if let Some(requisition) = taken {
        inspect(buyer, target, requisition, report).await?;
    }
    Ok(taken)
}

async fn walk(
    shopper: &Shopper,
    clicks: &Clicks,
    store: Page,
) -> Result<((Form, Option<Form>), String), String> {
    let (page, last) = clicks.walk(shopper, store).await.map_err(|error| error.to_string())?;
    let cart = page.cart_form().map_err(|error| error.to_string())?;
    let field = if cart.field("cxml-base64").is_some() { "cxml-base64" } else { "cxml-urlencoded" };
    Ok(((cart, last), format!("in {field}")))
}

async fn same_again(shopper: &Shopper, cart: &Form, last: Option<Form>) -> Result<((), String), String> {
    let Some(last) = last else {
        return Err("the last click is no form that could be sent twice".to_owned());
    };
    let page = shopper.submit(&last).await.map_err(|error| error.to_string())?;
    let again = page.cart_form().map_err(|error| error.to_string())?;
    if again.fields == cart.fields {
        return Ok(((), "identical".to_owned()));
    }
    Err("the cart is another document the second time".to_owned())
}

async fn take(buyer: &Buyer, session: u32, cart: &Form) -> Result<(u32, String), String> {
    let taken = buyer.receive_cart(session, &cart.fields).await.map_err(|error| error.to_string())?;
    match taken {
        Ok(Checkout::Cart { requisition, .. }) => {
            let lines = buyer.requisition(requisition).map(|one| one.lines.len()).unwrap_or_default();
            Ok((requisition, format!("{lines} lines")))
        }
        Ok(other) => Err(format!("the cart came to {other:?}")),
        Err(rejection) => Err(rejection.to_string()),
    }
}

/// Looks at what was returned, where the supplier allows that; it changes nothing.
async fn inspect(
    buyer: &Buyer,
    target: &Target,
    requisition: u32,
    report: &mut Report,
) -> Result<(), SelfTestError> {
    let name = "what was returned can be inspected";
    let allowed = buyer.requisition(requisition)?.operation_allowed;
    if !matches!(allowed.as_str(), "edit" | "inspect") {
        report.skip(AREA, name, "operationAllowed is \"create\"");
        return Ok(());
    }
    let answer = target.punch_out(buyer, PunchOut::inspect(requisition, &[])).await?;
    let opened = async {
        match answer.start_page {
            Some(_) => Ok(((), "a session is opened".to_owned())),
            None => Err(answer.refusal.unwrap_or_else(|| "no StartPage".to_owned())),
        }
    };
    report.ask((AREA, Weight::Should), name, opened).await;
    Ok(())
}

fn ok(opened: Result<Page, ShopperError>) -> Result<(Page, String), String> {
    match opened {
        Ok(page) if page.status == 200 => Ok((page, "HTTP 200".to_owned())),
        Ok(page) => Err(format!("HTTP {}", page.status)),
        Err(error) => Err(error.to_string()),
    }
}
