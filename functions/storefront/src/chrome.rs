//! What stands around every page: the store's name, where one is, the TEST banner, and who may frame it.

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use procurement::mail::Language;

use crate::failure::Failure;
use crate::finish::content_policy;
use crate::texts::{self, Texts};
use crate::{Storefront, asset};

/// What stands around a page.
#[derive(Clone, Debug)]
pub struct Chrome {
    /// The store's name.
    pub marketplace: String,
    /// What every path begins with; empty unless the marketplace is under a path of its host.
    pub root: String,
    /// The texts, in the language of whoever looks.
    pub t: &'static Texts,
    /// The script's path.
    pub script: String,
    /// The style sheet's path, which changes with its content.
    pub css: String,
    /// Whether what is shown buys nothing (R9).
    pub test: bool,
    /// The procurement system's name, for people.
    pub system: &'static str,
    /// The hosts whose pages may hold this one in a frame.
    pub form_hosts: Vec<String>,
    /// Where a form may lead besides to the store: the page of the procurement system on which requests begin (R11).
    pub leads_to: Option<String>,
    /// The session, on pages that belong to one.
    pub shopping: Option<Shopping>,
}

/// The session that a page belongs to.
#[derive(Clone, Debug)]
pub struct Shopping {
    /// The path of the session's first page; every other one begins with it.
    pub home: String,
    /// How many items are in the cart.
    pub items: usize,
    /// Whether the cart may only be looked at (R21).
    pub read_only: bool,
    /// Whether a former cart was opened to be changed (R21).
    pub editing: bool,
    /// Who shops.
    pub requester: String,
    /// What a visit without a punch-out comes to, for people (R11).
    pub direct: Option<String>,
    /// When it ends unless a page is opened before, for people (R25).
    pub ends: String,
    /// The same in seconds from now on.
    pub left: i64,
    /// Which part of the store is shown.
    pub place: Place,
}

/// The parts of the store, as the navigation lists them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Place {
    #[default]
    Elsewhere,
    Search,
    Requests,
    Subscriptions,
    Cart,
}

// === impl Chrome ===

impl Chrome {
    /// What stands around a page of which nothing is known but the store.
    pub fn of_store(store: &Storefront, language: Language) -> Self {
        let t = texts::of(language);
        let marketplace = &store.core.marketplace;
        let root = marketplace.base_url.path().trim_end_matches('/').to_owned();
        Self {
            marketplace: marketplace.name.clone(),
            css: format!("{root}{}", asset::style_sheet()),
            script: format!("{root}{}", asset::script()),
            root,
            t,
            test: false,
            system: t.frame.your_system,
            form_hosts: Vec::new(),
            leads_to: None,
            shopping: None,
        }
    }

    /// The same, in this part of the store.
    #[must_use]
    pub fn at(mut self, place: Place) -> Self {
        if let Some(shopping) = &mut self.shopping {
            shopping.place = place;
        }
        self
    }

    /// The path of the session's first page; the store's root on pages without a session.
    pub fn home(&self) -> &str {
        self.shopping.as_ref().map_or("/", |shopping| &shopping.home)
    }

    /// Whether the page belongs to a session whose cart may only be looked at (R21).
    pub fn is_read_only(&self) -> bool {
        self.shopping.as_ref().is_some_and(|shopping| shopping.read_only)
    }

    /// The answer that shows this page.
    pub fn show(&self, status: StatusCode, page: &impl askama::Template) -> Result<Response, Failure> {
        let html = page.render().map_err(|error| Failure::broken(&error))?;
        let headers = [
            (header::CONTENT_TYPE, "text/html; charset=utf-8".to_owned()),
            (header::CONTENT_SECURITY_POLICY, content_policy(&self.form_hosts, self.leads_to.as_deref())),
        ];
        Ok((status, headers, html).into_response())
    }
}
