//! The catalogue as lines of JSON: one product with its offers a line (`docs/catalogue.md`).

mod audience;
mod expiry;
mod line;
mod pricing_rules;
mod problems;
mod successor;
mod text;
mod written;

use std::collections::HashSet;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::offer::Offer;
use super::product::Product;
use crate::id::{OfferId, ProductId};
use problems::Problems;

/// A product with its offers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listing {
    /// The product.
    pub product: Product,
    /// Every offer of it, public and private.
    pub offers: Vec<Offer>,
}

/// Something for which a line of a catalogue file cannot be used.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("line {line}: {problem}")]
pub struct CatalogueFault {
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong and what to do.
    pub problem: String,
}

/// The most offers that one product may have.
pub const MAX_OFFERS: usize = 50;
/// The most bytes of one line.
pub const MAX_LINE: usize = 256 * 1024;
/// The most characters of a problem: it may quote what stands in the file.
const MAX_PROBLEM: usize = 400;
/// The most problems of one line that are told.
const MAX_PROBLEMS: usize = 50;
/// Editors on Windows begin a file of UTF-8 with it.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// Reads a catalogue: a listing for every line that is right, and of every other one all that is wrong with it.
/// Empty lines and lines that begin with `#` are passed over.
pub fn parse_lines(text: &str, now: Timestamp) -> (Vec<Listing>, Vec<CatalogueFault>) {
    let text = text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text);
    let (mut listings, mut faults, mut taken) = (Vec::new(), Vec::new(), Taken::default());
    for (index, line) in text.lines().enumerate() {
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        match line::read(line, now).and_then(|listing| taken.admit(listing)) {
            Ok(listing) => listings.push(listing),
            Err(problems) => faults.extend(CatalogueFault::of_line(index + 1, &problems)),
        }
    }
    (listings, faults)
}

/// The ids of the lines before.
#[derive(Default)]
struct Taken {
    products: HashSet<ProductId>,
    offers: HashSet<OfferId>,
}

// === impl Taken ===

impl Taken {
    fn admit(&mut self, listing: Listing) -> Result<Listing, Problems> {
        let product = &listing.product.id;
        let mut problems = Problems::new();
        if self.products.contains(product) {
            problems.push(format!("product {product} is in the file twice; give each its own id"));
        }
        let taken = listing.offers.iter().filter(|offer| self.offers.contains(&offer.id));
        problems.extend(
            taken.map(|offer| format!("offer {} is in the file twice; give each its own id", offer.id)),
        );
        if !problems.is_empty() {
            return Err(problems);
        }
        self.products.insert(product.clone());
        self.offers.extend(listing.offers.iter().map(|offer| offer.id.clone()));
        Ok(listing)
    }
}

// === impl CatalogueFault ===

impl CatalogueFault {
    /// The problems of a line, up to a limit.
    fn of_line(line: usize, problems: &[String]) -> Vec<Self> {
        let (told, left) = problems.split_at(problems.len().min(MAX_PROBLEMS));
        let mut faults: Vec<Self> = told.iter().map(|problem| Self::new(line, problem)).collect();
        if !left.is_empty() {
            let problem = format!("there are {} problems more; set these right first", left.len());
            faults.push(Self::new(line, &problem));
        }
        faults
    }

    fn new(line: usize, problem: &str) -> Self {
        let mut short: String = problem.chars().take(MAX_PROBLEM).collect();
        if short.len() < problem.len() {
            short.push('…');
        }
        Self { line, problem: short }
    }
}
