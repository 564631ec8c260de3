//! What is wrong about a value, field by field.

use procurement::configuration::Mistake;

use super::In;

#[derive(Debug)]
pub struct Words {
    /// What is said of a field; none where the domain's own sentence holds.
    of_field: fn(&str) -> Option<&'static str>,
}

/// The domain's own sentences are English.
pub static TEXTS: In<Words> =
    In { english: Words { of_field: |_| None }, german: Words { of_field: german } };

// === impl Words ===

impl Words {
    /// The mistake in a sentence.
    pub fn sentence(&self, mistake: &Mistake) -> String {
        (self.of_field)(&mistake.field).map_or_else(|| mistake.message.clone(), str::to_owned)
    }
}

fn german(field: &str) -> Option<&'static str> {
    Some(match field {
        "name" => "Schreiben Sie einen Namen von 1 bis 100 Zeichen, in einer Zeile.",
        "description" => "Schreiben Sie höchstens 1.000 Zeichen.",
        "anid" => "Eine Ariba Network ID ist AN und 11 oder 12 Ziffern, wie AN01000000001.",
        "mode" => "Eine Verbindung beginnt im Testmodus. Der Modus ist Test oder Produktiv.",
        "form_hosts" => {
            "Schreiben Sie 1 bis 20 Hosts, an die Warenkörbe zurückgehen dürfen, wie acme.coupahost.com: ohne https:// und ohne Pfad."
        }
        "form_field" => "Das Formularfeld ist cxml-base64 oder cxml-urlencoded.",
        "unit_of_measure" => {
            "Schreiben Sie den Code einer Mengeneinheit aus 1 bis 8 Buchstaben und Ziffern, wie EA."
        }
        "cart_version" | "invoice_version" | "confirmation_version" => {
            "Schreiben Sie eine Version von 1.2.014 bis 1.2.069, wie 1.2.023."
        }
        "blanket_amount" => {
            "Schreiben Sie einen Betrag über 0 bis 1.000.000.000 als Zahl mit Punkt, wie 10000.00, ohne Bruchteile der kleinsten Einheit."
        }
        "blanket_currency" => "Schreiben Sie die drei Buchstaben der Währung, wie USD.",
        "redirect" => "Die Umleitung gibt es nur für Coupa; ein Einkauf mit SAP Ariba beginnt in SAP Ariba.",
        "approval_url" => {
            "Die Umleitung braucht die https-Adresse der Seite in Coupa, auf der Anfragen beginnen, auf einem der erlaubten Hosts."
        }
        "contacts" => "Schreiben Sie höchstens 10 E-Mail-Adressen, wie einkauf@example.com.",
        "invoice_channel" => "Rechnungen gehen nicht, über cXML (nur Coupa) oder über das Lieferantenportal.",
        "invoice_url" => "Schreiben Sie die Adresse, die Rechnungen annimmt; sie beginnt mit https://.",
        "invoice_domain" | "confirmation_domain" => "Die Domäne ist NetworkId, DUNS oder AribaNetworkUserId.",
        "invoice_identity" | "confirmation_identity" => "Schreiben Sie die Kennung, mit 1 bis 255 Zeichen.",
        "invoice_secret" => "Schreiben Sie das Geheimnis, das dieser Host für Rechnungen erwartet.",
        "invoice_cancel_by" => {
            "Eine Rechnung wird durch Löschen, durch eine Gutschrift je Position oder im Ganzen zurückgenommen."
        }
        "invoice_tax_category" => "Schreiben Sie die Art der Steuer, mit 1 bis 50 Zeichen, wie vat.",
        "invoice_tax_percent" => {
            "Schreiben Sie den Satz in Prozent als Zahl von 0 bis 100, wie 19 oder 8.875."
        }
        "invoice_tax_description" => "Schreiben Sie den Namen der Steuer, mit 1 bis 100 Zeichen.",
        "confirmation_url" => {
            "Schreiben Sie die Adresse, die Bestätigungen annimmt; sie beginnt mit https://."
        }
        "confirmation_secret" => "Schreiben Sie das Geheimnis, das dieser Host für Bestätigungen erwartet.",
        "overlap_hours" => "Das alte Geheimnis kann 0 bis 2160 Stunden (90 Tage) gültig bleiben.",
        "products" => "Schreiben Sie Produktnummern, eine in jeder Zeile, wie sie im Katalog stehen.",
        "line_rule" => "Die Regel ist nach Produkt oder nach Position.",
        "reason" => "Schreiben Sie, warum, mit 1 bis 750 Zeichen: Die anfragende Person liest es.",
        "last_day" => {
            "Nennen Sie einen Tag nach heute, wie 2027-12-31. Um sofort aufzuhören, beenden Sie das Abonnement."
        }
        "charges" => {
            "Schreiben Sie jeden Betrag als Zahl, wie 1200,00, nicht negativ und nicht genauer als die Währung."
        }
        "id" => "Geben Sie der Messung einen Namen von 1 bis 100 Zeichen, damit sie einmal erfasst wird.",
        "rate" => "Wählen Sie, was verbraucht wurde, aus der Liste.",
        "quantity" => "Schreiben Sie eine Zahl über 0 mit höchstens sechs Nachkommastellen, wie 12,5.",
        "at" => "Der Verbrauch muss zwischen dem Beginn des Abonnements und jetzt liegen.",
        "account" => "Eine AWS-Kontonummer hat genau 12 Ziffern.",
        _ => return None,
    })
}
