//! The invoice on paper: one A4 page (R12). The same invoice is the same bytes.
//!
//! The fonts are those that every PDF reader has, so none is embedded; they have the letters of Western European
//! languages, and another letter is shown as a question mark.

mod letters;
mod paper;

use pdf_writer::{Content, Finish as _, Name, Pdf, Rect, Ref, TextStr};

use super::Sheet;
use paper::{BOLD, Paper, REGULAR};

const PAGE: (f32, f32) = (595.0, 842.0);
const CATALOG: Ref = Ref::new(1);
const PAGES: Ref = Ref::new(2);
const ONLY_PAGE: Ref = Ref::new(3);
const REGULAR_FONT: Ref = Ref::new(4);
const BOLD_FONT: Ref = Ref::new(5);
const CONTENT: Ref = Ref::new(6);
const INFO: Ref = Ref::new(7);

/// The page with this invoice.
pub fn pdf(sheet: &Sheet) -> Vec<u8> {
    let mut pdf = Pdf::new();
    pdf.catalog(CATALOG).pages(PAGES).lang(TextStr("en"));
    pdf.pages(PAGES).kids([ONLY_PAGE]).count(1);
    let mut page = pdf.page(ONLY_PAGE);
    page.media_box(Rect::new(0.0, 0.0, PAGE.0, PAGE.1)).parent(PAGES).contents(CONTENT);
    let mut resources = page.resources();
    resources.fonts().pair(Name(REGULAR), REGULAR_FONT).pair(Name(BOLD), BOLD_FONT);
    resources.finish();
    page.finish();
    for (font, name) in [(REGULAR_FONT, "Helvetica"), (BOLD_FONT, "Helvetica-Bold")] {
        let encoding = Name(b"WinAnsiEncoding");
        pdf.type1_font(font).base_font(Name(name.as_bytes())).encoding_predefined(encoding);
    }
    pdf.stream(CONTENT, &content(sheet));
    let title = format!("{} {}", sheet.title, sheet.number);
    pdf.document_info(INFO).title(TextStr(&title)).author(TextStr(&sheet.from));
    pdf.finish()
}

fn content(sheet: &Sheet) -> Vec<u8> {
    let mut content = Content::new();
    let mut paper = Paper::new(&mut content);
    paper.line(BOLD, 12, &sheet.from);
    paper.space(24);
    paper.line(BOLD, 20, &format!("{} {}", sheet.title, sheet.number));
    paper.space(14);
    for (name, value) in facts(sheet) {
        paper.fact(name, &value);
    }
    paper.space(18);
    paper.rule();
    paper.row(BOLD, "Description", &format!("Amount ({})", sheet.currency));
    paper.rule();
    paper.wrapped(&sheet.what, &sheet.net);
    paper.wrapped(&format!("Part {} by {}, 1 {}", sheet.part, sheet.seller, sheet.unit), "");
    paper.rule();
    paper.row(REGULAR, "Net", &sheet.net);
    paper.row(REGULAR, &tax(sheet), &sheet.tax);
    paper.row(BOLD, "Total", &format!("{} {}", sheet.gross, sheet.currency));
    content.finish().into_vec()
}

fn facts(sheet: &Sheet) -> Vec<(&'static str, String)> {
    let mut facts = vec![
        ("Date", sheet.date.clone()),
        ("Purchase order", format!("{}, line {}", sheet.order, sheet.line)),
        ("AWS account", sheet.account.clone()),
        ("Requested by", sheet.requester.clone()),
    ];
    if let Some(number) = &sheet.credits {
        facts.insert(1, ("Takes back", format!("invoice {number}")));
    }
    facts
}

fn tax(sheet: &Sheet) -> String {
    if sheet.tax_name.is_empty() { "Tax".to_owned() } else { sheet.tax_name.clone() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet() -> Sheet {
        Sheet {
            title: "Invoice",
            from: "Software Market".into(),
            number: "PG-7f3a9c21-000042".into(),
            date: "2026-11-21".into(),
            credits: None,
            account: "111122220001".into(),
            requester: "Ada Lovelace".into(),
            order: "PO-4500001".into(),
            line: 1,
            part: "prod-lumen-logs".into(),
            quantity: "1".into(),
            what: "Lumen Logs für Größeres (und mehr) ".repeat(8),
            seller: "Lumenwick".into(),
            unit: "EA".into(),
            currency: "EUR".into(),
            net: "1200.00".into(),
            tax_name: "VAT 19 %".into(),
            tax_percent: "19".into(),
            tax: "228.00".into(),
            gross: "1428.00".into(),
        }
    }

    #[test]
    fn the_same_invoice_is_the_same_bytes_and_a_pdf() {
        let bytes = pdf(&sheet());
        assert_eq!(bytes, pdf(&sheet()));
        assert!(bytes.starts_with(b"%PDF-1.") && bytes.trim_ascii_end().ends_with(b"%%EOF"));
        for word in ["PG-7f3a9c21-000042", "PO-4500001", "1428.00 EUR", "VAT 19 %"] {
            assert!(String::from_utf8_lossy(&bytes).contains(word), "{word}");
        }
    }

    #[test]
    fn a_text_of_any_length_and_alphabet_stays_on_the_page() {
        let long = Sheet { what: "構成 wide words ".repeat(400), from: "x".repeat(5_000), ..sheet() };
        assert!(pdf(&long).len() < 30_000);
    }
}
