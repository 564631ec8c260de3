//! The wire form of what was decided.

use cxml::model::Document;
use cxml::{Status, StatusCode};
use procurement::order::Answer;

/// The same answer is the same document to the letter (R34).
pub(crate) fn document(answer: &Answer) -> Document {
    Document::response(&*answer.payload_id, answer.at, Status::new(StatusCode(answer.code), &*answer.text))
}
