//! The form that carries a cart through the requester's browser (R28).
//!
//! The shop's page has a hidden field, the browser posts it to the buyer's `BrowserFormPost`
//! address. [`field`] makes the field, [`decode`] takes it apart on the other side.
//!
//! ```
//! use cxml::form::{self, Encoding};
//!
//! let field = form::field("<cXML>Grüße</cXML>", Encoding::UrlEncoded);
//! assert_eq!(field.name, "cXML-urlencoded");
//! assert_eq!(field.value, "<cXML>Gr&#252;&#223;e</cXML>");
//! // Put the value into the page by a template that escapes it once; the browser does the rest.
//!
//! let carried = form::decode([("cxml-urlencoded", field.value.as_str())])?;
//! assert_eq!(carried.xml, b"<cXML>Gr&#252;&#223;e</cXML>");
//! # Ok::<(), cxml::Fault>(())
//! ```

mod ascii;
mod read;

pub use read::{Carried, decode};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// How a cart is put into a form field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Encoding {
    /// `cXML-base64`: the document's bytes in base64. Survives everything; the one to prefer.
    #[default]
    Base64,
    /// `cXML-urlencoded`: the document's text with characters beyond ASCII as references. In spite
    /// of its name it is not URL-encoded by the shop: the browser does that.
    UrlEncoded,
}

/// A hidden field of the form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// The name of the field.
    pub name: &'static str,
    /// Its value, not yet escaped for HTML. Escape it once, as any value.
    pub value: String,
}

impl Encoding {
    /// The name of the field.
    pub fn field_name(self) -> &'static str {
        match self {
            Self::Base64 => "cXML-base64",
            Self::UrlEncoded => "cXML-urlencoded",
        }
    }
}

/// Puts a document into a field.
pub fn field(xml: &str, encoding: Encoding) -> Field {
    let value = match encoding {
        Encoding::Base64 => STANDARD.encode(xml),
        Encoding::UrlEncoded => ascii::in_ascii(xml),
    };
    Field { name: encoding.field_name(), value }
}
