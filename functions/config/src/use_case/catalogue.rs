//! The catalogue, which is the operator's (R24).

use procurement::catalogue::Listing;
use procurement::configuration::{Caller, Problem};
use search::{ImportError, ImportedLines, PublishError, import_lines};

use crate::{Configuration, Failure};

impl Configuration {
    /// Writes products and offers from JSON lines; a line at fault is passed over and told.
    pub async fn import_catalogue(&self, caller: &Caller, text: &str) -> Result<ImportedLines, Failure> {
        caller.may_operate()?;
        let imported = import_lines(&self.core, text).await?;
        tracing::info!(
            who = caller.arn,
            written = imported.written,
            faults = imported.faults.len(),
            "the catalogue was imported"
        );
        Ok(imported)
    }

    /// A part of the catalogue, counted from 0, in the order of the products' ids.
    pub async fn export_catalogue(&self, caller: &Caller, part: u8) -> Result<Vec<Listing>, Failure> {
        caller.may_oversee()?;
        if part >= platform::store::CATALOGUE_PARTS {
            let last = platform::store::CATALOGUE_PARTS - 1;
            return Err(Problem::invalid("part", format!("Give a part between 0 and {last}.")).into());
        }
        let mut listings = self.core.store.listings_part(part).await?;
        listings.sort_by(|left, right| left.product.id.cmp(&right.product.id));
        Ok(listings)
    }
}

impl From<ImportError> for Failure {
    fn from(error: ImportError) -> Self {
        match error {
            ImportError::Read(error) => error.into(),
            ImportError::Commit(error) => error.into(),
            ImportError::Publish(PublishError::Read(error)) => error.into(),
            ImportError::Publish(PublishError::Commit(error)) => error.into(),
            ImportError::Publish(error) => Self::Broken(error.to_string()),
        }
    }
}
