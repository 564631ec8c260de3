//! Test and production, as a buyer names them (R20).

use std::fmt;

use serde::{Deserialize, Serialize};

use super::Mode;

/// Which of a buyer's two accounts is meant (R20).
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Deployment {
    /// The one that buys.
    #[default]
    Production,
    /// The one for trying out.
    Test,
}

// === impl Deployment ===

impl Deployment {
    /// What ends the identities of a test account.
    pub const TEST_SUFFIX: &'static str = "-T";

    /// Its name.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Production => "production",
            Self::Test => "test",
        }
    }
}

impl fmt::Display for Deployment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.label())
    }
}

impl From<Mode> for Deployment {
    fn from(mode: Mode) -> Self {
        match mode {
            Mode::Test => Self::Test,
            Mode::Live => Self::Production,
        }
    }
}
