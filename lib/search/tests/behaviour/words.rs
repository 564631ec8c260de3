//! Words, beginnings of words, typing errors, and what comes first.

use search::Query;

use crate::shop::{found, names};

fn words(text: &str) -> Vec<String> {
    names(&Query::words(text))
}

#[test]
fn every_word_must_be_found_wherever_it_stands() {
    assert_eq!(words("harbor container"), ["Harbor Scan"]);
    assert_eq!(words("harbor ledger"), [""; 0]);
}

#[test]
fn a_word_in_the_name_comes_before_one_in_the_description() {
    assert_eq!(words("logs"), ["Lumen Logs", "Lumen Logs Archive", "Harbor Scan"]);
}

#[test]
fn the_shorter_name_of_two_that_fit_comes_first() {
    assert_eq!(words("lumen logs")[0], "Lumen Logs");
}

#[test]
fn the_beginning_of_a_word_is_enough() {
    assert_eq!(words("fern"), ["Fernhollow Backup"]);
    assert_eq!(words("lu arch"), ["Lumen Logs Archive"]);
}

#[test]
fn a_word_is_found_in_its_other_forms() {
    assert_eq!(words("backups"), ["Fernhollow Backup"]);
    assert_eq!(words("dashboard"), ["Überblick"]);
}

#[test]
fn case_and_accents_do_not_matter() {
    assert_eq!(words("UBERBLICK"), ["Überblick"]);
    assert_eq!(words("überblick"), ["Überblick"]);
    assert_eq!(words("sohne"), ["Überblick"]);
}

#[test]
fn a_mistyped_word_finds_what_was_meant_and_says_that_it_is_similar() {
    for typed in ["fernhollo bakcup", "fernholow", "fernhollow bakup", "backpu"] {
        let found = found(&Query::words(typed));
        assert!(found.similar, "{typed}");
        assert_eq!(found.listings[0].product.name, "Fernhollow Backup", "{typed}");
    }
}

#[test]
fn a_word_that_is_there_is_not_taken_for_a_mistyped_one() {
    let found = found(&Query::words("scan"));
    assert!(!found.similar);
    assert_eq!(found.total, 1);
}

#[test]
fn what_is_like_nothing_finds_nothing() {
    assert_eq!(words("qqqqzzzz"), [""; 0]);
    assert_eq!(words("!?"), [""; 0]);
}

#[test]
fn without_words_everything_comes_in_the_order_of_names_and_nothing_that_was_withdrawn() {
    assert_eq!(
        words(" "),
        ["Fernhollow Backup", "Harbor Scan", "Lumen Logs", "Lumen Logs Archive", "Überblick"]
    );
}

#[test]
fn what_looks_like_a_query_language_is_words() {
    for text in ["name:lumen", "lumen AND NOT logs", "(lumen", "\"lumen", "lumen*", "lumen~2", "*", "+-"] {
        found(&Query::words(text));
    }
    assert_eq!(words("(fernhollow"), ["Fernhollow Backup"]);
}

#[test]
fn a_very_long_text_is_looked_for_by_its_first_words() {
    let text = "lumen ".repeat(5_000) + &"x".repeat(10_000);
    assert_eq!(words(&text).len(), 2);
}
