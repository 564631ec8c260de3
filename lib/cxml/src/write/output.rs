//! Elements and attributes of every kind of value.

use super::version::{CxmlVersion, Since};
use crate::keyword::Keyword;
use crate::xml::Writer;
use crate::{Decimal, Timestamp};

/// The document so far, and the version it needs.
pub(super) struct Output {
    pub(super) xml: Writer,
    dtd: &'static str,
    needs: Since,
}

impl Output {
    pub(super) fn new() -> Self {
        Self { xml: Writer::new(), dtd: "cXML", needs: Since::V014 }
    }

    pub(super) fn finish(self, wanted: &CxmlVersion) -> String {
        let version = wanted.or_newer(self.needs);
        let prolog = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE cXML SYSTEM \
             \"http://xml.cxml.org/schemas/cXML/{version}/{}.dtd\">\n",
            self.dtd
        );
        self.xml.finish(&prolog)
    }

    /// The DTD that has this kind of document, `InvoiceDetail` or `Fulfill`.
    pub(super) fn dtd(&mut self, name: &'static str, since: Since) {
        self.dtd = name;
        self.needs(since);
    }

    /// What is written now is not in older versions.
    pub(super) fn needs(&mut self, since: Since) {
        self.needs = self.needs.max(since);
    }

    pub(super) fn element(&mut self, name: &str, inside: impl FnOnce(&mut Self)) {
        self.xml.open(name);
        inside(self);
        self.xml.close(name);
    }

    pub(super) fn text_element(&mut self, name: &str, text: &str) {
        self.element(name, |o| o.xml.text(text));
    }

    pub(super) fn optional_text_element(&mut self, name: &str, text: Option<&String>) {
        if let Some(text) = text {
            self.text_element(name, text);
        }
    }

    /// `<name><URL>…</URL></name>`
    pub(super) fn url_element(&mut self, name: &str, url: &str) {
        self.element(name, |o| o.text_element("URL", url));
    }

    /// `<name attribute="…"/>`
    pub(super) fn attribute_element(&mut self, name: &str, attribute: &str, value: &str) {
        self.element(name, |o| o.xml.attribute(attribute, value));
    }

    pub(super) fn each<T>(&mut self, list: &[T], write: impl Fn(&mut Self, &T)) {
        for one in list {
            write(self, one);
        }
    }

    /// A list that the DTD wants to have an element; an empty one stands for none.
    pub(super) fn some<T: Default>(&mut self, list: &[T], write: impl Fn(&mut Self, &T)) {
        match list.is_empty() {
            true => write(self, &T::default()),
            false => self.each(list, write),
        }
    }

    pub(super) fn optional<T>(&mut self, value: Option<&T>, write: impl FnOnce(&mut Self, &T)) {
        if let Some(value) = value {
            write(self, value);
        }
    }

    /// A value that the DTD requires; an empty one stands for none.
    pub(super) fn required<T: Default>(&mut self, value: Option<&T>, write: impl FnOnce(&mut Self, &T)) {
        match value {
            Some(value) => write(self, value),
            None => write(self, &T::default()),
        }
    }

    pub(super) fn attribute(&mut self, name: &str, value: &str) {
        self.xml.attribute(name, value);
    }

    pub(super) fn optional_attribute(&mut self, name: &str, value: Option<&String>) {
        if let Some(value) = value {
            self.attribute(name, value);
        }
    }

    pub(super) fn flag(&mut self, name: &str, value: bool) {
        if value {
            self.attribute(name, "yes");
        }
    }

    pub(super) fn keyword<T: Keyword>(&mut self, name: &str, value: T) {
        self.attribute(name, value.word());
    }

    pub(super) fn optional_keyword<T: Keyword>(&mut self, name: &str, value: Option<T>) {
        if let Some(value) = value {
            self.keyword(name, value);
        }
    }

    /// A keyword that the DTD has a default for, which is left out.
    pub(super) fn keyword_unless_default<T: Keyword + Default>(&mut self, name: &str, value: T) {
        if value != T::default() {
            self.keyword(name, value);
        }
    }

    pub(super) fn moment(&mut self, name: &str, value: &Timestamp) {
        self.attribute(name, &value.wire());
    }

    pub(super) fn optional_moment(&mut self, name: &str, value: Option<&Timestamp>) {
        if let Some(value) = value {
            self.moment(name, value);
        }
    }

    /// A number that the DTD requires; empty where there is none.
    pub(super) fn decimal(&mut self, name: &str, value: Option<Decimal>) {
        match value {
            Some(value) => self.attribute(name, &value.to_string()),
            None => self.attribute(name, ""),
        }
    }

    pub(super) fn optional_decimal(&mut self, name: &str, value: Option<Decimal>) {
        if value.is_some() {
            self.decimal(name, value);
        }
    }

    /// A line number that the DTD requires; empty where there is none.
    pub(super) fn line_number(&mut self, name: &str, value: Option<u32>) {
        match value {
            Some(value) => self.attribute(name, &value.to_string()),
            None => self.attribute(name, ""),
        }
    }

    pub(super) fn optional_line_number(&mut self, name: &str, value: Option<u32>) {
        if value.is_some() {
            self.line_number(name, value);
        }
    }
}
