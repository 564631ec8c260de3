//! `Name`, `Description`, `Extrinsic`, `IdReference`.

use super::output::Output;
use crate::{Description, Extrinsic, IdReference, Name};

impl Output {
    pub(super) fn name(&mut self, element: &str, name: &Name) {
        self.element(element, |o| {
            o.attribute("xml:lang", &name.lang);
            o.xml.text(&name.text);
        });
    }

    pub(super) fn description(&mut self, description: &Description) {
        self.element("Description", |o| {
            o.attribute("xml:lang", &description.lang);
            o.optional_text_element("ShortName", description.short_name.as_ref());
            o.xml.text(&description.text);
        });
    }

    pub(super) fn extrinsic(&mut self, extrinsic: &Extrinsic) {
        self.element("Extrinsic", |o| {
            o.attribute("name", &extrinsic.name);
            o.xml.text(&extrinsic.value);
        });
    }

    pub(super) fn id_reference(&mut self, reference: &IdReference) {
        self.element("IdReference", |o| {
            o.attribute("identifier", &reference.identifier);
            o.attribute("domain", &reference.domain);
            o.optional(reference.description.as_ref(), Output::description);
        });
    }
}
