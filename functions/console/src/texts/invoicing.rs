//! **Electronic invoicing** of a connection.

use super::In;
use crate::form::Label;

#[derive(Debug)]
pub struct Words {
    pub heading: &'static str,
    pub channel: Label,
    pub none: &'static str,
    pub cxml: &'static str,
    pub portal: &'static str,
    pub only_cxml: &'static str,
    pub url: Label,
    pub domain: Label,
    pub identity: Label,
    pub secret: Label,
    pub version: Label,
    pub attach_pdf: Label,
    pub every_invoice: &'static str,
    pub cancel_by: Label,
    pub by_delete: &'static str,
    pub by_line_credit: &'static str,
    pub by_credit: &'static str,
    pub tax_category: Label,
    pub tax_percent: Label,
    pub tax_description: Label,
}

pub static TEXTS: In<Words> = In {
    english: Words {
        heading: "Electronic invoicing",
        channel: Label { label: "How invoices are delivered", hint: "" },
        none: "Not at all",
        cxml: "Over cXML (Coupa only)",
        portal: "By supplier portal: PDF and CSV to upload",
        only_cxml: "For invoices over cXML",
        url: Label {
            label: "Invoice URL",
            hint: "Where your Coupa takes invoices, such as https://acme.coupahost.com/cxml/invoices.",
        },
        domain: Label { label: "Invoice sender domain", hint: "" },
        identity: Label {
            label: "Invoice sender identity",
            hint: "How your Coupa knows the marketplace as a sender of invoices.",
        },
        secret: Label {
            label: "Invoice shared secret",
            hint: "It is kept encrypted and never shown. Leave it empty to keep the one that is there.",
        },
        version: Label { label: "cXML version of invoices", hint: "1.2.014 to 1.2.069." },
        attach_pdf: Label {
            label: "Attach a PDF to invoices over cXML",
            hint: "For people who look at them in Coupa.",
        },
        every_invoice: "For every invoice",
        cancel_by: Label {
            label: "How a delivered invoice is taken back",
            hint: "As your procurement system takes it.",
        },
        by_delete: "It is deleted; if that is refused, by a credit line by line",
        by_line_credit: "By a credit line by line",
        by_credit: "By a credit on the whole",
        tax_category: Label {
            label: "Tax category",
            hint: "Such as vat, gst or sales. Leave it empty for invoices without tax.",
        },
        tax_percent: Label { label: "Tax rate in per cent", hint: "Such as 19 or 8.875." },
        tax_description: Label { label: "Name of the tax", hint: "As people call it, such as VAT 19 %." },
    },
    german: Words {
        heading: "Elektronische Rechnungen",
        channel: Label { label: "Zustellung von Rechnungen", hint: "" },
        none: "Gar nicht",
        cxml: "Über cXML (nur Coupa)",
        portal: "Über das Lieferantenportal: PDF und CSV zum Hochladen",
        only_cxml: "Für Rechnungen über cXML",
        url: Label {
            label: "URL für Rechnungen",
            hint: "Wo Ihr Coupa Rechnungen annimmt, wie https://acme.coupahost.com/cxml/invoices.",
        },
        domain: Label { label: "Domäne des Rechnungssenders", hint: "" },
        identity: Label {
            label: "Kennung des Rechnungssenders",
            hint: "Wie Ihr Coupa den Marktplatz als Absender von Rechnungen kennt.",
        },
        secret: Label {
            label: "Geheimnis für Rechnungen",
            hint: "Es wird verschlüsselt aufbewahrt und nie gezeigt. Leer bleibt das, was da ist.",
        },
        version: Label { label: "cXML-Version der Rechnungen", hint: "1.2.014 bis 1.2.069." },
        attach_pdf: Label {
            label: "PDF an Rechnungen über cXML hängen",
            hint: "Für alle, die sie in Coupa ansehen.",
        },
        every_invoice: "Für jede Rechnung",
        cancel_by: Label {
            label: "So wird eine zugestellte Rechnung zurückgenommen",
            hint: "Wie Ihr Beschaffungssystem es annimmt.",
        },
        by_delete: "Sie wird gelöscht; wird das abgelehnt, durch eine Gutschrift je Position",
        by_line_credit: "Durch eine Gutschrift je Position",
        by_credit: "Durch eine Gutschrift im Ganzen",
        tax_category: Label {
            label: "Art der Steuer",
            hint: "Wie vat, gst oder sales. Leer bleiben Rechnungen ohne Steuer.",
        },
        tax_percent: Label { label: "Steuersatz in Prozent", hint: "Mit Punkt, wie 19 oder 8.875." },
        tax_description: Label { label: "Name der Steuer", hint: "Wie man sie nennt, etwa USt. 19 %." },
    },
};
