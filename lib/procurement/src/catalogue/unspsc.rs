//! UNSPSC codes by product (R31).

use super::product::{Product, ProductType};

impl ProductType {
    /// The code under which a procurement system files this type of product (R31).
    pub const fn unspsc(self) -> &'static str {
        match self {
            Self::Saas => "81162000",
            Self::Ami => "43232701",
            Self::Container | Self::MachineLearning | Self::WafRules => "43230000",
            // Never sent for approval (R32); the code for professional computer services is what
            // a search result shows.
            Self::ProfessionalServices => "81110000",
        }
    }
}

impl Product {
    /// The product's UNSPSC code (R31).
    pub const fn unspsc(&self) -> &'static str {
        self.product_type.unspsc()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unspsc_goes_by_product_type() {
        let codes = ProductType::ALL.map(|kind| (kind.key(), kind.unspsc()));
        assert_eq!(
            codes,
            [
                ("saas", "81162000"),
                ("ami", "43232701"),
                ("container", "43230000"),
                ("machine_learning", "43230000"),
                ("waf_rules", "43230000"),
                ("professional_services", "81110000"),
            ]
        );
    }
}
