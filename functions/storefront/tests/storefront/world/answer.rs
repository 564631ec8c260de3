//! What came back, as a browser and its reader see it.

use axum::http::{HeaderMap, StatusCode};

/// What came back.
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
}

// === impl Answer ===

impl Answer {
    /// Where a redirect leads.
    pub fn location(&self) -> &str {
        self.header("location")
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// The page's text as a person reads it.
    pub fn text(&self) -> String {
        let page = scraper::Html::parse_document(&self.body);
        page.root_element()
            .text()
            .collect::<Vec<_>>()
            .join(" ")
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// An attribute of every element that fits.
    pub fn attributes(&self, selector: &str, name: &str) -> Vec<String> {
        let page = scraper::Html::parse_document(&self.body);
        let selector = scraper::Selector::parse(selector).expect("a selector");
        page.select(&selector).filter_map(|element| element.value().attr(name)).map(str::to_owned).collect()
    }

    /// How many elements fit.
    pub fn count(&self, selector: &str) -> usize {
        let page = scraper::Html::parse_document(&self.body);
        page.select(&scraper::Selector::parse(selector).expect("a selector")).count()
    }

    /// What the element says; empty where there is none.
    pub fn text_of(&self, selector: &str) -> String {
        let page = scraper::Html::parse_document(&self.body);
        let selector = scraper::Selector::parse(selector).expect("a selector");
        let text = page.select(&selector).next().map(|one| one.text().collect::<Vec<_>>().join(" "));
        text.unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
    }

    #[track_caller]
    pub fn says(&self, words: &str) -> &Self {
        let text = self.text();
        assert!(text.contains(words), "not said: {words}\n{text}");
        self
    }

    #[track_caller]
    pub fn does_not_say(&self, words: &str) -> &Self {
        assert!(!self.text().contains(words), "said: {words}");
        self
    }

    #[track_caller]
    pub fn is(&self, status: u16) -> &Self {
        assert_eq!(self.status.as_u16(), status, "{}", self.text());
        self
    }
}
