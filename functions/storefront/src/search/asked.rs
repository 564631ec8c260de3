//! What a search asks for, as its address carries it.

use ::search::Query;
use procurement::catalogue::ProductType;

use crate::fields::Fields;

/// How many listings a page shows.
const A_PAGE: usize = 24;
/// More of a query is not read.
const LONGEST_QUERY: usize = 2_000;

/// What a search asks for. What cannot be understood is left out: a search never fails.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    pub words: String,
    pub product_type: Option<ProductType>,
    /// `Pricing::key`
    pub pricing: Option<String>,
    /// `SellerId`
    pub seller: Option<String>,
    pub category: Option<String>,
    /// From 1.
    pub page: usize,
    /// The procurement system asked for a product that is not there (R21).
    pub missing: bool,
}

// === impl Asked ===

impl Asked {
    /// Reads the query of an address.
    pub fn read(query: Option<&str>) -> Self {
        let query = query.unwrap_or_default().as_bytes();
        let fields = Fields::read(&query[..query.len().min(LONGEST_QUERY)]);
        let chosen = |name| Some(fields.value(name).to_owned()).filter(|value| !value.is_empty());
        Self {
            words: fields.value("q").to_owned(),
            product_type: ProductType::from_key(fields.value("type")),
            pricing: chosen("pricing"),
            seller: chosen("seller"),
            category: chosen("category"),
            page: fields.value("page").parse().unwrap_or(1),
            missing: fields.value("missing") == "1",
        }
    }

    /// Whether anything but the words narrows the search.
    pub fn is_narrowed(&self) -> bool {
        self.product_type.is_some()
            || self.pricing.is_some()
            || self.seller.is_some()
            || self.category.is_some()
    }

    /// The same for the index.
    pub fn query(&self) -> Query {
        Query {
            words: self.words.clone(),
            product_type: self.product_type,
            pricing: self.pricing.clone(),
            seller: self.seller.clone(),
            category: self.category.clone(),
            page: self.page,
            per_page: A_PAGE,
        }
    }

    /// The path of this search's page `page`.
    pub fn path(&self, home: &str, page: usize) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        let chosen = [
            ("q", Some(self.words.as_str()).filter(|words| !words.is_empty())),
            ("type", self.product_type.map(ProductType::key)),
            ("pricing", self.pricing.as_deref()),
            ("seller", self.seller.as_deref()),
            ("category", self.category.as_deref()),
        ];
        for (name, value) in chosen {
            query.extend_pairs(value.map(|value| (name, value)));
        }
        query.append_pair("page", &page.to_string());
        format!("{home}?{}", query.finish())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_understood_is_left_out() {
        let asked = Asked::read(Some("q=+logs+&type=nonsense&page=x&pricing=&%ff=%00"));
        assert_eq!(asked, Asked { words: "logs".into(), page: 1, ..Asked::default() });
        assert_eq!(Asked::read(Some(&"q=x&".repeat(10_000))).words, "x");
        assert_eq!(Asked::read(Some(&format!("q={}", "w".repeat(5_000)))).words.len(), 201);
    }

    #[test]
    fn the_next_page_asks_for_the_same() {
        let asked = Asked::read(Some("q=a%26b&type=saas&pricing=free&seller=seller-x&category=R%26D"));
        let path = asked.path("/s/k", 2);
        let query = path.strip_prefix("/s/k?").expect("a query");
        assert_eq!(Asked::read(Some(query)), Asked { page: 2, ..asked });
    }
}
