//! What invoices say and carry beyond the usual, as it was typed in (R46, R48).

use rust_decimal::Decimal;

use super::draft::{Draft, Mistakes, text};
use crate::connection::{CancelBy, InvoiceOptions, TaxRate};

/// More decimal places than any rate has.
const MAX_SCALE: u32 = 4;

pub(super) fn apply(draft: &Draft, options: &mut InvoiceOptions, mistakes: &mut Mistakes) {
    options.attach_pdf = draft.invoice_attach_pdf.unwrap_or(options.attach_pdf);
    if let Some(typed) = &draft.invoice_cancel_by
        && let Some(way) = mistakes.take("invoice_cancel_by", read_cancel_by(typed))
    {
        options.cancel_by = way;
    }
    match draft.invoice_tax_category.as_deref().map(str::trim) {
        Some("") => options.tax = None,
        None if options.tax.is_none() && !is_begun(draft) => {}
        _ => {
            if let Some(tax) = tax(draft, options.tax.as_ref(), mistakes) {
                options.tax = Some(tax);
            }
        }
    }
}

fn is_begun(draft: &Draft) -> bool {
    let fields = [&draft.invoice_tax_percent, &draft.invoice_tax_description];
    fields.into_iter().flatten().any(|typed| !typed.trim().is_empty())
}

fn read_cancel_by(typed: &str) -> Result<CancelBy, String> {
    CancelBy::of_key(typed.trim())
        .ok_or_else(|| "A delivered invoice is taken back by delete, line_credit or credit.".to_owned())
}

fn tax(draft: &Draft, kept: Option<&TaxRate>, mistakes: &mut Mistakes) -> Option<TaxRate> {
    let category = draft.invoice_tax_category.clone().or(kept.map(|kept| kept.category.clone()));
    let category = mistakes.take("invoice_tax_category", text(&category.unwrap_or_default(), 1, 50));
    let percent = match (&draft.invoice_tax_percent, kept) {
        (Some(typed), _) => mistakes.take("invoice_tax_percent", read_percent(typed)),
        (None, Some(kept)) => Some(kept.percent),
        (None, None) => mistakes.take("invoice_tax_percent", read_percent("")),
    };
    let description = draft.invoice_tax_description.clone().or(kept.map(|kept| kept.description.clone()));
    let description =
        mistakes.take("invoice_tax_description", text(&description.unwrap_or_default(), 1, 100));
    Some(TaxRate { category: category?, percent: percent?, description: description? })
}

fn read_percent(typed: &str) -> Result<Decimal, String> {
    let wrong = || "Write the rate in per cent as a number from 0 to 100, such as 19 or 8.875.".to_owned();
    let percent: Decimal = typed.trim().parse().map_err(|_| wrong())?;
    let fits = (Decimal::ZERO..=Decimal::ONE_HUNDRED).contains(&percent) && percent.scale() <= MAX_SCALE;
    if fits { Ok(percent) } else { Err(wrong()) }
}
