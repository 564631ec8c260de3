//! The letters, made from template files.

use askama::Template;
use platform::jobs::JobError;
use procurement::agreement::Agreement;
use procurement::marketplace::Marketplace;
use procurement::requisition::Requisition;

use crate::compose::Letter;

#[derive(Template)]
#[template(path = "subscribed.txt")]
struct SubscribedText<'a> {
    marketplace: &'a Marketplace,
    agreement: &'a Agreement,
    total: String,
    details: String,
}

#[derive(Template)]
#[template(path = "subscribed.html")]
struct SubscribedHtml<'a> {
    marketplace: &'a Marketplace,
    agreement: &'a Agreement,
    total: String,
    details: String,
}

#[derive(Template)]
#[template(path = "refused.txt")]
struct RefusedText<'a> {
    marketplace: &'a Marketplace,
    requisition: &'a Requisition,
    order_id: &'a str,
    reason: &'a str,
    total: String,
    link: &'a str,
}

#[derive(Template)]
#[template(path = "refused.html")]
struct RefusedHtml<'a> {
    marketplace: &'a Marketplace,
    requisition: &'a Requisition,
    order_id: &'a str,
    reason: &'a str,
    total: String,
    link: &'a str,
}

/// The subscription exists (R44): what, for whom, by which order, and where to set it up.
pub(crate) fn subscribed(marketplace: &Marketplace, agreement: &Agreement) -> Result<Letter, JobError> {
    let (total, details) = (agreement.quote.total.grouped(), agreement.quote.details.join(", "));
    let text = SubscribedText { marketplace, agreement, total: total.clone(), details: details.clone() };
    let html = SubscribedHtml { marketplace, agreement, total, details };
    Ok(Letter {
        subject: format!("You are subscribed to {}", agreement.product.name),
        text: rendered(text.render())?,
        html: rendered(html.render())?,
    })
}

/// A purchase order was refused (R37, R40): why, and what to do.
pub(crate) fn refused(
    marketplace: &Marketplace,
    requisition: &Requisition,
    order_id: &str,
    reason: &str,
    link: &str,
) -> Result<Letter, JobError> {
    let total = requisition.quote.total.grouped();
    let text = RefusedText { marketplace, requisition, order_id, reason, total: total.clone(), link };
    let html = RefusedHtml { marketplace, requisition, order_id, reason, total, link };
    Ok(Letter {
        subject: format!("Purchase order {order_id} for {} was refused", requisition.product.name),
        text: rendered(text.render())?,
        html: rendered(html.render())?,
    })
}

fn rendered(text: askama::Result<String>) -> Result<String, JobError> {
    text.map_err(|error| JobError::Broken(format!("a mail could not be rendered: {error}")))
}
