//! Remarks and attachments.

use super::output::Output;
use super::version::Since;
use crate::{Attachment, Comments};

impl Output {
    /// The `Comments` of one element; several are not in older versions.
    pub(super) fn all_comments(&mut self, list: &[Comments]) {
        if list.len() > 1 {
            self.needs(Since::V069);
        }
        self.each(list, Output::comments);
    }

    pub(super) fn comments(&mut self, comments: &Comments) {
        self.element("Comments", |o| {
            o.optional_attribute("xml:lang", comments.lang.as_ref());
            o.xml.text(&comments.text);
            o.each(&comments.attachments, Output::attachment);
        });
    }

    fn attachment(&mut self, attachment: &Attachment) {
        self.element("Attachment", |o| {
            o.element("URL", |o| {
                o.optional_attribute("name", attachment.name.as_ref());
                o.xml.text(&attachment.url);
            });
        });
    }
}
