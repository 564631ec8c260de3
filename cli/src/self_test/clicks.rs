//! The clicks that lead from a store's start page to a cart, written down once for a store.
//!
//! One click a line: `follow TEXT` opens the first link whose path holds the text; `submit END FIELDS` submits the form whose
//! action ends so (`.` is the page's own address), with fields as in an address: `months=12&quantity.*=1`. A name that ends
//! with `*` fills every field that begins so. `#` begins a remark.

use std::str::FromStr;

use buyer::Form;
use url::{Url, form_urlencoded};

use crate::shopper::{Page, Shopper, ShopperError};

/// The most clicks of a script.
const MAX_CLICKS: usize = 100;

/// Clicks, in order; at least one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clicks(Vec<Click>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Click {
    Follow(String),
    Submit { action: String, fields: Vec<(String, String)> },
}

/// A script that cannot be followed.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum NotAScript {
    /// A line that is no click.
    #[error("line {0} is no click; write `follow TEXT` or `submit END FIELDS`")]
    Line(usize),
    /// None, or too many.
    #[error("a script has 1 to {MAX_CLICKS} clicks, and this one has {0}")]
    Count(usize),
}

// === impl Clicks ===

impl FromStr for Clicks {
    type Err = NotAScript;

    fn from_str(text: &str) -> Result<Self, NotAScript> {
        let mut clicks = Vec::new();
        for (number, line) in (1..).zip(text.lines()) {
            let line = line.trim();
            if !line.is_empty() && !line.starts_with('#') {
                clicks.push(click(line).ok_or(NotAScript::Line(number))?);
            }
        }
        let fits = (1..=MAX_CLICKS).contains(&clicks.len());
        if fits { Ok(Self(clicks)) } else { Err(NotAScript::Count(clicks.len())) }
    }
}

fn click(line: &str) -> Option<Click> {
    let mut words = line.split_whitespace();
    let (verb, object) = (words.next()?, words.next()?.to_owned());
    let fields = words.next();
    match (verb, fields, words.next()) {
        ("follow", None, None) => Some(Click::Follow(object)),
        ("submit", fields, None) => {
            let fields = form_urlencoded::parse(fields.unwrap_or_default().as_bytes()).into_owned().collect();
            Some(Click::Submit { action: object, fields })
        }
        _ => None,
    }
}

impl Clicks {
    /// Clicks through a store from its first page; the page that carries the cart, and the form that led to it.
    pub(super) async fn walk(
        &self,
        shopper: &Shopper,
        start: Page,
    ) -> Result<(Page, Option<Form>), ShopperError> {
        let (mut page, mut last) = (start, None);
        for click in &self.0 {
            (page, last) = click.make(shopper, &page).await?;
        }
        Ok((page, last))
    }
}

// === impl Click ===

impl Click {
    async fn make(&self, shopper: &Shopper, page: &Page) -> Result<(Page, Option<Form>), ShopperError> {
        match self {
            Self::Follow(text) => Ok((shopper.open(&page.link_to(text)?).await?, None)),
            Self::Submit { action, fields } => {
                let own = own_path(&page.url);
                let form = page.form_to(if action == "." { &own } else { action })?;
                let form = fields.iter().fold(form, |form, (name, value)| filled(form, name, value));
                Ok((shopper.submit(&form).await?, Some(form)))
            }
        }
    }
}

fn own_path(url: &Url) -> String {
    url.path().to_owned()
}

fn filled(form: Form, name: &str, value: &str) -> Form {
    let Some(begins) = name.strip_suffix('*') else { return form.fill(name, value) };
    let names: Vec<String> =
        form.fields.iter().map(|(name, _)| name.clone()).filter(|name| name.starts_with(begins)).collect();
    names.iter().fold(form, |form, name| form.fill(name, value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_is_read_line_by_line() {
        let script = "# a year of it\nsubmit . q=lumen+logs\n\n  follow /offers/\nsubmit /request months=12&seats.*=1\nsubmit /return";
        let Clicks(clicks) = script.parse().expect("a script");
        assert_eq!(clicks.len(), 4);
        assert_eq!(clicks[1], Click::Follow("/offers/".into()));
        let Click::Submit { fields, .. } = &clicks[0] else { panic!("{clicks:?}") };
        assert_eq!(fields, &[("q".to_owned(), "lumen logs".to_owned())]);
    }

    #[test]
    fn what_is_no_click_is_told_by_its_line() {
        for (script, wrong) in [
            ("follow", NotAScript::Line(1)),
            ("follow /a\npress b", NotAScript::Line(2)),
            ("follow /a b", NotAScript::Line(1)),
            ("submit /a b=c d=e", NotAScript::Line(1)),
            ("# nothing", NotAScript::Count(0)),
        ] {
            assert_eq!(script.parse::<Clicks>(), Err(wrong), "{script}");
        }
        let long = "follow /a\n".repeat(101);
        assert_eq!(long.parse::<Clicks>(), Err(NotAScript::Count(101)));
    }
}
