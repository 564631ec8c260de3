//! What a person does with a page, in a person's words: labels and the text of buttons, never ids.

use std::time::Duration;

use thirtyfour::components::SelectElement;
use thirtyfour::prelude::{By, ElementQueryable, ElementWaitable, WebElement};

use super::Browser;

/// How long a page may take.
const PATIENCE: Duration = Duration::from_secs(60);
const PAUSE: Duration = Duration::from_millis(50);

// === impl Browser ===

impl Browser {
    /// Opens an address.
    pub async fn open(&self, url: impl AsRef<str>) {
        self.page.goto(url.as_ref()).await.expect("a page");
    }

    /// Where the browser is.
    pub async fn url(&self) -> String {
        self.page.current_url().await.expect("an address").to_string()
    }

    /// The page's title.
    pub async fn title(&self) -> String {
        self.page.title().await.expect("a title")
    }

    /// The page as it was sent.
    pub async fn source(&self) -> String {
        self.page.source().await.expect("a page")
    }

    /// What can be read on the page.
    pub async fn text(&self) -> String {
        self.element(By::Tag("body"), "a page").await.text().await.expect("a text")
    }

    /// Waits until the page says this.
    pub async fn expect(&self, words: &str) {
        let found = self.page.query(By::Tag("body")).wait(PATIENCE, PAUSE);
        let words_in_page = words.to_owned();
        let shown = found
            .with_filter(move |body: WebElement| {
                let words = words_in_page.clone();
                async move { Ok(body.text().await.is_ok_and(|text| text.contains(&words))) }
            })
            .exists()
            .await
            .unwrap_or(false);
        if !shown {
            panic!("the page {} does not say {words:?}. It says:\n{}", self.url().await, self.text().await);
        }
    }

    /// Presses a button or follows a link, known by its text.
    pub async fn press(&self, text: &str) {
        let pressed = self.pressable(text).await;
        pressed.scroll_into_view().await.expect("a place");
        pressed.click().await.unwrap_or_else(|error| panic!("{text:?} cannot be pressed: {error}"));
    }

    /// A button or link whose text is this, or begins with it (buttons of a list say to screen readers which line they mean).
    async fn pressable(&self, text: &str) -> WebElement {
        let text = quoted(text);
        let button = By::XPath(format!("//button[normalize-space()={text}]"));
        let link = By::XPath(format!("//*[self::a or self::summary][normalize-space()={text}]"));
        let begins = format!("//*[self::button or self::a][starts-with(normalize-space(), {text})]");
        let query = self.page.query(button).wait(PATIENCE, PAUSE).or(link).or(By::XPath(begins));
        let found = query.first().await;
        match found {
            Ok(found) => found,
            Err(_) => panic!("nothing to press says {text} on {}:\n{}", self.url().await, self.text().await),
        }
    }

    /// Presses it, and waits until the page before is gone.
    pub async fn leave_by(&self, text: &str) {
        let marked = self.page.execute("document.documentElement.dataset.before = 'yes'", Vec::new()).await;
        marked.expect("a mark");
        self.press(text).await;
        self.element(By::Css("html:not([data-before])"), "page after this one").await;
    }

    /// Types into a field, known by its label; what was there is gone.
    pub async fn fill(&self, label: &str, value: &str) {
        let field = self.field(label).await;
        field.clear().await.expect("a field");
        field.send_keys(value).await.unwrap_or_else(|error| panic!("{label:?} takes no text: {error}"));
    }

    /// Chooses an option by a part of its text, in a list known by its label.
    pub async fn choose(&self, label: &str, option: &str) {
        let list = SelectElement::new(&self.field(label).await).await.expect("a list");
        list.select_by_partial_text(option).await.unwrap_or_else(|error| panic!("no {option:?}: {error}"));
    }

    /// Ticks or unticks a box, or picks a radio button, known by its label.
    pub async fn tick(&self, label: &str, ticked: bool) {
        let field = self.field(label).await;
        if field.is_selected().await.expect("a box") != ticked {
            field.scroll_into_view().await.expect("a place");
            field.click().await.unwrap_or_else(|error| panic!("{label:?} cannot be ticked: {error}"));
        }
    }

    /// What stands in a field, known by its label.
    pub async fn value(&self, label: &str) -> String {
        self.field(label).await.value().await.expect("a field").unwrap_or_default()
    }

    /// The field of a label.
    pub async fn field(&self, label: &str) -> WebElement {
        let text = quoted(label);
        let named = format!("//label[normalize-space()={text} or starts-with(normalize-space(), {text})]");
        let by = format!(
            "//*[@id={named}/@for] | {named}//*[self::input or self::select or self::textarea] \
             | //*[@aria-label={text}]"
        );
        self.element(By::XPath(by), label).await
    }

    /// The first element of that kind; it must come within some seconds.
    pub async fn element(&self, by: By, what: &str) -> WebElement {
        match self.page.query(by).wait(PATIENCE, PAUSE).first().await {
            Ok(found) => {
                // A page that is still being laid out has no place to press yet.
                let _ = found.wait_until().displayed().await;
                found
            }
            Err(error) => {
                panic!("no {what:?} on {}: {error}\n{}", self.url().await, self.page_text().await)
            }
        }
    }

    async fn page_text(&self) -> String {
        match self.page.find(By::Tag("body")).await {
            Ok(body) => body.text().await.unwrap_or_default(),
            Err(error) => error.to_string(),
        }
    }
}

/// A text as an `XPath` string: it has no escapes, so a text with both kinds of quotes is put together.
fn quoted(text: &str) -> String {
    if !text.contains('\'') {
        return format!("'{text}'");
    }
    let parts: Vec<String> = text.split('\'').map(|part| format!("'{part}'")).collect();
    format!("concat({})", parts.join(", \"'\", "))
}
