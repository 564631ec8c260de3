//! `PunchOutSetupRequest` as Coupa writes it.

use crate::{Fault, Line, Requester};
use askama::Template;

#[derive(Template)]
#[template(path = "wire/setup.xml")]
pub(crate) struct SetupRequest<'a> {
    pub(crate) element: &'static str,
    pub(crate) operation: &'static str,
    pub(crate) buyer_cookie: &'a str,
    pub(crate) requester: &'a Requester,
    pub(crate) contact_first: bool,
    pub(crate) form_post_url: String,
    pub(crate) supplier_setup_url: &'a str,
    pub(crate) selected_item: Option<(String, Option<String>)>,
    pub(crate) lines: &'a [Line],
}

impl SetupRequest<'_> {
    pub(crate) fn apply(&mut self, faults: &[Fault]) {
        for fault in faults {
            match fault {
                Fault::UnknownRequest => self.element = "TimeTravelRequest",
                Fault::ContactFirst => self.contact_first = true,
                Fault::FormPost(url) => self.form_post_url.clone_from(url),
                _ => {}
            }
        }
    }

    fn extrinsics_of<'l>(&self, line: &'l Line) -> &'l [(String, String)] {
        &line.extrinsics
    }
}
