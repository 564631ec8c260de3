//! The fields of the index, and how texts become words.

use tantivy::schema::{Field, IndexRecordOption, STORED, Schema, TextFieldIndexing, TextOptions};
use tantivy::tokenizer::{
    AsciiFoldingFilter, Language, LowerCaser, RemoveLongFilter, SimpleTokenizer, Stemmer, TextAnalyzer,
    TokenizerManager,
};

/// Longer words are not indexed, and not looked for.
pub const LONGEST_WORD: usize = 40;
const WORDS: &str = "words";
const STEMS: &str = "stems";

/// The fields of the index.
#[derive(Clone, Debug)]
pub struct Fields {
    pub schema: Schema,
    /// The product's name.
    pub name: Field,
    /// Summary, category and product type.
    pub about: Field,
    /// The seller's name.
    pub seller: Field,
    /// The description.
    pub description: Field,
    /// Name, category and summary, by the stems of their words: `backups` finds `backup`.
    pub stems: Field,
    /// The listing without its description, as JSON.
    pub listing: Field,
}

// === impl Fields ===

impl Fields {
    pub fn new() -> Self {
        let mut builder = Schema::builder();
        Self {
            name: builder.add_text_field("name", indexed(WORDS)),
            about: builder.add_text_field("about", indexed(WORDS)),
            seller: builder.add_text_field("seller", indexed(WORDS)),
            description: builder.add_text_field("description", indexed(WORDS)),
            stems: builder.add_text_field("stems", indexed(STEMS)),
            listing: builder.add_bytes_field("listing", STORED),
            schema: builder.build(),
        }
    }
}

/// Words are ranked by how often they occur; where they stand plays no part.
fn indexed(tokenizer: &str) -> TextOptions {
    let indexing =
        TextFieldIndexing::default().set_tokenizer(tokenizer).set_index_option(IndexRecordOption::WithFreqs);
    TextOptions::default().set_indexing_options(indexing)
}

/// The tokenizers that the fields name.
pub fn tokenizers() -> TokenizerManager {
    // The engine's own ones stay: it asks for one even for fields without words.
    let tokenizers = TokenizerManager::default();
    tokenizers.register(WORDS, words());
    tokenizers.register(STEMS, stems());
    tokenizers
}

/// Small letters without accents: `Über` and `uber` are one word.
fn words() -> TextAnalyzer {
    TextAnalyzer::builder(SimpleTokenizer::default())
        .filter(RemoveLongFilter::limit(LONGEST_WORD))
        .filter(LowerCaser)
        .filter(AsciiFoldingFilter)
        .build()
}

fn stems() -> TextAnalyzer {
    TextAnalyzer::builder(SimpleTokenizer::default())
        .filter(RemoveLongFilter::limit(LONGEST_WORD))
        .filter(LowerCaser)
        .filter(AsciiFoldingFilter)
        .filter(Stemmer::new(Language::English))
        .build()
}

/// The words of a text, as the index knows them.
pub fn words_of(text: &str, most: usize) -> Vec<String> {
    collect(words(), text, most)
}

/// The stem of a word.
pub fn stem_of(word: &str) -> Option<String> {
    collect(stems(), word, 1).pop()
}

fn collect(mut analyzer: TextAnalyzer, text: &str, most: usize) -> Vec<String> {
    let mut stream = analyzer.token_stream(text);
    let mut words = Vec::new();
    while words.len() < most && stream.advance() {
        words.push(stream.token().text.clone());
    }
    words
}
