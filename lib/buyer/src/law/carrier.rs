//! The form field that carries the cart: `cXML-base64` or `cXML-urlencoded`, never both.

use super::rejection::CartRejection;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// The document in a posted form. The fields are already form-decoded, as any web server does it.
pub(super) fn document(fields: &[(String, String)]) -> Result<Vec<u8>, CartRejection> {
    let named = |wanted: &str| {
        fields.iter().filter(|(name, _)| name.eq_ignore_ascii_case(wanted)).collect::<Vec<_>>()
    };
    match (named("cxml-base64").as_slice(), named("cxml-urlencoded").as_slice()) {
        ([], []) => Err(CartRejection::NoField),
        ([(_, value)], []) => from_base64(value),
        ([], [(_, value)]) => from_urlencoded(value),
        _ => Err(CartRejection::SeveralFields),
    }
}

fn from_base64(value: &str) -> Result<Vec<u8>, CartRejection> {
    let compact: String = value.split_ascii_whitespace().collect();
    STANDARD.decode(compact).map_err(|error| CartRejection::NotBase64(error.to_string()))
}

/// By the guide this field is us-ascii; other characters come as `&#NNN;`.
fn from_urlencoded(value: &str) -> Result<Vec<u8>, CartRejection> {
    if value.is_ascii() { Ok(value.as_bytes().to_vec()) } else { Err(CartRejection::NotAscii) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(fields: &[(&str, &str)]) -> Vec<(String, String)> {
        fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn either_field_is_taken_by_any_spelling() {
        assert_eq!(document(&form(&[("cXML-base64", "PGEvPg==")])), Ok(b"<a/>".to_vec()));
        assert_eq!(document(&form(&[("CXML-URLENCODED", "<a/>")])), Ok(b"<a/>".to_vec()));
    }

    #[test]
    fn both_fields_at_once_are_refused() {
        let both = form(&[("cxml-base64", "PGEvPg=="), ("cxml-urlencoded", "<a/>")]);
        assert_eq!(document(&both), Err(CartRejection::SeveralFields));
    }

    #[test]
    fn a_form_without_either_field_is_refused() {
        assert_eq!(document(&form(&[("cart", "x")])), Err(CartRejection::NoField));
    }

    #[test]
    fn base64_that_is_none_is_refused() {
        assert!(matches!(document(&form(&[("cxml-base64", "%%%")])), Err(CartRejection::NotBase64(_))));
    }

    #[test]
    fn letters_beyond_ascii_in_the_urlencoded_field_are_refused() {
        assert_eq!(document(&form(&[("cxml-urlencoded", "<a>ü</a>")])), Err(CartRejection::NotAscii));
    }
}
