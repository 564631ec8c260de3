use platform::accounts::AccountsFile;
use proptest::prelude::*;

use crate::example;

/// Whatever is done to the file, it is understood or a line of it is named.
fn understood_or_told(text: &str) -> Result<(), TestCaseError> {
    let Err(mistakes) = AccountsFile::parse(text, "accounts.toml") else { return Ok(()) };
    let lines = text.split('\n').count();
    prop_assert!(!mistakes.mistakes.is_empty());
    for mistake in &mistakes.mistakes {
        prop_assert!((1..=lines).contains(&mistake.line), "line {} of {lines}", mistake.line);
        prop_assert!(!mistake.text.is_empty() && !mistake.text.contains('\n'), "{:?}", mistake.text);
    }
    Ok(())
}

/// The nearest place at which a text may be cut.
fn boundary(text: &str, wanted: usize) -> usize {
    (0..=wanted.min(text.len())).rev().find(|place| text.is_char_boundary(*place)).unwrap_or(0)
}

proptest! {
    #[test]
    fn a_part_replaced_by_anything(start in 0_usize..1000, length in 0_usize..60, new in "\\PC{0,20}|[\\[\\]\"=\n#{},.0-9a-z]{0,12}") {
        let text = example();
        let start = boundary(&text, start);
        let end = boundary(&text, start + length).max(start);
        understood_or_told(&format!("{}{new}{}", &text[..start], &text[end..]))?;
    }

    #[test]
    fn lines_in_another_order_or_missing(picked in prop::collection::vec(0_usize..30, 0..40)) {
        let text = example();
        let lines: Vec<&str> = text.lines().collect();
        let shuffled: Vec<&str> = picked.iter().filter_map(|line| lines.get(*line).copied()).collect();
        understood_or_told(&shuffled.join("\n"))?;
    }

    #[test]
    fn anything_at_all(text in "\\PC{0,200}") {
        understood_or_told(&text)?;
    }
}
