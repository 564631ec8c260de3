//! The catalogue as lines of JSON, in the order of the products' ids: what `import` reads again.

use std::io::{self, Write};

use procurement::catalogue::Listing;

/// Writes the listings.
pub fn export(mut listings: Vec<Listing>, mut to: impl Write) -> io::Result<usize> {
    listings.sort_by(|left, right| left.product.id.cmp(&right.product.id));
    for listing in &listings {
        writeln!(to, "{}", listing.to_line()?)?;
    }
    to.flush()?;
    Ok(listings.len())
}
