//! How words are looked for: what counts how much.
//!
//! A word in the name counts more than one in the summary, the category or the seller's name, and that more than one in
//! the description; a whole word more than the beginning of one. The steps between them are larger than what frequency adds
//! within one.

use tantivy::Term;
use tantivy::query::{BooleanQuery, BoostQuery, ConstScoreQuery, FuzzyTermQuery, Occur, Query, TermQuery};
use tantivy::schema::{Field, IndexRecordOption};

use crate::schema::{Fields, stem_of, words_of};

/// More words are not looked for.
const MOST_WORDS: usize = 8;
/// The beginning of a word in a description is looked for from so many letters on.
const PREFIX_IN_DESCRIPTION: usize = 3;

/// How closely a word must be found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Closeness {
    /// As it is, or as the beginning of a word.
    Exact,
    /// Or with one letter wrong, two in a long word.
    Similar,
}

/// The query for a text; nothing if there are no words in it.
pub fn query(fields: &Fields, text: &str, closeness: Closeness) -> Option<Box<dyn Query>> {
    let words = words_of(text, MOST_WORDS);
    if words.is_empty() {
        return None;
    }
    let each = words.iter().map(|word| (Occur::Must, one_of(word_queries(fields, word, closeness))));
    Some(Box::new(BooleanQuery::new(each.collect())))
}

fn word_queries(fields: &Fields, word: &str, closeness: Closeness) -> Vec<Box<dyn Query>> {
    let mut queries = vec![
        always(10.0, exact(fields.name, word)),
        times(1.0, exact(fields.name, word)),
        always(6.0, beginning(fields.name, word)),
        always(3.0, exact(fields.seller, word)),
        always(2.0, beginning(fields.seller, word)),
        always(3.0, exact(fields.about, word)),
        always(1.5, beginning(fields.about, word)),
        times(0.2, exact(fields.description, word)),
    ];
    queries.extend(stem_of(word).map(|stem| always(2.0, exact(fields.stems, &stem))));
    if word.chars().count() >= PREFIX_IN_DESCRIPTION {
        queries.push(always(0.1, beginning(fields.description, word)));
    }
    if closeness == Closeness::Similar {
        let similar = |field, score| always(score, within(field, word, letters_wrong(word)));
        queries.extend([similar(fields.name, 4.0), similar(fields.seller, 1.5), similar(fields.about, 1.0)]);
    }
    queries
}

/// Short words are too close to each other for errors.
fn letters_wrong(word: &str) -> u8 {
    match word.chars().count() {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    }
}

fn one_of(queries: Vec<Box<dyn Query>>) -> Box<dyn Query> {
    Box::new(BooleanQuery::new(queries.into_iter().map(|query| (Occur::Should, query)).collect()))
}

fn exact(field: Field, word: &str) -> Box<dyn Query> {
    Box::new(TermQuery::new(Term::from_field_text(field, word), IndexRecordOption::WithFreqs))
}

fn beginning(field: Field, word: &str) -> Box<dyn Query> {
    Box::new(FuzzyTermQuery::new_prefix(Term::from_field_text(field, word), 0, false))
}

/// Two letters exchanged are one error.
fn within(field: Field, word: &str, letters_wrong: u8) -> Box<dyn Query> {
    Box::new(FuzzyTermQuery::new(Term::from_field_text(field, word), letters_wrong, true))
}

fn always(score: f32, query: Box<dyn Query>) -> Box<dyn Query> {
    Box::new(ConstScoreQuery::new(query, score))
}

fn times(boost: f32, query: Box<dyn Query>) -> Box<dyn Query> {
    Box::new(BoostQuery::new(query, boost))
}
