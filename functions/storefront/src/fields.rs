//! What a form sends: names and values, within limits.

/// More than any form of these pages has.
const MOST_FIELDS: usize = 100;
/// The most characters that are kept of a value: one more than any field takes, so that a longer one is noticed.
const LONGEST: usize = 201;

/// The fields of a form, or of a query.
#[derive(Clone, Debug, Default)]
pub struct Fields(Vec<(String, String)>);

// === impl Fields ===

impl Fields {
    /// Reads `application/x-www-form-urlencoded`. What goes beyond the limits is not read.
    pub fn read(bytes: &[u8]) -> Self {
        let pairs = form_urlencoded::parse(bytes).take(MOST_FIELDS);
        Self(pairs.map(|(name, value)| (short(&name), short(&value))).collect())
    }

    /// The first value of this name, without space around it; empty where there is none.
    pub fn value(&self, name: &str) -> &str {
        self.0.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value.trim())
    }

    /// The fields whose names begin so, by the rest of their names.
    pub fn group<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.0.iter().filter_map(move |(name, value)| Some((name.strip_prefix(prefix)?, value.trim())))
    }
}

fn short(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).take(LONGEST).collect()
}
