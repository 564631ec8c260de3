//! XML itself: strict, in one pass, without knowing cXML.
//!
//! [`Cursor`] walks a document and checks everything that XML 1.0 (fifth edition) asks of a
//! well-formed one on the way: names, characters, references, unique attributes, nesting, comments,
//! processing instructions, the declaration. It builds no tree and fetches nothing. Internal subsets
//! are refused, so there are no entities to expand.

mod attributes;
mod chars;
mod content;
mod cursor;
mod declaration;
mod doctype;
mod encoding;
mod escape;
mod failure;
mod fragment;
mod markup;
mod names;
mod place;
mod prolog;
mod reference;
mod text;
mod writer;

pub(crate) use cursor::Cursor;
pub(crate) use encoding::{Decoded, decode};
pub(crate) use escape::escape_text;
pub(crate) use failure::Fail;
pub(crate) use fragment::{check_content, text_of};
pub(crate) use names::is_name_token_char;
pub(crate) use place::Places;
pub(crate) use prolog::Prolog;
pub(crate) use text::Collected;
pub(crate) use writer::Writer;
