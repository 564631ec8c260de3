//! The `Authorization` header of a signed request.

/// What it says.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Authorization<'a> {
    pub key: &'a str,
    /// `20260131`
    pub date: &'a str,
    pub region: &'a str,
    pub service: &'a str,
    pub signed_headers: Vec<&'a str>,
    pub signature: &'a str,
}

/// More names no honest request signs.
const MAX_HEADERS: usize = 50;

// === impl Authorization ===

impl<'a> Authorization<'a> {
    pub(super) fn read(text: &'a str) -> Option<Self> {
        let fields = text.strip_prefix("AWS4-HMAC-SHA256")?.trim_start();
        let field = |name: &str| {
            fields.split(',').map(str::trim).find_map(|field| field.strip_prefix(name)?.strip_prefix('='))
        };
        let mut scope = field("Credential")?.split('/');
        let (key, date, region, service) = (scope.next()?, scope.next()?, scope.next()?, scope.next()?);
        if scope.next() != Some("aws4_request") || scope.next().is_some() {
            return None;
        }
        let signed_headers: Vec<_> = field("SignedHeaders")?.split(';').collect();
        if signed_headers.len() > MAX_HEADERS {
            return None;
        }
        Some(Self { key, date, region, service, signed_headers, signature: field("Signature")? })
    }

    pub(super) fn signs(&self, header: &str) -> bool {
        self.signed_headers.contains(&header)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_is_read_with_and_without_blanks_after_commas() {
        let with = "AWS4-HMAC-SHA256 Credential=AKID/20260131/us-east-1/execute-api/aws4_request, SignedHeaders=host;x-amz-date, Signature=abc";
        let read = Authorization::read(with).expect("a header");
        assert_eq!((read.key, read.date, read.signature), ("AKID", "20260131", "abc"));
        assert_eq!(Authorization::read(&with.replace(", ", ",")), Some(read));
    }

    #[test]
    fn anything_else_is_none() {
        for wrong in [
            "",
            "Basic YTpi",
            "AWS4-HMAC-SHA256",
            "AWS4-HMAC-SHA256 Credential=a/b/c/d/aws5_request, SignedHeaders=host, Signature=a",
        ] {
            assert_eq!(Authorization::read(wrong), None, "{wrong}");
        }
    }
}
