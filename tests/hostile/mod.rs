//! Bad input is answered in cXML, with the right Status, and leaves nothing behind.

mod documents;
