//! The steps on the procurement system's own side.

mod english;
mod german;

use config::view::PurchaseInformation;

use super::In;

/// What the steps name.
pub struct Values {
    pub marketplace: String,
    pub information: PurchaseInformation,
    pub unit: String,
    pub hosts: String,
    /// The operator's address.
    pub contact: String,
}

/// A step, and what is typed in there: what the field is called, and the value.
#[derive(Debug)]
pub struct Step {
    pub title: &'static str,
    pub text: String,
    pub values: Vec<(&'static str, String)>,
}

#[derive(Debug)]
pub struct Words {
    pub title: &'static str,
    pub lead: &'static str,
    pub coupa: fn(&Values) -> Vec<Step>,
    pub ariba: fn(&Values) -> Vec<Step>,
}

pub static TEXTS: In<Words> = In { english: english::WORDS, german: german::WORDS };

fn step(title: &'static str, text: impl Into<String>, values: Vec<(&'static str, String)>) -> Step {
    Step { title, text: text.into(), values }
}
