//! What stands around every page: the marketplace's name, where one is, who is signed in.

use procurement::configuration::{Caller, Standing};

use crate::language::{self, Language};
use crate::notice::Done;
use crate::texts::chrome::{self as texts, Words};
use crate::visitor::Visitor;
use crate::{Console, asset};

/// What stands around a page.
#[derive(Clone, Debug)]
pub struct Chrome {
    /// The marketplace's name.
    pub marketplace: String,
    /// What every path begins with; empty unless the marketplace is under a path of its host.
    pub root: String,
    /// Changes with the style sheet and the script.
    pub version: &'static str,
    /// The page's language, as `lang` has it.
    pub language: &'static str,
    pub words: &'static Words,
    /// For whom the navigation is; none on pages without a session.
    pub navigation: Option<Navigation>,
    /// What the visitor has just done.
    pub done: Option<&'static str>,
}

/// Where a visitor may go, and is.
#[derive(Clone, Debug)]
pub struct Navigation {
    pub place: Place,
    /// Whether the account speaks for an organisation, or for itself (R1).
    pub administrator: bool,
    /// Whether the account runs the marketplace.
    pub operator: bool,
    /// The ARN.
    pub who: String,
    /// Whose configuration it is, for people.
    pub organisation: Option<String>,
}

/// The parts of the console, as the navigation lists them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Place {
    #[default]
    Elsewhere,
    Connections,
    Organisation,
    Which,
    Audit,
    Customers,
    Onboarding,
}

// === impl Chrome ===

impl Chrome {
    /// What stands around this visitor's page.
    pub fn of(visitor: &Visitor, place: Place) -> Self {
        let navigation = Some(Navigation::of(&visitor.caller, place));
        Self { navigation, ..Self::bare(&visitor.console, visitor.language) }
    }

    /// What stands around a page without a session.
    pub fn bare(console: &Console, language: Language) -> Self {
        Self {
            marketplace: console.configuration.core.marketplace.name.clone(),
            root: console.root().to_owned(),
            version: asset::version(),
            language: language::tag(language),
            words: texts::TEXTS.the(language),
            navigation: None,
            done: None,
        }
    }

    /// The same, telling what the visitor has just done.
    #[must_use]
    pub fn after(self, done: Option<Done>, visitor: &Visitor) -> Self {
        Self { done: done.map(|done| done.sentence(visitor.language)), ..self }
    }
}

// === impl Navigation ===

impl Navigation {
    fn of(caller: &Caller, place: Place) -> Self {
        let organisation = match &caller.standing {
            Standing::Management(organisation) | Standing::Standalone(organisation) => Some(organisation),
            Standing::Member(_) | Standing::Unknown => None,
        };
        Self {
            place,
            administrator: organisation.is_some(),
            operator: caller.operator,
            who: caller.arn.clone(),
            organisation: organisation.map(|organisation| organisation.name.clone()),
        }
    }

    /// Whether this is where the visitor is.
    pub fn is_at(&self, place: Place) -> bool {
        self.place == place
    }
}
