//! The filters with what each of their values would leave.

use crate::columns::{Columns, PRICINGS, Pricings, Row};
use crate::query::Query;
use procurement::catalogue::ProductType;

/// The most values of one filter: those with the most listings, and the one that is chosen.
pub const MOST_FACETS: usize = 50;

/// The filters with what they would leave.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facets {
    /// By product type.
    pub types: Vec<Facet>,
    /// By pricing.
    pub pricings: Vec<Facet>,
    /// By seller.
    pub sellers: Vec<Facet>,
    /// By category.
    pub categories: Vec<Facet>,
}

/// A filter's value, and how many listings there are with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facet {
    /// As it stands in a query.
    pub value: String,
    /// As people call it.
    pub label: String,
    /// How many listings.
    pub count: usize,
    /// Whether the query asks for it.
    pub chosen: bool,
}

/// What a query's filters come to in an index.
#[derive(Clone, Copy, Debug)]
pub struct Filters {
    product_type: Option<ProductType>,
    pricing: Option<Pricings>,
    /// A filter for something that is not there lets nothing through.
    seller: Option<Option<usize>>,
    category: Option<Option<usize>>,
}

/// The counts under way.
#[derive(Debug)]
pub struct Counts {
    types: [usize; ProductType::ALL.len()],
    pricings: [usize; PRICINGS.len()],
    sellers: Vec<usize>,
    categories: Vec<usize>,
}

// === impl Filters ===

impl Filters {
    pub fn new(query: &Query, columns: &Columns) -> Self {
        let seller = |id: &String| columns.sellers.iter().position(|(known, _)| known == id);
        let category = |name: &String| columns.categories.iter().position(|known| known == name);
        Self {
            product_type: query.product_type,
            pricing: query.pricing.as_deref().map(|key| Pricings::from_key(key).unwrap_or_default()),
            seller: query.seller.as_ref().map(seller),
            category: query.category.as_ref().map(category),
        }
    }

    /// Whether a listing fits all; each filter counts what the other filters leave.
    pub fn fits(&self, row: &Row, seen: Pricings, counts: &mut Counts) -> bool {
        let of_type = self.product_type.is_none_or(|wanted| row.product_type == wanted);
        let priced = self.pricing.is_none_or(|wanted| seen.has(wanted));
        let sold = self.seller.is_none_or(|wanted| wanted == Some(row.seller));
        let filed = self.category.is_none_or(|wanted| wanted == Some(row.category));
        if priced && sold && filed {
            counts.types[place(row.product_type)] += 1;
        }
        if of_type && sold && filed {
            seen.bits().for_each(|bit| counts.pricings[bit] += 1);
        }
        if of_type && priced && filed {
            counts.sellers[row.seller] += 1;
        }
        if of_type && priced && sold {
            counts.categories[row.category] += 1;
        }
        of_type && priced && sold && filed
    }
}

fn place(product_type: ProductType) -> usize {
    ProductType::ALL.iter().position(|known| *known == product_type).unwrap_or_default()
}

// === impl Counts ===

impl Counts {
    pub fn new(columns: &Columns) -> Self {
        Self {
            types: [0; ProductType::ALL.len()],
            pricings: [0; PRICINGS.len()],
            sellers: vec![0; columns.sellers.len()],
            categories: vec![0; columns.categories.len()],
        }
    }

    pub fn facets(&self, columns: &Columns, query: &Query) -> Facets {
        let types = ProductType::ALL.iter().map(|known| (known.key(), known.label()));
        let sellers = columns.sellers.iter().map(|(id, name)| (id.as_str(), name.as_str()));
        let categories = columns.categories.iter().map(|name| (name.as_str(), name.as_str()));
        Facets {
            types: most(types.zip(&self.types), query.product_type.map(ProductType::key)),
            pricings: most(PRICINGS.into_iter().zip(&self.pricings), query.pricing.as_deref()),
            sellers: most(sellers.zip(&self.sellers), query.seller.as_deref()),
            categories: most(categories.zip(&self.categories), query.category.as_deref()),
        }
    }
}

/// The values with the most listings, in the order in which people look for them.
fn most<'a>(
    counted: impl Iterator<Item = ((&'a str, &'a str), &'a usize)>,
    chosen: Option<&str>,
) -> Vec<Facet> {
    let mut some: Vec<_> =
        counted.filter(|((value, _), count)| **count > 0 || chosen == Some(value)).collect();
    some.sort_by_key(|((value, _), count)| (chosen != Some(value), std::cmp::Reverse(**count)));
    some.truncate(MOST_FACETS);
    some.sort_by_cached_key(|((value, label), _)| (label.to_lowercase(), *value));
    let facet = |((value, label), count): ((&str, &str), &usize)| Facet {
        value: value.to_owned(),
        label: label.to_owned(),
        count: *count,
        chosen: chosen == Some(value),
    };
    some.into_iter().map(facet).collect()
}
