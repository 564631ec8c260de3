//! A form in a page, read as a browser reads it: entities decoded once, relative addresses resolved.

use scraper::{ElementRef, Html};
use url::Url;

/// Why a page's forms cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FormError {
    /// The action is no address.
    #[error("the form's action \"{0}\" is no address")]
    Action(String),
}

/// A form as it would be submitted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// The form's `id`.
    pub id: Option<String>,
    /// `get` or `post`.
    pub method: String,
    /// Where it goes, absolute.
    pub action: Url,
    /// Names and values of the fields that would be sent, in order; a submit button is not among them.
    pub fields: Vec<(String, String)>,
    /// Names and values of its submit buttons; the name may be empty.
    pub buttons: Vec<(String, String)>,
}

impl Form {
    /// The value of a field, names compared without regard to case.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<&str> {
        let mut named = self.fields.iter().filter(|(key, _)| key.eq_ignore_ascii_case(name));
        named.next().map(|(_, value)| value.as_str())
    }

    /// The same form with a field filled in; it is added where there is none.
    #[must_use]
    pub fn fill(mut self, name: &str, value: &str) -> Self {
        match self.fields.iter_mut().find(|(key, _)| key == name) {
            Some((_, old)) => value.clone_into(old),
            None => self.fields.push((name.to_owned(), value.to_owned())),
        }
        self
    }

    /// The same form as sent by its button of that name and value.
    #[must_use]
    pub fn press(mut self, name: &str, value: &str) -> Self {
        self.fields.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Whether this is the form that carries a cart.
    #[must_use]
    pub fn carries_a_cart(&self) -> bool {
        self.field("cxml-base64").or_else(|| self.field("cxml-urlencoded")).is_some()
    }
}

/// All forms of a page, `page` being its own address.
///
/// # Errors
/// When a form's action is no address.
pub fn forms(page: &Url, html: &str) -> Result<Vec<Form>, FormError> {
    let document = Html::parse_document(html);
    let base = base(page, &document);
    elements(&document, "form").map(|form| read(&base, form)).collect()
}

fn base(page: &Url, document: &Html) -> Url {
    let href = elements(document, "base").next().and_then(|base| base.attr("href").map(str::to_owned));
    href.and_then(|href| page.join(&href).ok()).unwrap_or_else(|| page.clone())
}

fn elements<'a>(document: &'a Html, name: &'static str) -> impl Iterator<Item = ElementRef<'a>> {
    document.root_element().descendent_elements().filter(move |element| element.value().name() == name)
}

fn read(base: &Url, form: ElementRef<'_>) -> Result<Form, FormError> {
    let action = form.attr("action").unwrap_or_default().trim();
    let inside = || form.descendent_elements().filter(|it| it.attr("disabled").is_none());
    Ok(Form {
        id: form.attr("id").map(str::to_owned),
        method: form.attr("method").unwrap_or("get").to_ascii_lowercase(),
        action: base.join(action).map_err(|_| FormError::Action(action.to_owned()))?,
        fields: inside().filter_map(field).collect(),
        buttons: inside().filter_map(button).collect(),
    })
}

fn field(element: ElementRef<'_>) -> Option<(String, String)> {
    let name = element.attr("name").filter(|name| !name.is_empty())?.to_owned();
    let value = match element.value().name() {
        "input" => input_value(element)?,
        "textarea" => element.text().collect(),
        "select" => selected(element)?,
        _ => return None,
    };
    Some((name, with_browser_line_breaks(&value)))
}

fn input_value(element: ElementRef<'_>) -> Option<String> {
    let kind = element.attr("type").unwrap_or("text").to_ascii_lowercase();
    match kind.as_str() {
        "submit" | "button" | "image" | "reset" | "file" => None,
        "checkbox" | "radio" => {
            element.attr("checked")?;
            Some(element.attr("value").unwrap_or("on").to_owned())
        }
        _ => Some(element.attr("value").unwrap_or_default().to_owned()),
    }
}

/// A browser sends every line break as CR LF.
fn with_browser_line_breaks(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n").replace('\n', "\r\n")
}

fn selected(element: ElementRef<'_>) -> Option<String> {
    let options: Vec<_> = element.descendent_elements().filter(|it| it.value().name() == "option").collect();
    let chosen = options.iter().find(|it| it.attr("selected").is_some()).or_else(|| options.first())?;
    let text = || chosen.text().collect::<String>().trim().to_owned();
    Some(chosen.attr("value").map_or_else(text, str::to_owned))
}

fn button(element: ElementRef<'_>) -> Option<(String, String)> {
    let submits = match element.value().name() {
        "button" => element.attr("type").is_none_or(|kind| kind.eq_ignore_ascii_case("submit")),
        "input" => element.attr("type").is_some_and(|kind| kind.eq_ignore_ascii_case("submit")),
        _ => false,
    };
    let attribute = |name| element.attr(name).unwrap_or_default().to_owned();
    submits.then(|| (attribute("name"), attribute("value")))
}
