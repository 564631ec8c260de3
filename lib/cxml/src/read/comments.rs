//! Remarks and attachments.

use super::reader::Reader;
use crate::xml::Fail;
use crate::{Attachment, Comments, NoteKind};

impl Reader<'_> {
    pub(super) fn comments(&mut self) -> Result<Comments, Fail> {
        let lang = self.optional("xml:lang");
        let mut attachments = Vec::new();
        let text = self.mixed(|r, name| {
            let is_attachment = name == "Attachment";
            if is_attachment {
                r.one_more_entry()?;
                attachments.push(r.attachment()?);
            }
            Ok(is_attachment)
        })?;
        Ok(Comments { lang, text, attachments })
    }

    fn attachment(&mut self) -> Result<Attachment, Fail> {
        let mut attachment = Attachment::default();
        let at = self.cursor.tag();
        let text = self.mixed(|r, name| {
            let is_url = name == "URL";
            if is_url {
                attachment.name = r.optional("name");
                attachment.url = r.string()?;
            }
            Ok(is_url)
        })?;
        if !text.is_empty() && attachment.url.is_empty() {
            attachment.url = text;
            self.notes
                .add(at, NoteKind::Missing, || "URL is missing in Attachment; its text was taken".to_owned());
        }
        Ok(attachment)
    }
}
