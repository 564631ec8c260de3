//! The texts of a product: not empty, not endless, and fit for a document.

use url::Url;

use super::problems::{Problems, each};
use crate::catalogue::product::Product;

/// The most characters of a name.
pub(super) const MAX_NAME: usize = 150;
const MAX_SUMMARY: usize = 300;
const MAX_DESCRIPTION: usize = 20_000;
const MAX_CATEGORY: usize = 60;
const MAX_SUPPORT: usize = 300;
const MAX_URL: usize = 2_000;

pub(super) fn check_product(product: &Product) -> Problems {
    each([
        check("name", &product.name, MAX_NAME),
        check("summary", &product.summary, MAX_SUMMARY),
        check_paragraphs("description", &product.description, MAX_DESCRIPTION),
        check("category", &product.category, MAX_CATEGORY),
        check("seller's name", &product.seller.name, MAX_NAME),
        product.support.iter().try_for_each(|support| check("support", support, MAX_SUPPORT)),
        check_setup_url(&product.setup_url),
    ])
}

/// Checks a text of one line.
pub(super) fn check(what: &str, text: &str, most: usize) -> Result<(), String> {
    check_length(what, text, most)?;
    without_controls(what, text.chars())
}

fn check_paragraphs(what: &str, text: &str, most: usize) -> Result<(), String> {
    check_length(what, text, most)?;
    without_controls(what, text.chars().filter(|character| *character != '\n'))
}

fn check_length(what: &str, text: &str, most: usize) -> Result<(), String> {
    let length = text.chars().count();
    if text.trim().is_empty() {
        return Err(format!("the {what} is empty; write something that people can read"));
    }
    if length > most {
        return Err(format!("the {what} has {length} characters; shorten it to {most}"));
    }
    Ok(())
}

/// XML has no place for most of them, and a line break in a name breaks lists and mail.
fn without_controls(what: &str, mut text: impl Iterator<Item = char>) -> Result<(), String> {
    match text.find(|character| character.is_control()) {
        None => Ok(()),
        Some(found) => Err(format!("the {what} holds the control character {found:?}; take it out")),
    }
}

fn check_setup_url(url: &Url) -> Result<(), String> {
    if url.scheme() != "https" {
        return Err(format!(
            "the setup_url begins with {}:, and subscribers are sent there; give one that begins with https://",
            url.scheme()
        ));
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err("the setup_url carries a user name or a password; leave it out".to_owned());
    }
    if url.as_str().len() > MAX_URL {
        return Err(format!("the setup_url has more than {MAX_URL} characters; shorten it"));
    }
    Ok(())
}
