//! `Name`, `Description`, `Extrinsic`, `IdReference`.

use super::reader::Reader;
use crate::grammar;
use crate::xml::{Collected, Fail};
use crate::{Description, Extrinsic, IdReference, Name, NoteKind};

impl Reader<'_> {
    pub(super) fn name(&mut self) -> Result<Name, Fail> {
        Ok(Name { lang: self.language(), text: self.string()? })
    }

    pub(super) fn description(&mut self) -> Result<Description, Fail> {
        let lang = self.language();
        let mut short_name = None;
        let text = self.mixed(|r, name| {
            let is_short = name == "ShortName";
            if is_short {
                short_name = Some(r.string()?);
            }
            Ok(is_short)
        })?;
        Ok(Description { lang, text, short_name })
    }

    /// Text with elements in it. `each` reads those it knows and says so; of others the text is kept.
    pub(super) fn mixed(
        &mut self,
        mut each: impl FnMut(&mut Self, &str) -> Result<bool, Fail>,
    ) -> Result<String, Fail> {
        let depth = self.cursor.depth();
        let mut text = Collected::default();
        while self.cursor.depth() >= depth {
            if let Some(name) = self.cursor.text_or_child(&mut text)?
                && !each(self, name)?
            {
                self.note(NoteKind::Markup, || "markup in a text; its text was kept".to_owned());
            }
        }
        Ok(text.finish())
    }

    /// A description for a list; an empty one stands for none.
    pub(super) fn description_into(&mut self, list: &mut Vec<Description>) -> Result<(), Fail> {
        let description = self.description()?;
        if description != Description::default() {
            list.push(description);
        }
        Ok(())
    }

    pub(super) fn extrinsic(&mut self) -> Result<Extrinsic, Fail> {
        Ok(Extrinsic { name: self.required("name"), value: self.string()? })
    }

    pub(super) fn id_reference(&mut self) -> Result<IdReference, Fail> {
        let mut reference = IdReference {
            domain: self.required("domain"),
            identifier: self.required("identifier"),
            description: None,
        };
        self.children(&grammar::ID_REFERENCE, |r, name| match name {
            "Description" => {
                reference.description = Some(r.description()?);
                Ok(())
            }
            _ => r.pass(name),
        })?;
        Ok(reference)
    }
}
